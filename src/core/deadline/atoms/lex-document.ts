import type { Token } from '../words/token.ts';
import type { Meaning } from './atom.ts';
import { afterSpelling, isRomanMonth, isYear, type Lexed, lexFigures } from './lex-date.ts';

/** The kinds of documents whose day of issue is no deadline: "thông tư", against "từ". */
const DOCUMENTS: ReadonlyMap<string, string> = new Map([
  ['van', 'cong'],
  ['dinh', 'quyet nghi'],
  ['hoach', 'ke'],
  ['bao', 'thong'],
  ['quyet', 'nghi'],
  ['thi', 'chi'],
  ['luan', 'ket'],
  ['tu', 'thong'],
  ['trinh', 'to'],
  ['lenh', 'phap'],
  ['dan', 'huong'],
  ['ban', 'van'],
  ['dien', 'cong'],
  ['moi', 'giay'],
]);

/** "số 02/KH-HĐTĐKT ngày 10/12/2020", "Quyết định ngày 05/6/2025 của …": a document and its day, read as one. */
export function lexDocument(tokens: readonly Token[], at: number): Lexed | null {
  const number =
    tokens[at]?.kind === 'number' ? (afterSign(tokens, at) ?? afterBareNumber(tokens, at)) : null;
  if (number !== null) return { meanings: meaningsOf(tokens, number), next: afterIssue(tokens, number) };
  if (tokens[at]?.kind === 'number') return lexDayBehindKind(tokens, at);
  if (tokens[at]?.word !== 'ngay') return null;
  if (isIssued(tokens, at))
    return { meanings: [{ kind: 'mark', mark: 'document' }], next: afterDate(tokens, at + 1) ?? at + 1 };
  if (!isDocument(tokens, at - 1)) return null;
  const end = afterDate(tokens, at + 1);
  if (end === null || (!OPENS_CONTENT.has(tokens[end]?.word ?? '') && !isFollowed(tokens, at))) return null;
  return { meanings: [{ kind: 'mark', mark: 'document' }], next: end };
}

/** A day with its year hard behind the comma is that of the document or the work's: "QĐ số 100/QĐ-UBND, 05/11/2024". */
function meaningsOf(tokens: readonly Token[], at: number): Meaning[] {
  const document: Meaning = { kind: 'mark', mark: 'document' };
  const end = tokens[at]?.word === ',' ? (afterDate(tokens, at + 1) ?? at) : at;
  return end - at > DATE_WITH_YEAR ? [document, { kind: 'unclear' }] : [document];
}

/** "QĐ 15/11/2024": the day of a document, or that on which it is to be there. */
function lexDayBehindKind(tokens: readonly Token[], at: number): Lexed | null {
  const figures = ABBREVIATED.has(tokens[at - 1]?.raw ?? '') ? lexFigures(tokens, at, true) : null;
  return figures === null || figures.next - at < DATE_WITH_YEAR
    ? null
    : { meanings: [...figures.meanings, { kind: 'unclear' }], next: figures.next };
}

/** "Thông tư 02/2020/TT-BNG … ban hành ngày 14/02/2020": the day is that of the document whose number stands before it. */
function isIssued(tokens: readonly Token[], at: number): boolean {
  if (!ISSUED.has(`${tokens[at - 2]?.word} ${tokens[at - 1]?.word}`)) return false;
  const end = afterDate(tokens, at + 1) ?? at;
  if (end - at <= DATE_WITH_YEAR) return false;
  for (let before = at - 3; before >= Math.max(0, at - LONGEST_TITLE); before--) {
    if (tokens[before]?.word === ';') return false;
    const isNumber = tokens[before]?.kind === 'number';
    if (isNumber && (tokens[before - 1]?.word === 'so' || afterSign(tokens, before) !== null)) return true;
  }
  return false;
}

const ISSUED = new Set(['ban hanh', 'duoc ky']);
const LONGEST_TITLE = 40;

