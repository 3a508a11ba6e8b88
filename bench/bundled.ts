import { join } from 'node:path';
import { bundle } from '../scripts/bundle.mjs';

const FOLDER = 'node_modules/.cache/dung-han-bench';

/** The path of a script of this folder, bundled as the program is, for a process that measures what ships. */
export async function bundled(name: string): Promise<string> {
  await bundle([`bench/${name}.ts`], FOLDER);
  return join(FOLDER, `${name}.js`);
}
