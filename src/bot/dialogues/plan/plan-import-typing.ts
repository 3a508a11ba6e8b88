import type { PlanDraftSeen } from '../../../app/plan/see-plan-draft.ts';
import type { PlanDraftId } from '../../../app/ports/plan-draft-repository.ts';
import type { Matter } from '../../../core/plan/matters.ts';
import type { TypedAbout } from '../../../core/plan/typed-answer.ts';
import type { Frame } from '../../views/frame.ts';
import { rowLine, typedQuestion } from '../../views/plan/plan-import-matter.ts';
import type { Flaw } from './plan-import-flaw.ts';

export const TYPING = { kind: 'plan_import', version: 1 } as const;

export interface Typing {
  readonly draft: PlanDraftId;
  readonly about: TypedAbout;
  /** The question, to be asked again. */
  readonly question: string;
  /** Milestones that may be pressed instead, by the codes of their decisions. */
  readonly suggested?: readonly { readonly label: string; readonly choice: string }[];
  /** The row whose milestone may be taken back instead. */
  readonly unset?: number;
  /** Why the words that were typed last decide nothing, and what they may mean. */
  readonly flaw?: Flaw;
}

export const typingOf = (frame: Frame, seen: PlanDraftSeen, matter: Matter): Typing => ({
  draft: seen.draft.id,
  about: { kind: 'matter', key: matter.key },
  question: [...rowLine(frame, seen, matter), typedQuestion(frame, matter)].join('\n'),
});
