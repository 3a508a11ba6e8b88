import type { Dependencies } from '../../app/dependencies.ts';
import { isUrgentSlot } from '../../app/notices/urgent-slot.ts';
import { isLate } from '../../app/planning.ts';
import type { NoticeKind } from '../../app/ports/notice-kind.ts';
import type { NoticeRenderer, RenderedNotice } from '../../app/ports/notice-renderer.ts';
import type { Line, Notice } from '../../app/ports/notice-repository.ts';
import { dayAt } from '../../app/today.ts';
import { isRehearsed, rehearsalTo } from '../../app/trial/rehearsed-notice.ts';
import type { WorkCalendar } from '../../core/calendar/work-calendar.ts';
import type { PersonId } from '../../core/id.ts';
import { calendarsOf } from '../../core/organisation/calendars.ts';
import type { Chat } from '../../core/organisation/chat.ts';
import { type Directory, privateChatOf } from '../../core/organisation/directory.ts';
import { localeIn } from '../../core/organisation/locale.ts';
import type { Settings } from '../../core/organisation/settings.ts';
import { nextMorning, nextOfficeMoment, nextSendMoment } from '../../core/slot/slots.ts';
import type { Instant } from '../../core/time/instant.ts';
import type { LocalDate } from '../../core/time/local-date.ts';
import { translator } from '../../i18n/translator.ts';
import { withNumberedMenu } from '../numbered-menu.ts';
import { partsFor } from '../split-message.ts';
import type { Frame } from '../views/frame.ts';
import { ASSIGNMENT_WAYS } from './assignment/assignment-ways.ts';
import { LAUNCH_WAYS } from './launch/launch-ways.ts';
import { MORNING_WAYS, togetherAt } from './morning.ts';
import { sayCorrection } from './say-correction.ts';
import { sayDecision } from './say-decision.ts';
import { sayDigest } from './say-digest.ts';
import { sayInbox } from './say-inbox.ts';
import { sayJoinAnswer, sayJoinRequest } from './say-join.ts';
import { sayLeak } from './say-leak.ts';
import { sayRehearsal } from './say-rehearsal.ts';
import { sayReportNote } from './say-report-note.ts';
import { STAFF_WAYS } from './say-staff.ts';
import { sayTrial } from './say-trial.ts';
import type { NoticeParts, NoticeWay, SayTo } from './saying.ts';

const WAYS: Record<NoticeKind, NoticeWay> = {
  ...LAUNCH_WAYS,
  ...STAFF_WAYS,
  ...ASSIGNMENT_WAYS,
  ...MORNING_WAYS,
  digest: { say: sayDigest, waitsFor: 'office' },
  join_request: { say: sayJoinRequest, waitsFor: 'nothing' },
  join_answer: { say: sayJoinAnswer, waitsFor: 'nothing' },
  report_note: { say: sayReportNote, waitsFor: 'office' },
  decision: { say: sayDecision, waitsFor: 'office' },
  inbox: { say: sayInbox, waitsFor: 'office' },
  correction: { say: sayCorrection, waitsFor: 'office' },
  rehearsal: { say: (saying) => sayRehearsal(saying, sayTo), waitsFor: 'office' },
  trial: { say: sayTrial, waitsFor: 'office' },
  leak: { say: sayLeak, waitsFor: 'nothing' },
};

/** Says notices in the language of their chat, as of now. */
export class ChatNoticeRenderer implements NoticeRenderer {
  readonly #parts: NoticeParts;

  constructor(parts: NoticeParts) {
    this.#parts = parts;
  }

  async render(notice: Notice, lines: readonly Line[], now: Instant): Promise<RenderedNotice> {
    const { dependencies, capabilitiesOf } = this.#parts;
    const directory = await dependencies.unitOfWork.read.organisation.directory();
    const way = WAYS[notice.kind];
    const open = opensAt(way, now, directory);
    if (open > now && !(await this.#isUrgent(notice))) return { kind: 'later', at: open };
    const late = notice.late || isLate(notice.at, now);
    const together = late ? await togetherAt(dependencies, notice, now) : null;
    if (together !== null) return { kind: 'later', at: together };
    const others = passedTo(way, notice, directory, dayAt(now, directory));
    if (others !== null) return { kind: 'passed_on', to: others };
    const chat = chatOf(notice, directory);
    const capabilities = chat === null ? null : capabilitiesOf(chat.channel);
    if (chat === null || chat.state === 'lost' || capabilities === null) {
      return { kind: 'withheld', cause: 'unreachable' };
    }
    const frame = await frameIn(chat, directory, dependencies, now);
    const said = await way.say({ ...this.#parts, notice: { ...notice, late }, lines, frame, chat });
    if ('withheld' in said) return { kind: 'withheld', cause: said.withheld };
    const address = { channel: chat.channel, chat: chat.key, thread: chat.thread };
    const { told = [], merged = [], ...plain } = said;
    const message = await withNumberedMenu(dependencies, frame.t, plain, address, capabilities);
    const parts = partsFor(capabilities, message);
    return isRehearsed(notice, directory, frame.today)
      ? { kind: 'rehearsed', chatId: chat.id, parts, merged, to: rehearsalTo(directory, frame.today) }
      : { kind: 'said', chatId: chat.id, parts, told, merged };
  }

  /** HỎA TỐC: somebody chose that it keeps no hours. */
  async #isUrgent(notice: Notice): Promise<boolean> {
    const { subject } = notice;
    if (isUrgentSlot(notice)) return true;
    if (subject?.kind !== 'launch') return false;
    const launch = await this.#parts.dependencies.unitOfWork.read.launches.byId(subject.id);
    return launch?.urgent === true;
  }
}

/** Those who hear it instead of its addressee; null where the addressee does. */
function passedTo(
  { keepers }: NoticeWay,
  { addressee }: Notice,
  directory: Directory,
  today: LocalDate,
): readonly PersonId[] | null {
  if (keepers === undefined || addressee.kind !== 'person') return null;
  const those = keepers(addressee.id, directory, today);
  return those.includes(addressee.id) ? null : those;
}

type Opening = (now: Instant, settings: Settings, work: WorkCalendar) => Instant;

const OPENING: Record<NoticeWay['waitsFor'], Opening> = {
  nothing: (now) => now,
  office: nextOfficeMoment,
  leeway: nextSendMoment,
  morning: nextMorning,
};

/** When a notice of this way may be said: now, or when what it waits for is there. */
const opensAt = ({ waitsFor }: NoticeWay, now: Instant, { settings }: Directory): Instant =>
  OPENING[waitsFor](now, settings, calendarsOf(settings).work);

const sayTo: SayTo = async (parts, notice, now) => {
  const { read } = parts.dependencies.unitOfWork;
  const directory = await read.organisation.directory();
  const chat = chatOf(notice, directory);
  if (chat === null) return null;
  const lines = await read.notices.linesOf(notice.id);
  const frame = await frameIn(chat, directory, parts.dependencies, now);
  return { chat, said: await WAYS[notice.kind].say({ ...parts, notice, lines, frame, chat }) };
};

async function frameIn(
  chat: Chat,
  directory: Directory,
  { unitOfWork }: Dependencies,
  now: Instant,
): Promise<Frame> {
  const t = translator(localeIn(chat, directory));
  return { t, directory, book: await unitOfWork.read.plans.book(), now, today: dayAt(now, directory) };
}

function chatOf({ addressee }: Notice, directory: Directory): Chat | null {
  return addressee.kind === 'person'
    ? privateChatOf(directory, addressee.id)
    : (directory.chats.find((chat) => chat.id === addressee.id) ?? null);
}
