import type { ClusterId } from '../../core/id.ts';
import { activeSuccessors } from '../../core/obligation/owners.ts';
import { officeHolders } from '../../core/organisation/directory.ts';
import { calledToday } from '../../core/plan/called-today.ts';
import type { TaskParty } from '../../core/plan/plan-book.ts';
import type { Frame } from './frame.ts';

/** Leads or coordinators in the plan's words, each once, with who carries the work today where they do not say it. */
export function partyNames(
  frame: Frame,
  parties: readonly TaskParty[],
  clusterIds: readonly ClusterId[] = [],
): string[] {
  const said = [...new Set(parties.map(({ words }) => words))];
  return said.map((words) => {
    const meant = parties.filter((party) => party.words === words);
    return unitName(frame, words, meant) ?? headName(frame, words, meant, clusterIds) ?? words;
  });
}

/** `Phòng Kinh tế (nay là Phòng Kinh tế, Hạ tầng và Đô thị)`; null where the words say it. */
function unitName(
  { t, directory, today }: Frame,
  words: string,
  parties: readonly TaskParty[],
): string | null {
  const units = parties.flatMap(({ party }) =>
    party.kind === 'unit' ? activeSuccessors(directory, party.unitId, today) : [],
  );
  const names = [...new Set(units.map(({ name }) => name))].join(', ');
  const called = calledToday(words, units, directory, today).kind;
  if (called === 'otherwise') return t('task.leadNow', { words, names });
  return called === 'chosen' && units.length === 1 ? `${words} (${names})` : null;
}

/** `Cụm trưởng (UBND phường Điện Biên)` where one cluster is meant. */
function headName(
  { directory, today }: Frame,
  words: string,
  parties: readonly TaskParty[],
  [cluster, ...others]: readonly ClusterId[],
): string | null {
  const isHead = parties.some(({ party }) => party.kind === 'cluster_head');
  if (!isHead || cluster === undefined || others.length > 0) return null;
  const heads = officeHolders(directory, cluster, 'lead', today).map(({ name }) => name);
  return heads.length === 0 ? null : `${words} (${heads.join(', ')})`;
}
