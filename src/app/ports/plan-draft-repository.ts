import type { Id, PersonId, PlanId } from '../../core/id.ts';
import type { Decision } from '../../core/plan/decision.ts';
import type { Doubt } from '../../core/plan/doubts/doubt.ts';
import type { PlanReading } from '../../core/plan/plan-reading.ts';
import type { Instant } from '../../core/time/instant.ts';

export type PlanDraftId = Id<'plan_draft'>;

/** `replaced`: a later draft of the same plan took its place. */
export const PLAN_DRAFT_STATES = ['open', 'in_force', 'replaced', 'dropped'] as const;
export type PlanDraftState = (typeof PLAN_DRAFT_STATES)[number];

/** A document that was read, with what people decided about it: taken up at will until in force, and after it. */
export interface PlanDraft {
  readonly id: PlanDraftId;
  /** Null where the program itself or the command line brought it. */
  readonly createdBy: PersonId | null;
  readonly createdAt: Instant;
  readonly fileName: string;
  readonly reading: PlanReading;
  readonly decisions: readonly Decision[];
  readonly state: PlanDraftState;
  /** The plan in force by it. */
  readonly planId: PlanId | null;
  /** The update that brought it: the same update again finds it. */
  readonly effectKey: string | null;
  readonly revision: number;
}

export interface PlanDraftRepository {
  byId(id: PlanDraftId): Promise<PlanDraft | null>;
  byEffectKey(effectKey: string): Promise<PlanDraft | null>;
  /** The one by which the plan is in force; null for plans older than drafts. */
  inForce(planId: PlanId): Promise<PlanDraft | null>;
  /** What is odd in the document by which the plan is in force, without the rest of it; none where none is known. */
  warnings(planId: PlanId): Promise<readonly Doubt[]>;
  /** Open ones and those in force, newest first. */
  current(): Promise<PlanDraft[]>;
  add(draft: PlanDraft): Promise<void>;
  /**
   * All but the reading, which never changes. Throws StaleRevision when its revision is no longer the stored one; the
   * stored one rises by 1.
   */
  save(draft: PlanDraft): Promise<void>;
}
