import type { Dependencies } from '../../../app/dependencies.ts';
import { dutyToPass, successorsFor } from '../../../app/people/duty-access.ts';
import { handOverDuty } from '../../../app/people/hand-over-duty.ts';
import { inviteSuccessor } from '../../../app/people/invite-successor.ts';
import { setStandIn } from '../../../app/people/stand-in.ts';
import type { Message } from '../../../app/ports/message.ts';
import { fullDate } from '../../../i18n/days.ts';
import type { DutyRef } from '../../buttons/people.ts';
import {
  type Candidate,
  emptyPass,
  type PassForm,
  type PassStep,
  stepPass,
} from '../../forms/people/pass-duty-form.ts';
import { onlyPrivately } from '../../private-door.ts';
import { refusal, refusalText } from '../../refusal.ts';
import { type Reply, say } from '../../reply.ts';
import type { Turn } from '../../turn.ts';
import { withSecretariat } from '../../views/frame.ts';
import { saying } from '../../views/message.ts';
import { dutyOf } from '../../views/people/duty.ts';
import { standInTold } from '../../views/people/duty-told.ts';
import { invitationMessage } from '../../views/people/invite.ts';
import { type PassComplaint, passQuestion } from '../../views/people/pass-duty.ts';
import { closeDialogue, type DialogueKind, saveDialogue, showing } from '../dialogue-kind.ts';

const IDENTITY = { kind: 'pass_duty', version: 1 } as const;

interface Draft {
  readonly ref: DutyRef;
  readonly form: PassForm;
  /** As they were offered: a button names a place among them. */
  readonly candidates: readonly Candidate[];
}

/** Begins passing a duty on, for good or for a while. */
export async function beginPass(
  dependencies: Dependencies,
  turn: Turn,
  ref: DutyRef,
  act: PassForm['act'],
): Promise<Reply> {
  const { frame, request, incoming } = turn;
  const { directory, today, now } = frame;
  const access = dutyToPass(directory, request, now, ref.person, dutyOf(ref));
  if (access.kind === 'refused') return refusal(frame, access);
  if (incoming.chat.kind === 'group') return onlyPrivately(turn);
  const { actor, held } = access;
  const candidates = successorsFor(directory, actor, ref.person, dutyOf(ref), today).map(({ id, name }) => ({
    id,
    name,
  }));
  const draft: Draft = { ref, form: emptyPass(act), candidates };
  await saveDialogue(dependencies, turn, IDENTITY, 'who', draft);
  const mayInvite = isInvitable(draft);
  return { edit: passQuestion(frame, 'who', { held, form: draft.form, candidates, mayInvite }) };
}

export const passDutyDialogue: DialogueKind<Draft, PassStep> = {
  ...IDENTITY,
  async take(dependencies, turn, { step, draft, again }, input) {
    const { frame, request } = turn;
    const { ref, candidates } = draft;
    const access = dutyToPass(frame.directory, request, frame.now, ref.person, dutyOf(ref));
    const show = showing(input);
    if (access.kind === 'refused') {
      await closeDialogue(dependencies, turn);
      return show(saying(refusalText(frame, access)));
    }
    const mayInvite = isInvitable(draft);
    const ask = (at: PassStep, form: PassForm, complaint: PassComplaint | null = null): Reply =>
      show(passQuestion(frame, at, { held: access.held, form, candidates, mayInvite }, complaint));
    if (again) return ask(step, draft.form);
    if (input.kind === 'unfit') return ask(step, draft.form, step === 'who' ? 'person' : 'day');
    const value = input.kind === 'choice' ? input.choice : input.text;
    const around = { today: frame.today, candidates, mayInvite };
    const move = stepPass(step, draft.form, { kind: input.kind, value }, around);
    switch (move.kind) {
      case 'ask':
        await saveDialogue(dependencies, turn, IDENTITY, move.step, { ...draft, form: move.form });
        return ask(move.step, move.form);
      case 'unfit':
        return ask(step, draft.form, move.why);
      case 'cancel':
        await closeDialogue(dependencies, turn);
        return show(saying(frame.t('report.cancelled')));
      case 'finish': {
        const said = await finish(dependencies, turn, ref, move.form);
        await closeDialogue(dependencies, turn);
        return show(said);
      }
    }
  },
};

/** What was said to an update whose hand-over stands, when only the answer was lost. */
export async function handOverTaken(
  { unitOfWork }: Dependencies,
  { frame, incoming }: Turn,
): Promise<Reply | null> {
  const handOver = await unitOfWork.read.handOvers.byEffectKey(incoming.effectKey);
  if (handOver === null || handOver.what.kind !== 'role') return null;
  const said = saying(frame.t('staff.handedOver', { from: fullDate(handOver.on) }));
  return incoming.content.kind === 'press' ? { edit: said } : say(said);
}

/** Whoever is new is invited by a link to what is held for a unit. */
const isInvitable = ({ ref: { role, where }, form }: Draft): boolean =>
  form.act === 'hand_over' && where.kind === 'unit' && role !== 'council_member';

async function finish(
  dependencies: Dependencies,
  turn: Turn,
  ref: DutyRef,
  { act, to, from, until }: PassForm,
): Promise<Message> {
  const { frame, request } = turn;
  const duty = dutyOf(ref);
  if (to === null || from === null) return saying(frame.t('answer.outdatedButton'));
  if (to === 'new') return inviteNew(dependencies, turn, ref, from);
  if (act === 'stand_in') {
    const outcome = await setStandIn(dependencies, request, {
      duty,
      absent: ref.person,
      by: to,
      from,
      to: until ?? from,
    });
    return outcome.kind === 'refused'
      ? saying(refusalText(frame, outcome))
      : standInTold(frame, outcome.value, ref.person);
  }
  const outcome = await handOverDuty(dependencies, request, { duty, from: ref.person, to, on: from });
  return outcome.kind === 'refused'
    ? saying(refusalText(frame, outcome))
    : saying(frame.t('staff.handedOver', { from: fullDate(from) }));
}

async function inviteNew(
  dependencies: Dependencies,
  turn: Turn,
  { person, role, where }: DutyRef,
  on: NonNullable<PassForm['from']>,
): Promise<Message> {
  const { frame, request, incoming, tools } = turn;
  if (where.kind !== 'unit' || role === 'council_member') {
    return saying(frame.t('answer.outdatedButton'));
  }
  const outcome = await inviteSuccessor(dependencies, request, { from: person, role, unitId: where.id, on });
  if (outcome.kind === 'refused') return saying(refusalText(frame, outcome));
  const link = tools.links.toPrivate(incoming.channel, outcome.value.code);
  if (link === null) return saying(frame.t('invite.noLinks'));
  const issued = invitationMessage(frame, outcome.value, link);
  const hint = frame.t('staff.invited', withSecretariat(frame, { on: fullDate(on) }));
  return { entries: [...issued.entries, [`\n${hint}`]], buttons: [] };
}
