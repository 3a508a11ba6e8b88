import type { PersonId } from '../../core/id.ts';
import { type Directory, peopleWithRole, privateChatOf } from '../../core/organisation/directory.ts';
import type { Settings } from '../../core/organisation/settings.ts';
import { trialUntil } from '../../core/organisation/trial.ts';
import { type Instant, instantAt } from '../../core/time/instant.ts';
import { addDays, type LocalDate } from '../../core/time/local-date.ts';
import { planNotice, toPerson } from '../notices/plan-notice.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { Transaction } from '../ports/transaction.ts';
import { dayAt } from '../today.ts';
import { type TrialNews, trialSlot } from './trial-news.ts';

type TrialTransaction = Pick<Transaction, 'organisation' | 'notices'>;

/**
 * After set-up or an import the office looks on before others are told; how long, it has chosen before. A sandbox is
 * a trial itself.
 */
export async function beginTrialByItself(tx: TrialTransaction, ids: IdSource, at: Instant): Promise<void> {
  if ((await tx.organisation.kind()) === 'real') await beginTrial(tx, ids, at);
}

/** A trial from today on, and the secretariat told when it begins and when it ends. */
export async function beginTrial(
  tx: TrialTransaction,
  ids: IdSource,
  at: Instant,
  by: PersonId | null = null,
): Promise<void> {
  const directory = await tx.organisation.directory();
  const { settings } = directory;
  const begun: Settings = { ...settings, trial: { ...settings.trial, from: dayAt(at, directory) } };
  await tx.organisation.saveSettings(begun);
  const until = trialUntil(begun.trial);
  if (until === null) return;
  await tellOfTrial(tx, ids, { what: 'begun', until }, at, by);
  await tellOfTrialEnd(tx, ids, begun, until);
}

/** Told as the office opens after its last day. A trial whose length changes has an end of its own. */
export async function tellOfTrialEnd(
  tx: TrialTransaction,
  ids: IdSource,
  { hours, zone }: Settings,
  until: LocalDate,
): Promise<void> {
  const at = instantAt(addDays(until, 1), hours.from, zone);
  const directory = await tx.organisation.directory();
  await planNews(tx, ids, { what: 'ended', until }, at, secretariatOn(directory, at));
}

/** Everybody of the secretariat but whoever did it, and who has no chat with the bot yet: `/start` shows it there. */
export async function tellOfTrial(
  tx: TrialTransaction,
  ids: IdSource,
  news: TrialNews,
  at: Instant,
  by: PersonId | null = null,
): Promise<void> {
  const directory = await tx.organisation.directory();
  const told = secretariatOn(directory, at).filter(
    (id) => id !== by && privateChatOf(directory, id) !== null,
  );
  await planNews(tx, ids, news, at, told);
}

const secretariatOn = (directory: Directory, at: Instant): PersonId[] =>
  peopleWithRole(directory, 'secretariat', dayAt(at, directory)).map(({ id }) => id);

async function planNews(
  tx: TrialTransaction,
  ids: IdSource,
  news: TrialNews,
  at: Instant,
  to: readonly PersonId[],
): Promise<void> {
  for (const id of to) await planNotice({ tx, ids, at }, 'trial', toPerson(id), { slot: trialSlot(news) });
}
