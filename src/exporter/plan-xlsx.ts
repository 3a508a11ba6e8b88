import writeXlsxFile, { type Row, type SheetData } from 'write-excel-file/node';
import type {
  EventReading,
  MovementReading,
  PlanReading,
  TaskReading,
  YearSpan,
} from '../core/plan/plan-reading.ts';
import { type LocalDate, yearOf } from '../core/time/local-date.ts';

const HEADINGS = [
  'TT',
  'Nhiệm vụ, giải pháp',
  'Đơn vị chủ trì',
  'Đơn vị phối hợp',
  'Thời gian thực hiện',
  'Ghi chú',
];
const WIDTHS = [8, 70, 32, 40, 40, 30];

/**
 * A plan as an Excel workbook that imports again without difference. The words of columns and labels are those
 * that the importer knows. Every cell is text, so that nothing a plan says can become a formula.
 */
export async function planToXlsx(reading: PlanReading): Promise<Uint8Array> {
  const columns = WIDTHS.map((width) => ({ width }));
  return writeXlsxFile([
    {
      data: [...headRows(reading), [], headingRow(), ...taskRows(reading)],
      columns,
      sheet: 'Kế hoạch',
      orientation: 'landscape',
    },
    { data: bodyRows(reading), columns: [{ width: 120 }], sheet: 'Sự kiện, phong trào' },
  ]).toBuffer();
}

const text = (value: string, bold = false): Row[number] =>
  value === ''
    ? null
    : {
        value,
        type: String,
        wrap: true,
        alignVertical: 'top',
        ...(bold ? { fontWeight: 'bold' as const } : {}),
      };

const headingRow = (): Row => HEADINGS.map((heading) => text(heading, true));

function headRows({ head }: PlanReading): SheetData {
  const lines: readonly (readonly [string, string | null])[] = [
    ['Số', head.number],
    ['Cơ quan ban hành', head.issuer],
    ['Ngày ban hành', head.issuedOn === null ? null : dayMonthYear(head.issuedOn)],
    ['Tên văn bản', head.title],
    ['Giai đoạn', head.period === null ? null : yearsOf(head.period)],
    ['Văn bản cấp trên', head.superior],
  ];
  return lines.flatMap(([label, value]) => (value === null ? [] : [[spanned(`${label}: ${value}`)]]));
}

const spanned = (value: string, bold = false): Row[number] => ({
  value,
  type: String,
  columnSpan: HEADINGS.length,
  ...(bold ? { fontWeight: 'bold' as const } : {}),
});

const yearsOf = ({ from, to }: YearSpan): string => (from === to ? String(from) : `${from}-${to}`);

const dayMonthYear = (day: LocalDate): string => day.split('-').reverse().join('/');

function taskRows({ sections, tasks }: PlanReading): SheetData {
  const rows: SheetData = [];
  let written = 0;
  let current: string | null = null;
  for (const task of tasks) {
    const upTo = sections.findIndex((section) => section.no === task.section) + 1;
    // A column that groups the rows may come back to a section.
    const from = task.section === current ? upTo : Math.min(written, upTo - 1);
    for (const { no, title } of sections.slice(Math.max(0, from), upTo)) rows.push(sectionRow(no, title));
    written = Math.max(written, upTo);
    current = task.section;
    rows.push(taskRow(task));
  }
  return rows;
}

function sectionRow(no: string, title: string): Row {
  if (no === title) return [spanned(title, true)];
  return [text(no.split('.').at(-1) ?? no, true), text(title, true)];
}

function taskRow(task: TaskReading): Row {
  const leads = [task.lead, ...task.coLeads].flatMap((party) => (party === null ? [] : [party.words]));
  return [
    text(task.no),
    text(task.year === null ? task.title : `Năm ${task.year}: ${task.title}`),
    text(leads.join('; ')),
    text(task.coordinating.join('; ')),
    text(task.deadlineText),
    text(task.notes.join('\n')),
  ];
}

/** What stands in the body of a document: events by year, movements by who launched them. */
function bodyRows({ events, movements }: PlanReading): SheetData {
  const years = [...new Set(events.filter(({ where }) => where !== 'table').map(({ year }) => year))];
  const eventLines = years.map((year) => {
    const names = events.filter((event) => event.year === year && event.where !== 'table').map(eventWords);
    return year === null ? `- ${names.join('; ')}` : `- Năm ${year}: ${names.join('; ')}`;
  });
  return [...eventLines, ...movementLines(movements)].map((line) => [text(line)]);
}

function eventWords({ name, on, anniversary }: EventReading): string {
  if (on === null || anniversary === null || anniversary.baseYear === null) return name;
  const [, month = '', day = ''] = on.split('-');
  return `${name} (${day}/${month}/${anniversary.baseYear}-${day}/${month}/${yearOf(on)})`;
}

function movementLines(movements: readonly MovementReading[]): string[] {
  const origins = [...new Set(movements.map(({ origin }) => origin))];
  return origins.flatMap((origin, position) => {
    const names = movements
      .filter((movement) => movement.origin === origin)
      .map(({ name }) => `- Phong trào “${name}”`);
    const heading =
      origin === null ? 'Các phong trào thi đua khác' : `Các phong trào thi đua do ${origin} phát động`;
    return [`${position + 1}. ${heading}:`, ...names];
  });
}
