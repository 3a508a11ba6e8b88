import { foldVietnamese, tidySpaces } from '../../text/fold.ts';
import type { TaskReading } from '../plan-reading.ts';
import { similarTitles } from '../similar-titles.ts';
import { atTask, type Doubt, doubtOf } from './doubt.ts';

/** Rows that repeat one another, and titles that repeat themselves. */
export function rowDoubts(tasks: readonly TaskReading[]): Doubt[] {
  return [...tasks.flatMap(repeatedWords), ...duplicates(tasks)];
}

const TWICE = /(?<!\S)(\S+(?:\s\S+){1,6})\s\1(?!\S)/iu;

function repeatedWords(task: TaskReading): Doubt[] {
  if (!TWICE.test(task.title)) return [];
  const clean = tidySpaces(task.title.replace(TWICE, '$1'));
  return [doubtOf('TITLE_REPEATS_WORDS', atTask(task.no), task.title, [task.title, clean])];
}

function duplicates(tasks: readonly TaskReading[]): Doubt[] {
  const leaves = tasks.filter((task) => task.title !== '');
  return similarTitles(leaves.map((task) => task.title)).flatMap(({ earlier, later }) => {
    const [one, other] = [leaves[earlier], leaves[later]];
    if (one === undefined || other === undefined) return [];
    const code = rowKey(one) === rowKey(other) ? 'ROW_DUPLICATED' : 'ROW_NEARLY_DUPLICATED';
    return [doubtOf(code, atTask(other.no), other.title, [one.no])];
  });
}

const rowKey = (task: TaskReading): string =>
  foldVietnamese(
    JSON.stringify([
      tidySpaces(task.title),
      task.lead?.words ?? '',
      task.coLeads.map((party) => party.words),
      task.deadlineText,
    ]),
  );
