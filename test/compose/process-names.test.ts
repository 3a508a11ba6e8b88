import { expect, test } from 'vitest';
import { processNames } from '../../src/compose/ground.ts';

test('a process keeps its name over a restart, and nobody else on the machine has it', () => {
  const [first, restarted, beside] = [
    processNames({ host: '127.0.0.1', port: 8080 }),
    processNames({ host: '127.0.0.1', port: 8080 }),
    processNames({ host: '127.0.0.2', port: 8080 }),
  ];

  expect(restarted.instance).toBe(first.instance);
  expect(restarted.holder).not.toBe(first.holder);
  expect(first.holder.startsWith(`${first.instance}/`)).toBe(true);
  expect(beside.instance).not.toBe(first.instance);
});
