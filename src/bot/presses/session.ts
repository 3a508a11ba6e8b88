import { answerSessions, moveSession, showSession } from '../answers/organisation/answer-sessions.ts';
import type { SESSION_BUTTONS } from '../buttons/session.ts';
import { beginSession, giveConclusion } from '../dialogues/organisation/council-session.ts';
import type { HandlersOf } from './handlers.ts';
import { toPresser } from './to-presser.ts';

export const SESSION_HANDLERS: HandlersOf<typeof SESSION_BUTTONS> = {
  sessions: (dependencies, turn) => toPresser(turn, () => answerSessions(dependencies, turn), 'edit'),
  session: (dependencies, turn, key) => toPresser(turn, () => showSession(dependencies, turn, key), 'edit'),
  session_task: (dependencies, turn, { item, memberId, clusterId, quarter }) =>
    giveConclusion(dependencies, turn, { memberId, clusterId, quarter }, item),
  session_do: (dependencies, turn, { to, memberId, clusterId, quarter }) => {
    const key = { memberId, clusterId, quarter };
    return to === 'moved' ? moveSession(dependencies, turn, key) : beginSession(dependencies, turn, key, to);
  },
};
