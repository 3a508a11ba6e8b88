import { EMPTY_CELL, type Row } from '../document.ts';
import { type Field, fieldOf } from '../plan-table/headings.ts';
import { splitNumber } from '../plan-table/row-number.ts';
import { findTaskTable, type TaskTable } from '../plan-table/task-table.ts';

/** The name of a task, or of a part that holds some. */
interface Name {
  readonly number: string;
  readonly title: string;
  /** 0 a part (I), 1 an item (1), between them and 2 one of its own (1.1), 2 a letter, 3 a dash or no mark. */
  readonly level: number;
}

interface Told {
  /** From the part down to the task. */
  readonly names: readonly Name[];
  readonly said: Map<Field, string>;
}

const COLUMNS: readonly (readonly [Field, string])[] = [
  ['lead', 'Đơn vị chủ trì'],
  ['coordinating', 'Đơn vị phối hợp'],
  ['deadline', 'Thời gian thực hiện'],
  ['product', 'Sản phẩm'],
];
const HEADINGS = ['TT', 'Nhiệm vụ', ...COLUMNS.map(([, heading]) => heading)];
const FEWEST_TASKS = 2;

/**
 * The tasks of a plan that has no table, as one: under the name of each stand lines that say who leads it and when.
 * Null where they do not.
 */
export function proseTable(lines: readonly string[]): TaskTable | null {
  const told = tasksIn(lines).filter(({ said }) => said.has('lead'));
  if (told.length < FEWEST_TASKS || !told.some(({ said }) => said.has('deadline'))) return null;
  const written = new Set<Name>();
  const rows = told.flatMap(({ names, said }) => {
    const above = names.slice(0, -1).filter((name) => !written.has(name));
    for (const name of names) written.add(name);
    return [
      ...above.map((name) => rowOf(name, new Map())),
      ...names.slice(-1).map((name) => rowOf(name, said)),
    ];
  });
  return findTaskTable([cellsOf(HEADINGS), ...rows]);
}

function tasksIn(lines: readonly string[]): Told[] {
  const told: Told[] = [];
  let names: readonly Name[] = [];
  let said: Told['said'] | null = null;
  for (const line of lines.filter((words) => words !== '')) {
    const label = labelOf(line);
    if (label === null) {
      const name = nameOf(line);
      // Text without a mark goes on with the name above, unless what belongs to that has been said.
      if (isMarked(line) || said !== null || names.length === 0)
        names = [...names.filter(({ level }) => level < name.level), name];
      said = null;
    } else if (said !== null) said.set(...label);
    else if (names.length > 0) {
      said = new Map([label]);
      told.push({ names, said });
    }
  }
  return told;
}

/** "- Đơn vị chủ trì: Sở Nội vụ." */
const LABELLED = /^(?:[-–+•*]\s*)?(\p{L}[^:.;]{3,50}?)\s*:\s*(\S.*)$/u;
/** A body that is only named before a colon ("Các đơn vị: …") is charged with what follows, and leads nothing above. */
const SAYS_WHO = /chủ trì|thực hiện|phụ trách|chịu trách nhiệm|đầu mối|tham mưu/iu;

function labelOf(line: string): [Field, string] | null {
  const [, label = '', words = ''] = LABELLED.exec(line) ?? [];
  const field = fieldOf(label);
  const isKnown = COLUMNS.some(([known]) => known === field) && (field !== 'lead' || SAYS_WHO.test(label));
  return field === null || !isKnown ? null : [field, words.replace(/[.;]$/u, '')];
}

const DASH = /^[-–+•*]\s*/u;
const LETTER = /^([a-zđ])[.)]\s+(?=\S)/u;

const isMarked = (line: string): boolean => nameOf(line).number !== '';

function nameOf(line: string): Name {
  const split = splitNumber(line);
  if (split !== null) {
    const { number, rest: title } = split;
    const parts = number.match(/\d+/g)?.length ?? 0;
    return { number, title, level: parts === 0 ? 0 : 1 + (parts - 1) / 10 };
  }
  const letter = LETTER.exec(line);
  if (letter !== null) return { number: letter[1] ?? '', title: line.slice(letter[0].length), level: 2 };
  return { number: DASH.test(line) ? '-' : '', title: line.replace(DASH, ''), level: 3 };
}

const rowOf = ({ number, title }: Name, said: Told['said']): Row =>
  cellsOf([number, title, ...COLUMNS.map(([field]) => said.get(field) ?? '')]);

const cellsOf = (words: readonly string[]): Row =>
  words.map((text) => (text === '' ? EMPTY_CELL : { lines: [text], merged: null }));
