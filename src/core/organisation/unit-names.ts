import { foldVietnamese } from '../text/fold.ts';
import { isUnitCalled, type Unit } from './unit.ts';

/** Abbreviations of the field, folded, each with its words. Names of places and offices are the directory's. */
const ABBREVIATIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ubnd: 'uy ban nhan dan',
    hdnd: 'hoi dong nhan dan',
    ub: 'uy ban',
    mttq: 'mat tran to quoc',
    mttqvn: 'mat tran to quoc',
    ubmttq: 'uy ban mat tran to quoc',
    ubmttqvn: 'uy ban mat tran to quoc',
    chqs: 'chi huy quan su',
    bchqs: 'ban chi huy quan su',
    bch: 'ban chi huy',
    qs: 'quan su',
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
    tncshcm: 'thanh nien cong san ho chi minh',
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
 * Letters joined by signs that are no abbreviation of the field are read each for itself, or `asOne`: "KT-HT-ĐT".
 */
export function nameWords(name: string, asOne = false): string[] {
  const joined = foldVietnamese(name)
    .replace(/\([^)]*\)/g, ' ')
    .replace(/(?<![a-z])([a-z]{1,4})(?:\s?[-–&.]\s?[a-z]{1,4}(?![a-z]))+/g, (group) => {
      const letters = group.replace(/[^a-z]/g, '');
      return asOne || ABBREVIATIONS.has(letters) ? letters : group;
    })
    // A centre at the beginning of a name, information in it; "tổ dân phố số 02" is "tổ dân phố 2".
    .replace(/^\s*tt(?![a-z])/, 'trung tam')
    .replace(/(?<![a-z\d])(?:so )?0*(?=\d)/g, '');
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

/** A school whose name leaves that out: "THCS Ba Đình". Both are names as words, joined. */
export const schoolWords = (name: string): string =>
  name.replace(/^(?=(?:mam non|tieu hoc|trung hoc) )/, 'truong ');
