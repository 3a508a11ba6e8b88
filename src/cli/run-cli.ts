import { WrongUsage } from './arguments.ts';
import type { Command, CommandContext, ExitCode } from './command.ts';

export type Commands = ReadonlyMap<string, Command>;

/** Runs the command that the arguments begin with (one word or two). 2 for wrong usage, with the ways to use it. */
export async function runCli(
  args: readonly string[],
  commands: Commands,
  context: Omit<CommandContext, 'args'>,
): Promise<ExitCode | 2> {
  const words = [args.slice(0, 2).join(' '), args[0] ?? ''];
  const name = words.find((candidate) => commands.has(candidate));
  const command = name === undefined ? undefined : commands.get(name);
  if (name === undefined || command === undefined) {
    context.complain(usageOf(commands));
    return 2;
  }
  try {
    return await command.run({ ...context, args: args.slice(name.split(' ').length) });
  } catch (error) {
    if (!(error instanceof WrongUsage)) throw error;
    context.complain(`${error.message}\nusage: dung-han ${command.usage}`);
    return 2;
  }
}

const usageOf = (commands: Commands): string =>
  [
    'usage: dung-han COMMAND …',
    ...[...commands.values()].map(({ usage, does }) => `  ${usage}\n      ${does}`),
  ].join('\n');
