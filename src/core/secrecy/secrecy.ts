import { foldVietnamese } from '../text/fold.ts';

/** What must not stand in a group: a document marked as a state secret, or papers about one person. */
export type Secrecy = 'secret' | 'personal';

export interface Posted {
  /** Null for a plain text. */
  readonly fileName: string | null;
  /** The text, or what stands under the file. */
  readonly text: string;
}

/**
 * Judged by names and marks alone; nothing is opened. The degrees of the Law on Protection of State Secrets
 * (29/2018/QH14, art. 8) are written in capitals: TUYỆT MẬT, TỐI MẬT, MẬT. Prose about secrets is none.
 */
export function secrecyOf({ fileName, text }: Posted): Secrecy | null {
  const said = text.normalize('NFC');
  if (fileName === null) return hasMarkLine(said) ? 'secret' : null;
  const name = fileName.normalize('NFC').replace(/\.[a-z0-9]{1,5}$/iu, '');
  const words = name.replace(/[_\-–.,()[\]{}+]+/gu, ' ');
  if (isMarked(words) || isMarked(said) || hasPlainMark(words) || hasMarkLine(said)) return 'secret';
  if (saysDegree(words) || saysDegree(said)) return 'secret';
  return isPersonal(words) || isPersonal(said) ? 'personal' : null;
}

const BEFORE = '(?<![\\p{L}\\p{N}])';
const AFTER = '(?![\\p{L}\\p{N}])';
const DEGREE = new RegExp(`${BEFORE}(?:TUYỆT|TỐI)\\s+MẬT${AFTER}`, 'u');
/** Words that make another one of MẬT: bí mật, bảo mật, thân mật; mật khẩu, mật độ, mật mã, mật ong. */
const SINGLE = new RegExp(
  `${BEFORE}(?<!(?:BÍ|BẢO|ONG|THÂN|CẨN|CHẶT|CƠ|KÍN|NỒNG|RẬM|RÓT|CHẢY|DỊCH|TÚI|SỎI|ỐNG|ĐỘ)\\s+)MẬT${AFTER}` +
    `(?!\\s+(?:KHẨU|ĐỘ|MÃ|ONG|VỤ|THƯ|DANH|ĐÀM|THIẾT|NGHỊ|NGỌT|HOA|MÍA|GẤU|VIỆN|TÔNG|ƯỚC|LỆNH|BÁO)${AFTER})`,
  'u',
);
const DOCUMENT = new RegExp(`${BEFORE}(?:VĂN|BẢN|LIỆU|CÁO|TRÌNH|ĐỊNH|ĐIỆN|HOẠCH|SƠ|TIN)\\s+MẬT${AFTER}`, 'u');
/** Rules and lists about state secrets name the degrees, and are none. */
const ABOUT = new RegExp(`${BEFORE}bí mật nhà nước${AFTER}`, 'iu');
const LETTERS = /[^\p{L}]+/gu;

/**
 * A degree in capitals; MẬT alone where it stands out, or, in a line that is all capitals, behind a kind of document.
 */
function isMarked(text: string): boolean {
  if (ABOUT.test(text)) return false;
  if (DEGREE.test(text)) return true;
  return text.split('\n').some((line) => SINGLE.test(line) && (standsOut(line) || DOCUMENT.test(line)));
}

function standsOut(line: string): boolean {
  const others = line.replace(SINGLE, ' ').replace(LETTERS, '');
  return others === '' || others !== others.toUpperCase();
}

/** The name of a file that begins with one of the higher degrees, or has it without diacritics, in capitals. */
const AT_THE_START = new RegExp(`^\\s*(?:tuyệt|tối)\\s+mật${AFTER}`, 'iu');
const WITHOUT_MARKS = new RegExp(`${BEFORE}(?:TUYET|TOI)\\s+MAT${AFTER}`, 'u');
const hasPlainMark = (words: string): boolean => AT_THE_START.test(words) || WITHOUT_MARKS.test(words);

