import { readFile } from 'node:fs/promises';
import type { Dependencies } from '../app/dependencies.ts';
import { importOrganisation } from '../app/organisation/import-organisation.ts';
import { importPeople } from '../app/people/import-people.ts';
import { importPlan } from '../app/plan/import-plan.ts';
import { dayAt } from '../app/today.ts';
import { type Chat, NEW_CHAT } from '../core/organisation/chat.ts';
import { chatAt, type Directory } from '../core/organisation/directory.ts';
import type { NameEntry } from '../core/question/names/name-entry.ts';
import { dateOf } from '../core/time/local-date.ts';
import { isRefused } from '../importer/import-refusal.ts';
import { readOrganisationFile } from '../importer/organisation/read-organisation.ts';
import { readPeopleCsv } from '../importer/organisation/read-people.ts';
import { readPlanFile } from '../importer/read-plan-file.ts';
import type { WorldSeed } from '../sandbox/world/seed.ts';

const SAMPLE = new URL('../sandbox/sample/', import.meta.url);
const CHANNEL = 'telegram';

const fileOf = async (name: string) => ({ name, bytes: await readFile(new URL(name, SAMPLE)) });

/** The people and groups with which a new sandbox begins. */
export const readWorldSeed = async (): Promise<WorldSeed> =>
  JSON.parse(await readFile(new URL('world.json', SAMPLE), 'utf8')) as WorldSeed;

/**
 * Fills a new sandbox's database as an office would: organisation, people, groups, then the plan. Does nothing once
 * there is a plan; what a death in between left is completed.
 */
export async function seedSample(dependencies: Dependencies, seed: WorldSeed): Promise<void> {
  const { unitOfWork, clock, ids } = dependencies;
  if ((await unitOfWork.read.plans.book()).plans.length > 0) return;
  await unitOfWork.run(async (tx) => {
    const { settings } = await tx.organisation.directory();
    await tx.organisation.saveSettings({ ...settings, name: 'UBND quận Ba Đình' });
  });
  await importOrganisation(dependencies, taken(await readOrganisationFile(await fileOf('organisation.csv'))));
  await importPeople(dependencies, taken(await readPeopleCsv((await fileOf('people.csv')).bytes)));
  await unitOfWork.run(async (tx) => {
    const before = await tx.organisation.directory();
    for (const place of placesOf(seed, before)) {
      if (chatAt(before, CHANNEL, place.key) !== null) continue;
      await tx.organisation.saveChat({ ...NEW_CHAT, channel: CHANNEL, ...place, id: ids.next() });
    }
  });
  const directory = await unitOfWork.read.organisation.directory();
  const today = dayAt(clock.now(), directory);
  const outcome = await importPlan(
    dependencies,
    taken(await readPlanFile(await fileOf('plan-29-ba-dinh.docx'), today)),
    null,
  );
  if (outcome.kind === 'refused') throw new Error(`the sample plan was refused: ${outcome.code}`);
}

type Place = Pick<Chat, 'key' | 'kind' | 'title' | 'clusterId' | 'personId'>;

/** The chats of people who have pressed Start already, and the groups with their clusters. */
function placesOf(seed: WorldSeed, { identities, clusters }: Directory): Place[] {
  const started = seed.users.filter((user) => user.started === true).map(({ id }) => String(id));
  return [
    ...identities
      .filter(({ user }) => started.includes(user))
      .map(
        ({ user: key, personId }): Place => ({ key, kind: 'private', title: '', clusterId: null, personId }),
      ),
    ...seed.chats.map(({ id, title, cluster }): Place => {
      const clusterId = clusters.find(({ code }) => code === cluster)?.id ?? null;
      return { key: String(id), kind: 'group', title, clusterId, personId: null };
    }),
  ];
}

/** What may be named in questions about the sample. */
export async function sampleNames(): Promise<NameEntry[]> {
  const { units, clusters } = taken(await readOrganisationFile(await fileOf('organisation.csv')));
  const plan = taken(await readPlanFile(await fileOf('plan-29-ba-dinh.docx'), dateOf('2021-01-22')));
  return [
    ...units.map(({ code, name }) => ({ kind: 'unit' as const, id: code, names: [name, code] })),
    ...clusters.map(({ code, name }) => ({ kind: 'cluster' as const, id: code, names: [name, code] })),
    ...plan.tasks.map(({ no, title }) => ({ kind: 'task' as const, id: no, names: [title], no })),
    ...plan.movements.map(({ name, taskNo }) => ({
      kind: 'movement' as const,
      id: name,
      names: [name],
      ...(taskNo === null ? {} : { no: taskNo }),
    })),
  ];
}

/** The sample's own files are always readable. */
function taken<Reading extends object>(reading: Reading): Exclude<Reading, { kind: 'refused' }> {
  if (isRefused(reading)) throw new Error(`a sample file was refused: ${reading.code}`);
  return reading as Exclude<Reading, { kind: 'refused' }>;
}
