import { readFileSync } from 'node:fs';
import { buildNameIndex } from '../../../src/core/question/name-index.ts';
import type { NameEntry } from '../../../src/core/question/names/name-entry.ts';
import type { Context, Intent, Slots } from '../../../src/core/question/question.ts';
import { parseInstant, parseZone } from '../../../src/core/time/instant.ts';
import type { DayRange } from '../../../src/core/time/local-date.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';

export type Labelled = {
  readonly text: string;
  readonly intent: Intent;
  readonly range: DayRange | null;
  readonly slots: Slots;
};

const WARDS =
  'Phúc Xá,Trúc Bạch,Vĩnh Phúc,Cống Vị,Liễu Giai,Quán Thánh,Ngọc Hà,Điện Biên,Đội Cấn,Ngọc Khánh,Kim Mã,Giảng Võ,Thành Công';
const OFFICES =
  'Phòng Nội vụ,Phòng Văn hoá và Thông tin,Phòng Lao động Thương binh và Xã hội,Phòng Tài chính - Kế hoạch,Phòng Kinh tế,Phòng Y tế,Công an quận,Ban Chỉ huy quân sự quận,Uỷ ban MTTQ Việt Nam quận,Trường Mầm non Hoa Mai,Trường THCS Giảng Võ';
const CLUSTERS =
  'Cụm thi đua số 1,Cụm thi đua số 2,Cụm thi đua số 3,Cụm trường mầm non,Cụm trường tiểu học,Cụm trường THCS';

/** The organisation and plan that the labelled messages speak of. */
export const ENTRIES: readonly NameEntry[] = [
  ...WARDS.split(',').map((name) => ({
    kind: 'unit' as const,
    id: `ward:${name}`,
    names: [`UBND phường ${name}`],
  })),
  ...OFFICES.split(',').map((name) => ({ kind: 'unit' as const, id: `office:${name}`, names: [name] })),
  ...CLUSTERS.split(',').map((name) => ({ kind: 'cluster' as const, id: `cluster:${name}`, names: [name] })),
  ...tasks().flatMap(({ no, title }) => [
    { kind: 'task' as const, id: `task:${no}`, no, names: [title] },
    ...(no.startsWith('9.')
      ? [{ kind: 'movement' as const, id: `movement:${no}`, no, names: [quoted(title)] }]
      : []),
  ]),
];

export const NAMES = buildNameIndex(ENTRIES);

/** Monday 4 November 2024, 08:00, in Hà Nội, unless said otherwise. */
export function contextAt(iso = '2024-11-04T08:00:00+07:00', spokenTo = false): Context {
  const now = parseInstant(iso);
  const zone = parseZone('Asia/Ho_Chi_Minh');
  if (now === null || zone === null) throw new Error('the fixture names no instant or zone');
  return { now, zone, spokenTo, botNames: ['ThiDuaBot'], names: NAMES };
}

/** The 129 messages of the development set. */
export function developmentMessages(): readonly Labelled[] {
  const read = JSON.parse(readFileSync(fixture('questions.dev.json'), 'utf8')) as Record<string, unknown>;
  return Object.values(read).find(Array.isArray) as readonly Labelled[];
}

/** Our own: `intent|YYMMDD-YYMMDD|text`, `-` where no days are asked for. */
export function ownMessages(): readonly Labelled[] {
  const lines = readFileSync(fixture('questions.own.txt'), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map(labelled);
}

function labelled(line: string): Labelled {
  const [intent, days, ...text] = line.split('|');
  const range =
    days === '-' || days === undefined ? null : { from: day(days.slice(0, 6)), to: day(days.slice(7)) };
  return { text: text.join('|'), intent: intent as Intent, range, slots: {} };
}

const day = (short: string) => dateOf(`20${short.slice(0, 2)}-${short.slice(2, 4)}-${short.slice(4)}`);

function tasks(): readonly { readonly no: string; readonly title: string }[] {
  return (
    JSON.parse(readFileSync(fixture('plan-29/plan-29-reading.json'), 'utf8')) as {
      tasks: readonly { no: string; title: string }[];
    }
  ).tasks;
}

function quoted(title: string): string {
  return /["“]([^"”]+)["”]/u.exec(title)?.[1] ?? title;
}

function fixture(name: string): URL {
  return new URL(`../../fixtures/${name}`, import.meta.url);
}
