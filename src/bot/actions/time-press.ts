import { refuse } from '../../app/outcome.ts';
import { toldBy } from '../../app/report/hold-reminders.ts';
import { isSensibleSpan } from '../../core/calendar/read-days.ts';
import { answerSessions, moveSession, showSession } from '../answers/answer-sessions.ts';
import { answerUpcoming, chooseUpcoming, showUpcoming } from '../answers/answer-upcoming.ts';
import { ruleShown, setDays, setLadder, setTone, showLadder } from '../answers/rules.ts';
import { beginSession, giveConclusion } from '../dialogues/council-session.ts';
import { askDays } from '../dialogues/own-days.ts';
import { askSchoolYear } from '../dialogues/school-year.ts';
import { refusalText } from '../refusal.ts';
import { popup } from '../reply.ts';
import { escalationReport } from '../views/escalation.ts';
import { ladderScopes, laddersPage } from '../views/ladders.ts';
import { dayPage, daysPage } from '../views/office-days.ts';
import { tonesPage } from '../views/tones.ts';
import type { HandlersOf } from './handlers.ts';
import type { TimeAction } from './time-action.ts';
import { toPresser } from './to-presser.ts';

export const TIME_HANDLERS: HandlersOf<TimeAction> = {
  upcoming: (dependencies, turn, { skip }) =>
    toPresser(turn, () => answerUpcoming(dependencies, turn, skip), 'edit'),
  upcoming_one: (dependencies, turn, { ref }) =>
    toPresser(turn, () => showUpcoming(dependencies, turn, ref), 'edit'),
  upcoming_settle: (dependencies, turn, { ref, choice }) => chooseUpcoming(dependencies, turn, ref, choice),
  ladders: async (_, turn) => ruleShown(turn, laddersPage),
  ladder_scopes: async (_, turn, { of, skip }) => ruleShown(turn, (frame) => ladderScopes(frame, of, skip)),
  ladder: async (_, turn, place) => showLadder(turn, place),
  ladder_set: (dependencies, turn, { part, stages, ...place }) =>
    setLadder(dependencies, turn, place, { part, stages }),
  ladder_clear: (dependencies, turn, place) => setLadder(dependencies, turn, place, null),
  days: async (_, turn, { skip }) => ruleShown(turn, (frame) => daysPage(frame, skip)),
  day_add: (dependencies, turn) => askDays(dependencies, turn),
  school_year: (dependencies, turn) => askSchoolYear(dependencies, turn),
  day: async (_, turn, span) =>
    isSensibleSpan(span)
      ? ruleShown(turn, (frame) => dayPage(frame, span))
      : popup(turn.frame.t('answer.outdatedButton')),
  day_set: (dependencies, turn, { as, ...span }) => setDays(dependencies, turn, span, as),
  escalation_report: async ({ unitOfWork }, turn, { notice }) => {
    const told = await toldBy(unitOfWork.read, turn.request, notice, turn.frame.now);
    return told === null
      ? popup(refusalText(turn.frame, refuse('NOTICE_NOT_YOURS')))
      : toPresser(turn, () => escalationReport(turn.frame, told.obligations));
  },
  sessions: (dependencies, turn) => toPresser(turn, () => answerSessions(dependencies, turn), 'edit'),
  session: (dependencies, turn, key) => toPresser(turn, () => showSession(dependencies, turn, key), 'edit'),
  session_task: (dependencies, turn, { item, memberId, clusterId, quarter }) =>
    giveConclusion(dependencies, turn, { memberId, clusterId, quarter }, item),
  session_do: (dependencies, turn, { to, memberId, clusterId, quarter }) => {
    const key = { memberId, clusterId, quarter };
    return to === 'moved' ? moveSession(dependencies, turn, key) : beginSession(dependencies, turn, key, to);
  },
  tones: async (_, turn, { skip }) => ruleShown(turn, (frame) => tonesPage(frame, skip)),
  tone: (dependencies, turn, { unit, tone, skip }) => setTone(dependencies, turn, unit, tone, skip),
};
