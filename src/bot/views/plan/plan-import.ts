import type { PlanDraftSeen } from '../../../app/plan/see-plan-draft.ts';
import type { Button, Message } from '../../../app/ports/message.ts';
import { alikeTasks } from '../../../core/plan/alike-tasks.ts';
import { amendedByTitle, hasChanges } from '../../../core/plan/amendment.ts';
import type { TaskChange } from '../../../core/plan/diff-plans.ts';
import { clearRows, openMatters, rowsWithoutDay } from '../../../core/plan/open-rows.ts';
import { yearOf } from '../../../core/time/local-date.ts';
import { fullDate } from '../../../i18n/days.ts';
import type { Frame } from '../frame.ts';
import { bold, button, entry, message, paragraph } from '../message.ts';
import { yearsText } from '../period.ts';
import { alikeButton } from './alike.ts';
import { draftName } from './plan-import-words.ts';

/** The first screen of an import: what was read, what waits, what it would change; nothing is in force by it. */
export function draftMessage(frame: Frame, seen: PlanDraftSeen): Message {
  const { t } = frame;
  const { draft, decided, matters } = seen;
  const { head } = decided;
  const open = openMatters(matters);
  const settled = matters.length - open.length;
  const heading = [
    `📄 ${draftName(frame, decided, draft.fileName)}`,
    ...(head.issuedOn === null ? [] : [fullDate(head.issuedOn)]),
    ...(head.period === null ? [] : [yearsText(head.period)]),
  ].join(' · ');
  return message(
    [
      entry(
        [bold(heading)],
        t('import.summary.read', { what: whatWasRead(frame, seen) }),
        t('import.summary.clear', { count: clearRows(decided, matters) }),
        ...(open.length === 0 ? [] : [t('import.summary.open', { count: open.length })]),
        ...(settled === 0 ? [] : [t('import.summary.settled', { count: settled })]),
        ...warningLines(frame, seen),
      ),
      ...amendmentLines(frame, seen),
      paragraph(stateLine(frame, seen)),
    ],
    [...lookButtons(frame, seen), ...alikeRow(frame, seen), actButtons(frame, seen)],
  );
}

/** Rows are told apart from tasks where there are more of them, events counted where there are some. */
function whatWasRead({ t }: Frame, { decided: { tasks, events } }: PlanDraftSeen): string {
  const count = tasks.filter(({ parentNo }) => parentNo === null).length;
  const rows = tasks.length;
  return [
    count === rows ? t('import.summary.tasks', { count }) : t('import.summary.tasksInRows', { count, rows }),
    ...(events.length === 0 ? [] : [t('import.summary.events', { count: events.length })]),
  ].join(', ');
}

/** The wrong anniversary is said at once; the other oddities are counted, and stand in the report. */
function warningLines({ t }: Frame, { decided }: PlanDraftSeen): string[] {
  const wrong = decided.undecided.filter(({ code }) => code === 'ANNIVERSARY_WRONG');
  const lines = wrong.flatMap(({ where }) => {
    const event = decided.events.find(({ name }) => where.kind === 'event' && where.name === name);
    const { baseYear, stated, computed } = event?.anniversary ?? {
      baseYear: null,
      stated: 0,
      computed: null,
    };
    return event === undefined || baseYear === null || computed === null || event.year === null
      ? []
      : [t('import.summary.anniversary', { stated, from: baseYear, to: event.year, computed })];
  });
  const others = decided.warnings.length;
  return others === 0 ? lines : [...lines, t('import.summary.warnings', { count: others })];
}

const CHANGES = ['added', 'changed', 'withdrawn', 'same'] as const;

const countOf = (changes: readonly TaskChange[], kind: TaskChange['kind']): number =>
  changes.filter((change) => change.kind === kind).length;

