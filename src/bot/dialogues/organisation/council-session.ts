import { sessionConcluding } from '../../../app/assignment/conclusion.ts';
import type { Dependencies } from '../../../app/dependencies.ts';
import {
  changeSession,
  councilSessions,
  type SessionChange,
  type SessionKey,
  sessionOf,
} from '../../../app/organisation/council-sessions.ts';
import { refuse } from '../../../app/outcome.ts';
import { readDays } from '../../../core/calendar/read-days.ts';
import { readNamedDay } from '../../../core/day/read-named-day.ts';
import { conclusionsIn } from '../../../core/organisation/conclusions.ts';
import { taskOfConclusion } from '../../../core/plan/task-of-conclusion.ts';
import { type LocalDate, parseLocalDate } from '../../../core/time/local-date.ts';
import { daysOfQuarter } from '../../../core/time/quarter.ts';
import { fullDate } from '../../../i18n/days.ts';
import { outdated, refusal, refusalText } from '../../refusal.ts';
import { type Reply, say } from '../../reply.ts';
import { may, refusalHere, secretariatOnly } from '../../rights.ts';
import { openTurn, type Turn } from '../../turn.ts';
import { cancelling, choice, saying } from '../../views/message.ts';
import { sessionPage } from '../../views/organisation/sessions.ts';
import { quarterParams } from '../../views/period.ts';
import { beginAssignOf } from '../assignment/assign-dialogue.ts';
import { closeDialogue, type DialogueKind, saveDialogue } from '../dialogue-kind.ts';

const IDENTITY = { kind: 'council_session', version: 1 } as const;
const LONGEST = 2000;

interface Draft {
  readonly key: SessionKey;
  readonly to: 'agreed' | 'held';
  /** The day that was agreed before, where it has come. */
  readonly agreedOn: LocalDate | null;
  /** The day of a session that was held, once it is said. */
  readonly on: LocalDate | null;
}

const cancel = ({ frame }: Turn) => cancelling(frame.t);

const askDay = (turn: Turn, { to, agreedOn }: Pick<Draft, 'to' | 'agreedOn'>) => {
  const { t, today } = turn.frame;
  const days = to === 'agreed' ? [] : [...new Set([agreedOn ?? today, today])];
  const label = (day: LocalDate) => (day === today ? t('session.button.today') : fullDate(day));
  return saying(t(`session.ask.${to}`), [days.map((day) => choice(label(day), `on-${day}`)), [cancel(turn)]]);
};

/** The question again, under what was wrong with the answer. */
function unread(turn: Turn, draft: Draft) {
  const { entries, buttons } = askDay(turn, draft);
  const flaw = turn.frame.t(`session.unread.${draft.to}`, quarterParams(draft.key.quarter));
  return { entries: [[flaw], ...entries], buttons };
}

const askConclusions = (turn: Turn) =>
  saying(turn.frame.t('session.ask.conclusions'), [
    [choice(turn.frame.t('session.button.noConclusions'), 'none'), cancel(turn)],
  ]);

/** [Đã hẹn] asks the day; [Đã làm việc] the day and what was concluded. */
export async function beginSession(
  dependencies: Dependencies,
  turn: Turn,
  key: SessionKey,
  to: Draft['to'],
): Promise<Reply> {
  const refused = refusalHere(turn, 'reports.manage');
  if (refused !== null) return refused;
  const session = sessionOf(await councilSessions(dependencies.unitOfWork.read, turn.frame.now), key);
  if (session === null) return refusal(turn.frame, refuse('SESSION_UNKNOWN'));
  const { state, on } = session;
  const agreedOn = state === 'agreed' && on !== null && on <= turn.frame.today ? on : null;
  const draft: Draft = { key, to, agreedOn, on: null };
  await saveDialogue(dependencies, turn, IDENTITY, 'day', draft);
  return say(askDay(turn, draft));
}

/** [Giao việc]: one of the conclusions becomes a task of the day, its cluster's where it names nobody. */
export async function giveConclusion(
  dependencies: Dependencies,
  turn: Turn,
  key: SessionKey,
  item: number,
): Promise<Reply> {
  const refused = refusalHere(turn, 'reports.manage');
  if (refused !== null) return refused;
  const session = await sessionConcluding(dependencies.unitOfWork.read, key);
  const words = session?.state === 'held' ? conclusionsIn(session.conclusions)[item] : undefined;
  if (session === null || words === undefined) return outdated(turn.frame);
  // A page from before it was given still offers it.
  return taskOfConclusion(session, words, turn.frame.book) === null
    ? beginAssignOf(dependencies, turn, { ...key, words })
    : {
        edit: sessionPage(turn.frame, session),
        answer: { text: refusalText(turn.frame, refuse('CONCLUSION_GIVEN')), popup: true },
      };
}

export const councilSession: DialogueKind<Draft> = {
  ...IDENTITY,
  async take(dependencies, turn, { draft, again }, input) {
    const { frame } = turn;
    const isChoice = input.kind === 'choice';
    if (isChoice && input.choice === 'cancel') {
      await closeDialogue(dependencies, turn);
      return { edit: saying(frame.t('session.cancelled')) };
    }
    if (!may(turn, 'reports.manage')) return say(secretariatOnly(turn));
    if (again) return say(draft.on === null ? askDay(turn, draft) : askConclusions(turn));
    if (draft.on === null) {
      const on = dayIn(turn, draft, input.kind === 'text' ? input.text : isChoice ? input.choice : '');
      if (on === null) return say(unread(turn, draft));
      if (draft.to === 'agreed') return finish(dependencies, turn, draft.key, { state: 'agreed', on });
      await saveDialogue(dependencies, turn, IDENTITY, 'conclusions', { ...draft, on });
      return say(askConclusions(turn));
    }
    const conclusions = input.kind === 'text' ? input.text.trim() : '';
    const isNone = isChoice && input.choice === 'none';
    if (conclusions === '' && !isNone) return say(askConclusions(turn));
    if (Array.from(conclusions).length > LONGEST) {
      return say(saying(frame.t('report.reasonTooLong', { limit: LONGEST })));
    }
    return finish(dependencies, turn, draft.key, { state: 'held', on: draft.on, conclusions });
  },
};

/** A session belongs to its quarter: what is agreed lies ahead in it, what was held does not. */
function dayIn({ frame: { today } }: Turn, { to, key }: Draft, said: string): LocalDate | null {
  const quarter = daysOfQuarter(key.quarter);
  if (to === 'agreed') {
    const day = readNamedDay(said, today);
    return day !== null && day.on >= today && day.on <= quarter.to ? day.on : null;
  }
  const on = parseLocalDate(said.replace(/^on-/, '')) ?? heldIn(said);
  return on !== undefined && on >= quarter.from && on <= today ? on : null;

  /** A date without a year is the quarter's; “hôm qua” is counted from today. */
  function heldIn(typed: string): LocalDate | undefined {
    const span = readDays(typed, quarter.from);
    return span === null || span.from !== span.to ? readNamedDay(typed, today)?.on : span.from;
  }
}

async function finish(
  dependencies: Dependencies,
  turn: Turn,
  key: SessionKey,
  change: SessionChange,
): Promise<Reply> {
  const outcome = await changeSession(dependencies, turn.request, key, change);
  await closeDialogue(dependencies, turn);
  if (outcome.kind === 'refused') return say(saying(refusalText(turn.frame, outcome)));
  const { frame } = await openTurn(dependencies, turn.incoming, turn.tools);
  return say(sessionPage(frame, outcome.value));
}
