import type { Dependencies } from '../../../app/dependencies.ts';
import { askToJoin } from '../../../app/people/ask-to-join.ts';
import { describeSelf } from '../../../app/people/describe-self.ts';
import { takeInvitation } from '../../../app/people/take-invitation.ts';
import type { Message } from '../../../app/ports/message.ts';
import { unitById } from '../../../core/organisation/directory.ts';
import type { Invitation, InvitationId } from '../../../core/organisation/invitation.ts';
import { translator } from '../../../i18n/translator.ts';
import {
  EMPTY_INTRODUCTION,
  type IntroductionForm,
  type IntroductionStep,
  stepIntroduction,
} from '../../forms/people/introduction-form.ts';
import { onlyPrivately } from '../../private-door.ts';
import { outdated, refusalText } from '../../refusal.ts';
import { type Reply, say } from '../../reply.ts';
import { openTurn, type Turn } from '../../turn.ts';
import { type Frame, withSecretariat } from '../../views/frame.ts';
import { saying } from '../../views/message.ts';
import { introductionQuestion } from '../../views/people/introduction.ts';
import { closeDialogue, type DialogueKind, saveDialogue, showing } from '../dialogue-kind.ts';

const IDENTITY = { kind: 'introduction', version: 1 } as const;

interface Draft {
  readonly form: IntroductionForm;
  /** What is asked for with it; null where somebody only corrects what is known of them. */
  readonly invitationId: InvitationId | null;
}

/** Somebody opens the link of an invitation. */
export async function openInvitation(dependencies: Dependencies, turn: Turn, code: string): Promise<Reply> {
  const { frame, incoming } = turn;
  if (incoming.chat.kind === 'group') return onlyPrivately(turn, frame.t('join.privateOnly'));
  const outcome = await takeInvitation(dependencies, turn.request, code);
  if (outcome.kind === 'refused') return say(saying(refusalText(frame, outcome)));
  const { invitation, person } = outcome.value;
  const known = await openTurn(dependencies, incoming, turn.tools);
  if (invitation.state !== 'taken') return say(saying(known.frame.t('join.waiting', withSecretariat(frame))));
  if (person.name !== '') {
    const invited = saying(known.frame.t('join.invited', helloOf(known.frame, invitation)));
    return say(invited, await finish(dependencies, known, null, invitation.id));
  }
  const hello = saying(known.frame.t('join.hello', helloOf(known.frame, invitation)));
  await saveDialogue(dependencies, known, IDENTITY, 'address', {
    form: EMPTY_INTRODUCTION,
    invitationId: invitation.id,
  } satisfies Draft);
  return say(hello, introductionQuestion(known.frame, 'address'));
}

const helloOf = (frame: Frame, { unitId, role }: Invitation) =>
  withSecretariat(frame, { unit: unitById(frame.directory, unitId).name, role: frame.t(`role.${role}`) });

/** Somebody known says anew who they are. */
export async function beginIntroduction(dependencies: Dependencies, turn: Turn): Promise<Reply> {
  const draft: Draft = { form: EMPTY_INTRODUCTION, invitationId: null };
  await saveDialogue(dependencies, turn, IDENTITY, 'address', draft);
  return say(introductionQuestion(turn.frame, 'address'));
}

export const introduction: DialogueKind<Draft, IntroductionStep> = {
  ...IDENTITY,
  async take(dependencies, turn, { step, draft, again }, input) {
    const { frame } = turn;
    const show = showing(input);
    if (again) return show(introductionQuestion(frame, step));
    if (input.kind === 'unfit') return say(saying(frame.t('introduction.wantsText')));
    const value = input.kind === 'choice' ? input.choice : input.text;
    const move = stepIntroduction(step, draft.form, { kind: input.kind, value }, (address) =>
      translator(frame.directory.settings.locale)(`introduction.address.${address}`),
    );
    switch (move.kind) {
      case 'ask':
        await saveDialogue(dependencies, turn, IDENTITY, move.step, { ...draft, form: move.form });
        return show(introductionQuestion(frame, move.step));
      case 'finish':
        return say(await finish(dependencies, turn, move.form, draft.invitationId));
      case 'cancel':
        await closeDialogue(dependencies, turn);
        return show(saying(frame.t('introduction.cancelled')));
      case 'wants_text':
        return say(saying(frame.t('introduction.wantsText')));
      case 'too_long':
        return say(saying(frame.t('launch.tooLong', { limit: move.limit })));
      case 'not_offered':
        return outdated(frame);
    }
  },
};

/** Keeps what was said, and asks the secretariat where it goes with an invitation. */
async function finish(
  dependencies: Dependencies,
  turn: Turn,
  form: IntroductionForm | null,
  invitationId: InvitationId | null,
): Promise<Message> {
  const { frame, request } = turn;
  const described = form === null ? null : await describeSelf(dependencies, request, form);
  if (described?.kind === 'refused') return saying(refusalText(frame, described));
  const asked = invitationId === null ? null : await askToJoin(dependencies, request, invitationId);
  await closeDialogue(dependencies, turn);
  if (asked?.kind === 'refused') return saying(refusalText(frame, asked));
  return saying(frame.t(asked === null ? 'introduction.kept' : 'join.waiting', withSecretariat(frame)));
}
