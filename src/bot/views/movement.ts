import type { Message } from '../../app/ports/message.ts';
import { taskById } from '../../core/plan/plan-book.ts';
import type { Frame } from './frame.ts';
import { bold, entry, message, paragraph, saying } from './message.ts';

/** The movements of the plans in force, with who leads each. */
export function movementsMessage({ t, book }: Frame): Message {
  if (book.movements.length === 0) return saying(t('movement.none'));
  return message(
    book.plans.flatMap((plan) => [
      entry([bold(t('movement.heading', { plan: plan.number }))]),
      ...book.movements
        .filter((movement) => movement.planId === plan.id)
        .map((movement) =>
          paragraph(
            t('movement.entry', {
              no: movement.taskId === null ? '•' : taskById(book, movement.taskId).no,
              name: movement.name,
            }),
            ...(movement.leadWords === '' ? [] : [t('movement.lead', { lead: movement.leadWords })]),
          ),
        ),
    ]),
  );
}
