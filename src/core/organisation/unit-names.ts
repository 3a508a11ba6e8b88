import { foldVietnamese } from '../text/fold.ts';
import { isUnitCalled, type Unit } from './unit.ts';

/** Abbreviations of the field, folded, each with its words. Names of places and offices are the directory's. */
const ABBREVIATIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ubnd: 'uy ban nhan dan',
    hdnd: 'hoi dong nhan dan',
    ub: 'uy ban',
    mttq: 'mat tran to quoc',
    ubmttq: 'uy ban mat tran to quoc',
    chqs: 'chi huy quan su',
    bchqs: 'ban chi huy quan su',
    bch: 'ban chi huy',
    ldtbxh: 'lao dong thuong binh xa hoi',
    ldtb: 'lao dong thuong binh',
    xh: 'xa hoi',
    tckh: 'tai chinh ke hoach',
    tc: 'tai chinh',
    kh: 'ke hoach',
    vhtt: 'van hoa thong tin',
    vhttdl: 'van hoa the thao du lich',
    vhxh: 'van hoa xa hoi',
    vh: 'van hoa',
    tt: 'thong tin',
    gddt: 'giao duc dao tao',
    gd: 'giao duc',
    dt: 'dao tao',
    tnmt: 'tai nguyen moi truong',
    qldt: 'quan ly do thi',
    nnptnt: 'nong nghiep phat trien nong thon',
    khcn: 'khoa hoc cong nghe',
    khdt: 'ke hoach dau tu',
    tttt: 'thong tin truyen thong',
    gtvt: 'giao thong van tai',
    ktht: 'kinh te ha tang',
    ldld: 'lien doan lao dong',
    lhpn: 'lien hiep phu nu',
    hlhpn: 'hoi lien hiep phu nu',
    ccb: 'cuu chien binh',
    tncs: 'thanh nien cong san',
    hcm: 'ho chi minh',
    bhxh: 'bao hiem xa hoi',
    tdkt: 'thi dua khen thuong',
    vp: 'van phong',
    ca: 'cong an',
    p: 'phong',
    q: 'quan',
    tp: 'thanh pho',
    tx: 'thi xa',
    th: 'tieu hoc',
    thcs: 'trung hoc co so',
    thpt: 'trung hoc pho thong',
    mn: 'mam non',
    vn: 'viet nam',
  }),
);

/** Words that name nothing by themselves: joints, and "Việt Nam" in the names of national bodies. */
const SILENT = new Set(['va', 'viet', 'nam', 'cua', 'thuoc']);

/**
 * The words of a unit's name, folded, abbreviations written out: "P. LĐ-TB&XH" gives phong lao dong thuong binh xa hoi.
 */
export function nameWords(name: string): string[] {
  const joined = foldVietnamese(name)
    .replace(/\([^)]*\)/g, ' ')
    .replace(/(?<![a-z])([a-z]{1,4})(?:\s?[-–&.]\s?[a-z]{1,4}(?![a-z]))+/g, (group) => {
      const letters = group.replace(/[^a-z]/g, '');
      return ABBREVIATIONS.has(letters) ? letters : group;
    });
  const words = joined.split(/[^a-z0-9]+/).flatMap((word) => (ABBREVIATIONS.get(word) ?? word).split(' '));
  const telling = words.filter((word) => word !== '' && !SILENT.has(word));
  // "Ủy ban Mặt trận Tổ quốc" and "Mặt trận Tổ quốc" are one body.
  const text = telling
    .join(' ')
    .replace(/^uy ban (?=mat tran)/, '')
    // "UBND P. Kim Mã": a ward, and no office.
    .replace(/^(uy ban nhan dan|cong an|ban chi huy quan su) phong /, '$1 phuong ')
    .replace(/^uy ban nhan dan (?=(phuong|xa|thi tran|dac khu) )/, '');
  return text === '' ? [] : text.split(' ');
}

/** What people leave out before a name: "Ngọc Hà" for "UBND phường Ngọc Hà", "THCS Giảng Võ" for the school. */
const KINDS_AHEAD = [
  /^(?:phuong|xa|thi tran|dac khu|phong|ban|so|truong) /,
  /^truong (?:mam non|tieu hoc|trung hoc co so|trung hoc pho thong) /,
];

/** The units that somebody means: those called exactly so, else so but for the spelling, else but for their kind. */
export function unitsMeant(units: readonly Unit[], said: string): Unit[] {
  const called = units.filter((unit) => isUnitCalled(unit, said));
  if (called.length > 0) return called;
  const wanted = nameWords(said).join(' ');
  const fitting = (short: RegExp | null): Unit[] =>
    units.filter(({ name, aliases, formerNames }) =>
      [name, ...aliases, ...formerNames.map((former) => former.name)].some((one) => {
        const words = nameWords(one).join(' ');
        return words !== '' && (short === null ? words : words.replace(short, '')) === wanted;
      }),
    );
  const same = fitting(null);
  return same.length > 0 ? same : [...new Set(KINDS_AHEAD.flatMap(fitting))];
}

/** Words of place and level, which documents of one place leave out: "Công an" for "Công an quận Ba Đình". */
const LEVELS = new Set([
  'quan',
  'huyen',
  'phuong',
  'tinh',
  'thanh',
  'pho',
  'thi',
  'xa',
  'tran',
  'dac',
  'khu',
]);

/** From here on the words name the unit beyond doubt. */
export const SURE = 0.9;

/**
 * How well the words name the unit. 1: the same name. 0.9: the same but for the place, or by its initials. Lower:
 * common words only.
 * `place` are the words of the organisation's own place, which either side may leave out.
 */
export function nameLikeness(
  words: readonly string[],
  name: readonly string[],
  place: ReadonlySet<string>,
): number {
  if (words.length === 0 || name.length === 0) return 0;
  if (words.join(' ') === name.join(' ')) return 1;
  const bareWords = bare(words, place);
  const bareName = bare(name, place);
  if (bareWords.length > 0 && spellsOut(bareWords, bareName)) return SURE;
  const own = new Set(bareName);
  const common = bareWords.filter((word) => own.has(word)).length;
  return (0.8 * common) / Math.max(bareWords.length, bareName.length, 1);
}

/** "Phòng NV" for "Phòng Nội vụ". A syllable has a vowel, so that letters without one are initials. */
const INITIALS = /^[b-df-hj-np-tv-z]{2,6}$/;

function spellsOut(words: readonly string[], name: readonly string[]): boolean {
  let at = 0;
  for (const word of words) {
    const begun = name.slice(at, at + word.length);
    const isInitials = INITIALS.test(word) && begun.map((one) => one.charAt(0)).join('') === word;
    if (word !== name[at] && !isInitials) return false;
    at += word === name[at] ? 1 : word.length;
  }
  return at === name.length;
}

function bare(words: readonly string[], place: ReadonlySet<string>): string[] {
  const withoutPlace = words.filter((word) => !place.has(word));
  const last = withoutPlace.findLastIndex((word) => !LEVELS.has(word));
  return withoutPlace.slice(0, last + 1);
}
