import type { Dependencies } from '../../app/dependencies.ts';
import { isUrgentSlot } from '../../app/notices/urgent-slot.ts';
import type { Button, Message } from '../../app/ports/message.ts';
import {
  MERGED_CAUSE,
  type Notice,
  type NoticeState,
  TRIAL_CAUSE,
} from '../../app/ports/notice-repository.ts';
import { calendarsOf } from '../../core/organisation/calendars.ts';
import { nextOfficeMoment } from '../../core/slot/slots.ts';
import type { Instant } from '../../core/time/instant.ts';
import { besideData, encodeAction } from '../actions/action-codec.ts';
import { sayAssignmentReminder } from './say-assignment-reminder.ts';
import { sayContactCheck } from './say-contact-check.ts';
import { sayLaunchReminder } from './say-launch-reminder.ts';
import { sayOverview } from './say-overview.ts';
import { sayEscalation, sayReminder } from './say-reminder.ts';
import { sayRotation } from './say-rotation.ts';
import type { NoticeWay, Said, Saying } from './saying.ts';

/**
 * What one instant brings one person, in the order in which it is read. After an outage the overview comes with the
 * reminders.
 */
const MORNING = {
  assignment_reminder: sayAssignmentReminder,
  reminder: sayReminder,
  escalation: sayEscalation,
  contact_check: sayContactCheck,
  rotation: sayRotation,
  launch_reminder: sayLaunchReminder,
  overview: sayOverview,
} as const satisfies Partial<Record<Notice['kind'], NoticeWay['say']>>;

type MorningKind = keyof typeof MORNING;
type OfMorning = Notice & { readonly kind: MorningKind };
const KINDS: readonly Notice['kind'][] = Object.keys(MORNING) as MorningKind[];

const SAID_OR_MAY_BE: readonly NoticeState[] = ['sending', 'sent', 'unknown'];
const NOT_SAID_YET: readonly NoticeState[] = ['planned', 'claimed'];

/** One morning, one message: the first that has something to say says what the others have, too. */
export const MORNING_WAYS = {
  assignment_reminder: wayOf('assignment_reminder'),
  reminder: wayOf('reminder'),
  escalation: wayOf('escalation'),
  contact_check: wayOf('contact_check'),
  rotation: wayOf('rotation'),
  launch_reminder: wayOf('launch_reminder'),
  overview: wayOf('overview'),
} satisfies Record<MorningKind, NoticeWay>;

function wayOf(kind: MorningKind): NoticeWay {
  const say = async (saying: Saying): Promise<Said> => {
    const own = await MORNING[kind](saying);
    if ('withheld' in own || isAfterHours(saying)) return own;
    const { before, after } = await besideIt(saying);
    for (const one of before) if (await speaks(saying, one)) return { withheld: MERGED_CAUSE };
    const others: OfMorning[] = [];
    const isOnce = (one: OfMorning) =>
      AS_OF_NOW.includes(one.kind) && [kind, ...others.map((other) => other.kind)].includes(one.kind);
    for (const one of after) if (!isOnce(one) && (await isToBeSaid(saying, one))) others.push(one);
    return others.length === 0 ? own : together(saying, [{ ...saying.notice, kind }, ...others]);
  };
  return { say, officeHours: true };
}

/** Said as of now, whatever their slot: two of them say the same. */
const AS_OF_NOW: readonly MorningKind[] = ['contact_check', 'rotation', 'launch_reminder', 'overview'];

/**
 * When what comes late is said: with the last of what else has fallen due to its addressee meanwhile, so that all of an
 * outage is one message. Null where nothing has.
 */
export async function togetherAt(
  { unitOfWork }: Dependencies,
  { kind, addressee, at, slot }: Notice,
  now: Instant,
): Promise<Instant | null> {
  if (!KINDS.includes(kind) || isUrgentSlot({ slot })) return null;
  const last = await unitOfWork.read.notices.lastPlanned(addressee, KINDS, now);
  return last !== null && last > at ? last : null;
}

/** Only what is HỎA TỐC speaks then; the rest waits for the office to open, and it does not wait with it. */
function isAfterHours({ frame: { now, directory } }: Saying): boolean {
  const { settings } = directory;
  return nextOfficeMoment(now, settings, calendarsOf(settings).work) > now;
}

/** What the same instant brings the same person, before and after it in the order of reading. */
async function besideIt({ dependencies, notice }: Saying) {
  const all = await dependencies.unitOfWork.read.notices.besides(notice);
  const beside = all.filter(isOfMorning).filter(({ released }) => released === notice.released);
  return {
    before: beside.filter((one) => inOrder(one, notice) < 0),
    after: beside.filter((one) => inOrder(one, notice) > 0).toSorted(inOrder),
  };
}

const isOfMorning = (notice: Notice): notice is OfMorning => KINDS.includes(notice.kind);

const inOrder = (one: Notice, other: Notice): number =>
  KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind) || (one.id < other.id ? -1 : 1);

/** Whether it has been said, or will be. */
async function speaks(saying: Saying, notice: OfMorning): Promise<boolean> {
  if (SAID_OR_MAY_BE.includes(notice.state) || notice.cause === TRIAL_CAUSE) return true;
  return NOT_SAID_YET.includes(notice.state) && (await said(saying, notice)) !== null;
}

async function isToBeSaid(saying: Saying, notice: OfMorning): Promise<boolean> {
  const isLeft = NOT_SAID_YET.includes(notice.state) || notice.cause === MERGED_CAUSE;
  return isLeft && (await said(saying, notice)) !== null;
}

async function said(saying: Saying, notice: OfMorning): Promise<Message | null> {
  const lines = await saying.dependencies.unitOfWork.read.notices.linesOf(notice.id);
  const message = await MORNING[notice.kind]({ ...saying, notice, lines });
  return 'withheld' in message ? null : message;
}

/**
 * One under the other, each after a blank line. That it comes late is said once, at the end; what several offer is
 * offered once, and what copies the text copies all of it.
 */
async function together(saying: Saying, all: readonly OfMorning[]): Promise<Message> {
  const messages: Message[] = [];
  for (const [index, notice] of all.entries()) {
    const late = (saying.notice.late || notice.late) && index === all.length - 1;
    messages.push(...[await said(saying, { ...notice, late })].filter((one) => one !== null));
  }
  const copies = all.slice(1).map(({ id }) => encodeAction({ kind: 'plain_copy', notice: id }));
  return {
    entries: messages.flatMap(({ entries: [first = [], ...rest] }, index) =>
      index === 0 ? [first, ...rest] : [['\n', ...first], ...rest],
    ),
    buttons: sharedRows(
      messages.flatMap(({ buttons }) => buttons),
      copies,
    ),
  };
}

/** Each button once, less those in `dropped`; what one of them opens leaves the rest of the message to be read. */
function sharedRows(rows: Message['buttons'], dropped: readonly string[]): Button[][] {
  const seen = new Set(dropped);
  const shared = (button: Button): Button[] => {
    if (!('data' in button)) return [button];
    if (seen.has(button.data)) return [];
    seen.add(button.data);
    return [{ ...button, data: besideData(button.data) }];
  };
  return rows.map((row) => row.flatMap(shared)).filter((row) => row.length > 0);
}
