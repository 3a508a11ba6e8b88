import { importOrganisation } from '../app/organisation/import-organisation.ts';
import type { OrganisationReader } from '../app/ports/organisation-reader.ts';
import { readArguments } from './arguments.ts';
import type { Command } from './command.ts';
import { fileAt, isRefused, refuse, textsOf } from './import-file.ts';

const OPTIONS = { 'dry-run': { type: 'boolean' }, json: { type: 'boolean' } } as const;

export const orgImportCommand = (read: OrganisationReader['readFile'], limitBytes: number): Command => ({
  usage: 'org import FILE [--dry-run] [--json]',
  does: 'takes units, clusters and offices from a table',
  async run(context) {
    const { values, positionals } = readArguments(context.args, OPTIONS, 1);
    const file = await fileAt(positionals[0] ?? '', limitBytes, context);
    if (file === null) return 1;
    const reading = await read(file);
    if (isRefused(reading)) return refuse(context, reading, await textsOf(context));
    if (values['dry-run'] !== true) {
      await importOrganisation((await context.office(null)).dependencies, reading);
    }
    if (values.json === true) context.print(JSON.stringify(reading, null, 2));
    else {
      context.print(`units: ${reading.units.length}, clusters: ${reading.clusters.length}`);
      for (const { row, code, words } of reading.problems) context.print(`row ${row}\t${code}\t${words}`);
    }
    return 0;
  },
});
