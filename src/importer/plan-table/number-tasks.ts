import type { Doubt } from '../../core/plan/doubts/doubt.ts';
import { atTask, doubtOf } from '../../core/plan/doubts/doubt.ts';
import type { SectionReading } from '../../core/plan/plan-reading.ts';
import type { TableReading, TaskDraft } from './task-draft.ts';

export interface NumberedTasks {
  readonly sections: readonly SectionReading[];
  readonly tasks: readonly TaskDraft[];
  readonly doubts: readonly Doubt[];
}

/**
 * Joins the tables of a document and makes the numbers distinguishable: where they begin anew they carry their
 * section (`II.1`), or the appendix or place of their table (`PL2.1`, `B2.1`), or both.
 */
export function numberTasks(tables: readonly TableReading[], captions: readonly string[]): NumberedTasks {
  const sections = tables.flatMap((table) => table.sections).map(({ no, title }) => ({ no, title }));
  const flat = tables.flatMap((table, position) =>
    table.tasks.map((task) => ({ task, table: position + 1 })),
  );
  const qualified = qualify(flat, sections, captions);
  const { tasks, doubts } = withoutRepeats(qualified);
  return { sections: distinct(sections), tasks, doubts };
}

interface Placed {
  readonly task: TaskDraft;
  readonly table: number;
}

function qualify(
  placed: readonly Placed[],
  sections: readonly SectionReading[],
  captions: readonly string[],
): TaskDraft[] {
  const short = shortNames(sections);
  const inSection = ({ task }: Placed): TaskDraft => renumbered(task, short.get(task.section ?? '') ?? '');
  const inTable = ({ task, table }: Placed): TaskDraft => renumbered(task, tableName(table, captions));
  const inBoth = (one: Placed): TaskDraft => inTable({ ...one, task: inSection(one) });
  const ways = [({ task }: Placed) => task, inSection, inTable, inBoth];
  const way = ways.find((named) => !hasRepeats(placed.map((one) => named(one).no))) ?? inBoth;
  return placed.map(way);
}

function tableName(table: number, captions: readonly string[]): string {
  const appendix = /phụ lục\s+(?:số\s+)?([IVX]+|\d+)/iu.exec(captions[table - 1] ?? '')?.[1];
  if (appendix !== undefined) return `PL${appendix}`;
  const part = /^([IVX]+|[A-HĐ])[.)]\s/u.exec(captions[table - 1] ?? '')?.[1];
  if (part !== undefined) return part;
  return table === 1 ? '' : `B${table}`;
}

const renumbered = (task: TaskDraft, prefix: string): TaskDraft =>
  prefix === ''
    ? task
    : {
        ...task,
        no: `${prefix}.${task.no}`,
        parentNo: task.parentNo === null ? null : `${prefix}.${task.parentNo}`,
      };

/** What stands before a number for each section: its own number, or its place where it has only a title. */
function shortNames(sections: readonly SectionReading[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const { no } of sections) {
    if (!names.has(no)) names.set(no, shortName(no) ?? `M${names.size + 1}`);
  }
  return names;
}

function shortName(no: string): string | null {
  if (/^(?:\p{Lu}{1,4}|[\p{Lu}\d.]{1,6})$/u.test(no)) return no;
  const month = /^tháng\s+(\d{1,2})/iu.exec(no)?.[1];
  if (month !== undefined) return `T${Number(month)}`;
  const quarter = /^quý\s+([IV]+|\d)/iu.exec(no)?.[1];
  return quarter === undefined ? null : `Q${quarter}`;
}

function withoutRepeats(tasks: readonly TaskDraft[]): { tasks: TaskDraft[]; doubts: Doubt[] } {
  const seen = new Map<string, number>();
  const doubts: Doubt[] = [];
  const distinctTasks = tasks.map((task) => {
    const count = (seen.get(task.no) ?? 0) + 1;
    seen.set(task.no, count);
    if (count === 1) return task;
    const no = `${task.no}(${count})`;
    doubts.push(doubtOf('NUMBER_REPEATED', atTask(no), task.title, [no, task.no]));
    return { ...task, no };
  });
  return { tasks: distinctTasks, doubts };
}

const hasRepeats = (labels: readonly string[]): boolean => new Set(labels).size < labels.length;

const distinct = (sections: readonly SectionReading[]): SectionReading[] =>
  sections.filter((section, at) => sections.findIndex((other) => other.no === section.no) === at);
