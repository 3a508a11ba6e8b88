import { readArguments } from './arguments.ts';
import type { Command } from './command.ts';

export const migrateCommand: Command = {
  usage: 'migrate',
  does: 'brings the database up to date, as every start does',
  async run({ args, office, print }) {
    readArguments(args, {}, 0);
    const { database } = await office(null);
    const { appliedMigrations } = database;
    print(appliedMigrations.length === 0 ? 'up to date' : `applied: ${appliedMigrations.join(', ')}`);
    return 0;
  },
};