/** "CV 55 ngày 01/11/2024", "Kế hoạch số 12 (ngày 05/3/2024)": the number alone, where the day of issue follows. */
function afterBareNumber(tokens: readonly Token[], at: number): number | null {
  const named = tokens[at - 1]?.word === 'so' ? at - 2 : at - 1;
  return isDocument(tokens, named) && afterIssue(tokens, at + 1) > at + 1 ? at + 1 : null;
}

function isDocument(tokens: readonly Token[], at: number): boolean {
  const kind = DOCUMENTS.get(tokens[at]?.word ?? '');
  return (
    kind?.split(' ').includes(tokens[at - 1]?.word ?? '') === true || ABBREVIATED.has(tokens[at]?.raw ?? '')
  );
}

const ABBREVIATED = new Set([
  'CV',
  'KH',
  'QĐ',
  'TB',
  'CT',
  'NQ',
  'NĐ',
  'TT',
  'HD',
  'TTr',
  'KL',
  'GM',
  'BC',
  'VB',
  'CĐ',
]);

/** "Công văn ngày … của", "… về việc", "… yêu cầu". */
const OPENS_CONTENT = new Set(['cua', 've', 'yeu', ':']);

/** Words that follow a document: the day behind its name is that of its issue. */
const FOLLOWED = new Set(['theo', 'cu', 'thay']);
const LONGEST_NAME = 9;

function isFollowed(tokens: readonly Token[], at: number): boolean {
  for (let position = at - 1; position >= at - LONGEST_NAME; position--) {
    const token = tokens[position];
    if (token === undefined || [';', '(', ':', '.'].includes(token.word)) return false;
    if (token.kind === 'number' || token.word === ',') return false;
    if (FOLLOWED.has(token.word)) return true;
  }
  return false;
}

/** "Mục 2.1", "khoản 3", "mẫu 2.1", "1.2. …": the number of a part of a document; "đợt 1 - 15/11", "cụm 1, 2": of rounds and groups. */
export function lexPartNumber(tokens: readonly Token[], at: number): Lexed | null {
  const before = tokens[at - 1]?.word ?? '';
  if (ROUNDS.has(before) && isSetOff(tokens, at)) return { meanings: [], next: at + 2 };
  if (ROUNDS.has(before) && isBeforeMonth(tokens, at)) return { meanings: [], next: at + 1 };
  const row = GROUPS.has(before) ? endOfRow(tokens, at) : null;
  if (row !== null) return { meanings: [], next: row };
  let next = at + 1;
  while (
    tokens[next]?.word === '.' &&
    tokens[next + 1]?.glued === true &&
    tokens[next + 1]?.kind === 'number'
  )
    next += 2;
  const dotted = next > at + 1;
  const first = at === 0 || before === '(' || before === '\n' || (at === 1 && tokens[0]?.kind === 'sign');
  const dated = isYear(tokens[next - 1]?.value ?? -1);
  const opens = first && dotted && !dated && tokens[next]?.word === '.' && tokens[at]?.raw.length === 1;
  const isPart = (PARTS.has(before) && tokens[at + 1]?.word !== '/') || (dotted && DOTTED_PARTS.has(before));
  return opens || isPart ? { meanings: [], next } : null;
}

/** "1 - 15/11", "2 - ngày 20/3": a short number and a dash set off from the day behind it. */
function isSetOff(tokens: readonly Token[], at: number): boolean {
  const [number, dash, following] = tokens.slice(at, at + 3);
  const dated = following?.kind === 'number' || following?.word === 'ngay';
  return number !== undefined && number.raw.length <= 2 && dash?.word === '-' && !dash.glued && dated;
}

/** "Lần 1 tháng 5", against "đợt 15 tháng 5". */
const isBeforeMonth = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.raw.length === 1 && tokens[at + 1]?.word === 'thang' && tokens[at + 2]?.kind === 'number';

/** "Cụm 1, 2 và 3: …": the numbers of groups in a row. */
function endOfRow(tokens: readonly Token[], at: number): number | null {
  let last = at;
  while (ROW_JOINTS.has(tokens[last + 1]?.word ?? '') && isBareNumber(tokens, last + 2)) last += 2;
  return last > at ? last + 1 : null;
}

