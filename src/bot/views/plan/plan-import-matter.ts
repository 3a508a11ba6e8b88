import type { PlanDraftSeen } from '../../../app/plan/see-plan-draft.ts';
import type { Button, Message } from '../../../app/ports/message.ts';
import { printRules } from '../../../core/deadline/print.ts';
import { type Decision, decisionCode } from '../../../core/plan/decision.ts';
import type { Matter } from '../../../core/plan/matters.ts';
import { foldedRows, rowsOf } from '../../../core/plan/open-rows.ts';
import type { TaskReading } from '../../../core/plan/plan-reading.ts';
import { foldVietnamese } from '../../../core/text/fold.ts';
import { weekdayDate } from '../../../i18n/days.ts';
import type { Frame } from '../frame.ts';
import { bold, button, entry, inRows, marked, message, paragraph, shortTitle } from '../message.ts';
import { choiceText, decisionText, doubtText, nextNamed, placeText, rowList } from './plan-import-words.ts';

/** What a button of its own row shows whole on a phone. */
export const LONGEST_LABEL = 40;

/** One matter to decide: the plan's words, what was understood, what may be chosen. `at` counts from 0. */
export function matterMessage(frame: Frame, seen: PlanDraftSeen, at: number): Message | null {
  const { t } = frame;
  const matter = seen.matters[at];
  if (matter === undefined) return null;
  const readings = readingsOf(frame, seen, matter);
  const task = seen.draft.reading.tasks.find(({ no }) => no === rowsOf(matter)[0]);
  const words = wordsOf(frame, seen, matter, task);
  return message(
    [
      entry(
        [
          bold(
            t('import.matter.place', { place: placeOf(frame, matter), at: at + 1, of: seen.matters.length }),
          ),
        ],
        ...(task === undefined ? [] : [isOfRow(matter) ? shortTitle(task.title) : rowText(frame, task)]),
      ),
      ...(words.length === 0 ? [] : [paragraph(...words)]),
      paragraph(whyOf(frame, matter)),
      ...(waitsForWords(matter) ? [paragraph(typedQuestion(frame, matter))] : []),
      ...(readings.length < 2
        ? []
        : [paragraph(...readings.map((reading, place) => `${markOf(matter, place)}${reading}`))]),
      ...(matter.decided === null
        ? []
        : [paragraph(t('import.matter.decided', { choice: decisionText(frame, matter, matter.decided) }))]),
    ],
    [...optionButtons(frame, seen, matter), ...wayButtons(frame, seen, matter, at)],
  );
}

/** Nothing can be chosen, or the head lacks something: the page itself asks for words. */
export const waitsForWords = ({ about, options, typed }: Matter): boolean =>
  typed !== null && (options.length === 0 || (about.kind === 'doubt' && about.doubt.where.kind === 'head'));

/** Asks for what the buttons of a matter do not offer. */
export function typedQuestion({ t }: Frame, { about, typed }: Matter): string {
  if (typed === null) return '';
  const words = about.kind === 'party' ? about.words : about.doubt.words;
  return t(`import.ask.${typed}`, { words: shortTitle(words === '' ? '–' : words, 120) });
}

/** What was taken of typed words: where it stands, what it says, and when that is next. */
export function takenText(frame: Frame, { matters, decided }: PlanDraftSeen, decision: Decision): string {
  const { t } = frame;
  if (decision.kind === 'milestone') return t('import.milestone.set', { no: decision.no });
  const matter = matters.find(({ key }) => key === decision.about);
  const place = matter === undefined ? '' : matterPlace(frame, matter);
  const day = decision.kind === 'deadline' ? nextNamed(frame, decided, decision.rules) : null;
  const reading = choiceText(frame, decision);
  return t('import.matter.taken', {
    place,
    choice: day === null ? reading : t('import.matter.nextDay', { reading, day: weekdayDate(t, day) }),
  });
}

const matterPlace = (frame: Frame, { about }: Matter): string =>
  about.kind === 'doubt' ? placeText(frame, about.doubt) : `“${about.words}”`;

/** The row that a matter is about. */
export function rowLine(frame: Frame, { draft }: PlanDraftSeen, matter: Matter): string[] {
  const row = draft.reading.tasks.find(({ no }) => no === rowsOf(matter)[0]);
  return row === undefined ? [] : [rowText(frame, row)];
}

const placeOf = (frame: Frame, { about }: Matter): string =>
  about.kind === 'doubt' ? placeText(frame, about.doubt) : frame.t('import.place.lead');

/** The row is its place. */
const isOfRow = ({ about }: Matter): boolean => about.kind === 'doubt' && about.doubt.where.kind === 'task';

const rowText = ({ t }: Frame, { no, title }: Pick<TaskReading, 'no' | 'title'>): string =>
  t('due.task', { no, title: shortTitle(title) });

