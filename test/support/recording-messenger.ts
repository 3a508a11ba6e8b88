import type { Message } from '../../src/app/ports/message.ts';
import type {
  Address,
  Capabilities,
  ChatEffect,
  EffectOutcome,
  Messenger,
  PressAnswer,
  SendOutcome,
} from '../../src/app/ports/messenger.ts';

/** One request that reached the messenger. `outcome` is what it was told, which need not be all that happened. */
export interface Request {
  readonly address: Address;
  readonly message: Message;
  /** The message that it edits; null for a new one. */
  readonly edits: string | null;
  readonly outcome: SendOutcome;
}

/** What the channel does with the next requests; `arrives` says whether people get the message of an unknown outcome. */
export type Plan =
  | SendOutcome
  | { readonly kind: 'unknown'; readonly cause: string; readonly arrives: boolean };

export const FULL_CAPABILITIES: Capabilities = {
  buttons: true,
  edit: true,
  files: true,
  groups: true,
  threads: true,
  textLimit: 4096,
};

/** A channel that remembers all that it was asked and does what was planned, else takes everything. */
export class RecordingMessenger implements Messenger {
  readonly channel: string;
  readonly capabilities: Capabilities;
  readonly requests: Request[] = [];
  readonly pressAnswers: { press: string; answer: PressAnswer | null }[] = [];
  /** What becomes of effects. */
  effectOutcome: EffectOutcome = 'done';
  readonly effects: { address: Address; effect: ChatEffect }[] = [];
  /** What people see: new messages in the order in which they arrived. */
  readonly arrived: Request[] = [];
  readonly #plans: Plan[];
  #lastKey = 0;

  constructor({
    channel = 'test',
    capabilities = FULL_CAPABILITIES,
    plans = [],
  }: {
    channel?: string;
    capabilities?: Capabilities;
    plans?: readonly Plan[];
  } = {}) {
    this.channel = channel;
    this.capabilities = capabilities;
    this.#plans = [...plans];
  }

  /** The next requests meet these, one each. */
  plan(...plans: readonly Plan[]): void {
    this.#plans.push(...plans);
  }

  send(address: Address, message: Message): Promise<SendOutcome> {
    return Promise.resolve(this.#answer(address, message, null));
  }

  edit(address: Address, messageKey: string, message: Message): Promise<SendOutcome> {
    return Promise.resolve(this.#answer(address, message, messageKey));
  }

  answerPress(press: string, answer: PressAnswer | null): Promise<void> {
    this.pressAnswers.push({ press, answer });
    return Promise.resolve();
  }

  apply(address: Address, effect: ChatEffect): Promise<EffectOutcome> {
    this.effects.push({ address, effect });
    return Promise.resolve(this.effectOutcome);
  }

  privateLink(payload: string): string | null {
    return this.capabilities.buttons ? `https://chat.example/bot?start=${payload}` : null;
  }

  groupLink(payload: string): string | null {
    return this.capabilities.buttons ? `https://chat.example/bot?startgroup=${payload}` : null;
  }

  #answer(address: Address, message: Message, edits: string | null): SendOutcome {
    const plan = this.#plans.shift() ?? this.#taken(edits);
    const { arrives, outcome } = readPlan(plan);
    const request = { address, message, edits, outcome };
    this.requests.push(request);
    if (arrives && edits === null) this.arrived.push(request);
    return outcome;
  }

  #taken(edits: string | null): SendOutcome {
    this.#lastKey += 1;
    return { kind: 'sent', message: edits ?? `m${this.#lastKey}` };
  }
}

function readPlan(plan: Plan): { arrives: boolean; outcome: SendOutcome } {
  if (plan.kind !== 'unknown') return { arrives: plan.kind === 'sent', outcome: plan };
  return { arrives: 'arrives' in plan && plan.arrives, outcome: { kind: 'unknown', cause: plan.cause } };
}
