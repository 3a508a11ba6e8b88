import type { Dependencies } from '../../app/dependencies.ts';
import type { Message } from '../../app/ports/message.ts';
import { sendLaunch } from '../../app/send-launch.ts';
import { scopeOf } from '../../core/access/rights.ts';
import { groupsOf } from '../../core/organisation/directory.ts';
import { refusalText } from '../refusal.ts';
import { popup, type Reply, say } from '../reply.ts';
import type { Turn } from '../turn.ts';
import { type Frame, withSecretariat } from '../views/frame.ts';
import { launchPreview, launchQuestion } from '../views/launch.ts';
import { saying } from '../views/message.ts';
import { closeDialogue, type DialogueKind, type Drafted, saveDialogue } from './dialogue-kind.ts';
import {
  clusterChoice,
  EMPTY_LAUNCH,
  type LaunchForm,
  type LaunchMove,
  type LaunchStep,
  stepLaunch,
} from './launch-form.ts';

const IDENTITY = { kind: 'launch', version: 1 } as const;

/** `/phatdong`: begins the form, in private, for those who may launch. */
export async function beginLaunch(dependencies: Dependencies, turn: Turn): Promise<Reply> {
  const { frame, actor, incoming } = turn;
  if (actor === null || scopeOf('launch.compose', actor.roles) === null) {
    return say(saying(frame.t('refusal.ACCESS_SECRETARIAT_ONLY', withSecretariat(frame))));
  }
  if (incoming.chat.kind === 'group') return say(saying(frame.t('launch.privateOnly')));
  await saveDialogue(dependencies, turn, IDENTITY, 'title', EMPTY_LAUNCH);
  return say(questionOf(frame, 'title', EMPTY_LAUNCH));
}

export const launchDialogue: DialogueKind = {
  ...IDENTITY,
  async take(dependencies, turn, dialogue, input) {
    const { frame, incoming } = turn;
    const step = dialogue.step as LaunchStep;
    const { madeBy, draft } = dialogue.draft as Drafted<LaunchForm>;
    const show = (message: Message): Reply => (input.kind === 'choice' ? { edit: message } : say(message));
    if (madeBy === incoming.effectKey) return show(questionOf(frame, step, draft));
    if (input.kind === 'unfit') return say(saying(frame.t('launch.wantsText')));
    const clusters = frame.directory.clusters.map((cluster) => cluster.id);
    const move = stepLaunch(step, draft, input, clusters);
    switch (move.kind) {
      case 'ask':
        await saveDialogue(dependencies, turn, IDENTITY, move.step, move.form);
        return show(questionOf(frame, move.step, move.form));
      case 'send':
        return send(dependencies, turn, move);
      case 'cancel':
        await closeDialogue(dependencies, turn);
        return show(saying(frame.t('launch.cancelled')));
      case 'wants_text':
        return say(saying(frame.t('launch.wantsText')), questionOf(frame, step, draft));
      case 'not_offered':
        return input.kind === 'choice'
          ? popup(frame.t('answer.outdatedButton'))
          : say(saying(frame.t('launch.wantsChoice')), questionOf(frame, step, draft));
      case 'too_long':
        return say(saying(frame.t('launch.tooLong', { limit: move.limit })));
    }
  },
};

async function send(
  dependencies: Dependencies,
  turn: Turn,
  { form }: Extract<LaunchMove, { kind: 'send' }>,
): Promise<Reply> {
  const { frame, request } = turn;
  const outcome = await sendLaunch(dependencies, request, { ...form, acknowledgeBy: null });
  if (outcome.kind === 'refused') return popup(refusalText(frame, outcome));
  await closeDialogue(dependencies, turn);
  return queued(frame, outcome.value);
}

/** What was answered to the launch that this update sent; null where it sent none. */
export async function launchTaken(
  { unitOfWork }: Dependencies,
  { frame, request }: Turn,
): Promise<Reply | null> {
  const launch = await unitOfWork.read.launches.byEffectKey(request.effectKey);
  return launch === null ? null : queued(frame, launch);
}

const queued = (frame: Frame, launch: Pick<LaunchForm, 'title' | 'clusterIds'>): Reply => ({
  edit: saying(frame.t('launch.queued', { title: launch.title, count: groupTitles(frame, launch).length })),
});

function questionOf(frame: Frame, step: LaunchStep, form: LaunchForm): Message {
  const { t, directory } = frame;
  const ask = (text: string, choices: { label: string; choice: string }[] = []) =>
    launchQuestion(frame, text, choices, step === 'title');
  switch (step) {
    case 'title':
      return ask(t('launch.askTitle'));
    case 'body':
      return ask(t('launch.askBody', { title: form.title }));
    case 'document':
      return ask(t('launch.askDocument', { title: form.title }), [
        { label: t('launch.skip'), choice: 'skip' },
      ]);
    case 'audience':
      return ask(t('launch.askAudience', { title: form.title }), [
        { label: t('launch.allClusters'), choice: 'all' },
        ...directory.clusters.map(({ name }, index) => ({ label: name, choice: clusterChoice(index) })),
      ]);
    case 'preview':
      return launchPreview(frame, { ...form, acknowledgeBy: null }, groupTitles(frame, form));
  }
}

const groupTitles = ({ directory }: Frame, { clusterIds }: Pick<LaunchForm, 'clusterIds'>): string[] =>
  clusterIds.flatMap((id) => groupsOf(directory, id)).map((group) => group.title);
