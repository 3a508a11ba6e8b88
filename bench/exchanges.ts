import { setTimeout as after } from 'node:timers/promises';
import { percentPresses } from '../test/support/percent-presses.ts';
import type { Contestant } from './bots.ts';
import { medianOf } from './measure.ts';
import type { Telegram } from './telegram.ts';

/**
 * What a bot needs for an exchange, from the update handed out to the last call accepted, in ms: each begun when the
 * bot is at rest, and each straight after the one before, whose end it may still be writing down. And a burst.
 */
export interface Exchanges {
  readonly questionMs: number;
  readonly questionAtOnceMs: number;
  readonly pressMs: number;
  readonly pressAtOnceMs: number;
  readonly burstPerSecond: number;
}

const PERSON = 103;
const PEOPLE = [101, 102, 103, 104, 105, 106, 109];
const QUESTION = 'thang 12 co viec gi';
const WARM_UP = 60;
const ROUNDS = 200;
const BURST = 500;
/** After which nothing of an exchange is left to do. */
const REST_MS = 10;

export async function measureExchanges(telegram: Telegram, contestant: Contestant): Promise<Exchanges> {
  const bot = await contestant.start(telegram);
  const ask = () => telegram.say(PERSON, PERSON, QUESTION);
  const asked = { sendMessage: 1 };
  const questionMs = await medianMs(telegram, asked, ask, REST_MS);
  const questionAtOnceMs = await medianMs(telegram, asked, ask, 0);
  const press = await pressing(telegram, contestant);
  const pressed = { answerCallbackQuery: 1, editMessageText: 1 };
  const pressMs = await medianMs(telegram, pressed, press, REST_MS);
  const pressAtOnceMs = await medianMs(telegram, pressed, press, 0);
  await bot.stop();
  const burstPerSecond = await burst(telegram, contestant);
  return { questionMs, questionAtOnceMs, pressMs, pressAtOnceMs, burstPerSecond };
}

async function medianMs(
  telegram: Telegram,
  calls: Readonly<Record<string, number>>,
  act: () => Promise<unknown>,
  restMs: number,
): Promise<number> {
  const taken: number[] = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    const handedOut = telegram.answered({ getUpdates: 1 });
    const answered = telegram.answered(calls);
    const acted = act();
    const [from, to] = await Promise.all([handedOut, answered]);
    await acted;
    if (restMs > 0) await after(restMs);
    if (round >= WARM_UP) taken.push(to - from);
  }
  return medianOf(taken);
}

/** Each press changes what is recorded; the floor takes any. */
async function pressing(telegram: Telegram, { name }: Contestant): Promise<() => Promise<unknown>> {
  if (name === 'floor') {
    const message = (await telegram.messages(PERSON)).at(-1)?.message_id ?? 0;
    return () => telegram.press(PERSON, PERSON, message, { data: 'floor' });
  }
  const presses = await percentPresses(telegram, PERSON);
  return () => presses.pressNext(telegram);
}

/** Messages that wait in seven chats when the bot comes: how many are answered a second. */
async function burst(telegram: Telegram, contestant: Contestant): Promise<number> {
  for (let at = 0; at < BURST; at += 1) {
    const person = PEOPLE[at % PEOPLE.length] ?? PERSON;
    await telegram.say(person, person, QUESTION);
  }
  const handedOut = telegram.answered({ getUpdates: 1 });
  const answered = telegram.answered({ sendMessage: BURST });
  const bot = await contestant.start(telegram);
  const [from, to] = await Promise.all([handedOut, answered]);
  await bot.stop();
  return (BURST * 1000) / (to - from);
}
