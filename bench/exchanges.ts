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
/** In turn, so that what the machine does meanwhile falls on all alike. */
const BLOCKS = 4;
const ROUNDS = 50;
const BURST = 500;
/** After which nothing of an exchange is left to do. */
const REST_MS = 10;

/** A bot at a Bot API server of its own. */
export interface Entrant {
  readonly telegram: Telegram;
  readonly contestant: Contestant;
}

/** Gives how long it took, in ms. */
type Exchange = () => Promise<number>;

export async function measureExchanges(entrants: readonly Entrant[]): Promise<Exchanges[]> {
  const bots = await Promise.all(entrants.map(({ telegram, contestant }) => contestant.start(telegram)));
  const asking = entrants.map(({ telegram }) => exchange(telegram, { sendMessage: 1 }, asked(telegram)));
  const questionMs = await mediansMs(asking, REST_MS);
  const questionAtOnceMs = await mediansMs(asking, 0);
  const pressing = await Promise.all(
    entrants.map(async (entrant) =>
      exchange(entrant.telegram, { answerCallbackQuery: 1, editMessageText: 1 }, await presses(entrant)),
    ),
  );
  const pressMs = await mediansMs(pressing, REST_MS);
  const pressAtOnceMs = await mediansMs(pressing, 0);
  for (const bot of bots) await bot.stop();
  const exchanges: Exchanges[] = [];
  for (const [at, entrant] of entrants.entries())
    exchanges.push({
      questionMs: questionMs[at] ?? Number.NaN,
      questionAtOnceMs: questionAtOnceMs[at] ?? Number.NaN,
      pressMs: pressMs[at] ?? Number.NaN,
      pressAtOnceMs: pressAtOnceMs[at] ?? Number.NaN,
      burstPerSecond: await burst(entrant),
    });
  return exchanges;
}

async function mediansMs(exchanges: readonly Exchange[], restMs: number): Promise<number[]> {
  const taken = exchanges.map((): number[] => []);
  for (const one of exchanges) for (let round = 0; round < WARM_UP; round += 1) await one();
  for (let block = 0; block < BLOCKS; block += 1)
    for (const [at, one] of exchanges.entries())
      for (let round = 0; round < ROUNDS; round += 1) {
        taken[at]?.push(await one());
        if (restMs > 0) await after(restMs);
      }
  return taken.map(medianOf);
}

/** From the update handed out to the last of the calls answered. */
const exchange =
  (telegram: Telegram, calls: Readonly<Record<string, number>>, act: () => Promise<unknown>): Exchange =>
  async () => {
    const handedOut = telegram.answered({ getUpdates: 1 });
    const answered = telegram.answered(calls);
    const acted = act();
    const [from, to] = await Promise.all([handedOut, answered]);
    await acted;
    return to - from;
  };

const asked = (telegram: Telegram) => () => telegram.say(PERSON, PERSON, QUESTION);

/** Each press changes what is recorded; the floor takes any. */
async function presses({ telegram, contestant }: Entrant): Promise<() => Promise<unknown>> {
  if (contestant.name === 'floor') {
    const message = (await telegram.messages(PERSON)).at(-1)?.message_id ?? 0;
    return () => telegram.press(PERSON, PERSON, message, { data: 'floor' });
  }
  const percents = await percentPresses(telegram, PERSON);
  return () => percents.pressNext(telegram);
}

/** Messages that wait in seven chats when the bot comes: how many are answered a second. */
async function burst({ telegram, contestant }: Entrant): Promise<number> {
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
