import type { Dependencies } from '../../app/dependencies.ts';
import { acknowledgeLaunch } from '../../app/launch/acknowledge-launch.ts';
import { approveLaunch, declineLaunch } from '../../app/launch/decide-launch.ts';
import { decideRegistration } from '../../app/launch/register-for-launch.ts';
import { releaseLaunch } from '../../app/launch/release-launch.ts';
import { remindOfLaunch, requestReceiptList } from '../../app/launch/remind-of-launch.ts';
import { withdrawLaunch } from '../../app/launch/revise-launch.ts';
import { type LaunchSeen, seeLaunch } from '../../app/launch/see-launch.ts';
import { refuse } from '../../app/outcome.ts';
import type { LaunchId } from '../../core/id.ts';
import { mayBeRevised } from '../../core/launch/launch.ts';
import { calendarsOf } from '../../core/organisation/calendars.ts';
import { unitById } from '../../core/organisation/directory.ts';
import { nextMorning } from '../../core/slot/slots.ts';
import { readLaunch } from '../answers/read-launch.ts';
import type { LAUNCH_BUTTONS } from '../buttons/launch.ts';
import type { ActionOf } from '../buttons/wire-field.ts';
import { askWhyDeclined, leaveDeclining } from '../dialogues/launch/decline-launch.ts';
import { beginCorrection, rewriteLaunch } from '../dialogues/launch/launch-dialogue.ts';
import { askReview } from '../dialogues/launch/launch-review.ts';
import { askNote, askRegistration } from '../dialogues/launch/registration.ts';
import { beginRecord } from '../dialogues/report/record-dialogue.ts';
import { outdated, refusal } from '../refusal.ts';
import { popup, type Reply, say } from '../reply.ts';
import { refusalHere } from '../rights.ts';
import { byThisUpdate, type Turn } from '../turn.ts';
import { launchDecided } from '../views/launch/launch-approval.ts';
import { launchCalls, launchCopy } from '../views/launch/launch-calls.ts';
import { launchOnItsWay } from '../views/launch/launch-held.ts';
import { remindQuestion, withdrawQuestion } from '../views/launch/launch-panel.ts';
import { registrationToDecide } from '../views/launch/registration.ts';
import { button, saying } from '../views/message.ts';
import { moment } from '../views/moment.ts';
import { titled } from '../views/person-name.ts';
import type { HandlersOf } from './handlers.ts';

export const LAUNCH_HANDLERS: HandlersOf<typeof LAUNCH_BUTTONS> = {
  acknowledge,
  launch_remind: (dependencies, turn, { launch }) =>
    forSecretariat(dependencies, turn, launch, (shown) => {
      const { now, directory } = turn.frame;
      const opensAt = nextMorning(now, directory.settings, calendarsOf(directory.settings).work);
      const asks = shown.launch.state === 'sent' && !shown.launch.urgent && opensAt > now;
      return asks
        ? say(remindQuestion(turn.frame, shown, opensAt))
        : remind(dependencies, turn, launch, false);
    }),
  launch_remind_as: (dependencies, turn, { launch, as }) =>
    remind(dependencies, turn, launch, as === 'urgent'),
  launch_read: (dependencies, turn, { launch, part }) => readLaunch(dependencies, turn, launch, part),
  launch_callers: (dependencies, turn, { launch }) =>
    forSecretariat(dependencies, turn, launch, (shown) => say(launchCalls(turn.frame, shown))),
  launch_copy: (dependencies, turn, { launch }) =>
    forSecretariat(dependencies, turn, launch, (shown) => say(launchCopy(turn.frame, shown.launch))),
  launch_record: (dependencies, turn, { launch }) =>
    beginRecord(dependencies, turn, { kind: 'launch', id: launch }),
  launch_list: async (dependencies, turn, { launch }) => {
    const outcome = await requestReceiptList(dependencies, turn.request, launch);
    if (outcome.kind === 'refused') return refusal(turn.frame, outcome);
    return popup(turn.frame.t('launch.list.coming'));
  },
  launch_release: async (dependencies, turn, { launch }) => {
    const { frame } = turn;
    const outcome = await releaseLaunch(dependencies, turn.request, launch);
    if (outcome.kind === 'refused') return refusal(frame, outcome);
    const { launch: released, changed } = outcome.value;
    return byThisUpdate(turn, changed)
      ? { edit: launchOnItsWay(frame, released, dependencies.clock.now()) }
      : { edit: saying(frame.t('trial.releasedBefore')) };
  },
  launch_approve: async (dependencies, turn, { launch, answer }) => {
    if (answer === 'no') return askWhyDeclined(dependencies, turn, launch);
    const { frame } = turn;
    const outcome =
      answer === 'yes'
        ? await approveLaunch(dependencies, turn.request, launch)
        : await declineLaunch(dependencies, turn.request, launch, '');
    if (outcome.kind === 'refused') return refusal(frame, outcome);
    await leaveDeclining(dependencies, turn, launch);
    return { edit: launchDecided(frame, outcome.value.launch) };
  },
  launch_rewrite: (dependencies, turn, { launch }) =>
    forSecretariat(dependencies, turn, launch, (shown) =>
      shown.launch.state === 'declined' || shown.launch.state === 'withdrawn'
        ? rewriteLaunch(dependencies, turn, shown.launch)
        : outdated(turn.frame),
    ),
  launch_correct: (dependencies, turn, { launch }) =>
    forSecretariat(dependencies, turn, launch, (shown) =>
      mayBeRevised(shown.launch)
        ? beginCorrection(dependencies, turn, shown.launch)
        : refusal(turn.frame, refuse('LAUNCH_WITHDRAWN')),
    ),
  launch_withdraw: async (dependencies, turn, { launch, answer }) => {
    const { frame } = turn;
    if (answer === 'no') return { edit: saying(frame.t('launch.withdraw.kept')) };
    if (answer === 'ask') {
      return forSecretariat(dependencies, turn, launch, (shown) =>
        say(withdrawQuestion(frame, shown.launch)),
      );
    }
    const outcome = await withdrawLaunch(dependencies, turn.request, launch);
    if (outcome.kind === 'refused') return refusal(frame, outcome);
    const again = button(frame.t('launch.button.again'), { kind: 'launch_rewrite', launch });
    return {
      edit: outcome.value.wasRead
        ? saying(frame.t('launch.withdraw.done'))
        : saying(frame.t('launch.withdraw.doneUnread'), [[again]]),
    };
  },
  launch_register: (dependencies, turn, { launch }) => askRegistration(dependencies, turn, launch),
  launch_registrations: (dependencies, turn, { launch }) =>
    forSecretariat(dependencies, turn, launch, ({ launch: of, receipts }) =>
      say(registrationToDecide(turn.frame, of, receipts)),
    ),
  launch_review: (dependencies, turn, { launch, review }) =>
    forSecretariat(dependencies, turn, launch, (shown) =>
      shown.launch.state === 'sent'
        ? askReview(dependencies, turn, shown.launch, review)
        : refusal(turn.frame, refuse('LAUNCH_WITHDRAWN')),
    ),
  registration: async (dependencies, turn, { launch, unit, answer }) => {
    if (answer === 'more') {
      return forSecretariat(dependencies, turn, launch, () => askNote(dependencies, turn, launch, unit));
    }
    const outcome = await decideRegistration(dependencies, turn.request, launch, unit, null);
    if (outcome.kind === 'refused') return refusal(turn.frame, outcome);
    return forSecretariat(dependencies, turn, launch, ({ launch: of, receipts }) => ({
      edit: registrationToDecide(turn.frame, of, receipts),
    }));
  },
};

