import type { Dependencies } from '../../../app/dependencies.ts';
import {
  changeSession,
  councilSessions,
  type SessionKey,
  sessionOf,
} from '../../../app/organisation/council-sessions.ts';
import type { Message } from '../../../app/ports/message.ts';
import { quarterOf } from '../../../core/time/quarter.ts';
import { refusal } from '../../refusal.ts';
import { type Reply } from '../../reply.ts';
import { may, secretariatOnly } from '../../rights.ts';
import type { Turn } from '../../turn.ts';
import { sessionPage, sessionsPage } from '../../views/organisation/sessions.ts';

/** The quarter's sessions of council members with their clusters; for the secretariat's private chat. */
export async function answerSessions({ unitOfWork }: Dependencies, turn: Turn): Promise<Message> {
  if (!may(turn, 'reports.manage')) return secretariatOnly(turn);
  const { frame } = turn;
  return sessionsPage(frame, quarterOf(frame.today), await councilSessions(unitOfWork.read, frame.now));
}

export async function showSession(dependencies: Dependencies, turn: Turn, key: SessionKey): Promise<Message> {
  if (!may(turn, 'reports.manage')) return secretariatOnly(turn);
  const session = sessionOf(await councilSessions(dependencies.unitOfWork.read, turn.frame.now), key);
  return session === null ? answerSessions(dependencies, turn) : sessionPage(turn.frame, session);
}

/** [Dời quý sau] */
export async function moveSession(dependencies: Dependencies, turn: Turn, key: SessionKey): Promise<Reply> {
  const outcome = await changeSession(dependencies, turn.request, key, { state: 'moved' });
  return outcome.kind === 'refused'
    ? refusal(turn.frame, outcome)
    : { edit: sessionPage(turn.frame, outcome.value) };
}
