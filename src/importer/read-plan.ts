import { setImmediate } from 'node:timers/promises';
import { mapInTurns } from '../app/in-turns.ts';
import type { DeadlineRule } from '../core/deadline/rule.ts';
import { atTask, type Doubt, doubtOf, holdsBack } from '../core/plan/doubts/doubt.ts';
import { findDoubts } from '../core/plan/doubts/find-doubts.ts';
import type { PlanReading, TaskKind, TaskReading } from '../core/plan/plan-reading.ts';
import { readingContext } from '../core/plan/read-row-deadline.ts';
import type { LocalDate } from '../core/time/local-date.ts';
import { type Document, textOf } from './document.ts';
import { isInOldFont } from './documents/old-font.ts';
import { ImportRefused } from './import-refusal.ts';
import { numberTasks } from './plan-table/number-tasks.ts';
import { readTable } from './plan-table/read-table.ts';
import type { TableReading, TaskDraft } from './plan-table/task-draft.ts';
import { type Pages, takeApart } from './plan-text/page-lines.ts';
import { dutyDoubts } from './plan-text/read-duties.ts';
import { readEvents } from './plan-text/read-events.ts';
import { readHead } from './plan-text/read-head.ts';
import { movementNames, readMovements } from './plan-text/read-movements.ts';
import { readRules, type TaskRules } from './read-rules.ts';

/** Reads a plan from a document of any format. Throws ImportRefused where it holds no table of tasks. */
export async function readPlan(document: Document, today: LocalDate): Promise<PlanReading> {
  const pages = takeApart(document);
  const tables: TableReading[] = [];
  for (const table of pages.tables) tables.push(await readTable(table));
  const { sections, tasks: drafts, doubts: numberDoubts } = numberTasks(tables, pages.captions);
  if (drafts.length === 0) {
    throw new ImportRefused(isInOldFont(wordsOf(document)) ? 'IMPORT_FONT_OLD' : 'IMPORT_NO_TASK_TABLE');
  }
  const head = readHead(pages.lines);
  const { rules, doubts: ruleDoubts } = await readRules(drafts, readingContext(head, head.issuedOn ?? today));
  const parents = new Set(drafts.map((draft) => draft.parentNo));
  const tasks = await mapInTurns(drafts, (draft) =>
    taskOf(draft, rules.get(draft.no), parents.has(draft.no)),
  );
  const events = readEvents(pages.lines, drafts);
  const movements = readMovements(pages.lines, drafts);
  // All that is doubtful of thousands of rows is looked for at once: the event loop turns before and after.
  await setImmediate();
  const found = findDoubts({ head, tasks, events });
  await setImmediate();
  const doubts = [
    ...found,
    ...ruleDoubts,
    ...numberDoubts,
    ...unevenDoubts(drafts),
    ...hiddenDoubts(drafts),
    ...dutyDoubts(pages.lines, drafts),
    ...leftovers(pages, tables),
  ];
  return {
    head,
    sections,
    tasks,
    events,
    movements,
    undecided: doubts.filter(holdsBack),
    warnings: doubts.filter((doubt) => !holdsBack(doubt)),
  };
}

/** Enough of the document to tell its letters by. */
const wordsOf = ({ blocks }: Document): string =>
  blocks
    .slice(0, 200)
    .flatMap((block) =>
      block.kind === 'paragraph' ? [block.text] : block.rows.slice(0, 50).flatMap((row) => row.map(textOf)),
    )
    .join(' ');

function taskOf(draft: TaskDraft, found: TaskRules | undefined, hasSubRows: boolean): TaskReading {
  const [lead = null, ...coLeads] = draft.leads;
  const kind = kindOf(draft, hasSubRows);
  const rules = found?.rules ?? [];
  return {
    no: draft.no,
    parentNo: draft.parentNo,
    section: draft.section,
    kind,
    title: draft.title,
    lead,
    coLeads,
    confidence: draft.confidence,
    coordinating: draft.coordinating,
    deadlineText: draft.deadlineText,
    rules: kind === 'movement' ? rules.map(asPeriod) : rules,
    rulesInherited: found?.inherited ?? false,
    year: draft.year,
    notes: draft.notes,
    row: draft.row,
  };
}

/** A movement runs through its years ("Năm 2026"): they are no deadline. */
function asPeriod(rule: DeadlineRule): DeadlineRule {
  if (rule.kind !== 'range' || rule.from === null) return rule;
  const { from, to, appliesTo } = rule;
  const isYears = from.endsWith('-01-01') && to.endsWith('-12-31');
  return isYears ? { kind: 'period', from, to, appliesTo } : rule;
}

function kindOf(draft: TaskDraft, hasSubRows: boolean): TaskKind {
  if (hasSubRows && draft.leads.length === 0) return 'heading';
  if (draft.year !== null || /^kỷ niệm\s+\d/iu.test(draft.title)) return 'event';
  return movementNames(draft.title).length > 0 ? 'movement' : 'task';
}

const unevenDoubts = (drafts: readonly TaskDraft[]): Doubt[] =>
  drafts
    .filter((draft) => draft.unevenNames.length > 0)
    .map((draft) => doubtOf('LEAD_NAMES_UNEVEN', atTask(draft.no), draft.title, draft.unevenNames));

const hiddenDoubts = (drafts: readonly TaskDraft[]): Doubt[] =>
  drafts.filter(({ hidden }) => hidden).map(({ no, title }) => doubtOf('ROW_HIDDEN', atTask(no), title));

function leftovers(pages: Pages, tables: readonly TableReading[]): Doubt[] {
  return [
    ...tables.flatMap((table) =>
      table.strays.map(({ row, words }) => doubtOf('ROW_NOT_UNDERSTOOD', { kind: 'row', row }, words)),
    ),
    ...pages.passedOver.map((words, index) =>
      doubtOf('TABLE_PASSED_OVER', { kind: 'table', index: index + 1 }, words),
    ),
    ...pages.tables.flatMap((table, index) =>
      table.unknownLabels.map((label) =>
        doubtOf('COLUMN_UNKNOWN', { kind: 'table', index: index + 1 }, label),
      ),
    ),
  ];
}
