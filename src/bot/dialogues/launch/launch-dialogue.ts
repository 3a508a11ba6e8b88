import type { Dependencies } from '../../../app/dependencies.ts';
import { correctLaunch } from '../../../app/launch/revise-launch.ts';
import { sendLaunch } from '../../../app/launch/send-launch.ts';
import type { LaunchDraft } from '../../../app/ports/launch-repository.ts';
import type { Message } from '../../../app/ports/message.ts';
import { contentOf, isUnread, type Launch } from '../../../core/launch/launch.ts';
import {
  EMPTY_LAUNCH,
  type LaunchForm,
  type LaunchInput,
  type LaunchMove,
  type LaunchStep,
} from '../../forms/launch/launch-form.ts';
import { stepLaunch } from '../../forms/launch/step-launch.ts';
import { onlyPrivately } from '../../private-door.ts';
import { outdated, refusal } from '../../refusal.ts';
import { type Reply, say } from '../../reply.ts';
import { may, notAllowed } from '../../rights.ts';
import type { Turn } from '../../turn.ts';
import type { Frame } from '../../views/frame.ts';
import { plainLaunch } from '../../views/launch/launch-calls.ts';
import { launchOnItsWay } from '../../views/launch/launch-held.ts';
import { launchQuestion } from '../../views/launch/launch-question.ts';
import { saying, shortTitle } from '../../views/message.ts';
import { moment } from '../../views/moment.ts';
import { closeDialogue, type DialogueKind, saveDialogue, showing } from '../dialogue-kind.ts';
import { draftsBeside, dropDraft, fileTaken, keepDraft, openForm, withPlace } from './launch-drafts.ts';
import { groupTitles, launchScene } from './launch-scene.ts';

const LAUNCH_DIALOGUE = { kind: 'launch', version: 2 } as const;

/**
 * `/phatdong`: begins the form, in private, for those who may launch. What was being written is offered to go on with.
 */
export async function beginLaunch(dependencies: Dependencies, turn: Turn): Promise<Reply> {
  const { frame, incoming } = turn;
  if (!may(turn, 'launch.compose')) return say(notAllowed(turn, 'launch.compose'));
  if (incoming.chat.kind === 'group') return onlyPrivately(turn, frame.t('launch.privateOnly'));
  // One that an earlier program left open has no place yet.
  const open = await openForm(dependencies, turn, LAUNCH_DIALOGUE);
  if (open?.form.draftId === null) {
    await keepDraft(dependencies, turn, open.step, withPlace(dependencies, open.form));
  }
  return say(await openedAt(dependencies, turn, 'title', EMPTY_LAUNCH));
}

/** Stores where the form stands, and keeps what is written of it; gives the question there. */
async function openedAt(
  dependencies: Dependencies,
  turn: Turn,
  step: LaunchStep,
  given: LaunchForm,
): Promise<Message> {
  const form = withPlace(dependencies, given);
  await saveDialogue(dependencies, turn, LAUNCH_DIALOGUE, step, form);
  await keepDraft(dependencies, turn, step, form);
  return questionOf(dependencies, turn, step, form);
}

