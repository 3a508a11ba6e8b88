import { changeTrial } from '../../app/change-trial.ts';
import type { Dependencies } from '../../app/dependencies.ts';
import type { Outcome } from '../../app/outcome.ts';
import { rehearsedBy } from '../../app/rehearsed-notice.ts';
import { releaseNotice } from '../../app/release-notice.ts';
import { scopeOf } from '../../core/access/rights.ts';
import type { NoticeId } from '../../core/id.ts';
import type { TRIAL_CHOICES } from '../actions/set-up-action.ts';
import { refusalText } from '../refusal.ts';
import { popup, type Reply, say } from '../reply.ts';
import { openTurn, type Turn } from '../turn.ts';
import { withSecretariat } from '../views/frame.ts';
import { releasedAt, releasedLine, releasedMessage } from '../views/rehearsal.ts';
import { trialPage } from '../views/trial.ts';

export async function chooseTrial(
  dependencies: Dependencies,
  turn: Turn,
  choice: (typeof TRIAL_CHOICES)[number],
): Promise<Reply> {
  const refused = refusalHere(turn);
  if (refused !== null) return refused;
  switch (choice) {
    case 'open':
      return say(trialPage(turn.frame));
    case 'show':
      return { edit: trialPage(turn.frame) };
    case 'begin':
    case 'end':
      return shown(dependencies, turn, await changeTrial(dependencies, turn.request, { kind: choice }));
  }
}

export async function chooseTrialDays(dependencies: Dependencies, turn: Turn, days: number): Promise<Reply> {
  const refused = refusalHere(turn);
  if (refused !== null) return refused;
  return shown(dependencies, turn, await changeTrial(dependencies, turn.request, { kind: 'days', days }));
}

/** [Cho gửi]: what the message shows goes to its addressee, and the message says so. */
export async function letGo(dependencies: Dependencies, turn: Turn, rehearsal: NoticeId): Promise<Reply> {
  const { frame, request } = turn;
  const refused = refusalHere(turn);
  if (refused !== null) return refused;
  const { notices } = dependencies.unitOfWork.read;
  const last = (await notices.deliveriesOf(rehearsal)).at(-1)?.message;
  const marked = (text: string, isNews: boolean): Reply =>
    last === undefined
      ? popup(text)
      : { answer: { text, popup: !isNews }, edit: releasedMessage(last, text) };
  if (!(await stillSays(dependencies, turn, rehearsal))) return marked(frame.t('trial.outOfDate'), false);
  const outcome = await releaseNotice(dependencies, request, rehearsal);
  if (outcome.kind === 'refused') return popup(refusalText(frame, outcome));
  const isMine = outcome.value.changed || turn.incoming.again;
  return marked(isMine ? releasedLine(frame) : frame.t('trial.releasedBefore'), isMine);
}

/** Whether what was shown would still be said; what was let go before is judged by that alone. */
async function stillSays(
  dependencies: Dependencies,
  { frame, tools }: Turn,
  rehearsal: NoticeId,
): Promise<boolean> {
  const { notices } = dependencies.unitOfWork.read;
  const shown = await notices.byId(rehearsal);
  const id = shown === null ? null : rehearsedBy(shown);
  const notice = id === null ? null : await notices.byId(id);
  if (notice === null || notice.released) return true;
  const now = { ...notice, at: releasedAt(frame) };
  return (await tools.sayRehearsed(dependencies, now, await notices.linesOf(notice.id))) !== null;
}

function refusalHere({ frame, actor, incoming }: Turn): Reply | null {
  if (actor === null || scopeOf('settings.change', actor.roles) === null) {
    return popup(frame.t('refusal.ACCESS_SECRETARIAT_ONLY', withSecretariat(frame)));
  }
  return incoming.chat.kind === 'group' ? popup(frame.t('answer.openPrivately')) : null;
}

/** The page as it is now. */
async function shown(dependencies: Dependencies, turn: Turn, outcome: Outcome<void>): Promise<Reply> {
  if (outcome.kind === 'refused') return popup(refusalText(turn.frame, outcome));
  const { frame } = await openTurn(dependencies, turn.incoming, turn.tools);
  return { edit: trialPage(frame) };
}