/** The document's own words, and the reading that was taken; a sole one with its day. */
function wordsOf(frame: Frame, seen: PlanDraftSeen, matter: Matter, task: TaskReading | undefined): string[] {
  const { t } = frame;
  const { about } = matter;
  if (about.kind === 'party') {
    const rows = foldedRows(about.leads, seen.decided.tasks);
    const words = t('import.matter.words', { words: about.words });
    // The row alone stands above.
    return rows.length === 1 ? [words] : [words, t('import.matter.leads', { rows: rowList(frame, rows) })];
  }
  const { doubt } = about;
  if (doubt.code === 'ROW_DUPLICATED') return otherRows(frame, seen, doubt.alternatives);
  // Of a row without a lead the plan's words are its title, which stands above.
  const isTold = doubt.words === '' || doubt.words === task?.title;
  const words = isTold ? [] : [t('import.matter.words', { words: shortTitle(doubt.words, 200) })];
  const rules = task?.rules ?? [];
  const [sole = printRules(rules), ...others] = readingsOf(frame, seen, matter);
  if (!doubt.code.startsWith('DEADLINE') || others.length > 0 || sole === '') return words;
  const hasDay = rules.length === 0 || nextNamed(frame, seen.decided, rules) !== null;
  // What was understood says no more than the plan does.
  const isSame = !hasDay && foldVietnamese(printRules(rules)) === foldVietnamese(doubt.words);
  return isSame ? words : [...words, t('import.matter.understood', { reading: sole })];
}

/** The rows that a row repeats, with who leads them and when. */
const otherRows = (frame: Frame, { draft }: PlanDraftSeen, numbers: readonly string[]): string[] =>
  draft.reading.tasks
    .filter(({ no }) => numbers.includes(no))
    .map(({ no, title, lead, deadlineText }) =>
      [rowText(frame, { no, title }), lead?.words ?? '', deadlineText]
        .filter((part) => part !== '')
        .join(' · '),
    );

const whyOf = (frame: Frame, { about }: Matter): string =>
  about.kind === 'doubt' ? doubtText(frame, about.doubt) : frame.t('import.matter.unknownLead');

/** Each reading with the next day that it names. */
const readingsOf = (frame: Frame, { decided }: PlanDraftSeen, { options }: Matter): string[] =>
  options.flatMap((option) => {
    if (option.kind !== 'deadline' || option.rules.length === 0) return [];
    const day = nextNamed(frame, decided, option.rules);
    const reading = printRules(option.rules);
    return day === null
      ? [frame.t('import.matter.noDay', { reading })]
      : [frame.t('import.matter.nextDay', { reading, day: weekdayDate(frame.t, day) })];
  });

/** Readings too long for a button are numbered in the text, and chosen by number. */
const areLong = (options: readonly Decision[]): boolean =>
  options.some((option) => option.kind === 'deadline' && printRules(option.rules).length > LONGEST_LABEL);

const markOf = ({ options }: Matter, place: number): string => (areLong(options) ? `${place + 1}) ` : '• ');

function optionButtons(frame: Frame, { draft }: PlanDraftSeen, matter: Matter): Button[][] {
  const { t } = frame;
  const isChosen = (option: Decision) => JSON.stringify(option) === JSON.stringify(matter.decided);
  const dated = matter.options.filter((option) => option.kind === 'deadline' && option.rules.length > 0);
  const labelOf = (option: Decision): string => {
    if (!areLong(matter.options) || !dated.includes(option)) {
      return shortTitle(decisionText(frame, matter, option), LONGEST_LABEL);
    }
    return dated.length === 1
      ? t('import.decision.asRead')
      : t('import.decision.reading', { place: dated.indexOf(option) + 1 });
  };
  const buttons = matter.options.map((option) =>
    button(marked(labelOf(option), isChosen(option)), {
      kind: 'plan_decide',
      draft: draft.id,
      choice: decisionCode(option),
    }),
  );
  return inRows(buttons);
}

function wayButtons({ t }: Frame, { draft, matters }: PlanDraftSeen, matter: Matter, at: number): Button[][] {
  const to = (step: string, place: number) =>
    ({ kind: 'plan_draft', draft: draft.id, step, at: place }) as const;
  const isLast = at + 1 >= matters.length;
  return [
    matter.typed === null || waitsForWords(matter)
      ? []
      : [button(t(`import.button.type.${matter.typed}`), to('type', at))],
    [
      button('◀', at === 0 ? to('show', 0) : to('matter', at - 1)),
      button(t('import.button.leave'), to('show', 0)),
      button(t('import.button.later'), isLast ? to('show', 0) : to('matter', at + 1)),
    ],
  ];
}
