import { decodeAction } from '../../src/bot/actions/action-codec.ts';
import type { SandboxDriver, SeenMessage } from './sandbox.ts';

const LABELS = ['25 %', '50 %', '75 %'];

/** Presses one after the other what each changes the state, and remembers which were answered. */
export interface PercentPresses {
  pressNext(driver: SandboxDriver): Promise<void>;
  /** Presses until stopped; a press that nobody answers, because the program died, is left at that. */
  pressUntil(stopped: AbortSignal, driver: SandboxDriver): Promise<void>;
  /** The percentages whose press was answered as recorded. */
  readonly answered: readonly number[];
  readonly obligation: string;
}

/** Asks for the person's own tasks and opens the first, so that the buttons of its progress are known. */
export async function percentPresses(driver: SandboxDriver, person: number): Promise<PercentPresses> {
  await driver.say(person, person, '/viec');
  const mine = await driver.waitForMessage(person, ({ text = '' }) => text.includes('nhiệm vụ chưa'));
  await driver.press(person, person, mine.message_id, labelsOf(mine)[0] ?? '');
  const steps = await driver.waitForMessage(person, (message) => labelsOf(message).includes('50 %'));
  const buttons = (steps.reply_markup?.inline_keyboard ?? []).flat();
  const data = LABELS.map((label) => buttons.find(({ text }) => text === label)?.callback_data ?? '');
  const answered: number[] = [];
  let made = 0;
  const action = decodeAction(data[0] ?? '');
  if (action?.kind !== 'percent') throw new Error('the button of progress is none');
  const pressNext = async (current: SandboxDriver): Promise<void> => {
    const which = made % LABELS.length;
    made += 1;
    const answer = await current
      .press(person, person, steps.message_id, { data: data[which] ?? '' }, 4_000)
      .catch(() => null);
    if (answer !== null && (answer.text ?? '') === '')
      answered.push(Number.parseInt(LABELS[which] ?? '', 10));
  };
  return {
    answered,
    obligation: action.obligation,
    pressNext,
    pressUntil: async (stopped, current) => {
      while (!stopped.aborted) await pressNext(current);
    },
  };
}

export const labelsOf = (message: SeenMessage): string[] =>
  (message.reply_markup?.inline_keyboard ?? []).flat().map(({ text }) => text);
