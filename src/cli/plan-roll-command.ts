import { type NextPlan, rollPlan } from '../app/plan/roll-plan.ts';
import type { YearSpan } from '../core/plan/plan-reading.ts';
import type { RolledDate } from '../core/plan/roll-plan.ts';
import type { LocalDate } from '../core/time/local-date.ts';
import { weekdayDate } from '../i18n/days.ts';
import { type Translate, translator } from '../i18n/translator.ts';
import { readArguments, WrongUsage } from './arguments.ts';
import type { Command } from './command.ts';
import { dayOption } from './values.ts';

const OPTIONS = {
  plan: { type: 'string' },
  as: { type: 'string' },
  issued: { type: 'string' },
  period: { type: 'string' },
  'dry-run': { type: 'boolean' },
  yes: { type: 'boolean' },
} as const;

export const planRollCommand: Command = {
  usage: 'plan roll [--plan NUMBER] [--as NUMBER] [--issued D] [--period YEARS] [--dry-run] [--yes]',
  does: 'carries a plan into its next period; writes only with --yes',
  async run({ args, office, print, complain }) {
    const { values } = readArguments(args, OPTIONS, 0);
    if (values['dry-run'] === true && values.yes === true)
      throw new WrongUsage('--dry-run or --yes, not both');
    const confirmed = values.yes === true;
    const { dependencies } = await office(null);
    const outcome = await rollPlan(dependencies, {
      number: values.plan ?? null,
      as: values.as ?? null,
      issuedOn: values.issued === undefined ? null : dayOption('issued', values.issued),
      period: values.period === undefined ? null : yearsOption(values.period),
      confirmed,
    });
    const { settings } = await dependencies.unitOfWork.read.organisation.directory();
    const t = translator(settings.locale);
    if (outcome.kind === 'refused') {
      complain(t(`refusal.${outcome.code}`, outcome.params));
      return 1;
    }
    for (const line of page(t, outcome.value)) print(line);
    print(t(confirmed ? 'roll.done' : 'roll.notDone'));
    return 0;
  },
};

function yearsOption(text: string): YearSpan {
  const [, from = '', to = from] = /^(\d{4})(?:-(\d{4}))?$/.exec(text) ?? [];
  if (from === '' || to < from) throw new WrongUsage('--period wants years such as 2026 or 2026-2030');
  return { from: Number(from), to: Number(to) };
}

/** The page of changed dates: what goes on with its new days, then what a person must set anew. */
function page(t: Translate, { from, reading, dates }: NextPlan): string[] {
  const { number, period, title } = reading.head;
  const day = (date: LocalDate | null) => (date === null ? '–' : weekdayDate(t, date));
  const line = ({ no, words, before, after }: RolledDate) =>
    `${no}\t${words}\t${day(before)} → ${day(after)}`;
  const of = (kind: RolledDate['kind']) => dates.filter((one) => one.kind === kind).map(line);
  const [kept, once] = [of('kept'), of('once')];
  return [
    `${from.number} → ${number ?? ''}\t${period?.from ?? ''}–${period?.to ?? ''}\t${title ?? ''}`,
    t('roll.kept', { count: kept.length }),
    ...kept,
    t('roll.once', { count: once.length }),
    ...once,
  ];
}
