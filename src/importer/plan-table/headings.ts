import { foldVietnamese, tidySpaces } from '../../core/text/fold.ts';
import { foldedWords } from '../../core/text/folded-words.ts';
import { type Row, textOf } from '../document.ts';

/**
 * What a column of a task table holds. `owner`: lead and coordinators in one column. `period`: months beside a column
 * that groups the rows. `further`: of two columns of deadlines the one whose heading says it less plainly. `colead`: the
 * second of two columns of leads ("Đơn vị thực hiện cấp tỉnh", "… cấp xã").
 */
export type Field =
  | 'number'
  | 'section'
  | 'period'
  | 'title'
  | 'lead'
  | 'colead'
  | 'coordinating'
  | 'owner'
  | 'deadline'
  | 'further'
  | 'start'
  | 'frequency'
  | 'product'
  | 'notes'
  | 'measure'
  | 'money'
  | 'person';

/** Columns by what they hold; of several that could be it, the one whose heading says it most plainly. */
export type Headings = ReadonlyMap<Field, number>;

const SAYS_WHAT =
  /nhiem vu|noi dung|cong viec|hang muc|hoat dong|giai phap|dau viec|ten viec|viec|chuyen de|task|title|activity|activities|work|action|description|su kien|phong trao|de an/;

/**
 * Headings as documents word them, folded; the first that fits wins, so the particular stand before the
 * general ("thời gian thực hiện" before "thực hiện"). English ones for tables from project tools.
 */