/** A line that is the mark of a document: alone, in a frame, after "Độ mật:", or framed before a title. */
const MARK = '(?:TUYỆT MẬT|TỐI MẬT|MẬT|TUYET MAT|TOI MAT)';
const MARK_LINE = new RegExp(
  `^[\\s*_"“”|]*(?:(?:độ mật|ĐỘ MẬT|Độ mật|DO MAT)\\s*:?\\s*)?[\\[(|]?\\s*${MARK}\\s*[\\])|]?[\\s*_"“”|.]*$` +
    `|^\\s*[\\[(]\\s*${MARK}\\s*[\\])]`,
  'u',
);
const hasMarkLine = (text: string): boolean =>
  text.split('\n').some((line) => MARK_LINE.test(line.replace(/[^\S\n]+/gu, ' ')));

/** The words of degrees as they are typed, with marks or with none; other marks make other words: mất, mặt, tôi. */
const DEGREE_WORDS: ReadonlyMap<string, readonly string[]> = new Map([
  ['mat', ['mat', 'mật']],
  ['toi', ['toi', 'tối']],
  ['tuyet', ['tuyet', 'tuyệt']],
]);
const NOUN =
  '(?:van ban|tai lieu|cong van|bao cao|ke hoach|to trinh|quyet dinh|ho so|bc|cv|kh|qd|tt|vb)(?: so [0-9]+)?';
/** `toi mat`, `Độ mật: mật`; `van ban toi mat`, `tài liệu mật`, `cong van mat so 12`. */
const SAID = new RegExp(
  `^(?:(?:do mat ?:? ?)?(?:tuyet|toi) mat|do mat ?: ?mat)[ .]*$` +
    `|(?<![a-z0-9])${NOUN} (?:(?:tuyet|toi) mat(?![a-z0-9])|mat(?=[ .]*$| (?:so|ve|cua|ngay|gui) ))`,
);
/** `MAT` alone is the mark; in small letters it is any other word. */
const ALONE = /^[\s[(*]*MAT[\s\])*.]*$|^\s*MAT\s+\d/u;
/** Prose about secrets: rules, lists, what is not to be done. */
const PROSE =
  /(?<![a-z0-9])(bi mat|bao ve|bao mat|quy che|quy dinh|huong dan|danh muc|che do|khong|cam)(?![a-z0-9])/;

/** Whether a file's name or what stands under it says its degree, in whatever letters, with marks or without. */
const saysDegree = (text: string): boolean =>
  text.split('\n').some((line) => {
    const words = line.replace(/[\s:]+/gu, (gap) => (gap.includes(':') ? ' : ' : ' ')).trim();
    const folded = words.split(' ').map(foldedWord).join(' ');
    return ALONE.test(line) || (SAID.test(folded) && !PROSE.test(folded));
  });

function foldedWord(word: string): string {
  const folded = foldVietnamese(word);
  const spellings = DEGREE_WORDS.get(folded);
  return spellings === undefined || spellings.includes(word.toLowerCase()) ? folded : '-';
}

const PERSONAL =
  /(?<![a-z0-9])(so yeu ly lich|syll|ly lich|ho so (ca nhan|dang vien|can bo|cong chuc|vien chuc|nhan su)|cccd|cmnd|can cuoc|giay khai sinh|khai sinh|so ho khau|benh an|kham suc khoe)(?![a-z0-9])/;
/** Forms to fill in and rules about such papers are nobody's. */
const GENERAL =
  /(?<![a-z0-9])(mau|bieu mau|huong dan|quy dinh|quyet dinh|ke hoach|cong van|thong bao|danh muc|quy trinh|trien khai)(?![a-z0-9])/;

function isPersonal(text: string): boolean {
  const folded = foldVietnamese(text).replace(/\s+/g, ' ');
  return PERSONAL.test(folded) && !GENERAL.test(folded);
}