async function remind(
  dependencies: Dependencies,
  { request, frame }: Turn,
  launch: LaunchId,
  isUrgent: boolean,
): Promise<Reply> {
  const outcome = await remindOfLaunch(dependencies, request, launch, isUrgent);
  if (outcome.kind === 'refused') return refusal(frame, outcome);
  const { reached, unreached } = outcome.value;
  return popup(frame.t('launch.remindedNow', { reached, unreached }));
}

/** For what only reads: names, numbers and registrations are the secretariat's, and never for a group. */
async function forSecretariat(
  dependencies: Dependencies,
  turn: Turn,
  id: LaunchId,
  proceed: (shown: LaunchSeen) => Reply | Promise<Reply>,
): Promise<Reply> {
  const { frame } = turn;
  const refused = refusalHere(turn, 'launch.compose', frame.t('launch.privateOnly'));
  if (refused !== null) return refused;
  const shown = await seeLaunch(dependencies.unitOfWork.read, id);
  if (shown === null) return refusal(frame, refuse('LAUNCH_UNKNOWN'));
  return proceed(shown);
}

async function acknowledge(
  dependencies: Dependencies,
  turn: Turn,
  { launch }: ActionOf<typeof LAUNCH_BUTTONS, 'acknowledge'>,
): Promise<Reply> {
  const { frame } = turn;
  const outcome = await acknowledgeLaunch(dependencies, turn.request, launch);
  if (outcome.kind === 'refused') return refusal(frame, outcome);
  const { launch: received, units } = outcome.value;
  const fresh = units.filter(({ changed, isOwn }) => isOwn && byThisUpdate(turn, changed));
  const linesOf = (shown: typeof units): string[] =>
    shown.map((unit) =>
      frame.t(fresh.includes(unit) ? 'launch.acknowledged' : 'launch.acknowledgedBefore', {
        unit: unitById(frame.directory, unit.unitId).name,
        ...moment(frame, unit.at),
      }),
    );
  // In private it stays to be read again; in a group the count changes, and nobody's name stands there.
  const { person } = turn;
  const [first] = fresh;
  if (turn.incoming.chat.kind === 'private' && first !== undefined && person !== null) {
    const names = fresh.map(({ unitId }) => unitById(frame.directory, unitId).name).join(', ');
    const params = { names, title: received.title, by: titled(frame, person), ...moment(frame, first.at) };
    const others = linesOf(units.filter((unit) => !fresh.includes(unit)));
    return say(saying([frame.t('launch.acknowledgedPrivately', params), ...others].join('\n')));
  }
  return popup(linesOf(units).join('\n'));
}
