import type { Dependencies } from '../../../app/dependencies.ts';
import { missingSteps, setUpState } from '../../../app/office/set-up-state.ts';
import type { Message } from '../../../app/ports/message.ts';
import { refusalHere } from '../../rights.ts';
import type { Turn } from '../../turn.ts';
import { isUnclaimed } from '../../views/ask/welcome.ts';
import { withSecretariat } from '../../views/frame.ts';
import { saying } from '../../views/message.ts';
import { setUpMessage } from '../../views/office/set-up.ts';

/** What is set up and what is missing, for the secretariat in private; null for others, or where all is there. */
export async function missingSetUp({ unitOfWork }: Dependencies, turn: Turn): Promise<Message | null> {
  if (refusalHere(turn, 'plan.import') !== null) return null;
  const state = await setUpState(unitOfWork.read, turn.frame.now);
  const isNamed = isNamedIn(turn);
  return missingSteps(state).length === 0 && isNamed ? null : setUpMessage(turn.frame, state, isNamed);
}

/** To whoever opens a one-time link that is worth nothing any more; null where it was their own. */
export function spentSetUp(turn: Turn): Message | null {
  const { frame } = turn;
  if (refusalHere(turn, 'plan.import') === null) return null;
  return isUnclaimed(frame)
    ? saying(frame.t('setUp.spentLink'))
    : saying(frame.t('refusal.SET_UP_CLAIMED', withSecretariat(frame)));
}

/** All of it, step by step. */
export const setUpChecklist = async ({ unitOfWork }: Dependencies, turn: Turn): Promise<Message> =>
  setUpMessage(turn.frame, await setUpState(unitOfWork.read, turn.frame.now), isNamedIn(turn));

const isNamedIn = ({ person }: Turn): boolean => person !== null && person.name !== '';
