import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import type { Environment } from './config.ts';

/**
 * The process's environment over that of a `.env` file in the working directory, if there is one; null where that
 * cannot be read.
 */
export function environment(file = '.env'): Environment | null {
  try {
    return { ...parseEnv(existsSync(file) ? readFileSync(file, 'utf8') : ''), ...process.env };
  } catch {
    return null;
  }
}
