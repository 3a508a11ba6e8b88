import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import type { Environment } from './config.ts';

/** The process's environment over that of a `.env` file in the working directory, if there is one. */
export function environment(file = '.env'): Environment {
  return { ...parseFile(file), ...process.env };
}

function parseFile(file: string): Environment {
  try {
    return parseEnv(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
    throw error;
  }
}
