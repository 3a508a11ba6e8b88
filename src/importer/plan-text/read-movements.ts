import type { MovementReading } from '../../core/plan/plan-reading.ts';
import { tidySpaces } from '../../core/text/fold.ts';
import { foldedWords } from '../../core/text/folded-words.ts';
import { bareTitle } from '../plan-table/row-items.ts';
import type { TaskDraft } from '../plan-table/task-draft.ts';

const OPENS =
  /^(?:tiếp tục\s+)?(?:tổ chức\s+|triển khai\s+|phát động\s+|hưởng ứng\s+|thực hiện\s+)*(?:các\s+)?phong trào(?:\s+thi đua)?(?!\p{L})\s*/iu;
const QUOTED = /["“”']([^"“”]{4,160})["”“']/gu;
const LAUNCHED_BY = /phong trào(?: thi đua)? do (.{2,80}?) phát động/iu;

/** The movements that rows name, one a name, with who launched them where the body says so. */
export function readMovements(lines: readonly string[], tasks: readonly TaskDraft[]): MovementReading[] {
  const known = movementsInBody(lines);
  const byNo = new Map(tasks.map((task) => [task.no, task]));
  const naming = new Set(
    tasks.filter(({ title }) => movementNames(title).length > 0).map(({ parentNo }) => parentNo),
  );
  return tasks.flatMap((task) => {
    // "Triển khai các phong trào thi đua trọng tâm:" names none of its own.
    if (naming.has(task.no)) return [];
    const parent = task.parentNo === null ? undefined : byNo.get(task.parentNo);
    return movementNames(task.title).map((words): MovementReading => {
      const body = known.find((movement) => sameMovement(movement.name, words));
      return {
        name: body?.name ?? words,
        origin: body?.origin ?? null,
        lead: task.leads[0]?.words ?? null,
        coordinating: task.coordinating,
        period: task.deadlineText === '' ? (parent?.deadlineText ?? '') : task.deadlineText,
        taskNo: task.no,
      };
    });
  });
}

export function movementNames(title: string): string[] {
  if (!OPENS.test(title)) return [];
  const quoted = [...title.matchAll(QUOTED)].map((match) => tidySpaces(match[1] ?? ''));
  if (quoted.length > 0) return quoted;
  const name = bareTitle(title.replace(OPENS, '').replace(/\s*\(.*$/u, ''));
  return name === '' || NAMELESS.test(name) ? [] : [capital(name)];
}

/** What goes on behind "phong trào thi đua" when none is named: "phát động phong trào thi đua năm 2026, ký giao ước". */
const NAMELESS =
  /^(gắn|theo|nhân|chào mừng|trong|của|tại|ở|và|hằng năm|hàng năm|yêu nước|đợt|(từ )?(năm|giai đoạn|tháng|quý)(?= [\dIVX]))(?!\p{L})/iu;

interface BodyMovement {
  readonly name: string;
  readonly origin: string | null;
}

function movementsInBody(lines: readonly string[]): BodyMovement[] {
  const found: BodyMovement[] = [];
  let origin: string | null = null;
  for (const line of lines) {
    if (/^([a-zđ]\)|\d+\.|[IVX]+\.)\s/u.test(line)) origin = LAUNCHED_BY.exec(line)?.[1] ?? null;
    if (!/phong trào/iu.test(line)) continue;
    const names = [...line.matchAll(QUOTED)].map((match) => tidySpaces(match[1] ?? ''));
    const opening = /^[-–+•]?\s*phong trào/iu.test(line);
    for (const name of opening ? names.slice(0, 1) : names)
      found.push({ name, origin: opening ? origin : null });
  }
  return found;
}

/** "Xây dựng nông thôn mới" is "Cả nước chung sức xây dựng nông thôn mới": the words of one close the other. */
function sameMovement(one: string, other: string): boolean {
  const [long = [], short = []] = [wordsOf(one), wordsOf(other)].sort((a, b) => b.length - a.length);
  return short.length >= 2 && long.join(' ').includes(short.join(' '));
}

const wordsOf = (name: string): string[] => {
  const words = foldedWords(name);
  // "xây dựng Xây dựng": a doubled beginning counts once.
  return words[0] === words[2] && words[1] === words[3] ? words.slice(2) : words;
};

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
