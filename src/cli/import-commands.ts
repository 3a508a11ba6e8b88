import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { importOrganisation } from '../app/office/import-organisation.ts';
import { importPeople } from '../app/people/import-people.ts';
import { importPlan } from '../app/plan/import-plan.ts';
import { amendmentBy } from '../app/plan/see-plan-draft.ts';
import { dayAt } from '../app/today.ts';
import type { OrganisationReading, PersonReading } from '../core/organisation/organisation-reading.ts';
import type { Amendment } from '../core/plan/amendment.ts';
import type { TaskChange } from '../core/plan/diff-plans.ts';
import type { PlanReading } from '../core/plan/plan-reading.ts';
import { placeWords, planReadingToJson } from '../core/plan/plan-reading-json.ts';
import type { LocalDate } from '../core/time/local-date.ts';
import { type TextKey, type Translate, translator } from '../i18n/translator.ts';
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
  /** A larger file is refused, however much of it is there. */
  readonly limitBytes: number;
  readonly people: (bytes: Uint8Array) => Promise<readonly PersonReading[] | RefusedFile>;
}

const OPTIONS = { 'dry-run': { type: 'boolean' }, json: { type: 'boolean' } } as const;

export const planImportCommand = (readers: FileReaders): Command => ({
  usage: 'plan import FILE [--dry-run] [--json]',
  does: 'takes what is certain of a plan, lists what a person must decide',
  async run(context) {
    const { values, positionals } = readArguments(context.args, OPTIONS, 1);
    const file = await fileAt(positionals[0], readers, context);
    if (file === null) return 1;
    const { dependencies } = await context.office(null);
    const directory = await dependencies.unitOfWork.read.organisation.directory();
    const t = translator(directory.settings.locale);
    const reading = await readers.plan(file, dayAt(dependencies.clock.now(), directory));
    if (isRefused(reading)) return refused(context, reading, t);
    const amendment = await amendmentBy(dependencies.unitOfWork.read, reading);
    if (values['dry-run'] !== true) {
      const outcome = await importPlan(dependencies, reading, null);
      if (outcome.kind === 'refused') {
        return refused(context, outcome, t);
      }
    }
    if (values.json === true) context.print(JSON.stringify(planReadingToJson(reading), null, 2));
    else summarise(context, t, reading, amendment);
    return 0;
  },
});

function summarise(
  { print }: CommandContext,
  t: Translate,
  reading: PlanReading,
  amendment: Amendment | null,
): void {
  const { head, tasks, events, movements, undecided, warnings } = reading;
  print(`${head.number ?? '?'}\t${head.issuedOn ?? '?'}\t${head.title ?? ''}`);
  print(`${tasks.length} rows, ${events.length} events, ${movements.length} movements`);
  for (const [label, doubts] of [
    ['undecided', undecided],
    ['warning', warnings],
  ] as const) {
    for (const doubt of doubts) {
      print(
        [label, placeWords(doubt.where), doubt.code, t(`import.doubt.${doubt.code}`), doubt.words].join('\t'),
      );
    }
  }
  for (const change of amendment?.changes ?? []) if (change.kind !== 'same') print(changeLine(t, change));
}

/** `changed	6	deadline	Trước ngày 20/12 → Trước ngày 15/12` */
function changeLine(t: Translate, change: Exclude<TaskChange, { kind: 'same' }>): string {
  if (change.kind === 'added') return ['added', change.after.no, change.after.title].join('\t');
  if (change.kind === 'withdrawn') return ['withdrawn', change.before.no, change.before.title].join('\t');
  const { before, after, aspects } = change;
  const named = aspects.map((aspect) => t(`import.change.of.${aspect}`)).join(', ');
  return ['changed', after.no, named, `${before.deadlineText} → ${after.deadlineText}`].join('\t');
}

export const organisationImportCommand = (readers: FileReaders): Command => ({
  usage: 'org import FILE [--dry-run] [--json]',
  does: 'takes units, clusters and offices from a table',
  async run(context) {
    const { values, positionals } = readArguments(context.args, OPTIONS, 1);
    const file = await fileAt(positionals[0], readers, context);
    if (file === null) return 1;
    const reading = await readers.organisation(file);
    if (isRefused(reading)) return refused(context, reading, await textsOf(context));
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
    const file = await fileAt(positionals[0], readers, context);
    if (file === null) return 1;
    const people = await readers.people(file.bytes);
    if (isRefused(people)) return refused(context, people, await textsOf(context));
    const left = await importPeople((await context.office(null)).dependencies, people);
    for (const { row, unit, cluster } of left)
      context.complain(`row ${row}: no unit or cluster ${unit} ${cluster}`);
    context.print(`${people.length - left.length} people`);
    return left.length === 0 ? 0 : 1;
  },
});

async function fileAt(
  path = '',
  { limitBytes }: FileReaders,
  { complain }: CommandContext,
): Promise<SourceFile | null> {
  try {
    // One byte too many is enough for the refusal.
    const chunks = await createReadStream(path, { end: limitBytes }).toArray();
    return { name: basename(path), bytes: Buffer.concat(chunks) };
  } catch (error) {
    complain(
      `cannot read ${path}: ${error instanceof Error && 'code' in error ? String(error.code) : 'failed'}`,
    );
    return null;
  }
}

function refused(
  { complain }: CommandContext,
  { code, params = {} }: { code: string; params?: Readonly<Record<string, string>> },
  t: Translate,
): 1 {
  complain(`${code}\t${t(`refusal.${code}` as TextKey, params)}`);
  return 1;
}

async function textsOf({ office }: CommandContext): Promise<Translate> {
  const { dependencies } = await office(null);
  return translator((await dependencies.unitOfWork.read.organisation.directory()).settings.locale);
}

const isRefused = (reading: object): reading is RefusedFile =>
  'kind' in reading && reading.kind === 'refused';
