import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/run-folder.ts', 'test/support/postgres-setup.ts'],
    // What a file imports is the same for all: two processes read it once, instead of one for each file.
    isolate: false,
    slowTestThreshold: 2000,
    // Against a hang alone: how long a busy machine takes is no fault of what is tested.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 60_000 } },
    maxWorkers: 2,
  },
});
