import type { TestProject, Vitest } from 'vitest/node';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgres: Omit<PostgresServer, 'createDatabase' | 'halt' | 'resume' | 'stop'> | null;
  }
}

/** One real PostgreSQL a run, and none where no test whose name says `postgres` takes part. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  // Vitest keeps the run's filter to itself; without it the server would start for every run.
  const { filenamePattern } = project.vitest as Vitest & { readonly filenamePattern?: string[] };
  const { testFiles } = await project.globTestFiles(filenamePattern);
  if (!testFiles.some((file) => /postgres[^/]*\.test\.ts$/.test(file))) {
    project.provide('postgres', null);
    return undefined;
  }
  const { stop, host, port, user, password } = await startPostgres();
  project.provide('postgres', { host, port, user, password });
  return stop;
}
