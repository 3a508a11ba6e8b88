import type { Message } from '../../../app/ports/message.ts';
import { type Movement, partiesOf, planById, taskById } from '../../../core/plan/plan-book.ts';
import type { Action } from '../../buttons/action.ts';
import type { Frame } from '../frame.ts';
import { bold, button, entry, message, paragraph } from '../message.ts';
import { pageOf, turning } from '../page.ts';

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
  const { t, book } = frame;
  // Of several plans each movement tells its own.
  const [only] = book.plans.length === 1 ? book.plans : [];
  const shown = pageOf(view.movements, view.skip, PER_PAGE);
  return message(
    [
      entry(
        [bold(`🏁 ${view.heading}`)],
        [t('movement.count', { count: shown.total }), ...(only === undefined ? [] : [only.number])].join(
          ' · ',
        ),
        ...(view.note === '' ? [] : [view.note]),
      ),
      ...shown.items.map((movement) => movementEntry(frame, movement)),
    ],
    [turning(frame, shown, view.page)],
  );
}

/** What was looked for; which launchers the plan does note, where one was asked for; the way to all. */
export function noMovementsMessage({ t }: Frame, heading: string, launchers: readonly string[]): Message {
  const noted = launchers.join(', ');
  const all = { kind: 'movements', about: { kind: 'everyone' }, skip: 0 } as const;
  return message(
    [
      entry(
        [bold(`🏁 ${heading}`)],
        t('movement.none'),
        ...(noted === '' ? [] : [t('movement.noted', { noted })]),
      ),
    ],
    [[button(t('movement.all'), all)]],
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
