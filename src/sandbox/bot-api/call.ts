import type { FaultPlan } from '../faults/fault-plan.ts';
import type { Upload } from '../http/read-multipart.ts';
import type { WebhookSender } from '../updates/webhook.ts';
import type { World } from '../world/world.ts';
import type { Params } from './params.ts';

/** One call of a method: what it asks and what it may touch. */
export interface Call {
  readonly world: World;
  readonly faults: FaultPlan;
  readonly webhook: WebhookSender;
  readonly params: Params;
  readonly uploads: ReadonlyMap<string, Upload>;
  /** Aborted when the caller is gone. */
  readonly gone: AbortSignal;
}

/** Carries a call out and gives its result. @throws ApiError for a refusal. */
export type Method = (call: Call) => unknown;
export type Methods = Readonly<Record<string, Method>>;
