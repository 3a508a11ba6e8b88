import type { SchoolYearPart } from '../rule.ts';
import type { Token } from '../words/token.ts';
import { isYear, type Lexed, place } from './lex-date.ts';

const FIRST = new Set(['i', '1', '01', 'mot', 'dau', 'l']);
const SECOND = new Set(['ii', '2', '02', 'hai', 'cuoi', 'll', 'il']);
const BEGINNING = new Set(['dau', 'khai', 'truoc', 'buoc']);

/** "học kỳ I", "HK2", "năm học 2024-2025", "đầu năm học", "khai giảng": days of the school calendar. */
export function lexSchool(tokens: readonly Token[], at: number): Lexed | null {
  const word = tokens[at]?.word;
  if (word === 'khai' && tokens[at + 1]?.word === 'giang') return found('start', null, at + 2);
  if (word === 'hoc' && tokens[at + 1]?.word === 'ky') return semester(tokens, at, at + 2);
  if (word === 'hk') return semester(tokens, at, at + 1);
  if (word === 'hki' || word === 'hkii')
    return found(word === 'hki' ? semester1(tokens, at) : semester2(tokens, at), null, at + 1);
  if (word === 'nam' && tokens[at + 1]?.word === 'hoc') return schoolYear(tokens, at);
  return null;
}

function semester(tokens: readonly Token[], start: number, at: number): Lexed | null {
  const word = tokens[at]?.word ?? '';
  if (FIRST.has(word)) return found(semester1(tokens, start), null, at + 1);
  return SECOND.has(word) ? found(semester2(tokens, start), null, at + 1) : null;
}

function schoolYear(tokens: readonly Token[], at: number): Lexed {
  const [first, dash, second] = [tokens[at + 2], tokens[at + 3], tokens[at + 4]];
  const part = begins(tokens, at) || first?.word === 'moi' ? 'start' : 'end';
  if (first !== undefined && isYear(first.value)) {
    const whole = (dash?.word === '-' || dash?.word === '/') && second?.value === first.value + 1;
    return found(part, first.value, whole ? at + 5 : at + 3);
  }
  return found(part, null, first?.word === 'moi' ? at + 3 : at + 2);
}

function semester1(tokens: readonly Token[], at: number): SchoolYearPart {
  return begins(tokens, at) ? 'start' : 'end_semester_1';
}

function semester2(tokens: readonly Token[], at: number): SchoolYearPart {
  return begins(tokens, at) ? 'start_semester_2' : 'end';
}

function begins(tokens: readonly Token[], at: number): boolean {
  return BEGINNING.has(tokens[at - 1]?.word ?? '');
}

function found(part: SchoolYearPart, schoolYear: number | null, next: number): Lexed {
  return { meanings: [place({ kind: 'school', part, schoolYear })], next };
}
