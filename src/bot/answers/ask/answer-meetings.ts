import type { Dependencies } from '../../../app/dependencies.ts';
import type { Message } from '../../../app/ports/message.ts';
import type { Turn } from '../../turn.ts';
import { type Announced, meetingsMessage } from '../../views/ask/meeting.ts';
import { nothingHere } from '../nothing-here.ts';

/** Conferences announced by all clusters, from today on: they are no secret between them. */
export async function answerMeetings(
  { unitOfWork }: Dependencies,
  turn: Turn,
  skip: number,
): Promise<Message> {
  const { audience, frame } = turn;
  if (audience === null) return nothingHere(turn);
  const scheduled = await unitOfWork.read.obligations.scheduled();
  const ahead = scheduled
    .filter((one): one is Announced => one.meeting !== null && one.meeting.on >= frame.today)
    .sort((a, b) => a.meeting.on.localeCompare(b.meeting.on) || hourOf(a) - hourOf(b));
  return meetingsMessage(frame, ahead, skip);
}

/** One without an hour comes first on its day. */
const hourOf = ({ meeting }: Announced): number => meeting.minute ?? -1;