export const launchDialogue: DialogueKind<LaunchForm, LaunchStep> = {
  ...LAUNCH_DIALOGUE,
  async take(dependencies, turn, { step, draft: stored, again }, input) {
    const { frame } = turn;
    const written: LaunchForm = { ...EMPTY_LAUNCH, ...stored };
    const draft = await asItStands(dependencies, turn, written);
    const show = showing(input);
    const question = () => questionOf(dependencies, turn, step, draft);
    if (again) return show(await question());
    const taken = input.kind === 'unfit' ? await fileTaken(dependencies, input.file) : input;
    if (taken === null) return say(saying(frame.t('launch.wantsText')));
    // It went out while it was looked at: what would be pressed now is another thing than what was shown.
    if (step === 'preview' && draft.isUnread !== written.isUnread) {
      return say(await openedAt(dependencies, turn, step, draft));
    }
    if ('problem' in taken) return say(saying(frame.t(`launch.file.${taken.problem}`)));
    // What other channels show; the form stays where it is.
    if (step === 'preview' && taken.kind === 'choice' && taken.choice === 'copy') {
      return say(plainLaunch(frame, draft));
    }
    const goOn = async (to: LaunchStep, form: LaunchForm): Promise<Reply> =>
      show(await openedAt(dependencies, turn, to, form));
    const draftChosen = await chosenDraft(dependencies, turn, step, draft, taken);
    if (draftChosen !== null) return goOn(draftChosen.step as LaunchStep, formOf(draftChosen));
    const move = stepLaunch(step, draft, taken, launchScene(turn));
    switch (move.kind) {
      case 'ask':
        return goOn(move.step, move.form);
      case 'send':
        return send(dependencies, turn, move);
      case 'correct':
        return correct(dependencies, turn, move);
      case 'aside':
        await keepDraft(dependencies, turn, step, withPlace(dependencies, move.form));
        await closeDialogue(dependencies, turn);
        return show(saying(frame.t('launch.putAside', { title: move.form.title })));
      case 'cancel':
        await dropDraft(dependencies, draft);
        await closeDialogue(dependencies, turn);
        return show(saying(frame.t('dialogue.nothingSent')));
      case 'not_offered':
        return input.kind === 'choice'
          ? outdated(frame)
          : step === 'files'
            ? say(await question())
            : say(saying(frame.t('launch.wantsChoice')), await question());
      case 'wants_text':
        return say(saying(frame.t('launch.wantsText')), await question());
      case 'too_long':
        return say(saying(frame.t('launch.tooLong', { limit: move.limit })));
      case 'no_day':
        return say(saying(frame.t('launch.noDay')));
      case 'day_past':
        return say(saying(frame.t('launch.dayPast')));
      case 'too_many_files':
        return say(saying(frame.t('launch.file.tooMany')));
    }
  },
};

/** The launch that the form corrects may have gone out since it was opened: as it went, but for its words. */
async function asItStands(
  { unitOfWork }: Dependencies,
  { frame }: Turn,
  form: LaunchForm,
): Promise<LaunchForm> {
  const launch = form.corrects === null ? null : await unitOfWork.read.launches.byId(form.corrects);
  if (launch === null || isUnread(launch, frame.now)) return form;
  const { clusterIds, unitIds, files, urgent } = launch;
  return { ...form, clusterIds, unitIds, files, urgent, sendAt: null, isUnread: false };
}

/** A draft is offered at the first step, by its place among the person's drafts. */
async function chosenDraft(
  dependencies: Dependencies,
  turn: Turn,
  step: LaunchStep,
  form: LaunchForm,
  input: LaunchInput,
): Promise<LaunchDraft | null> {
  if (step !== 'title' || form.isComplete || input.kind !== 'choice') return null;
  const drafts = await draftsBeside(dependencies, turn, form);
  return drafts.find((_, index) => input.choice === `draft-${index}`) ?? null;
}

const formOf = ({ id, form }: LaunchDraft): LaunchForm => ({
  ...EMPTY_LAUNCH,
  ...(form as LaunchForm),
  draftId: id,
});

/** [Sửa, trình lại], [Soạn lại]: the form of what was given back or withdrawn, or as far as it was written anew. */
export async function rewriteLaunch(dependencies: Dependencies, turn: Turn, launch: Launch): Promise<Reply> {
  const { person, frame } = turn;
  // One place for each who writes it anew, so that a second press goes on instead of beginning again.
  const draftId = `${launch.id}:${person?.id ?? ''}` as LaunchDraft['id'];
  const { launches } = dependencies.unitOfWork.read;
  const drafts = person === null ? [] : await launches.draftsOf(person.id);
  const begun = drafts.find(({ id }) => id === draftId);
  if (begun !== undefined) {
    return say(await openedAt(dependencies, turn, begun.step as LaunchStep, formOf(begun)));
  }
  const { clusterIds, unitIds, sentAt } = launch;
  const sendAt = sentAt > frame.now ? sentAt : null;
  const rewrites = launch.id;
  const given = { ...contentOf(launch), clusterIds, unitIds, sendAt, draftId, rewrites, isComplete: true };
  const form = await openedAt(dependencies, turn, 'details', { ...EMPTY_LAUNCH, ...given });
  const sent = launch.rewrittenAs === null ? null : await launches.byId(launch.rewrittenAs);
  if (sent === null) return say(form);
  const params = { title: shortTitle(sent.title), ...moment(frame, sent.sentAt) };
  return say(
    saying(frame.t(`launch.rewrittenBefore.${isUnread(sent, frame.now) ? 'waits' : 'sent'}`, params)),
    form,
  );
}

