import { inTurns, mapInTurns } from '../../app/in-turns.ts';
import type { PartyReading } from '../../core/plan/party-reading.ts';
import { kindInHeading, kindInLead, timeForKind } from './cluster-kind.ts';
import { withoutDittos } from './dittos.ts';
import { isSignature, joinRows, phraseLines } from './join-rows.ts';
import { type Owners, ownersByOrder, readOwners } from './lead-cell.ts';
import { type SourceRow, sourceRow } from './plan-row.ts';
import { bareTitle, itemsOf } from './row-items.ts';
import { splitNumber } from './row-number.ts';
import {
  chargedIn,
  groupSection,
  isLetter,
  isSectionRow,
  isShouted,
  NOBODY,
  readSection,
  type Section,
  timeIn,
} from './section-row.ts';
import { inTime } from './section-time.ts';
import { isListOfTasks, readSubRows, type SubTask } from './sub-rows.ts';
import type { TableReading, TaskDraft } from './task-draft.ts';
import type { TaskTable } from './task-table.ts';

/** Reads the rows of a task table as tasks, each with the section and the row it stands under. */
export async function readTable(table: TaskTable): Promise<TableReading> {
  const rows = withoutDittos(joinRows(await sourceRows(table)));
  const reader = new TableReader(
    rows.some((row) => row.number.kind === 'arabic'),
    rows.some(isShoutedTask),
    namesNoLead(table) ? chargedIn(table.opening) : NOBODY,
    { kind: kindInHeading(table.opening), time: timeOver(table.opening) },
  );
  const lastTask = rows.findLastIndex(isTask);
  for await (const [position, row] of inTurns(rows.entries())) {
    reader.read(row, rows[position + 1], position < lastTask);
  }
  return reader.finish();
}

/** Where sections name the offices that lead, a column of the people in charge does not. */
async function sourceRows(table: TaskTable): Promise<SourceRow[]> {
  const rows = await mapInTurns(table.rows, (row) => sourceRow(table, row));
  const { headings } = table;
  const ledByPeople = headings.has('lead') && headings.get('lead') === headings.get('person');
  const namesOffice = (row: SourceRow): boolean =>
    isSectionRow(row, true, false) && readSection(row, null).owners.leads.length > 0;
  if (!ledByPeople || !rows.some(namesOffice)) return rows;
  const rest = { ...table, headings: new Map([...headings].filter(([field]) => field !== 'lead')) };
  return mapInTurns(table.rows, (row) => sourceRow(rest, row));
}

const namesNoLead = ({ headings }: TaskTable): boolean => !headings.has('lead') && !headings.has('owner');

/** Capitals with an office or a day beside them are a task. */
const isShoutedTask = (row: SourceRow): boolean =>
  isTask(row) && isShouted(row) && row.own.lead.length + row.own.deadline.length > 0;

const isTask = (row: SourceRow): boolean => row.title.length > 0 && !row.spanning;

class TableReader {
  private readonly hasNumbers: boolean;
  private readonly shouts: boolean;
  /** Whom the line above the table charges with all its rows. */
  private readonly owners: Owners;
  /** The kind of cluster, and the month, that the line above the table is for. */
  private readonly opening: Pick<Section, 'kind' | 'time'>;
  private readonly sections: Section[] = [];
  private readonly tasks: TaskDraft[] = [];
  private readonly strays: { row: number; words: string }[] = [];
  private waiting: SourceRow[] = [];
  private outer: Section | null = null;
  private section: Section | null = null;
  private parent: TaskDraft | null = null;
  private counter = 0;

  constructor(hasNumbers: boolean, shouts: boolean, owners: Owners, opening: Pick<Section, 'kind' | 'time'>) {
    this.hasNumbers = hasNumbers;
    this.shouts = shouts;
    this.owners = owners;
    this.opening = opening;
  }

