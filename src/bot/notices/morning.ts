import type { Dependencies } from '../../app/dependencies.ts';
import { isUrgentSlot } from '../../app/notices/urgent-slot.ts';
import type { Button, Message } from '../../app/ports/message.ts';
import {
  FAULT_CAUSE,
  MERGED_CAUSE,
  type Notice,
  type NoticeState,
  TRIAL_CAUSE,
} from '../../app/ports/notice-repository.ts';
import { isRehearsed } from '../../app/trial/rehearsed-notice.ts';
import { calendarsOf } from '../../core/organisation/calendars.ts';
import { nextOfficeMoment } from '../../core/slot/slots.ts';
import type { Instant } from '../../core/time/instant.ts';
import { besideData, encodeAction } from '../buttons/action-codec.ts';
import { sayAssignmentReminder } from './assignment/say-assignment-reminder.ts';
import { sayLaunchReminder } from './launch/say-launch-reminder.ts';
import { sayContactCheck } from './say-contact-check.ts';
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

const READ: readonly NoticeState[] = ['sent', 'unknown'];

/** One morning, one message: the first in turn that has something to say says what the others have, too. */
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
    const withheld = await whySaidAlready(saying);
    if (withheld !== null) return { withheld };
    const own = await MORNING[kind](saying);
    if ('withheld' in own || isAfterHours(saying)) return own;
    const others = await othersToSay(saying);
    return others.length === 0 ? own : together(saying, [{ ...saying.notice, kind }, ...others]);
  };
  return { say, waitsFor: 'morning' };
}

/** What was said within another counts as said once that may have been read; as shown, where that was only shown. */
async function whySaidAlready({ dependencies, notice }: Saying): Promise<string | null> {
  if (notice.mergedInto === null) return null;
  const into = await dependencies.unitOfWork.read.notices.byId(notice.mergedInto);
  if (into === null) return null;
  if (READ.includes(into.state)) return MERGED_CAUSE;
  return into.cause === TRIAL_CAUSE ? TRIAL_CAUSE : null;
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

/** What else the same instant brings the same person, is shown to the same people and has something to say. */
async function othersToSay(saying: Saying): Promise<OfMorning[]> {
  const { dependencies, notice, frame } = saying;
  const isShown = (one: Notice) => isRehearsed(one, frame.directory, frame.today);
  const beside = (await dependencies.unitOfWork.read.notices.besides(notice))
    .filter(isOfMorning)
    .filter((one) => goesWith(one, notice) && isShown(one) === isShown(notice));
  const said = await Promise.all(beside.map((one) => saidBy(saying, one)));
  return beside.filter((_, index) => said[index] !== null);
}

const isOfMorning = (notice: Notice): notice is OfMorning => KINDS.includes(notice.kind);

/** Whatever waits its turn, but for what failed and is tried by itself; what was only shown has what was shown in it. */
function goesWith(one: Notice, notice: Notice): boolean {
  const waits = one.state === 'planned' && one.cause !== FAULT_CAUSE;
  if (notice.state !== 'withheld') return waits;
  return one.mergedInto === notice.id && (waits || one.cause === TRIAL_CAUSE);
}

async function saidBy(saying: Saying, notice: OfMorning): Promise<Message | null> {
  const lines = await saying.dependencies.unitOfWork.read.notices.linesOf(notice.id);
  const message = await MORNING[notice.kind]({ ...saying, notice, lines });
  return 'withheld' in message ? null : message;
}

/**
 * One under the other in the order of reading, each after a blank line. That it comes late is said once, at the end;
 * what several offer is offered once, and what copies the text copies all of it.
 */
async function together(saying: Saying, all: readonly OfMorning[]): Promise<Said> {
  const { notice } = saying;
  const read = all.toSorted(inOrder).filter(isFirstToSayIt);
  const isLate = all.some(({ late }) => late);
  const messages: Message[] = [];
  for (const [index, one] of read.entries()) {
    const message = await saidBy(saying, { ...one, late: isLate && index === read.length - 1 });
    if (message !== null) messages.push(message);
  }
  const copyOf = ({ id }: Pick<Notice, 'id'>) => encodeAction({ kind: 'plain_copy', notice: id });
  return {
    entries: messages.flatMap(({ entries: [first = [], ...rest] }, index) =>
      index === 0 ? [first, ...rest] : [['\n', ...first], ...rest],
    ),
    buttons: sharedRows(
      messages.flatMap(({ buttons }) => buttons),
      new Map(all.map((one) => [copyOf(one), copyOf(notice)])),
    ),
    merged: all.map(({ id }) => id).filter((id) => id !== notice.id),
  };
}

const inOrder = (one: Notice, other: Notice): number =>
  KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind) || (one.id < other.id ? -1 : 1);

const isFirstToSayIt = ({ kind }: OfMorning, index: number, read: readonly OfMorning[]): boolean =>
  !AS_OF_NOW.includes(kind) || read.findIndex((one) => one.kind === kind) === index;

/** Each button once, `meant` in place of what it stands for; what one opens leaves the rest of the message to be read. */
function sharedRows(rows: Message['buttons'], meant: ReadonlyMap<string, string>): Button[][] {
  const seen = new Set<string>();
  const shared = (button: Button): Button[] => {
    if (!('data' in button)) return [button];
    const data = meant.get(button.data) ?? button.data;
    if (seen.has(data)) return [];
    seen.add(data);
    return [{ ...button, data: besideData(data) }];
  };
  return rows.map((row) => row.flatMap(shared)).filter((row) => row.length > 0);
}
