import type { Message } from '../../app/ports/message.ts';
import { type Notice, type NoticeState, TRIAL_CAUSE } from '../../app/ports/notice-repository.ts';
import { MERGED } from './merged.ts';
import { sayLaunchReminder } from './say-launch-reminder.ts';
import { sayOverview } from './say-overview.ts';
import { sayEscalation, sayReminder } from './say-reminder.ts';
import { sayRotation } from './say-rotation.ts';
import type { NoticeWay, Said, Saying } from './saying.ts';

/** What one instant brings one person, in the order in which it is read. After an outage the overview comes with the reminders. */
const MORNING = {
  reminder: sayReminder,
  escalation: sayEscalation,
  rotation: sayRotation,
  launch_reminder: sayLaunchReminder,
  overview: sayOverview,
} as const satisfies Partial<Record<Notice['kind'], NoticeWay['say']>>;

type MorningKind = keyof typeof MORNING;
const KINDS = Object.keys(MORNING) as MorningKind[];

const SAID_OR_MAY_BE: readonly NoticeState[] = ['sending', 'sent', 'unknown'];
const NOT_SAID_YET: readonly NoticeState[] = ['planned', 'claimed'];

/** One morning, one message: the first that has something to say says what the others have, too. */
export const MORNING_WAYS = {
  reminder: wayOf('reminder'),
  escalation: wayOf('escalation'),
  rotation: wayOf('rotation'),
  launch_reminder: wayOf('launch_reminder'),
  overview: wayOf('overview'),
} satisfies Record<MorningKind, NoticeWay>;

function wayOf(kind: MorningKind): NoticeWay {
  const place = KINDS.indexOf(kind);
  const say = async (saying: Saying): Promise<Said> => {
    const own = await MORNING[kind](saying);
    if ('withheld' in own) return own;
    for (const earlier of KINDS.slice(0, place))
      if (await speaks(saying, earlier)) return { withheld: MERGED };
    const others: [MorningKind, Notice][] = [];
    for (const later of KINDS.slice(place + 1)) {
      const beside = await besideIt(saying, later);
      if (beside !== null && (await isToBeSaid(saying, later, beside))) others.push([later, beside]);
    }
    return others.length === 0 ? own : together(saying, [[kind, saying.notice], ...others]);
  };
  return { say, officeHours: true };
}

/** Whether another notice of the same instant to the same person has been said, or will be. */
async function speaks(saying: Saying, kind: MorningKind): Promise<boolean> {
  const beside = await besideIt(saying, kind);
  if (beside === null) return false;
  if (SAID_OR_MAY_BE.includes(beside.state) || beside.cause === TRIAL_CAUSE) return true;
  return NOT_SAID_YET.includes(beside.state) && (await said(saying, kind, beside)) !== null;
}

async function isToBeSaid(saying: Saying, kind: MorningKind, notice: Notice): Promise<boolean> {
  const isLeft = NOT_SAID_YET.includes(notice.state) || notice.cause === MERGED;
  return isLeft && (await said(saying, kind, notice)) !== null;
}

/** The notice of that kind to the same person for the same day; one of another hour goes by itself. */
async function besideIt({ dependencies, notice }: Saying, kind: MorningKind): Promise<Notice | null> {
  const { addressee, slot, at } = notice;
  const beside = await dependencies.unitOfWork.read.notices.bySlot(kind, addressee, slot);
  return beside?.at === at ? beside : null;
}

async function said(saying: Saying, kind: MorningKind, notice: Notice): Promise<Message | null> {
  const lines = await saying.dependencies.unitOfWork.read.notices.linesOf(notice.id);
  const message = await MORNING[kind]({ ...saying, notice, lines });
  return 'withheld' in message ? null : message;
}

/** One under the other, each after a blank line; that it comes late is said once, at the end. */
async function together(saying: Saying, all: readonly [MorningKind, Notice][]): Promise<Message> {
  const messages: Message[] = [];
  for (const [index, [kind, notice]] of all.entries()) {
    const late = notice.late && index === all.length - 1;
    messages.push(...[await said(saying, kind, { ...notice, late })].filter((one) => one !== null));
  }
  return {
    entries: messages.flatMap(({ entries: [first = [], ...rest] }, index) =>
      index === 0 ? [first, ...rest] : [['\n', ...first], ...rest],
    ),
    buttons: messages.flatMap(({ buttons }) => buttons),
  };
}
