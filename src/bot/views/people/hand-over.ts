import type { HandOverSheet } from '../../../app/people/hand-over-sheet.ts';
import type { Button, Message, Span } from '../../../app/ports/message.ts';
import type { PersonId } from '../../../core/id.ts';
import type { Obligation } from '../../../core/obligation/obligation.ts';
import { ownerName } from '../../../core/obligation/owner-name.ts';
import { clusterById, personById, unitById } from '../../../core/organisation/directory.ts';
import {
  HAND_OVER_SIDES,
  type HandOver,
  type HandOverMark,
  type HandOverSide,
  peopleOfSide,
} from '../../../core/organisation/hand-over.ts';
import { taskById } from '../../../core/plan/plan-book.ts';
import { dateSeenFrom, fullDate } from '../../../i18n/days.ts';
import type { Frame } from '../frame.ts';
import { bold, button, entry, message, paragraph, shortTitle } from '../message.ts';
import { moment } from '../moment.ts';
import { calledAs, heldName, namedInHistory } from '../person-name.ts';
import { evidenceText } from '../report/evidence.ts';
import { stateText } from '../report/report.ts';
import { capital } from '../subject-name.ts';

const TASKS_SHOWN = 10;
const LONGEST_TITLE = 60;

/** What passes, to whom and from when, with the buttons of the sides that the reader belongs to. */
export function handOverMessage(
  frame: Frame,
  handOver: HandOver,
  sheet: HandOverSheet,
  reader: PersonId,
): Message {
  const { t, directory, today } = frame;
  const sides = HAND_OVER_SIDES.filter((side) =>
    peopleOfSide(directory, handOver, side, today).some(({ id }) => id === reader),
  );
  const { giver, taker, what } = handOverNames(frame, handOver);
  return message(
    [
      entry([bold(t('handOver.heading', { what }))]),
      entry(t('handOver.who', { giver: capital(giver), taker, on: fullDate(handOver.on) })),
      ...openLines(frame, sheet.open),
      ...(sheet.extensions === 0 ? [] : [entry(t('handOver.extensions', { count: sheet.extensions }))]),
      ...(sheet.documents.length === 0
        ? []
        : [
            paragraph(
              [bold(t('handOver.documents'))],
              ...sheet.documents.flatMap(({ evidence, at }) =>
                evidence === null ? [] : [`• ${evidenceText(frame, evidence)} (${moment(frame, at).date})`],
              ),
            ),
          ]),
      ...(sheet.groups.length === 0
        ? []
        : [paragraph(t('handOver.groups', { groups: sheet.groups.map(({ title }) => title).join(', ') }))]),
      paragraph(
        t('handOver.given', { state: markText(frame, handOver.given) }),
        t('handOver.taken', { state: markText(frame, handOver.taken) }),
      ),
    ],
    [sides.filter((side) => handOver[side] === null).map((side) => sideButton(frame, handOver, side))],
  );
}

const sideButton = ({ t }: Frame, { id }: HandOver, side: HandOverSide): Button =>
  button(t(`handOver.press.${side}`), { kind: 'hand_over', handOver: id, side });

function openLines(frame: Frame, open: readonly Obligation[]): Span[][] {
  const { t, book, directory, today } = frame;
  if (open.length === 0) return [paragraph(t('handOver.nothingOpen'))];
  const shown = open.slice(0, TASKS_SHOWN).map((one) => {
    const { no, title } = taskById(book, one.taskId);
    return t('handOver.task', {
      task: `${no}. ${shortTitle(title, LONGEST_TITLE)}`,
      day: one.dueOn === null ? '' : dateSeenFrom(one.dueOn, today),
      state: stateText(frame, one),
      owner: ownerName(directory, one.owner),
    });
  });
  const rest = open.length - shown.length;
  return [
    paragraph([bold(t('handOver.open', { count: open.length }))], ...shown.map((line) => `• ${line}`)),
    ...(rest > 0 ? [entry(t('handOver.more', { count: rest }))] : []),
  ];
}

const markText = (frame: Frame, mark: HandOverMark | null): string =>
  mark === null
    ? frame.t('handOver.waits')
    : frame.t('handOver.marked', { name: namedInHistory(frame, mark.by), ...moment(frame, mark.at) });

function handOverNames(frame: Frame, { what }: HandOver) {
  const { t, directory } = frame;
  if (what.kind === 'office') {
    return {
      giver: unitById(directory, what.giver).name,
      taker: unitById(directory, what.taker).name,
      what: t('role.of', {
        role: t(`offices.name.${what.office}`),
        where: clusterById(directory, what.clusterId).name,
      }),
    };
  }
  const person = (id: typeof what.giver) => {
    const known = personById(directory, id);
    return known === null ? t('role.unknown') : calledAs(frame, known);
  };
  return {
    giver: person(what.giver),
    taker: person(what.taker),
    what: heldName(frame, what),
  };
}
