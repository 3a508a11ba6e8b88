import { decodeAction, encodeAction } from '../../src/bot/buttons/action-codec.ts';
import type { SandboxDriver } from './sandbox.ts';

const PERCENTS = [25, 50, 75];

/** Presses one after the other what each changes the state, and remembers which were answered. */
export interface PercentPresses {
  pressNext(driver: SandboxDriver): Promise<void>;
  /** Presses until stopped; a press that nobody answers, because the program died, is left at that. */
  pressUntil(stopped: AbortSignal, driver: SandboxDriver): Promise<void>;
  /** The percentages whose press was answered as recorded. */
  readonly answered: readonly number[];
  readonly obligation: string;
}

/** Asks for the person's own tasks and presses progress of the first, whatever steps its screen offers. */
export async function percentPresses(driver: SandboxDriver, person: number): Promise<PercentPresses> {
  await driver.say(person, person, '/viec');
  const mine = await driver.waitForMessage(person, ({ text = '' }) => text.includes('nhiệm vụ chưa'));
  const [first] = (mine.reply_markup?.inline_keyboard ?? []).flat();
  const action = decodeAction(first?.callback_data ?? '');
  if (action?.kind !== 'steps') throw new Error('the first button of the own tasks leads nowhere');
  const { obligation } = action;
  const answered: number[] = [];
  let made = 0;
  const pressNext = async (current: SandboxDriver): Promise<void> => {
    const percent = PERCENTS[made % PERCENTS.length] ?? 0;
    made += 1;
    const data = encodeAction({ kind: 'percent', obligation, percent });
    const answer = await current.press(person, person, mine.message_id, { data }, 4_000).catch(() => null);
    if (answer !== null && (answer.text ?? '') === '') answered.push(percent);
  };
  return {
    answered,
    obligation,
    pressNext,
    pressUntil: async (stopped, current) => {
      while (!stopped.aborted) await pressNext(current);
    },
  };
}