/** [Đính chính], [Sửa]: the form again, filled in as the launch reads now; or as far as it is being corrected. */
export async function beginCorrection(
  dependencies: Dependencies,
  turn: Turn,
  launch: Launch,
): Promise<Reply> {
  const open = await openForm(dependencies, turn, LAUNCH_DIALOGUE);
  if (open?.form.corrects === launch.id) {
    return say(await openedAt(dependencies, turn, open.step, open.form));
  }
  const form: LaunchForm = {
    ...EMPTY_LAUNCH,
    ...contentOf(launch),
    clusterIds: launch.clusterIds,
    unitIds: launch.unitIds,
    sendAt: launch.sentAt > turn.frame.now ? launch.sentAt : null,
    corrects: launch.id,
    isUnread: isUnread(launch, turn.frame.now),
    isComplete: true,
  };
  return say(await openedAt(dependencies, turn, 'details', form));
}

async function correct(
  dependencies: Dependencies,
  turn: Turn,
  { form, launch }: Extract<LaunchMove, { kind: 'correct' }>,
): Promise<Reply> {
  const { clusterIds, unitIds, sendAt } = form;
  const revision = { ...contentOf(form), clusterIds, unitIds, sendAt };
  const outcome = await correctLaunch(dependencies, turn.request, launch, revision);
  const { frame } = turn;
  // Taken up again, it finds its own work done.
  const isDone = outcome.kind === 'done' || (outcome.code === 'LAUNCH_UNCHANGED' && turn.incoming.again);
  if (!isDone) return refusal(frame, outcome);
  await closeDialogue(dependencies, turn);
  const revised = await dependencies.unitOfWork.read.launches.byId(launch);
  return {
    edit:
      revised !== null && revised.changedAt === null
        ? launchOnItsWay(frame, revised, dependencies.clock.now())
        : saying(frame.t('launch.correction.done', { title: form.title })),
  };
}

async function send(
  dependencies: Dependencies,
  turn: Turn,
  { form, approval }: Extract<LaunchMove, { kind: 'send' }>,
): Promise<Reply> {
  const { clusterIds, unitIds, sendAt, rewrites } = form;
  const order = { ...contentOf(form), clusterIds, unitIds, sendAt, approval, rewrites };
  const outcome = await sendLaunch(dependencies, turn.request, order);
  if (outcome.kind === 'refused') return refusal(turn.frame, outcome);
  await dropDraft(dependencies, form);
  await closeDialogue(dependencies, turn);
  return queued(dependencies, turn.frame, outcome.value);
}

/** What was answered to the launch that this update sent; null where it sent none. */
export async function launchTaken(
  dependencies: Dependencies,
  { frame, request }: Turn,
): Promise<Reply | null> {
  const launch = await dependencies.unitOfWork.read.launches.byEffectKey(request.effectKey);
  return launch === null ? null : queued(dependencies, frame, launch);
}

function queued({ clock }: Dependencies, frame: Frame, launch: Launch): Reply {
  // What goes at once is marked by the clock a moment after the turn began.
  return { edit: launchOnItsWay(frame, launch, clock.now()) };
}

async function questionOf(
  dependencies: Dependencies,
  turn: Turn,
  step: LaunchStep,
  form: LaunchForm,
): Promise<Message> {
  const drafts = step === 'title' ? await draftsBeside(dependencies, turn, form) : [];
  const groups = groupTitles(turn.frame, form);
  return launchQuestion(turn.frame, { step, form, scene: launchScene(turn), drafts, groups });
}
