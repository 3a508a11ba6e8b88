import { foldVietnamese, tidySpaces } from '../../core/text/fold.ts';
import { issuerCapitals } from './head-capitals.ts';

const OF = /\scủa\s+([^)]+?)\s*(?:\)|\.?$)/u;
/**
 * Who issued the document: as the appendix writes it in running text, else the capitals at the head, which are
 * put into running text by the way the body writes the same name.
 */
export function readIssuer(lines: readonly string[], attached: string): string | null {
  const named = OF.exec(attached)?.[1];
  if (named !== undefined) return tidySpaces(named);
  const capitals = tidySpaces(issuerCapitals(lines));
  return capitals === '' ? null : abbreviated(inRunningText(capitals, lines));
}

/**
 * Two syllables that are one word: in the name of an office the first alone is a capital ("Sở Văn hóa, Thể thao và Du
 * lịch"; Decree 30/2020, appendix II).
 */
const WORDS = new Set(
  'chi nhánh|cán bộ|công ty|tổng công|tập đoàn|điện lực|bưu điện|viễn thông|liên minh|hợp tác|nội vụ|tài chính|kế hoạch|đầu tư|giáo dục|đào tạo|khoa học|công nghệ|nông nghiệp|nông thôn|môi trường|tài nguyên|văn hóa|văn hoá|thể thao|du lịch|xã hội|thể dục|thông tin|truyền thông|xây dựng|giao thông|thông vận|vận tải|tư pháp|ngoại vụ|y tế|lao động|thương binh|dân tộc|tôn giáo|kinh tế|kỹ thuật|hạ tầng|đô thị|nhân dân|ban nhân|đồng nhân|thường vụ|chấp hành|thường trực|chỉ đạo|chỉ huy|quân sự|tổ chức|tuyên giáo|dân vận|nội chính|kiểm tra|trung ương|liên hiệp|phụ nữ|nông dân|cựu chiến|chiến binh|thanh niên|sinh viên|mặt trận|tổ quốc|tiểu học|trung học|học cơ|học phổ|cơ sở|phổ thông|mầm non|mẫu giáo|đại học|cao đẳng|học viện|sư phạm|phát triển|quản lý|bảo hiểm|kho bạc|nhà nước|ngân hàng|hải quan|đa khoa|chuyên khoa|dự phòng|y học|cổ truyền|cơ quan|doanh nghiệp|thi đua|khen thưởng|tòa án|kiểm sát|hành chính|phục vụ|công đoàn|liên đoàn|hội đồng|ủy ban|uỷ ban|trung tâm|bệnh viện|văn phòng|công an|đảng ủy|đảng uỷ|đảng bộ|chi bộ|tỉnh ủy|tỉnh uỷ|thành ủy|thành uỷ|huyện ủy|quận ủy|tỉnh đoàn|thành đoàn|chi cục|tổng cục|thanh tra|tổng hợp|đơn vị|trực thuộc|bầu cử'.split(
    '|',
  ),
);

const JOINTS = new Set(['và', 'của', 'về', 'các', 'số', 'ngành']);

function inRunningText(capitals: string, lines: readonly string[]): string {
  for (const line of lines) {
    const at = line.toLowerCase().indexOf(capitals.toLowerCase());
    const words = at === -1 ? '' : line.slice(at, at + capitals.length);
    if (words !== '' && words !== words.toUpperCase()) return words;
  }
  const [first = '', ...rest] = capitals.toLowerCase().split(' ');
  const isWord = (one: string, other: string | undefined): boolean =>
    WORDS.has(`${one} ${other?.replace(/,$/, '')}`);
  const cased = [titled(first)];
  // "Cụm thi đua số 5" is a kind, not the name of an office.
  const isKind = /^(cụm|khối)$/u.test(first);
  let inPlace = LEVELS.has(first) && !isWord(first, rest[0]);
  for (const [at, word] of rest.entries()) {
    const before = at === 0 ? first : (rest[at - 1] ?? '');
    const opens = isWord(word, rest[at + 1]);
    const isLevel = PLACE_PARTS.has(`${word} ${rest[at + 1]}`) || (LEVELS.has(word) && !opens);
    const isPlain = inPlace
      ? isLevel || PLACE_PARTS.has(`${before} ${word}`)
      : isLevel ||
        isWord(before, word) ||
        JOINTS.has(word) ||
        ((isKind || before === 'các') && (opens || word === 'trường'));
    cased.push(isPlain ? word : titled(word));
    inPlace ||= isLevel;
  }
  return cased.join(' ');
}

/** What follows one of these is the name of a place: "tỉnh Đồng Nai", against "hội đồng". */
const LEVELS = new Set(['quận', 'huyện', 'tỉnh', 'phường', 'xã', 'vùng']);
const PLACE_PARTS = new Set(['thành phố', 'thị xã', 'thị trấn', 'đặc khu', 'khu vực']);

/** Letters without a vowel are an abbreviation (THCS, GDĐT), and so are these. */
const ABBREVIATION = /^(?:[^aeiouy]{2,}|ubnd|mttq|ubmttq)$/;

export const isAbbreviation = (word: string): boolean => ABBREVIATION.test(foldVietnamese(word));

const titled = (word: string): string =>
  isAbbreviation(word) ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1);

const abbreviated = (name: string): string =>
  name.replace(/^(ủy|uỷ) ban nhân dân/iu, 'UBND').replace(/^Ubnd/u, 'UBND');
