import { answerDeadline } from '../core/deadline/next.ts';
import { localDateAt, type Zone } from '../core/time/instant.ts';
import { readArguments } from './arguments.ts';
import type { Command } from './command.ts';
import { dayOption } from './values.ts';

/** Phrases without an office are read in the zone that plans are written in. */
const ZONE = 'Asia/Ho_Chi_Minh' as Zone;

export const deadlineCommand: Command = {
  usage: 'deadline [--now DATE]',
  does: 'reads one deadline phrase a line',
  async run({ args, clock, readInput, print }) {
    const { values } = readArguments(args, { now: { type: 'string' } }, 0);
    const today = values.now === undefined ? localDateAt(clock.now(), ZONE) : dayOption('now', values.now);
    for await (const phrase of readInput()) print(JSON.stringify(answerDeadline(phrase, today)));
    return 0;
  },
};