  read(row: SourceRow, next: SourceRow | undefined, tasksFollow: boolean): void {
    if (row.group !== '' && row.group !== this.section?.title) this.enter(groupSection(row.group));
    if (isRemark(row, this.hasNumbers)) this.strays.push({ row: row.index, words: everyWord(row) });
    else if (isSectionRow(row, this.hasNumbers, this.shouts) || this.isBareHeading(row, next)) {
      if (tasksFollow) this.enter(readSection(row, this.outer));
      else this.strays.push({ row: row.index, words: row.title.join(' ') });
    } else if (row.title.length === 0 || isSum(row))
      this.strays.push({ row: row.index, words: everyWord(row) });
    else if (row.number.kind === 'arabic' || row.number.kind === 'section')
      this.readNumbered(row, row.number.label);
    else if (!this.hasNumbers || this.parent === null) this.readUnnumbered(row);
    else this.waiting.push(row);
  }

  /** A title alone, under which the numbers begin (anew). */
  private isBareHeading(row: SourceRow, next: SourceRow | undefined): boolean {
    const isBare =
      row.number.kind === 'none' &&
      row.own.lead.length + row.own.deadline.length + row.coordinating.length === 0;
    const begins = next?.number.kind === 'arabic' && (next.number.label === '1' || this.parent === null);
    const [item] = itemsOf(row.title);
    return (
      isBare && begins && this.waiting.length === 0 && item?.depth === 0 && item.year === null && !isSum(row)
    );
  }

  finish(): TableReading {
    this.endSubRows();
    return { sections: this.sections, tasks: this.tasks, strays: this.strays };
  }

  private enter(section: Section): void {
    this.endSubRows();
    if (isLetter(section.no)) this.outer = section;
    this.section = section;
    this.parent = null;
    this.sections.push(section);
  }

  private readNumbered(row: SourceRow, label: string): void {
    this.endSubRows();
    const parentNo = this.parentOf(label);
    const above =
      parentNo === null
        ? undefined
        : this.tasks.findLast((task) => task.no === parentNo && task.section === this.sectionNo());
    const lists = isListOfTasks(row);
    const task = this.draft(lists ? headOf(row) : row, label, above ?? null);
    this.tasks.push(task);
    if (above === undefined) this.parent = task;
    if (lists) this.waiting.push({ ...row, title: row.title.slice(headLines(row)) });
  }

  private readUnnumbered(row: SourceRow): void {
    // A schedule lists several things to do in one cell; each is a task.
    const items = itemsOf(row.title);
    const lists = items.length > 1 && items.every((item) => item.depth > 0);
    if (!lists) this.tasks.push(this.draft(row, this.nextNumber(), null));
    else for (const sub of readSubRows([row])) this.tasks.push(this.subDraft(sub, null, this.nextNumber()));
  }

  private nextNumber(): string {
    this.counter += 1;
    return this.hasNumbers ? `0.${this.counter}` : String(this.counter);
  }

  private sectionNo(): string | null {
    return this.section?.no ?? null;
  }

  private inheritedOwners(): Owners {
    const owners = this.section?.owners ?? NOBODY;
    return owners.leads.length > 0 ? owners : this.owners;
  }

  private parentOf(label: string): string | null {
    const parts = label.split('.');
    return parts.length > 1 ? parts.slice(0, -1).join('.') : null;
  }

  private draft(row: SourceRow, no: string, above: TaskDraft | null): TaskDraft {
    const byOrder = row.leadIsShared ? ownersByOrder(row.lead, row.coordinating) : null;
    const { leads, coordinating } = byOrder ?? readOwners(row.lead, row.coordinating);
    const inherited = above?.leads ?? this.inheritedOwners().leads;
    const who = leads.length > 0 ? leads : inherited;
    return {
      no,
      parentNo: above?.no ?? null,
      section: this.sectionNo(),
      title: titleOf(row),
      leads: who,
      confidence: byOrder !== null ? 'positional' : leads.length > 0 ? 'explicit' : 'heading',
      unevenNames: [],
      coordinating:
        leads.length > 0 || coordinating.length > 0 ? coordinating : this.inheritedOwners().coordinating,
      deadlineText: this.forItsKind(who, this.inSectionTime(phraseLines(row.deadline), row.period)),
      maySwap: row.maySwap,
      year: yearOf(row),
      notes: row.notes,
      hidden: row.hidden,
      row: row.index,
    };
  }

