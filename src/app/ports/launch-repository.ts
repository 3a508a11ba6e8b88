import type { Id, LaunchId, PersonId, UnitId } from '../../core/id.ts';
import type {
  Launch,
  LaunchReceipt,
  LaunchState,
  Registration,
  RegistrationState,
} from '../../core/launch/launch.ts';
import type { Instant } from '../../core/time/instant.ts';
import type { LocalDate } from '../../core/time/local-date.ts';

/** A launch that is being written, or was left so; `form` and `step` are the dialogue's own. */
export interface LaunchDraft {
  readonly id: Id<'launch_draft'>;
  readonly personId: PersonId;
  readonly title: string;
  readonly form: unknown;
  readonly step: string;
  readonly changedAt: Instant;
}

export interface LaunchRepository {
  byId(id: LaunchId): Promise<Launch | null>;
  byEffectKey(effectKey: string): Promise<Launch | null>;
  /** With one open receipt a unit. */
  add(launch: Launch, unitIds: readonly UnitId[], effectKey: string): Promise<void>;
  /** Its receipts are those of these units from now on, each as it was where it stays. */
  readdress(id: LaunchId, unitIds: readonly UnitId[]): Promise<void>;
  /** Throws StaleRevision unless the stored revision is the one given; it is one higher afterwards. */
  save(launch: Launch): Promise<void>;
  /** Those sent whose next stage has come by the day. */
  withStageBy(day: LocalDate): Promise<Launch[]>;
  /** Oldest first. */
  inState(state: LaunchState): Promise<Launch[]>;
  /** Those sent which one of the units has not acknowledged, oldest first. */
  missingFrom(unitIds: readonly UnitId[]): Promise<Launch[]>;
  receipts(id: LaunchId): Promise<LaunchReceipt[]>;
  /** True if this call acknowledged; false if the unit had already, or is not addressed. */
  acknowledge(id: LaunchId, unitId: UnitId, by: PersonId, at: Instant): Promise<boolean>;
  /** True if the registration stood in one of the states before, and now is as given. */
  register(
    id: LaunchId,
    unitId: UnitId,
    from: readonly RegistrationState[],
    to: Registration,
  ): Promise<boolean>;
  /** Of those that went out, where some unit's registration waits to be decided, oldest first. */
  withRegistrationsWaiting(): Promise<Launch[]>;
  /** The newest first. */
  draftsOf(personId: PersonId): Promise<LaunchDraft[]>;
  /** Writes it down as it is now, new or known. */
  keepDraft(draft: LaunchDraft): Promise<void>;
  /** Removes a draft; true if it was there. */
  dropDraft(id: LaunchDraft['id']): Promise<boolean>;
}
