import type { Message } from '../../app/ports/message.ts';
import { type Movement, partiesOf, planById, taskById } from '../../core/plan/plan-book.ts';
import type { Action } from '../actions/action.ts';
import type { Frame } from './frame.ts';
import { bold, entry, message, paragraph, saying } from './message.ts';
import { pageOf, turning } from './page.ts';

export interface MovementsView {
  /** `Các phong trào do Phòng Nội vụ chủ trì` */
  readonly heading: string;
  /** Said under the heading; empty for nothing. */
  readonly note: string;
  readonly movements: readonly Movement[];
  readonly skip: number;
  readonly page: (skip: number) => Action;
}

const PER_PAGE = 8;

/** Movements with who launched and who leads each, and for when, as the plan says. */
export function movementsMessage(frame: Frame, view: MovementsView): Message {
  const { t } = frame;
  if (view.movements.length === 0) {
    return saying([view.heading, t('movement.none')].join('\n'));
  }
  const shown = pageOf(view.movements, view.skip, PER_PAGE);
  return message(
    [
      entry(
        [bold(`🏁 ${view.heading}`)],
        t('movement.count', { count: shown.total }),
        ...(view.note === '' ? [] : [view.note]),
      ),
      ...shown.items.map((movement) => movementEntry(frame, movement)),
    ],
    [turning(frame, shown, view.page)],
  );
}

function movementEntry({ t, book }: Frame, movement: Movement) {
  const { name, leadWords, origin, periodWords, planId } = movement;
  const task = movement.taskId === null ? null : taskById(book, movement.taskId);
  const plan = book.plans.length > 1 ? planById(book, planId) : null;
  return paragraph(
    [bold(task === null ? name : t('movement.entry', { no: task.no, name }))],
    ...(leadWords === '' ? [] : [t('movement.lead', { lead: leadWords })]),
    [
      ...(origin === null ? [] : [t('movement.origin', { origin })]),
      ...(periodWords === '' ? [] : [periodWords]),
      ...(plan === null ? [] : [plan.number]),
    ].join(' · '),
  );
}

/** Whether a unit leads the movement, by the parties of its task. */
export function leadsMovement(
  { book }: Frame,
  movement: Movement,
  isLead: (unitId: string) => boolean,
): boolean {
  if (movement.taskId === null) return false;
  return partiesOf(taskById(book, movement.taskId), 'lead').some(
    ({ party }) => party.kind === 'unit' && isLead(party.unitId),
  );
}
