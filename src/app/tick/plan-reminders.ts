import { namedDayOf } from '../../core/assignment/assignment.ts';
import { addWorkingDays } from '../../core/calendar/work-calendar.ts';
import type { PersonId } from '../../core/id.ts';
import type { Obligation } from '../../core/obligation/obligation.ts';
import { calendarsOf } from '../../core/organisation/calendars.ts';
import { isTrialOn } from '../../core/organisation/trial.ts';
import { type PlanBook, taskById } from '../../core/plan/plan-book.ts';
import { hearersOf } from '../../core/reminder/addressees.ts';
import { ladderOf } from '../../core/reminder/ladder-of.ts';
import { quietUntil } from '../../core/reminder/quiet.ts';
import { isHanded, lastWord, stageReached } from '../../core/reminder/stages.ts';
import { stagesFor } from '../../core/reminder/stages-for.ts';
import { isStillAsked, lineDay } from '../../core/reminder/standing.ts';
import {
  endsBy,
  mayWait,
  nextLookOn,
  nextWeekOn,
  type SpokenTo,
  spokenToday,
} from '../../core/reminder/turn.ts';
import { type LocalDate, mondayOf } from '../../core/time/local-date.ts';
import { planHoursAhead } from '../assignment/plan-hour-stages.ts';
import { toPerson } from '../notices/plan-notice.ts';
import { type Planning, planInSlot } from '../planning.ts';
import type { Line } from '../ports/notice-repository.ts';
import type { ReminderHold } from '../ports/reminder-holds.ts';
import type { Transaction } from '../ports/transaction.ts';

/**
 * Writes a line for each open obligation whose stage is reached, to each person who hears of it; one morning's lines
 * to one person become one notice. A stage passed over in an outage speaks as the latest one. What may wait waits for
 * the next week where a person has heard enough in this one.
 */
export async function planReminders(tx: Transaction, planning: Planning): Promise<void> {
  const turns = await turnsToday(tx, planning);
  const heard = await tx.notices.countInSlots('reminder', mondayOf(planning.slot.on), planning.slot.on);
  const { settings } = await tx.organisation.directory();
  const pressing = new Set(
    turns.flatMap(({ lines }) => lines.filter(({ stage }) => !mayWait(stage)).map(personOf)),
  );
  const waits = (line: Line) =>
    !pressing.has(personOf(line)) && (heard.get(line.addressee.id) ?? 0) >= settings.remindersAWeek;
  for (const { obligation, lines, ended, nextOn, laterOn } of turns) {
    for (const { personId } of ended) await tx.holds.drop(personId, obligation.id);
    const nextStageOn = lines.some(waits) ? earlier(nextOn, laterOn) : nextOn;
    await tx.obligations.save({ ...obligation, nextStageOn });
    for (const line of lines.filter((one) => !waits(one))) {
      const kind = isHanded(line.stage) ? 'escalation' : 'reminder';
      const noticeId = await planInSlot(tx, planning, kind, line.addressee);
      await tx.notices.addLine(noticeId, line);
    }
    await planHoursAhead(
      tx,
      planning,
      obligation,
      lines.map(({ addressee }) => ({ id: addressee.id as PersonId })),
    );
  }
}

interface ObligationTurn {
  readonly obligation: Obligation;
  /** What is to be said today and was never said before. */
  readonly lines: readonly Line[];
  /** Holds that today brings to their end. */
  readonly ended: readonly ReminderHold[];
  readonly nextOn: Obligation['nextStageOn'];
  /** When those hear of it who have heard enough this week. */
  readonly laterOn: NonNullable<Obligation['nextStageOn']>;
}

async function turnsToday(tx: Transaction, { slot }: Planning): Promise<ObligationTurn[]> {
  const directory = await tx.organisation.directory();
  const book = await tx.plans.book();
  const { work } = calendarsOf(directory.settings);
  const today = slot.on;
  const ladders = { settings: directory.settings, book };
  const obligations = await speakingByDay(tx, await tx.obligations.withStageBy(today), book);
  const ids = obligations.map(({ id }) => id);
  const holds = await tx.holds.of(ids);
  // Rehearsed once is enough while a trial runs; after it, nobody was told.
  const rehearsed = isTrialOn(directory.settings.trial, today);
  const saidBefore = await tx.notices.linesAbout(ids, { rehearsed });
  const said = new Set(saidBefore.map(keyOf));
  return obligations.map((obligation) => {
    const stages = stagesFor(obligation, ladders, work);
    const held = holds.filter((hold) => hold.obligationId === obligation.id);
    const quiet = quietUntil(obligation, taskById(book, obligation.taskId), directory, work, today);
    const spokenAt = (stage: string) =>
      spokenToday(
        stage,
        today,
        hearersOf(obligation, stage, directory, book, today).map(({ id }) => id),
        held,
        (to) => said.has(keyOf(lineOf(obligation, to, today))),
      );
    const latest = stageReached(stages, today)?.code ?? null;
    const { zone } = directory.settings;
    const reached = latest !== null && isStillAsked(obligation, latest, today, zone) ? latest : null;
    const isUnheard = !saidBefore.some(
      ({ obligationId, dueOn, addressee }) =>
        // What a group was told reminds nobody.
        addressee.kind === 'person' && obligationId === obligation.id && dueOn === obligation.dueOn,
    );
    // Whoever was never told of it (a summer, an outage) is told before the secretariat is.
    const last = lastWord(ladderOf(obligation, ladders));
    const first = reached !== null && isHanded(reached) && isUnheard && last !== null ? spokenAt(last) : [];
    const usual = reached === null || first.length > 0 ? [] : spokenAt(reached);
    return {
      obligation,
      lines: quiet === null ? [...first, ...usual].map((to) => lineOf(obligation, to, today)) : [],
      ended: quiet === null ? held.filter((hold) => endsBy(hold, today)) : [],
      nextOn: nextLookOn(
        stages,
        today,
        held,
        quiet ?? (first.length > 0 ? addWorkingDays(work, today, 1) : null),
      ),
      laterOn: nextWeekOn(today, work),
    };
  });
}

/** A task of the day has a ladder of hours instead, but for those whose day was moved. */
async function speakingByDay(
  tx: Transaction,
  obligations: readonly Obligation[],
  book: PlanBook,
): Promise<Obligation[]> {
  const isByHour = ({ taskId, namedOn }: Obligation) => {
    const day = namedDayOf(taskById(book, taskId));
    return day !== null && day.on === namedOn;
  };
  for (const one of obligations.filter(isByHour)) await tx.obligations.save({ ...one, nextStageOn: null });
  return obligations.filter((one) => !isByHour(one));
}

const lineOf = (obligation: Obligation, { personId, stage }: SpokenTo, today: LocalDate): Line => ({
  obligationId: obligation.id,
  dueOn: lineDay(obligation, today),
  stage,
  addressee: toPerson(personId),
});

const keyOf = ({ obligationId, dueOn, stage, addressee }: Line): string =>
  [obligationId, dueOn, stage, addressee.id].join('|');

const personOf = ({ addressee }: Line) => addressee.id as PersonId;

const earlier = (one: Obligation['nextStageOn'], other: NonNullable<Obligation['nextStageOn']>) =>
  one !== null && one < other ? one : other;