function amendmentLines({ t, book }: Frame, { amendment, draft, decided }: PlanDraftSeen) {
  if (amendment === null) {
    const other = draft.state === 'open' ? amendedByTitle(book, decided.head) : null;
    return other === null ? [] : [paragraph(t('import.change.ofOther', { number: other.number }))];
  }
  if (!hasChanges(amendment)) return [paragraph(t('import.change.none'))];
  const { changes, besides } = amendment;
  return [
    paragraph(
      t('import.change.heading'),
      CHANGES.map((kind) => [kind, countOf(changes, kind)] as const)
        .filter(([, count]) => count > 0)
        .map(([kind, count]) => t(`import.change.count.${kind}`, { count }))
        .join(' · '),
      ...(besides ? [t('import.change.besides')] : []),
    ),
    ...(draft.state === 'open' ? [paragraph(t('import.change.ways'))] : []),
  ];
}

function stateLine({ t }: Frame, { draft, decided, matters }: PlanDraftSeen): string {
  const waits = openMatters(matters).length;
  switch (draft.state) {
    case 'in_force':
      return waits === 0 ? t('import.state.inForce') : t('import.state.inForceOpen', { count: waits });
    case 'replaced':
      return t('import.state.replaced');
    case 'dropped':
      return t('import.state.dropped');
    case 'open':
      return t(isComplete(decided) ? 'import.state.open' : 'import.state.incomplete');
  }
}

/** Without these a plan cannot be told from others. */
const isComplete = ({ head: { number, issuedOn, period } }: PlanDraftSeen['decided']): boolean =>
  number !== null && issuedOn !== null && period !== null;

const isClosed = ({ draft }: PlanDraftSeen): boolean =>
  draft.state === 'replaced' || draft.state === 'dropped';

/** A plan in force, in the last of its years or after it, can be carried into the next. */
const endsSoon = ({ today }: Frame, { draft, decided: { head } }: PlanDraftSeen): boolean =>
  draft.state === 'in_force' && head.period !== null && yearOf(today) >= head.period.to;

function lookButtons(frame: Frame, seen: PlanDraftSeen): Button[][] {
  const { t } = frame;
  if (isClosed(seen)) return [];
  const { draft, decided, matters, amendment } = seen;
  const open = openMatters(matters);
  const first = Math.max(
    0,
    matters.findIndex(({ decided: decision }) => decision === null),
  );
  const to = (step: string, at = 0) => ({ kind: 'plan_draft', draft: draft.id, step, at }) as const;
  return [
    [
      ...(matters.length === 0
        ? []
        : [
            button(
              open.length === 0 ? t('import.button.again') : t('import.button.open', { count: open.length }),
              to('matter', first),
            ),
          ]),
      ...(amendment !== null && hasChanges(amendment)
        ? [button(t('import.button.changes'), to('changes'))]
        : []),
      button(t('import.button.report'), to('report')),
      ...(rowsWithoutDay(decided, frame.today).length === 0
        ? []
        : [button(t('import.button.milestones'), to('milestones'))]),
      button(t('import.button.excel'), to('excel')),
      ...(endsSoon(frame, seen) ? [button(t('roll.button.open'), to('roll'))] : []),
    ],
  ];
}

/** Of a plan in force: what looks like a duty of another plan, or of another row. */
const alikeRow = (frame: Frame, { draft }: PlanDraftSeen): Button[][] =>
  draft.state === 'in_force' ? [alikeButton(frame, alikeTasks(frame.book, frame.today).length)] : [];

function actButtons({ t }: Frame, seen: PlanDraftSeen): Button[] {
  const { draft, amendment, decided } = seen;
  const to = (step: string) => ({ kind: 'plan_draft', draft: draft.id, step, at: draft.revision }) as const;
  if (draft.state === 'dropped') return [button(t('import.button.restore'), to('restore'))];
  if (draft.state !== 'open') return [];
  const drop = button(t('button.cancel'), to('drop'));
  if (!isComplete(decided) || (amendment !== null && !hasChanges(amendment))) return [drop];
  if (amendment === null) return [button(t('import.button.confirm'), to('new')), drop];
  return [
    button(t('import.button.planChanges'), to('change')),
    button(t('import.button.ourError'), to('correction')),
    drop,
  ];
}
