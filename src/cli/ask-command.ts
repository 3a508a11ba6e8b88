import type { Office } from '../compose/office.ts';
import type { Instant } from '../core/time/instant.ts';
import { readArguments } from './arguments.ts';
import type { Command } from './command.ts';
import { instantOption } from './values.ts';

const OPTIONS = { as: { type: 'string' }, chat: { type: 'string' }, now: { type: 'string' } } as const;

export interface AskedAs {
  readonly text: string;
  /** Name or channel id of a known person; null for the secretariat. */
  readonly person: string | null;
  /** Code of the cluster in whose group it is asked; null for a private chat. */
  readonly cluster: string | null;
}

/** The bot's answer as plain text, empty for silence; or why there can be none. */
export type Ask = (office: Office, asked: AskedAs) => Promise<{ answer: string } | { problem: string }>;

export const askCommand = (ask: Ask): Command => ({
  usage: 'ask TEXT [--as PERSON] [--chat CLUSTER] [--now INSTANT]',
  does: 'answers as the bot would',
  async run({ args, office, print, complain }) {
    const { values, positionals } = readArguments(args, OPTIONS, 1);
    const now: Instant | null = instantOption('now', values.now);
    const asked = await ask(await office(now), {
      text: positionals[0] ?? '',
      person: values.as ?? null,
      cluster: values.chat ?? null,
    });
    if ('problem' in asked) {
      complain(asked.problem);
      return 1;
    }
    print(asked.answer);
    return 0;
  },
});
