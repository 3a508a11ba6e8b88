import type { Dependencies } from '../../app/dependencies.ts';
import { type Outcome, refuse } from '../../app/outcome.ts';
import type { Message } from '../../app/ports/message.ts';
import {
  muteObligation,
  SNOOZED_DAYS,
  snoozeNotice,
  takeEscalation,
  toldBy,
  WAITED_DAYS,
} from '../../app/report/hold-reminders.ts';
import type { NoticeId, ObligationId } from '../../core/id.ts';
import type { LocalDate } from '../../core/time/local-date.ts';
import { weekdayDate } from '../../i18n/days.ts';
import type { TextKey } from '../../i18n/translator.ts';
import { answerUpcoming, chooseUpcoming, showUpcoming } from '../answers/overview/answer-upcoming.ts';
import type { NOTICE_BUTTONS } from '../buttons/notice.ts';
import type { ActionOf } from '../buttons/wire-field.ts';
import { outdated, refusal, refusalText } from '../refusal.ts';
import { popup, type Reply } from '../reply.ts';
import { may } from '../rights.ts';
import type { Turn } from '../turn.ts';
import { moment } from '../views/moment.ts';
import { basisMessage } from '../views/notice/basis.ts';
import { escalationReport, mutedText, withChoice } from '../views/notice/escalation.ts';
import { noticeCopy } from '../views/notice/plain-copy.ts';
import { calledAs } from '../views/person-name.ts';
import { capital } from '../views/subject-name.ts';
import type { HandlersOf } from './handlers.ts';
import { toPresser } from './to-presser.ts';

export const NOTICE_HANDLERS: HandlersOf<typeof NOTICE_BUTTONS> = {
  snooze: async (dependencies, turn, { notice }) =>
    untilSaid(turn, await snoozeNotice(dependencies, turn.request, notice, SNOOZED_DAYS), 'reminder.snoozed'),
  basis: async (dependencies, turn, { notice }) => {
    const basis = await basisOf(dependencies, turn, notice);
    if (basis === null) return refusal(turn.frame, refuse('NOTICE_NOT_YOURS'));
    return toPresser(turn, () => basis);
  },
  plain_copy: copyNotice,
  card_mute: (dependencies, turn, { obligation, notice }) =>
    mute(dependencies, turn, obligation, true, notice),
  card_unmute: (dependencies, turn, { obligation, notice }) =>
    mute(dependencies, turn, obligation, false, notice),
  mute: (dependencies, turn, { obligation }) => mute(dependencies, turn, obligation, true),
  unmute: (dependencies, turn, { obligation }) => mute(dependencies, turn, obligation, false),
  escalation_call: async (dependencies, turn, { notice }) => {
    const outcome = await takeEscalation(dependencies, turn.request, notice);
    if (outcome.kind === 'refused') return refusal(turn.frame, outcome);
    return {
      ...popup(turn.frame.t('escalation.taken')),
      ...(await chosen(dependencies, turn, notice, 'calls')),
    };
  },
  escalation_wait: async (dependencies, turn, { notice }) => {
    const outcome = await snoozeNotice(dependencies, turn.request, notice, WAITED_DAYS);
    const said = untilSaid(turn, outcome, 'escalation.waiting');
    if (outcome.kind === 'refused') return said;
    const day = weekdayDate(turn.frame.t, outcome.value);
    return { ...said, ...(await chosen(dependencies, turn, notice, 'waits', { day })) };
  },
  escalation_report: async ({ unitOfWork }, turn, { notice }) => {
    const told = await toldBy(unitOfWork.read, turn.request, notice, turn.frame.now);
    return told === null
      ? refusal(turn.frame, refuse('NOTICE_NOT_YOURS'))
      : toPresser(turn, () => escalationReport(turn.frame, told.obligations));
  },
  upcoming: (dependencies, turn, { skip }) =>
    toPresser(turn, () => answerUpcoming(dependencies, turn, skip), 'edit'),
  upcoming_one: (dependencies, turn, { ref }) =>
    toPresser(turn, () => showUpcoming(dependencies, turn, ref), 'edit'),
  upcoming_settle: (dependencies, turn, { ref, choice }) => chooseUpcoming(dependencies, turn, ref, choice),
};

const untilSaid = ({ frame }: Turn, outcome: Outcome<LocalDate>, key: TextKey): Reply =>
  popup(
    outcome.kind === 'refused'
      ? refusalText(frame, outcome)
      : frame.t(key, { day: weekdayDate(frame.t, outcome.value) }),
  );

/** The message as it was sent, saying from now on what was chosen under it; nothing where it is not found. */
async function chosen(
  { unitOfWork }: Dependencies,
  { incoming: { content }, frame, person }: Turn,
  id: NoticeId,
  what: 'calls' | 'waits',
  until: { readonly day?: string } = {},
): Promise<Pick<Reply, 'amended'>> {
  const { notices } = unitOfWork.read;
  const pressed = content.kind === 'press' ? content.message : null;
  const sent = await notices.deliveriesOf((await notices.byId(id))?.mergedInto ?? id);
  const under = sent.find(({ messageKey }) => messageKey !== null && messageKey === pressed);
  if (under === undefined || person === null) return {};
  const name = capital(calledAs(frame, person));
  const line = frame.t(`escalation.${what}`, { name, ...until, ...moment(frame, frame.now) });
  return { amended: withChoice(under.message, line) };
}

/** To whom it was said, to whoever reads the group it was said in, and to the secretariat; always in private. */
async function copyNotice(
  { unitOfWork }: Dependencies,
  turn: Turn,
  { notice: id }: ActionOf<typeof NOTICE_BUTTONS, 'plain_copy'>,
): Promise<Reply> {
  const { frame, person, chat } = turn;
  const { notices } = unitOfWork.read;
  const notice = await notices.byId(id);
  const isReader =
    notice !== null && (notice.addressee.id === person?.id || notice.addressee.id === chat?.id);
  if (!isReader && !may(turn, 'reports.manage')) return refusal(frame, refuse('NOTICE_NOT_YOURS'));
  const said = (await notices.deliveriesOf(id)).map(({ message }) => message);
  if (said.length === 0) return outdated(frame);
  return toPresser(turn, () => noticeCopy(frame, said, may(turn, 'reports.manage')));
}

async function mute(
  dependencies: Dependencies,
  turn: Turn,
  obligation: ObligationId,
  isMuted: boolean,
  under: NoticeId | null = null,
): Promise<Reply> {
  const outcome = await muteObligation(dependencies, turn.request, obligation, isMuted);
  if (outcome.kind === 'refused') return refusal(turn.frame, outcome);
  const text = mutedText(turn.frame, outcome.value, isMuted);
  // The card is its reader's own: in a group nothing of it is shown.
  const isOwn = turn.incoming.chat.kind === 'private';
  const basis = under !== null && isOwn ? await basisOf(dependencies, turn, under) : null;
  return basis === null ? popup(text) : { answer: { text, popup: false }, edit: basis };
}

/** The card as it is now; null where the notice was not addressed to whoever asks. */
async function basisOf(
  { unitOfWork: { read } }: Dependencies,
  { frame, request }: Turn,
  notice: NoticeId,
): Promise<Message | null> {
  const told = await toldBy(read, request, notice, frame.now);
  if (told === null) return null;
  const { obligations, person } = told;
  const holds = (await read.holds.of(obligations.map(({ id }) => id))).filter(
    ({ personId }) => personId === person.id,
  );
  return basisMessage(frame, { notice, obligations, lines: await read.notices.linesOf(notice), holds });
}
