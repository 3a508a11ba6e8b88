import { importPlan } from '../app/plan/import-plan.ts';
import { seePlanReading } from '../app/plan/see-plan-reading.ts';
import type { PlanReader } from '../app/ports/plan-reader.ts';
import { dayAt } from '../app/today.ts';
import type { Amendment } from '../core/plan/amendment.ts';
import type { TaskChange } from '../core/plan/diff-plans.ts';
import type { PlanReading } from '../core/plan/plan-reading.ts';
import { placeWords, planReadingToJson } from '../core/plan/plan-reading-json.ts';
import { type Translate, translator } from '../i18n/translator.ts';
import { readArguments } from './arguments.ts';
import type { Command, CommandContext } from './command.ts';
import { fileAt, isRefused, refuse } from './import-file.ts';

const OPTIONS = { 'dry-run': { type: 'boolean' }, json: { type: 'boolean' } } as const;

export const planImportCommand = (read: PlanReader['readFile'], limitBytes: number): Command => ({
  usage: 'plan import FILE [--dry-run] [--json]',
  does: 'takes what is certain of a plan, lists what a person must decide',
  async run(context) {
    const { values, positionals } = readArguments(context.args, OPTIONS, 1);
    const file = await fileAt(positionals[0] ?? '', limitBytes, context);
    if (file === null) return 1;
    const { dependencies } = await context.office(null);
    const directory = await dependencies.unitOfWork.read.organisation.directory();
    const t = translator(directory.settings.locale);
    const now = dependencies.clock.now();
    const reading = await read(file, dayAt(now, directory));
    if (isRefused(reading)) return refuse(context, reading, t);
    // Told of as it was before the import, which makes it the plan in force.
    const { undecided, amendment } = await seePlanReading(dependencies.unitOfWork.read, reading, now);
    const told = { ...reading, undecided };
    if (values['dry-run'] !== true) {
      const outcome = await importPlan(dependencies, reading, null);
      if (outcome.kind === 'refused') return refuse(context, outcome, t);
    }
    if (values.json === true) context.print(JSON.stringify(planReadingToJson(told), null, 2));
    else summarise(context, t, told, amendment);
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
