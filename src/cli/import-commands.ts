import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { importOrganisation } from '../app/import-organisation.ts';
import { importPeople } from '../app/import-people.ts';
import { importPlan } from '../app/import-plan.ts';
import { dayAt } from '../app/today.ts';
import type { OrganisationReading, PersonReading } from '../core/organisation/organisation-reading.ts';
import type { PlanReading } from '../core/plan/plan-reading.ts';
import { planReadingToJson } from '../core/plan/plan-reading-json.ts';
import type { LocalDate } from '../core/time/local-date.ts';
import { readArguments } from './arguments.ts';
import type { Command, CommandContext } from './command.ts';

export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface RefusedFile {
  readonly kind: 'refused';
  readonly code: string;
}

/** The readers of files, which live outside what the command line may reach. */
export interface FileReaders {
  readonly plan: (file: SourceFile, today: LocalDate) => Promise<PlanReading | RefusedFile>;
  readonly organisation: (
    file: SourceFile,
  ) => Promise<
    | (OrganisationReading & { readonly problems: readonly { code: string; row: number; words: string }[] })
    | RefusedFile
  >;
  readonly people: (bytes: Uint8Array) => Promise<readonly PersonReading[] | RefusedFile>;
}

const OPTIONS = { 'dry-run': { type: 'boolean' }, json: { type: 'boolean' } } as const;

export const planImportCommand = (readers: FileReaders): Command => ({
  usage: 'plan import FILE [--dry-run] [--json]',
  does: 'takes what is certain of a plan, lists what a person must decide',
  async run(context) {
    const { values, positionals } = readArguments(context.args, OPTIONS, 1);
    const file = await fileAt(positionals[0], context);
    if (file === null) return 1;
    const { dependencies } = await context.office(null);
    const directory = await dependencies.unitOfWork.read.organisation.directory();
    const reading = await readers.plan(file, dayAt(dependencies.clock.now(), directory));
    if (isRefused(reading)) return refused(context, reading.code);
    if (values['dry-run'] !== true) {
      const outcome = await importPlan(dependencies, reading, null);
      if (outcome.kind === 'refused') return refused(context, outcome.code);
    }
    if (values.json === true) context.print(JSON.stringify(planReadingToJson(reading), null, 2));
    else summarise(context, reading);
    return 0;
  },
});

function summarise({ print }: CommandContext, reading: PlanReading): void {
  const { head, tasks, events, movements, undecided, warnings } = reading;
  print(`${head.number ?? '?'}\t${head.issuedOn ?? '?'}\t${head.title ?? ''}`);
  print(`${tasks.length} rows, ${events.length} events, ${movements.length} movements`);
  for (const [label, doubts] of [
    ['undecided', undecided],
    ['warning', warnings],
  ] as const) {
    for (const doubt of doubts) {
      print(`${label}\t${placeOf(doubt.where)}\t${doubt.code}\t${doubt.words}`);
    }
  }
}

function placeOf(where: PlanReading['undecided'][number]['where']): string {
  switch (where.kind) {
    case 'head':
      return 'head';
    case 'table':
      return `table ${where.index}`;
    case 'row':
      return `row ${where.row}`;
    case 'task':
      return `task ${where.no}`;
    case 'event':
      return where.name;
  }
}

export const organisationImportCommand = (readers: FileReaders): Command => ({
  usage: 'org import FILE [--dry-run] [--json]',
  does: 'takes units, clusters and offices from a table',
  async run(context) {
    const { values, positionals } = readArguments(context.args, OPTIONS, 1);
    const file = await fileAt(positionals[0], context);
    if (file === null) return 1;
    const reading = await readers.organisation(file);
    if (isRefused(reading)) return refused(context, reading.code);
    if (values['dry-run'] !== true) {
      await importOrganisation((await context.office(null)).dependencies, reading);
    }
    if (values.json === true) context.print(JSON.stringify(reading, null, 2));
    else {
      context.print(`${reading.units.length} units, ${reading.clusters.length} clusters`);
      for (const { row, code, words } of reading.problems) context.print(`row ${row}\t${code}\t${words}`);
    }
    return 0;
  },
});

export const peopleImportCommand = (readers: FileReaders): Command => ({
  usage: 'people import FILE',
  does: 'takes people with their roles from a .csv (channel,user,name,title,address,role,unit,cluster)',
  async run(context) {
    const { positionals } = readArguments(context.args, {}, 1);
    const file = await fileAt(positionals[0], context);
    if (file === null) return 1;
    const people = await readers.people(file.bytes);
    if (isRefused(people)) return refused(context, people.code);
    const left = await importPeople((await context.office(null)).dependencies, people);
    for (const { row, unit, cluster } of left)
      context.complain(`row ${row}: no unit or cluster ${unit} ${cluster}`);
    context.print(`${people.length - left.length} people`);
    return left.length === 0 ? 0 : 1;
  },
});

async function fileAt(path: string | undefined, { complain }: CommandContext): Promise<SourceFile | null> {
  try {
    return { name: basename(path ?? ''), bytes: await readFile(path ?? '') };
  } catch (error) {
    complain(
      `cannot read ${path}: ${error instanceof Error && 'code' in error ? String(error.code) : 'failed'}`,
    );
    return null;
  }
}

function refused({ complain }: CommandContext, code: string): 1 {
  complain(code);
  return 1;
}

const isRefused = (reading: object): reading is RefusedFile =>
  'kind' in reading && reading.kind === 'refused';
