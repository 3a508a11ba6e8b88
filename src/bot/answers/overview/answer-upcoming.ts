import type { Dependencies } from '../../../app/dependencies.ts';
import { refuse } from '../../../app/outcome.ts';
import type { Message } from '../../../app/ports/message.ts';
import { isSkipped } from '../../../app/ports/notice-repository.ts';
import { settleUpcoming, type UpcomingChoice } from '../../../app/upcoming/settle-upcoming.ts';
import { isSameUpcoming, type UpcomingRef, upcomingNotices } from '../../../app/upcoming/upcoming-notices.ts';
import { previewNotice } from '../../notices/preview-notice.ts';
import { refusal } from '../../refusal.ts';
import { popup, type Reply } from '../../reply.ts';
import { may, secretariatOnly } from '../../rights.ts';
import { byThisUpdate, type Turn } from '../../turn.ts';
import { atParams, upcomingList, upcomingOne } from '../../views/notice/upcoming.ts';
import { pageOf } from '../../views/page.ts';

const PER_PAGE = 6;

/** What will be said by itself within the next days; for the secretariat's private chat. */
export async function answerUpcoming(dependencies: Dependencies, turn: Turn, skip = 0): Promise<Message> {
  if (!may(turn, 'reports.manage')) return secretariatOnly(turn);
  const { all, said } = await upcomingNotices(dependencies, turn.frame.now, {
    wanted: (list) => pageOf(list, skip, PER_PAGE).items.filter(({ notice }) => !isSkipped(notice)),
    say: (within, { notice, lines }) => previewNotice(within, notice, lines),
  });
  const page = pageOf(all, skip, PER_PAGE);
  return upcomingList(turn.frame, {
    ...page,
    items: page.items.map((upcoming) => ({ upcoming, preview: said.get(upcoming) ?? null })),
  });
}

/** One of them; the list again where it is no more to be said. */
export async function showUpcoming(
  dependencies: Dependencies,
  turn: Turn,
  ref: UpcomingRef,
): Promise<Message> {
  if (!may(turn, 'reports.manage')) return secretariatOnly(turn);
  const { all, said } = await upcomingNotices(dependencies, turn.frame.now, {
    wanted: (list) => list.filter((one) => isSameUpcoming(one.ref, ref)),
    say: (within, { notice, lines }) => previewNotice(within, notice, lines),
  });
  const one = all.find((upcoming) => isSameUpcoming(upcoming.ref, ref));
  return one === undefined
    ? answerUpcoming(dependencies, turn)
    : upcomingOne(turn.frame, one, said.get(one) ?? null);
}

export async function chooseUpcoming(
  dependencies: Dependencies,
  turn: Turn,
  ref: UpcomingRef,
  choice: UpcomingChoice,
): Promise<Reply> {
  const { frame, request, incoming } = turn;
  if (ref.kind === 'stored') return refusal(frame, refuse('NOTICE_GONE'));
  const outcome = await settleUpcoming(dependencies, request, ref, choice);
  if (outcome.kind === 'refused') return refusal(frame, outcome);
  const { at, changed } = outcome.value;
  const isNow = byThisUpdate(turn, changed);
  // What goes at once is marked by the clock a moment after the turn began.
  const isLater = at !== null && at > dependencies.clock.now();
  const text =
    at === null
      ? frame.t(isNow ? 'upcoming.doneSkip' : 'upcoming.doneBefore')
      : isLater
        ? frame.t('upcoming.doneLater', atParams(frame, at))
        : frame.t(isNow ? 'upcoming.doneNow' : 'upcoming.doneBefore');
  if (incoming.chat.kind === 'group') return popup(text);
  return {
    answer: { text, popup: isLater },
    edit: await answerUpcoming(dependencies, turn),
  };
}
