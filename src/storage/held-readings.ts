import type { PlanDraftId } from '../app/ports/plan-draft-repository.ts';
import type { PlanReading } from '../core/plan/plan-reading.ts';

/** Readings of drafts, for as long as somebody holds them: one never changes, and takes a while to be read of its row. */
export class HeldReadings {
  readonly #held = new Map<PlanDraftId, WeakRef<PlanReading>>();

  async of(id: PlanDraftId, read: () => Promise<PlanReading>): Promise<PlanReading> {
    const held = this.#held.get(id)?.deref();
    if (held !== undefined) return held;
    const reading = await read();
    this.#forgetFreed();
    this.#held.set(id, new WeakRef(reading));
    return reading;
  }

  #forgetFreed(): void {
    for (const [id, reading] of this.#held) if (reading.deref() === undefined) this.#held.delete(id);
  }
}
