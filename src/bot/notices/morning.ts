import type { Message } from '../../app/ports/message.ts';
import { type Notice, type NoticeState, TRIAL_CAUSE } from '../../app/ports/notice-repository.ts';
import { sayLaunchReminder } from './say-launch-reminder.ts';
import { sayEscalation, sayReminder } from './say-reminder.ts';
import { sayRotation } from './say-rotation.ts';
import type { NoticeWay, Said, Saying } from './saying.ts';

/** What a morning brings one person, in the order in which it is read. */
const MORNING = {
  reminder: sayReminder,
  escalation: sayEscalation,
  rotation: sayRotation,
  launch_reminder: sayLaunchReminder,
} as const satisfies Partial<Record<Notice['kind'], NoticeWay['say']>>;

type MorningKind = keyof typeof MORNING;
const KINDS = Object.keys(MORNING) as MorningKind[];

/** Why a notice is not said by itself: the first of its morning says it. */
const MERGED = 'merged';
const SAID_OR_MAY_BE: readonly NoticeState[] = ['sending', 'sent', 'unknown'];
const NOT_SAID_YET: readonly NoticeState[] = ['planned', 'claimed'];

/** One morning, one message: the first that has something to say says what the others have, too. */
export const MORNING_WAYS = {
  reminder: wayOf('reminder'),
  escalation: wayOf('escalation'),
  rotation: wayOf('rotation'),
  launch_reminder: wayOf('launch_reminder'),
} satisfies Record<MorningKind, NoticeWay>;

function wayOf(kind: MorningKind): NoticeWay {
  const place = KINDS.indexOf(kind);
  const say = async (saying: Saying): Promise<Said> => {
    for (const earlier of KINDS.slice(0, place))
      if (await speaks(saying, earlier)) return { withheld: MERGED };
    const own = await MORNING[kind](saying);
    if ('withheld' in own) return own;
    let all: Message = own;
    for (const later of KINDS.slice(place + 1)) {
      const said = await saidBeside(saying, later);
      if (said !== null) all = joined(all, said);
    }
    return all;
  };
  return { say, officeHours: true };
}

/** Whether another notice of the same morning to the same person has been said, or will be. */
async function speaks(saying: Saying, kind: MorningKind): Promise<boolean> {
  const beside = await besideIt(saying, kind);
  if (beside === null) return false;
  if (SAID_OR_MAY_BE.includes(beside.state) || beside.cause === TRIAL_CAUSE) return true;
  return NOT_SAID_YET.includes(beside.state) && (await said(saying, beside, kind)) !== null;
}

/** What another notice of the same morning would say by itself; null where it was said, or would not be. */
async function saidBeside(saying: Saying, kind: MorningKind): Promise<Message | null> {
  const beside = await besideIt(saying, kind);
  const isMerged = beside !== null && (NOT_SAID_YET.includes(beside.state) || beside.cause === MERGED);
  return isMerged ? said(saying, beside, kind) : null;
}

const besideIt = ({ dependencies, notice }: Saying, kind: MorningKind): Promise<Notice | null> =>
  dependencies.unitOfWork.read.notices.bySlot(kind, notice.addressee, notice.slot);

async function said(saying: Saying, notice: Notice, kind: MorningKind): Promise<Message | null> {
  const lines = await saying.dependencies.unitOfWork.read.notices.linesOf(notice.id);
  const message = await MORNING[kind]({ ...saying, notice, lines });
  return 'withheld' in message ? null : message;
}

/** The second under the first, after a blank line. */
function joined(one: Message, other: Message): Message {
  const [first = [], ...rest] = other.entries;
  return {
    ...one,
    entries: [...one.entries, ['\n', ...first], ...rest],
    buttons: [...one.buttons, ...other.buttons],
  };
}
