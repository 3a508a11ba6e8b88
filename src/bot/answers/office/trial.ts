import type { Dependencies } from '../../../app/dependencies.ts';
import { type Outcome, refuse } from '../../../app/outcome.ts';
import type { Message } from '../../../app/ports/message.ts';
import type { Notice } from '../../../app/ports/notice-repository.ts';
import { changeTrial } from '../../../app/trial/change-trial.ts';
import { rehearsedBy } from '../../../app/trial/rehearsed-notice.ts';
import { releaseNotices, shownOn } from '../../../app/trial/release-notices.ts';
import type { NoticeId } from '../../../core/id.ts';
import type { TRIAL_CHOICES } from '../../buttons/trial.ts';
import { refusal } from '../../refusal.ts';
import { popup, type Reply, say } from '../../reply.ts';
import { refusalHere } from '../../rights.ts';
import { byThisUpdate, openTurn, type Turn } from '../../turn.ts';
import type { Frame } from '../../views/frame.ts';
import { answeredMessage, releasedAt, releasedLine, releasedMessage } from '../../views/notice/rehearsal.ts';
import { trialPage } from '../../views/office/trial.ts';

export async function chooseTrial(
  dependencies: Dependencies,
  turn: Turn,
  choice: (typeof TRIAL_CHOICES)[number],
): Promise<Reply> {
  const refused = refusalHere(turn, 'settings.change');
  if (refused !== null) return refused;
  switch (choice) {
    case 'open':
      return say(await pageOf(dependencies, turn.frame));
    case 'show':
      return page(dependencies, turn);
    case 'begin':
    case 'end':
      return shown(dependencies, turn, await changeTrial(dependencies, turn.request, { kind: choice }));
  }
}

export async function chooseTrialDays(dependencies: Dependencies, turn: Turn, days: number): Promise<Reply> {
  const refused = refusalHere(turn, 'settings.change');
  if (refused !== null) return refused;
  return shown(dependencies, turn, await changeTrial(dependencies, turn.request, { kind: 'days', days }));
}

/** [Cho gửi]: what the message shows goes to its addressee, and the message says so. */
export async function letGo(dependencies: Dependencies, turn: Turn, rehearsal: NoticeId): Promise<Reply> {
  const { frame, request } = turn;
  const refused = refusalHere(turn, 'settings.change');
  if (refused !== null) return refused;
  const { notices } = dependencies.unitOfWork.read;
  const notice = await noticeShown(dependencies, rehearsal);
  if (notice === null) return refusal(frame, refuse('NOTICE_NOT_YOURS'));
  const last = (await notices.deliveriesOf(rehearsal)).at(-1)?.message;
  const marked = (text: string, isNews: boolean, edited: (one: Message) => Message): Reply =>
    last === undefined ? popup(text) : { answer: { text, popup: !isNews }, edit: edited(last) };
  if (!notice.released && !(await stillSays(dependencies, turn, notice))) {
    const text = frame.t('trial.outOfDate');
    return marked(text, false, (one) => answeredMessage(one, text));
  }
  const outcome = await releaseNotices(dependencies, request, [notice.id]);
  if (outcome.kind === 'refused') return refusal(frame, outcome);
  const isMine = byThisUpdate(turn, outcome.value > 0);
  const text = isMine ? releasedLine(frame) : frame.t('trial.releasedBefore');
  return marked(text, isMine, (one) => releasedMessage(frame, one, text));
}

/** [Cho gửi cả … tin]: all that was shown today and still holds. */
export async function letAllGo(dependencies: Dependencies, turn: Turn): Promise<Reply> {
  const { frame, request } = turn;
  const refused = refusalHere(turn, 'settings.change');
  if (refused !== null) return refused;
  const holding: NoticeId[] = [];
  for (const notice of await shownOn(dependencies.unitOfWork.read, frame.today)) {
    if (await stillSays(dependencies, turn, notice)) holding.push(notice.id);
  }
  const outcome = await releaseNotices(dependencies, request, holding);
  if (outcome.kind === 'refused') return refusal(frame, outcome);
  const count = turn.incoming.again ? holding.length : outcome.value;
  return {
    answer: { text: frame.t('trial.releasedAll', { count }), popup: false },
    ...(await page(dependencies, turn)),
  };
}

async function noticeShown({ unitOfWork }: Dependencies, rehearsal: NoticeId): Promise<Notice | null> {
  const { notices } = unitOfWork.read;
  const shown = await notices.byId(rehearsal);
  const id = shown === null ? null : rehearsedBy(shown);
  return id === null ? null : notices.byId(id);
}

/** Whether anything of what was shown would still be said. */
async function stillSays(
  dependencies: Dependencies,
  { frame, tools }: Turn,
  notice: Notice,
): Promise<boolean> {
  const { notices } = dependencies.unitOfWork.read;
  for (const one of [notice, ...(await notices.mergedInto(notice.id))]) {
    const now = { ...one, at: releasedAt(frame), mergedInto: null };
    const lines = await notices.linesOf(one.id);
    if ('text' in (await tools.sayRehearsed(dependencies, now, lines))) return true;
  }
  return false;
}

async function shown(dependencies: Dependencies, turn: Turn, outcome: Outcome<void>): Promise<Reply> {
  return outcome.kind === 'refused' ? refusal(turn.frame, outcome) : page(dependencies, turn);
}

/** The page as it is now. */
async function page(dependencies: Dependencies, turn: Turn): Promise<{ edit: Message }> {
  const { frame } = await openTurn(dependencies, turn.incoming, turn.tools);
  return { edit: await pageOf(dependencies, frame) };
}

const pageOf = async ({ unitOfWork }: Dependencies, frame: Frame): Promise<Message> =>
  trialPage(
    frame,
    (await shownOn(unitOfWork.read, frame.today)).length,
    (await unitOfWork.read.launches.inState('held')).length,
  );