const isBareNumber = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.kind === 'number' && !DATED_BY.has(tokens[at + 1]?.word ?? '');

const GROUPS = new Set(['cum', 'khoi', 'nhom', 'lop', 'doi']);
const ROW_JOINTS = new Set([',', 'va', '&', '-']);
const DATED_BY = new Set(['/', '.', '-', 'thang', 'h', 'g', 'gio']);

const ROUNDS = new Set(['dot', 'lan', 'vong', 'buoc', 'ky', 'doan', 'cum', 'khoi', 'nhom']);
const PARTS = new Set(['muc', 'dieu', 'khoan', 'chuong', 'bieu']);
const DOTTED_PARTS = new Set(['mau', 'chi', 'dung', 'vu', 'bang', 'phan', 'luc', 'tiet', 'so']);

/** The end of "02/KH-HĐTĐKT" or "98/2023/NĐ-CP", null where the number is another. */
function afterSign(tokens: readonly Token[], at: number): number | null {
  let position = at + 1;
  if (tokens[position]?.word === '/' && (tokens[position + 1]?.value ?? -1) > 1900) position += 2;
  const party = isPartySign(tokens, position);
  const separator = tokens[position];
  const letters = tokens[position + 1];
  if (
    (separator?.word !== '/' && !party) ||
    letters?.kind !== 'word' ||
    !letters.glued ||
    CYCLES.has(letters.word) ||
    isRomanMonth(tokens, position + 1)
  )
    return null;
  position += 2;
  for (;;) {
    const token = tokens[position];
    const following = tokens[position + 1];
    if (token === undefined || !token.glued) break;
    if (token.kind === 'number' || token.kind === 'word' || token.word === '&') position++;
    else if (['-', '/', '.'].includes(token.word) && following?.glued === true && following.kind === 'word')
      position += 2;
    else break;
  }
  return position;
}

/** "25-HD/BTCTW": how the Party writes its signs. */
function isPartySign(tokens: readonly Token[], at: number): boolean {
  const [dash, letters, slash] = tokens.slice(at, at + 3);
  const capital = letters?.kind === 'word' && letters.raw === letters.raw.toUpperCase();
  return dash?.word === '-' && dash.glued && capital && slash?.word === '/' && slash.glued;
}

const CYCLES = new Set(['nam', 'quy', 'thang', 'tuan', 'ngay', 'lan', 'q', 't']);

/** Behind a comma only a day with its year is that of the issue: "Kế hoạch 29/KH-UBND, ngày 24/8 hằng năm". */
function afterIssue(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.word === '(') return afterBracketedIssue(tokens, at);
  const start = tokens[at]?.word === ',' ? at + 2 : at + 1;
  if (tokens[start - 1]?.word !== 'ngay') return at;
  const end = afterDate(tokens, start) ?? at;
  return start === at + 1 || end - start >= DATE_WITH_YEAR ? end : at;
}

/** "Công văn số 3456/SGDĐT-VP (ngày 25/10/2024)". */
function afterBracketedIssue(tokens: readonly Token[], at: number): number {
  const end = afterDate(tokens, tokens[at + 1]?.word === 'ngay' ? at + 2 : at + 1);
  return end !== null && tokens[end]?.word === ')' ? end + 1 : at;
}

/** Tokens of "10/12/2020" and "10 tháng 12 năm 2020". */
const DATE_WITH_YEAR = 5;

function afterDate(tokens: readonly Token[], at: number): number | null {
  if (tokens[at]?.kind !== 'number') return null;
  const middle = afterSpelling(tokens, at + 1);
  if (tokens[middle]?.word === 'thang') {
    const year = tokens[middle + 2]?.word === 'nam' ? middle + 4 : middle + 2;
    return tokens[middle + 1]?.kind === 'number' ? year : null;
  }
  const figures = lexFigures(tokens, at, true);
  const first = figures?.meanings[0];
  return figures !== null && first?.kind === 'place' && first.place.kind === 'date' ? figures.next : null;
}
