import { type Subject, unitsCalled } from '../../../app/asking/subject.ts';
import { type Reply, say } from '../../reply.ts';
import type { Turn } from '../../turn.ts';
import { leadsMovement, movementsMessage, noMovementsMessage } from '../../views/ask/movement.ts';
import { subjectName } from '../../views/subject-name.ts';
import { nothingHere } from '../nothing-here.ts';
import { aboutWhom } from './about.ts';
import type { Asked } from './asked.ts';
import {
  isLaunchedBy,
  launcherCalled,
  launchersOf,
  type MovementFilter,
  movementFilter,
  runsIn,
} from './movement-filter.ts';

/** The movements of the plans in force: those that a unit leads, that somebody launched, of the years asked for. */
export function answerMovements(turn: Turn, asked: Asked): Reply {
  const { slots, range } = asked.question;
  const namesSome = slots.unit ?? slots.unit_group ?? slots.cluster_type;
  const about = namesSome === undefined ? null : aboutWhom(turn, asked);
  const subject: Subject = about?.kind === 'subject' ? about.subject : { kind: 'everyone' };
  return say(movementsOf(turn, subject, movementFilter(slots.origin, range), 0, slots.origin));
}

/** `said` is the launcher in the asker's words, for where the plan notes no such one. */
export function movementsOf(turn: Turn, subject: Subject, filter: MovementFilter, skip: number, said = '') {
  const { frame, audience, actor } = turn;
  const { t, book } = frame;
  if (audience === null) return nothingHere(turn);
  const leads = leadsOf(turn, subject);
  const movements = book.movements.filter(
    (movement) =>
      (leads === null || leadsMovement(frame, movement, leads)) &&
      isLaunchedBy(movement, filter.origin) &&
      runsIn(book, movement, filter),
  );
  const byName = leads === null ? '' : subjectName(frame, subject, actor);
  const origin = filter.origin === '-' ? '' : (launcherCalled(book.movements, filter.origin) ?? said);
  const heading = [
    byName === '' ? t('movement.heading') : t('movement.headingOf', { name: byName }),
    ...(origin === '' ? [] : [t('movement.origin', { origin })]),
    ...yearsOf(turn, filter),
  ].join(' · ');
  if (movements.length === 0) {
    return noMovementsMessage(frame, heading, origin === '' ? [] : launchersOf(book.movements));
  }
  // The plan names nobody for whom a movement is meant: all are for all.
  const isForSome = subject.kind === 'clusters';
  const about: Subject = leads === null ? { kind: 'everyone' } : subject;
  return movementsMessage(frame, {
    heading,
    note: isForSome ? t('movement.forAll', { name: subjectName(frame, subject, actor) }) : '',
    movements,
    skip,
    page: (from) => ({ kind: 'movements_of', about, ...filter, skip: from }),
  });
}

/** No movement has a day: it runs through years. */
function yearsOf({ frame: { t } }: Turn, { first, last }: MovementFilter): string[] {
  if (first === 0) return [];
  return [first === last ? t('day.year', { year: first }) : t('movement.years', { first, last })];
}

/** Null where the question names no unit. */
function leadsOf({ actor, frame }: Turn, subject: Subject): ((unitId: string) => boolean) | null {
  switch (subject.kind) {
    case 'unit':
      return (id) => id === subject.id;
    case 'own':
      return (actor?.unitIds.length ?? 0) === 0
        ? null
        : (id) => actor?.unitIds.some((own) => own === id) ?? false;
    case 'units': {
      const units = unitsCalled(frame.directory, subject.word);
      return (unitId) => units.some(({ id }) => id === unitId);
    }
    case 'everyone':
    case 'cluster':
    case 'clusters':
      return null;
  }
}
