import { type ParseArgsConfig, parseArgs } from 'node:util';

/** The arguments do not fit the command: exit code 2, and how it is used. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage';
}

type Options = NonNullable<ParseArgsConfig['options']>;

/** Options and positionals of a command. Throws WrongUsage. */
export function readArguments<O extends Options>(args: readonly string[], options: O, positionals: number) {
  try {
    const read = parseArgs({ args: [...args], options, allowPositionals: positionals > 0, strict: true });
    if (read.positionals.length !== positionals) {
      throw new Error(`expected ${positionals} argument(s), got ${read.positionals.length}`);
    }
    return read;
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : String(error));
  }
}
