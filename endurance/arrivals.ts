import { readFile } from 'node:fs/promises';
import type { Message } from '../src/app/ports/message.ts';
import { translator } from '../src/i18n/translator.ts';
import { textOf } from '../test/support/message-text.ts';

export const CHANNEL = 'telegram';

/** What people saw: to whom, and the text without the remark that it may be a repeat. */
export interface Arrival {
  readonly chat: string;
  readonly text: string;
  readonly isMarked: boolean;
}

const MARK = translator('vi')('answer.again');

export const lineOf = (chat: string, message: Message): string =>
  `${JSON.stringify([chat, textOf(message)])}\n`;

export async function readArrivals(file: string): Promise<Arrival[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
  return lines.map((line) => {
    const [chat, text] = JSON.parse(line) as [string, string];
    return { chat, text: text.replace(MARK, '').trim(), isMarked: text.includes(MARK) };
  });
}

/** How many messages arrived that had arrived before, and how many of those did not say that they may be repeats. */
export function repeats(arrivals: readonly Arrival[]): { total: number; unmarked: number } {
  const seen = new Set<string>();
  let [total, unmarked] = [0, 0];
  for (const { chat, text, isMarked } of arrivals) {
    const key = JSON.stringify([chat, text]);
    if (seen.has(key)) {
      total += 1;
      if (!isMarked) unmarked += 1;
    }
    seen.add(key);
  }
  return { total, unmarked };
}
