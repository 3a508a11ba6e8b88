import { importPeople } from '../app/people/import-people.ts';
import type { UnreadablePlan } from '../app/ports/plan-reader.ts';
import type { PersonReading } from '../core/organisation/organisation-reading.ts';
import { readArguments } from './arguments.ts';
import type { Command } from './command.ts';
import { fileAt, isRefused, refuse, textsOf } from './import-file.ts';

type ReadPeople = (bytes: Uint8Array) => Promise<readonly PersonReading[] | UnreadablePlan>;

export const peopleImportCommand = (read: ReadPeople, limitBytes: number): Command => ({
  usage: 'people import FILE',
  does: 'takes people with their roles from a .csv (channel,user,name,title,address,role,unit,cluster)',
  async run(context) {
    const { positionals } = readArguments(context.args, {}, 1);
    const file = await fileAt(positionals[0] ?? '', limitBytes, context);
    if (file === null) return 1;
    const people = await read(file.bytes);
    if (isRefused(people)) return refuse(context, people, await textsOf(context));
    const left = await importPeople((await context.office(null)).dependencies, people);
    for (const { row, unit, cluster } of left)
      context.complain(`row ${row}: no unit or cluster ${unit} ${cluster}`);
    context.print(`${people.length - left.length} people`);
    return left.length === 0 ? 0 : 1;
  },
});
