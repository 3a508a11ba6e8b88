import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { environment } from '../../src/config/environment.ts';
import { readConfig } from '../../src/config/read-config.ts';

test('a .env file fills in what the process’s environment leaves open', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'dung-han-')), '.env');
  writeFileSync(file, 'PATH=/nowhere\nONLY_IN_THE_FILE="a # b"\n');

  const read = environment(file);

  expect(read?.['ONLY_IN_THE_FILE']).toBe('a # b');
  expect(read?.['PATH']).not.toBe('/nowhere');
});

test('no .env file is no problem', () => {
  expect(environment('/no/such/file/.env')?.['PATH']).toBeDefined();
});

test('a .env that cannot be read is a problem of the configuration', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dung-han-'));

  const reading = readConfig(environment(folder));

  expect(reading).toEqual({ ok: false, problems: [{ name: '.env', problem: 'cannot be read' }] });
});
