import { foldVietnamese } from '../../text/fold.ts';
import { roleOf } from '../party-words.ts';
import type { TaskReading } from '../plan-reading.ts';
import { atTask, type Doubt, doubtOf } from './doubt.ts';

/** Doubts about who leads and who helps. */
export function leadDoubts(tasks: readonly TaskReading[]): Doubt[] {
  const parents = new Set(tasks.map((task) => task.parentNo));
  // Who leads the row above: a cell that was merged, and lost by a conversion, would say the same.
  let above: string[] = [];
  const own = tasks.flatMap((task) => {
    const doubts = ownDoubts(task, parents.has(task.no), above, () => sharers(tasks, task));
    if (task.lead !== null) above = [task.lead.words];
    return doubts;
  });
  return [...own, ...oddScopes(tasks)];
}

function ownDoubts(
  task: TaskReading,
  hasSubRows: boolean,
  above: readonly string[],
  others: () => string[],
): Doubt[] {
  const place = atTask(task.no);
  const names = [task.lead, ...task.coLeads].flatMap((party) => (party === null ? [] : [party.words]));
  const [first] = names;
  if (first === undefined) {
    if (task.confidence === 'positional') return [];
    return hasSubRows ? [] : [doubtOf('LEAD_MISSING', place, task.title, above)];
  }
  if (task.confidence === 'positional') {
    const dealt = others();
    const named = new Set(dealt.length > 1 ? dealt : [first, ...task.coordinating]);
    return [doubtOf('LEAD_BY_POSITION', place, [...named].join('; '), [...new Set([first, ...named])])];
  }
  if (task.confidence === 'heading' && !hasSubRows)
    return [doubtOf('LEAD_FROM_HEADING', place, first, names)];
  return names.length > 1 ? [doubtOf('LEAD_JOINT', place, names.join('; '), names)] : [];
}

/** The leads that a cell was dealt out to, this one among them. */
const sharers = (tasks: readonly TaskReading[], task: TaskReading): string[] =>
  tasks
    .filter(({ parentNo, year }) => parentNo === task.parentNo && year === task.year)
    .filter(
      ({ parentNo, section, row }) => parentNo !== null || (section === task.section && row === task.row),
    )
    .flatMap((other) => (other.lead === null || other.confidence !== 'positional' ? [] : [other.lead.words]));

const RARE_SHARE = 0.05;

/** "Các đơn vị thuộc Thành phố" once, where every other row says "thuộc quận", is probably a slip. */
function oddScopes(tasks: readonly TaskReading[]): Doubt[] {
  const uses = tasks.flatMap((task) =>
    [
      ...task.coordinating,
      ...[task.lead, ...task.coLeads].flatMap((party) => (party === null ? [] : [party.words])),
    ]
      .filter((words) => roleOf(words) === 'each_unit' && /(?<!\p{L})thuộc\s/u.test(words))
      .map((words) => ({ task, words, key: foldVietnamese(words) })),
  );
  const counts = new Map<string, number>();
  for (const { key } of uses) counts.set(key, (counts.get(key) ?? 0) + 1);
  const [usual] = [...counts].sort(([, one], [, other]) => other - one);
  if (usual === undefined) return [];
  const usualWords = uses.find(({ key }) => key === usual[0])?.words ?? '';
  return uses
    .filter(({ key }) => key !== usual[0] && (counts.get(key) ?? 0) <= uses.length * RARE_SHARE)
    .map(({ task, words }) => doubtOf('PARTY_SCOPE_ODD', atTask(task.no), words, [words, usualWords]));
}
