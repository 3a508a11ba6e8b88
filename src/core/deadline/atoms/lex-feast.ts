import type { Token } from '../words/token.ts';
import { type Lexed, place, yearAfter } from './lex-date.ts';

interface Feast {
  readonly words: readonly string[];
  readonly month: number;
  readonly day: number;
  readonly lunar: boolean;
}

const FEASTS: readonly Feast[] = [
  ...lunar(1, 1, 'tet nguyen dan|tet am lich|tet co truyen|tet co truyen dan toc|giao thua'),
  ...lunar(1, 15, 'ram thang gieng|tet nguyen tieu|nguyen tieu'),
  ...lunar(3, 10, 'gio to|gio to hung vuong|gio to cac vua hung'),
  ...lunar(4, 15, 'le phat dan|phat dan'),
  ...lunar(7, 15, 'ram thang bay|vu lan|le vu lan'),
  ...lunar(8, 15, 'tet trung thu|trung thu|ram trung thu|ram thang tam'),
  ...lunar(12, 23, 'ong cong ong tao|tet ong cong ong tao'),
  ...solar(1, 1, 'tet duong lich|tet tay'),
  ...solar(2, 3, 'ngay thanh lap dang|thanh lap dang'),
  ...solar(3, 8, 'quoc te phu nu'),
  ...solar(3, 26, 'thanh lap doan'),
  ...solar(4, 30, 'giai phong mien nam|ngay thong nhat dat nuoc'),
  ...solar(5, 1, 'quoc te lao dong'),
  ...solar(5, 19, 'sinh nhat bac|ngay sinh chu tich ho chi minh'),
  ...solar(7, 27, 'thuong binh liet sy'),
  ...solar(8, 19, 'cach mang thang tam'),
  ...solar(9, 2, 'quoc khanh'),
  ...solar(9, 5, 'ngay toan dan dua tre den truong'),
  ...solar(10, 10, 'giai phong thu do'),
  ...solar(10, 20, 'phu nu viet nam'),
  ...solar(11, 20, 'nha giao viet nam'),
  ...solar(12, 22, 'thanh lap quan doi'),
  ...lunar(1, 1, 'tet'),
];

/** Days that nobody reads the other way round ("2/9", "1/5"). */
export function isFeastDay(month: number, day: number): boolean {
  return FEASTS.some((feast) => !feast.lunar && feast.month === month && feast.day === day);
}

const BY_FIRST = new Map<string, readonly Feast[]>(
  FEASTS.map(({ words }) => [
    words[0] ?? '',
    FEASTS.filter((feast) => feast.words[0] === words[0]).sort(
      (one, other) => other.words.length - one.words.length,
    ),
  ]),
);

export const FEAST_OPENINGS: readonly string[] = ['ram', ...BY_FIRST.keys()];

const STEMS = 'canh tan nham quy giap at binh dinh mau ky'.split(' ');
const BRANCHES = 'than dau tuat hoi ty suu dan mao thin ty ngo mui'.split(' ');
/** A lunar year is named within this span: the sixty names repeat. */
const FIRST_NAMED_YEAR = 1990;

/** A feast by name, with its year where it follows ("Tết Nguyên đán Bính Ngọ", "Quốc khánh năm 2025"). */
export function lexFeast(tokens: readonly Token[], at: number): Lexed | null {
  const moon = fullMoon(tokens, at);
  if (moon !== null) return moon;
  const feast = BY_FIRST.get(tokens[at]?.word ?? '')?.find(({ words }) =>
    words.every((word, offset) => tokens[at + offset]?.word === word),
  );
  if (feast === undefined) return null;
  const after = at + feast.words.length;
  const skipped =
    tokens[after]?.word === 'nam' && STEMS.includes(tokens[after + 1]?.word ?? '') ? after + 1 : after;
  const named = namedYear(tokens[skipped]?.word, tokens[skipped + 1]);
  const counted = yearAfter(tokens, named === null ? after : skipped + 2);
  const { year, next } =
    named === null || counted.year === named ? counted : { year: named, next: skipped + 2 };
  const { month, day, lunar: byMoon } = feast;
  return { meanings: [place({ kind: 'feast', month, day, lunar: byMoon, year })], next };
}

/** "rằm tháng 8": the fifteenth of a lunar month. */
function fullMoon(tokens: readonly Token[], at: number): Lexed | null {
  const month = tokens[at + 2]?.value ?? -1;
  if (tokens[at]?.word !== 'ram' || tokens[at + 1]?.word !== 'thang' || month < 1 || month > 12) return null;
  const { year, next } = yearAfter(tokens, at + 3);
  return { meanings: [place({ kind: 'feast', month, day: 15, lunar: true, year })], next };
}

/** "Ất Tỵ" → 2025. The branches Tý and Tỵ fold alike; the stem's parity tells them apart. */
function namedYear(stem: string | undefined, branch: Token | undefined): number | null {
  const stemAt = STEMS.indexOf(stem ?? '');
  if (stemAt < 0 || branch === undefined) return null;
  for (let year = FIRST_NAMED_YEAR; year < FIRST_NAMED_YEAR + 60; year++) {
    if (year % 10 === stemAt && BRANCHES[year % 12] === branch.word) return year;
  }
  return null;
}

function lunar(month: number, day: number, names: string): Feast[] {
  return names.split('|').map((name) => ({ words: name.split(' '), month, day, lunar: true }));
}

function solar(month: number, day: number, names: string): Feast[] {
  return names.split('|').map((name) => ({ words: name.split(' '), month, day, lunar: false }));
}
