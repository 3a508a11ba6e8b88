import type { ConfigProblem, Environment } from './config.ts';
import { defaultOf, variables } from './variables.ts';

/** Values that are each right and do not go together. `set` holds only variables that are not empty. */
export function contradictions(set: Environment, environment: Environment): ConfigProblem[] {
  const has = (name: string): boolean => set[name] !== undefined;
  const problems: ConfigProblem[] = [];
  const report = (wrong: boolean, name: string, problem: string): void => {
    if (wrong) problems.push({ name, problem });
  };

  const production = environment['NODE_ENV'] === 'production';
  report(
    production && !has('BOT_TOKEN'),
    'BOT_TOKEN',
    'is missing; NODE_ENV=production never starts the sandbox',
  );
  for (const { name, telegramOnly } of variables) {
    report(telegramOnly === true && has(name) && !has('BOT_TOKEN'), name, 'is set but BOT_TOKEN is not');
  }
  // Who sets it believes to be in the sandbox, while a real bot writes to real people.
  report(has('SANDBOX_NOW') && has('BOT_TOKEN'), 'SANDBOX_NOW', 'is set together with BOT_TOKEN: no sandbox');
  report(
    has('PUBLIC_URL') && !has('WEBHOOK_SECRET'),
    'WEBHOOK_SECRET',
    'is missing though PUBLIC_URL is set',
  );
  report(
    has('WEBHOOK_SECRET') && !has('PUBLIC_URL'),
    'PUBLIC_URL',
    'is missing though WEBHOOK_SECRET is set',
  );
  // Telegram itself takes only https; a Bot API server of one's own takes both.
  const own = (set['TELEGRAM_API_ROOT'] ?? defaultOf('TELEGRAM_API_ROOT')) !== defaultOf('TELEGRAM_API_ROOT');
  report(!own && (set['PUBLIC_URL'] ?? '').startsWith('http:'), 'PUBLIC_URL', 'must be an https:// address');
  return problems;
}
