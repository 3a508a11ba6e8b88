import type { DayRange } from '../../app/due-in-range.ts';
import { type Subject, unitsCalled } from '../../app/subject.ts';
import { type Movement, planById } from '../../core/plan/plan-book.ts';
import { yearOf } from '../../core/time/local-date.ts';
import { type Reply, say } from '../reply.ts';
import type { Turn } from '../turn.ts';
import type { Frame } from '../views/frame.ts';
import { leadsMovement, movementsMessage } from '../views/movement.ts';
import { periodName } from '../views/period.ts';
import { subjectName } from '../views/subject-name.ts';
import { aboutWhom } from './about.ts';
import type { Asked } from './asked.ts';
import { nothingHere } from './nothing-here.ts';

/** The movements of the plans in force: those that a unit leads, else those of the years asked for. */
export function answerMovements(turn: Turn, asked: Asked): Reply {
  const { slots, range } = asked.question;
  const namesSome = slots.unit ?? slots.unit_group ?? slots.cluster_type;
  const about = namesSome === undefined ? null : aboutWhom(turn, asked);
  return say(movementsOf(turn, about?.kind === 'subject' ? about.subject : { kind: 'everyone' }, range));
}

export function movementsOf(turn: Turn, subject: Subject, range: DayRange | null, skip = 0) {
  const { frame, audience, incoming, actor } = turn;
  const { t, book } = frame;
  if (audience === null) return nothingHere(frame, incoming.chat.kind);
  const leads = leadsOf(turn, subject);
  const movements = book.movements.filter(
    (movement) =>
      (leads === null || leadsMovement(frame, movement, leads)) &&
      (range === null || runsIn(frame, movement, range)),
  );
  const heading =
    leads === null
      ? t('movement.heading')
      : t('movement.headingOf', { name: subjectName(frame, subject, actor) });
  // The plan names nobody for whom a movement is meant: all are for all.
  const isForSome = subject.kind === 'clusters';
  return movementsMessage(frame, {
    heading: range === null ? heading : `${heading} · ${periodName(t, range)}`,
    note: isForSome ? t('movement.forAll', { name: subjectName(frame, subject, actor) }) : '',
    movements,
    skip,
    page: (from) => ({
      kind: 'movements',
      about: leads === null ? { kind: 'everyone' } : subject,
      skip: from,
    }),
  });
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

/** By the years that its words name, else by those of its plan. */
function runsIn({ book }: Frame, { periodWords, planId }: Movement, { from, to }: DayRange): boolean {
  const years = [...periodWords.matchAll(/\b20\d\d\b/g)].map(([year]) => Number(year));
  const plan = planById(book, planId);
  const first = Math.min(...years, ...(years.length > 0 || plan === null ? [] : [yearOf(plan.periodFrom)]));
  const last = Math.max(...years, ...(years.length > 0 || plan === null ? [] : [yearOf(plan.periodTo)]));
  return first <= yearOf(to) && yearOf(from) <= last;
}
