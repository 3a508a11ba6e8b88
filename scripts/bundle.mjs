// One file to load where there were a thousand, with the libraries in it: a start spends its time on what it does. What
// is asked for by `import()` stays a file of its own.
import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { build } from 'esbuild';

/** What finds files of its own at run time: a native binary, a WebAssembly module. */
const EXTERNAL = ['libsql', '@prisma/schema-engine-wasm', 'pg-native'];

/** A file that a source finds beside itself is found at the same way from `outdir` as the source lies from `base`. */
const beside = (base) => ({
  name: 'beside',
  setup({ onLoad }) {
    onLoad({ filter: /\/src\/.*\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const place = `new URL(${JSON.stringify(`./${relative(base, path)}`)}, import.meta.url).href`;
      return { loader: 'ts', contents: text.replaceAll('import.meta.url', place) };
    });
  },
});

export async function bundle(entries, outdir, base = outdir) {
  await build({
    entryPoints: entries,
    outdir,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    external: EXTERNAL,
    alias: { 'node-fetch': './scripts/native-fetch.mjs' },
    plugins: [beside(base)],
    // Names stay, and with them the traces of errors; the maps tell the lines.
    minifyWhitespace: true,
    minifySyntax: true,
    sourcemap: true,
    sourcesContent: false,
    // Libraries in CommonJS ask for Node's own modules by `require`.
    banner: {
      js: "import { createRequire as requireFor } from 'node:module'; const require = requireFor(import.meta.url);",
    },
    logLevel: 'warning',
  });
}
