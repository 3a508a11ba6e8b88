import * as z from 'zod';

const matching = { method: z.string().default('*'), chat: z.number().int().optional() };
const times = z.number().int().positive().default(1);

const fault = z.discriminatedUnion('kind', [
  /** 429: nothing took effect; try again after so many seconds. */
  z.strictObject({
    kind: z.literal('too_many_requests'),
    retryAfter: z.number().positive(),
    times,
    ...matching,
  }),
  /** Any refusal by code and description, such as 403 or 500; nothing took effect. */
  z.strictObject({
    kind: z.literal('error'),
    code: z.number().int().min(400).max(599),
    description: z.string().min(1),
    times,
    ...matching,
  }),
  /** The connection breaks before the call takes effect. */
  z.strictObject({ kind: z.literal('drop_before'), times, ...matching }),
  /** The call takes effect and the connection breaks before the answer. */
  z.strictObject({ kind: z.literal('drop_after'), times, ...matching }),
  /** The answer comes so many real milliseconds late. */
  z.strictObject({ kind: z.literal('delay'), delayMs: z.number().int().positive(), times, ...matching }),
  /** A poll is answered with the updates of the poll before it once more; a webhook is brought its update twice. */
  z.strictObject({ kind: z.literal('duplicate_updates'), times, ...matching }),
]);

/**
 * A thing that goes wrong for the next `times` calls of a method (`*` for any, getUpdates excepted). The method
 * `webhook` is what this server brings to the bot: dropped, or late.
 */
export type Fault = z.output<typeof fault>;
export type FaultInput = z.input<typeof fault>;

export const readFault = (value: unknown): Fault => fault.parse(value);

/** What is set to go wrong between the bot and this server; forgotten at a restart. */
export interface FaultPlan {
  add(fault: Fault): void;
  clear(): void;
  /** While true no call of the bot gets an answer: its connections break. */
  outage: boolean;
  /** The next fault for this call, its count lowered. */
  next(method: string, chat: number | null): Fault | undefined;
  readonly pending: readonly Fault[];
}

/** The name by which faults concern what is brought to the bot's own address. */
export const WEBHOOK = 'webhook';

export function createFaultPlan(): FaultPlan {
  let pending: Fault[] = [];
  const concerns = (given: Fault, method: string, chat: number | null): boolean => {
    if (given.chat !== undefined && given.chat !== chat) return false;
    if (given.kind === 'duplicate_updates') return method === 'getUpdates' || method === WEBHOOK;
    if (given.method === '*') return method !== 'getUpdates' && method !== WEBHOOK;
    return given.method.toLowerCase() === method.toLowerCase();
  };
  return {
    outage: false,
    add: (given) => {
      pending.push(given);
    },
    clear: () => {
      pending = [];
    },
    next: (method, chat) => {
      const found = pending.find((given) => concerns(given, method, chat));
      if (found === undefined) return undefined;
      pending = pending.flatMap((given) => {
        if (given !== found) return [given];
        return given.times > 1 ? [{ ...given, times: given.times - 1 }] : [];
      });
      return found;
    },
    get pending() {
      return pending;
    },
  };
}