const PATTERNS: readonly (readonly [Field, RegExp])[] = [
  [
    'number',
    /^((s ?)?t ?t|so tt|so thu tu|thu tu|no|nr|#|id|ma( so)?( (nv|nhiem vu|cv|cong viec))?|number|item no)$/,
  ],
  ['measure', /don vi (tinh|do)\b|^dvt$/],
  [
    'money',
    /kinh phi|thanh tien|don gia|du toan|so tien|so luong|ngan sach|budget|cost|amount|gia tri|(trieu|nghin|ty) dong/,
  ],
  ['start', /bat dau|khoi cong|start|tu ngay(?!.*den ngay)/],
  ['frequency', /^(tan suat|chu ky|dinh ky|ky bao cao|frequency)\b/],
  [
    'deadline',
    /thoi gian(?! (giao|nhan))|thoi han|thoi diem|tien do|ky han|deadline|due|timeline|timing|when|end date|finish|lo trinh|moc hoan thanh|khi nao|bao gio|luc nao/,
  ],
  [
    'deadline',
    /^(ngay(?! (giao|ban hanh|ky|lap|nhan|phat hanh|tao)\b)|thu[ ,/]*ngay|thang|han|nam|moc|date)\b|(ngay|han|moc) (hoan thanh|bao cao|nop|cuoi|chot|xong|ket thuc|den)|den ngay|ket thuc|^hoan thanh/,
  ],
  [
    'product',
    /san pham|ket qua|dau ra|muc tieu|chi tieu|chi so|output|deliverable|result|target|yeu cau can dat/,
  ],
  ['notes', /ghi chu|note|remark|comment|can cu|ghi nhan|tinh trang|trang thai|status/],
  ['owner', /(chu tri|thuc hien|phu trach).*phoi hop|lead.*(support|coordinat|partner)/],
  [
    'coordinating',
    /phoi hop|tham (gia|du)|cung (thuc hien|lam)|coordinat|support|partner|in cooperation|ho tro|(don vi|co quan|bo phan|to chuc|phong|ban) lien quan|^(thanh phan|luc luong)( khac)?$/,
  ],
  [
    'person',
    /lanh dao|nguoi (chi dao|theo doi|kiem tra)|thanh vien (phu trach|chi dao)|(?<!noi dung |nhiem vu )chi dao|can bo/,
  ],
  [
    'lead',
    /chu tri|dau moi|chu quan|thuong truc|tham muu|chiu trach nhiem|^lead|leading|owner|responsible|assign|in charge|agency|department/,
  ],
  [
    'lead',
    /phu trach|phan cong|trach nhiem|(don vi|co quan|to chuc|bo phan|nguoi|phong|ban|doi tuong|thanh phan|luc luong)(?! nhan).*(thuc hien|giao|trien khai|soan thao|chuan bi|xay dung|bao cao|gui)|unit|to chuc thuc hien/,
  ],
  ['section', /^(nhom|linh vuc|phan|muc|chuong muc|dot|section|group|area|mang cong tac)( .*)?$/],
  ['title', SAYS_WHAT],
  [
    'title',
    /^(ten |loai |cac )?(bao cao|van ban)$|^ten (bao cao|san pham|mo hinh|chuong trinh|hoi nghi|cuoc hop)/,
  ],
  [
    'lead',
    /^(cac )?(don vi|co quan|phong|ban|nguoi|to chuc|bo phan)(,? (co quan|don vi|to chuc|ca nhan))*( thuc hien)?$|^thuc hien$|^who$|^ai( lam| thuc hien| phu trach| chu tri)?$|^ro nguoi/,
  ],
];

const LONGEST_HEADING = 90;

export function fieldOf(heading: string): Field | null {
  const words = foldVietnamese(tidySpaces(heading))
    .replace(/\(\d{1,2}\)|[.:*()]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (words === '' || words.length > LONGEST_HEADING) return null;
  return PATTERNS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

/** The fields that a row names as headings. Two columns of one field: see `plainest`. */
export function headingsOf(row: Row): Headings {
  const fields = new Map<Field, number>();
  const isDated = row.some((cell) => fieldOf(textOf(cell)) === 'deadline' && !namesPeriod(textOf(cell)));
  const isGrouped = row.some((cell) => fieldOf(textOf(cell)) === 'section');
  const finest = isDated ? -1 : row.findLastIndex((cell) => namesPeriod(textOf(cell)));
  row.forEach((cell, column) => {
    if (cell.merged === 'left' || cell.unseen === true) return;
    // Beside a column of days, or of months, one of quarters groups the rows, unless another does.
    const grouping = isGrouped || fields.has('section') ? 'period' : 'section';
    const period = column === finest ? 'deadline' : grouping;
    const field = namesPeriod(textOf(cell)) ? period : fieldOf(textOf(cell));
    if (field === null) return;
    const before = fields.get(field);
    const isPlainer = before === undefined || rank(field, textOf(cell)) > rank(field, textOf(row[before]));
    const other = isPlainer ? before : column;
    if (isPlainer) fields.set(field, column);
    if (other === undefined) return;
    if (field === 'deadline') fields.set('further', other);
    if (field === 'lead' && beginAlike(textOf(cell), textOf(row[before ?? 0]))) fields.set('colead', other);
  });
  // Where no office is named, the person in charge leads.
  const person = fields.get('person');
  if (person !== undefined && !fields.has('lead') && !fields.has('owner')) fields.set('lead', person);
  if (!fields.has('title')) takeForTitle(fields, row);
  return fields;
}

const LIKE_WORDS = 3;

/** "Trách nhiệm thực hiện: Cấp tỉnh", "Trách nhiệm thực hiện: Cấp xã" */
const beginAlike = (one: string, other: string): boolean => {
  const [first, second] = [one, other].map((words) => foldedWords(words).slice(0, LIKE_WORDS));
  return first?.length === LIKE_WORDS && first.join(' ') === second?.join(' ');
};

/** "Tháng", "Quý", "Năm": its words are to be read with it. */
export const namesPeriod = (heading: string): boolean =>
  /^(thang|quy|nam|tuan|hoc ky)$/.test(foldVietnamese(tidySpaces(heading)));

/** Where nothing else says what is done, "Phần việc" groups no rows and "Chỉ tiêu, nhiệm vụ" are no results. */
function takeForTitle(fields: Map<Field, number>, row: Row): void {
  for (const [field, saysWhat] of ALSO_WHAT) {
    const column = fields.get(field);
    if (column === undefined || !saysWhat.test(foldVietnamese(textOf(row[column])))) continue;
    fields.set('title', column);
    fields.delete(field);
    return;
  }
}

const ALSO_WHAT: readonly (readonly [Field, RegExp])[] = [
  ['section', SAYS_WHAT],
  ['product', /nhiem vu|cong viec|hoat dong/],
];

const PLAIN: Partial<Record<Field, RegExp>> = {
  title: /nhiem vu|noi dung cong viec|cong viec|task/,
  lead: /chu tri|lead/,
  deadline: /hoan thanh|\bhan\b|ket thuc|due|deadline|end/,
};

function rank(field: Field, heading: string): number {
  return PLAIN[field]?.test(foldVietnamese(heading)) === true ? 1 : 0;
}

/** Whether the headings make a table of tasks: something to do, and who or when. */
export function makeTaskTable(headings: Headings): boolean {
  if (!headings.has('title')) return false;
  const owned = headings.has('lead') || headings.has('owner');
  const dated = headings.has('deadline');
  return (
    (owned && (dated || headings.has('coordinating') || headings.has('number'))) ||
    (dated && !headings.has('money') && !headings.has('measure'))
  );
}

/** What is measured and has no day is a target to reach. */
export const areTargets = (headings: Headings): boolean =>
  headings.has('measure') && !headings.has('deadline');
