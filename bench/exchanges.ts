import { percentPresses } from '../test/support/percent-presses.ts';
import type { Contestant } from './bots.ts';
import { medianOf } from './measure.ts';
import type { Telegram } from './telegram.ts';

/** What a bot needs for an exchange, from the update handed out to the last call accepted, in ms; and a burst. */
export interface Exchanges {
  readonly questionMs: number;
  readonly pressMs: number;
  readonly burstPerSecond: number;
}

const PERSON = 103;
const PEOPLE = [101, 102, 103, 104, 105, 106, 109];
const QUESTION = 'thang 12 co viec gi';
const WARM_UP = 60;
const ROUNDS = 200;
const BURST = 500;

export async function measureExchanges(telegram: Telegram, contestant: Contestant): Promise<Exchanges> {
  const bot = await contestant.start(telegram);
  const question = await medianMs(telegram, { sendMessage: 1 }, () => telegram.say(PERSON, PERSON, QUESTION));
  const pressed = await pressing(telegram, contestant);
  const press = await medianMs(telegram, { answerCallbackQuery: 1, editMessageText: 1 }, pressed);
  await bot.stop();
  return { questionMs: question, pressMs: press, burstPerSecond: await burst(telegram, contestant) };
}

async function medianMs(
  telegram: Telegram,
  calls: Readonly<Record<string, number>>,
  act: () => Promise<unknown>,
): Promise<number> {
  const taken: number[] = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    const handedOut = telegram.answered({ getUpdates: 1 });
    const answered = telegram.answered(calls);
    const acted = act();
    const [from, to] = await Promise.all([handedOut, answered]);
    await acted;
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
