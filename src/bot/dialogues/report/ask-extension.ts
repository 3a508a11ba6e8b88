import type { Dependencies } from '../../../app/dependencies.ts';
import { refuse } from '../../../app/outcome.ts';
import { askExtension } from '../../../app/report/ask-extension.ts';
import { readMeetingTime } from '../../../core/day/read-meeting-time.ts';
import type { ObligationId } from '../../../core/id.ts';
import { mayBeAsked } from '../../../core/obligation/extension.ts';
import type { Obligation } from '../../../core/obligation/obligation.ts';
import { type LocalDate, parseLocalDate } from '../../../core/time/local-date.ts';
import { refusal, refusalText } from '../../refusal.ts';
import { type Reply } from '../../reply.ts';
import type { Turn } from '../../turn.ts';
import { saying } from '../../views/message.ts';
import {
  EXTENSION_REASONS,
  extensionAsked,
  extensionDays,
  extensionReasons,
} from '../../views/report/extension.ts';
import { closeDialogue, type DialogueKind, saveDialogue, showing } from '../dialogue-kind.ts';

const IDENTITY = { kind: 'extension', version: 1 } as const;
const LONGEST_REASON = 500;

interface Draft {
  readonly obligationId: ObligationId;
  readonly wantedOn: LocalDate | null;
}

/** Asks for the day, then for the reason, both by buttons or in words; the reason is the request. */
export async function beginExtension(
  dependencies: Dependencies,
  turn: Turn,
  obligation: Obligation,
): Promise<Reply> {
  const { frame } = turn;
  if (obligation.dueOn === null) return refusal(frame, refuse('EXTENSION_DAY'));
  const draft: Draft = { obligationId: obligation.id, wantedOn: null };
  await saveDialogue(dependencies, turn, IDENTITY, 'day', draft);
  return { edit: extensionDays(frame, obligation) };
}

export const extensionDialogue: DialogueKind<Draft> = {
  ...IDENTITY,
  async take(dependencies, turn, { draft, again }, input) {
    const { frame, request } = turn;
    const show = showing(input);
    const obligation = await dependencies.unitOfWork.read.obligations.byId(draft.obligationId);
    const isCancelled = input.kind === 'choice' && input.choice === 'cancel';
    if (obligation === null || obligation.dueOn === null || isCancelled) {
      await closeDialogue(dependencies, turn);
      return show(saying(frame.t('report.cancelled')));
    }
    if (draft.wantedOn === null) {
      const day = again
        ? null
        : input.kind === 'choice'
          ? parseLocalDate(input.choice.replace(/^on-/, ''))
          : input.kind === 'text'
            ? (readMeetingTime(input.text, frame.today)?.on ?? null)
            : null;
      if (day === null || !mayBeAsked(day, obligation.dueOn, frame.today)) {
        return show(extensionDays(frame, obligation, !again));
      }
      await saveDialogue(dependencies, turn, IDENTITY, 'reason', { ...draft, wantedOn: day });
      return show(extensionReasons(frame, obligation, day));
    }
    const offered = EXTENSION_REASONS.find((code) => input.kind === 'choice' && input.choice === code);
    const reason =
      offered !== undefined
        ? frame.t(`extension.reason.${offered}`)
        : input.kind === 'text'
          ? input.text.trim()
          : '';
    if (again || reason === '' || Array.from(reason).length > LONGEST_REASON) {
      return show(extensionReasons(frame, obligation, draft.wantedOn));
    }
    const outcome = await askExtension(dependencies, request, draft.obligationId, {
      reason,
      wantedOn: draft.wantedOn,
    });
    await closeDialogue(dependencies, turn);
    if (outcome.kind === 'refused') return show(saying(refusalText(frame, outcome)));
    return show(extensionAsked(frame, obligation, outcome.value));
  },
};