  private inSectionTime(words: string, period: string): string {
    return inTime(words, timeIn(period) ?? this.section?.time ?? this.opening.time);
  }

  /** A day under "II. Khối trường học", or of a lead that names the kind, binds the clusters of that kind alone. */
  private forItsKind(leads: readonly PartyReading[], words: string): string {
    const [lead, another] = leads;
    const own = lead === undefined || another !== undefined ? null : kindInLead(lead.words);
    return timeForKind(own ?? this.section?.kind ?? this.opening.kind, leads, words);
  }

  private endSubRows(): void {
    const rows = this.waiting;
    this.waiting = [];
    const { parent } = this;
    if (parent === null || rows.length === 0) return;
    const letters = rows.map((row) => (row.number.kind === 'letter' ? row.number.label : null));
    const taken = this.tasks.filter((task) => task.parentNo === parent.no).length;
    const subs = readSubRows(rows);
    subs.forEach((sub, position) => {
      const letter = subs.length === letters.length ? letters[position] : null;
      this.tasks.push(this.subDraft(sub, parent, `${parent.no}.${letter ?? taken + position + 1}`));
    });
  }

  private subDraft(sub: SubTask, parent: TaskDraft | null, no: string): TaskDraft {
    const named = sub.leads.length > 0 || sub.unevenNames.length > 0;
    const who = named ? sub.leads : (parent?.leads ?? this.inheritedOwners().leads);
    return {
      no,
      parentNo: parent?.no ?? null,
      section: this.sectionNo(),
      title: sub.title,
      leads: who,
      confidence: named ? sub.confidence : 'heading',
      unevenNames: sub.unevenNames,
      coordinating: sub.coordinating,
      deadlineText: this.forItsKind(
        who,
        parent === null ? this.inSectionTime(sub.deadlineText, '') : sub.deadlineText,
      ),
      maySwap: sub.maySwap,
      year: sub.year,
      notes: sub.notes,
      hidden: sub.hidden,
      row: sub.row,
    };
  }
}

/** "Ghi chú: …" over the whole row, or who signs the table: no task and no section. */
const isRemark = (row: SourceRow, tableHasNumbers: boolean): boolean => {
  const words = row.title.join(' ');
  if (row.number.kind !== 'none') return false;
  return (
    (row.spanning && /^(ghi chú|lưu ý|nơi nhận)\s*:/iu.test(words)) || (tableHasNumbers && isSignature(row))
  );
};

/** "Tổng cộng" under the tasks is none of them. */
const isSum = (row: SourceRow): boolean =>
  row.number.kind === 'none' &&
  row.own.lead.length === 0 &&
  /^(tổng( cộng| số)?|cộng)\s*(:?$|:.*\d)/iu.test(row.title.join(' '));

/** "Năm 2022: …" in front of a title is the year of the row, not part of what is to be done. */
const yearOf = (row: SourceRow): number | null => {
  const [first] = itemsOf(row.title);
  return first === undefined || first.opensGroup ? null : first.year;
};

const titleOf = (row: SourceRow): string => {
  const title = bareTitle(row.title.join(' ').replace(/^[-–+•*]\s+/, ''));
  return yearOf(row) === null ? title : title.replace(/^Năm\s+\d{4}\s*[:.–-]\s*/iu, '');
};

/** "III. Tháng 9/2025": a month over a table; a whole year is what any plan is for. */
function timeOver(line: string): string | null {
  const words = splitNumber(line)?.rest ?? line;
  return /^(?:tháng|quý|tuần)\s/iu.test(words) ? timeIn(words) : null;
}

const everyWord = (row: SourceRow): string =>
  [...row.title, ...row.lead, ...row.coordinating, ...row.deadline, ...row.notes].join(' ');

/** The lines of a listing cell before its first item. */
function headLines(row: SourceRow): number {
  const first = row.title.findIndex((line) => /^[-–−•*+·]|^[a-zđ]\)\s/u.test(line));
  return first === -1 ? row.title.length : first;
}

const headOf = (row: SourceRow): SourceRow => ({
  ...row,
  title: headLines(row) === 0 ? row.title : row.title.slice(0, headLines(row)),
  lead: [],
  deadline: [],
});
