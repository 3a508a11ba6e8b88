import { tidySpaces } from '../core/text/fold.ts';

const OF = /\scủa\s+([^)]+?)\s*(?:\)|\.?$)/u;
const MOTTO = /cộng h(òa|oà) xã hội|độc lập|đảng cộng sản việt nam|^\s*[-_*=]+\s*$/iu;

/**
 * Who issued the document: as the appendix writes it in running text, else the capitals at the head, which are
 * put into running text by the way the body writes the same name.
 */
export function readIssuer(lines: readonly string[], attached: string): string | null {
  const named = OF.exec(attached)?.[1];
  if (named !== undefined) return tidySpaces(named);
  const capitals = headCapitals(lines);
  return capitals === '' ? null : abbreviated(inRunningText(capitals, lines));
}

function headCapitals(lines: readonly string[]): string {
  const end = lines.findIndex((line) =>
    /(?<!\p{L})số\s*[:.]|^\s*số\s+\d|^\s*(kế hoạch|quyết định|chương trình|phụ lục|hướng dẫn|lịch công tác|danh mục|đề án|phương án|bảng|biểu|thông báo)/iu.test(
      line,
    ),
  );
  const head = lines.slice(0, end === -1 ? 12 : end).filter((line) => line !== '' && !MOTTO.test(line));
  const capitals = head.filter((line) => line === line.toUpperCase() && /\p{Lu}{2}/u.test(line));
  return tidySpaces(issuingPart(capitals));
}

// "UBND TỈNH X / SỞ NỘI VỤ": the last body that stands on its own issues; "ỦY BAN NHÂN DÂN / QUẬN X" is one.
function issuingPart(capitals: readonly string[]): string {
  const starts = capitals.findLastIndex((line) => BODY.test(line));
  return capitals.slice(Math.max(0, starts)).join(' ');
}

const BODY =
  /^(ỦY BAN|UỶ BAN|UBND|SỞ|BỘ|BAN|PHÒNG|HỘI|TỔNG|CỤC|CHI CỤC|VIỆN|TRƯỜNG|TỈNH|THÀNH ỦY|QUẬN ỦY|HUYỆN ỦY|ĐẢNG|ĐOÀN|LIÊN ĐOÀN|CÔNG|TRUNG TÂM|BAN CHỈ ĐẠO|MẶT TRẬN|HĐND|CHÍNH PHỦ|THỦ TƯỚNG|CỤM|KHỐI)(?!\p{L})/u;

const COMMON = new Set(
  'quận huyện tỉnh thành phố thị xã phường trấn và nhân dân của về nội vụ tài chính kế hoạch giáo dục đào tạo công thương nông nghiệp môi trường khoa học nghệ y tế đồng cụm khối số ủy uỷ văn hoá hóa thể thao du lịch xây dựng giao thông vận tải tư pháp ngoại đầu tư lao động thương binh hội thi đua khen thưởng'.split(
    ' ',
  ),
);

/** The word after these begins the name of the office. */
const OFFICE = new Set(['sở', 'phòng', 'bộ', 'cục', 'vụ', 'viện']);

function inRunningText(capitals: string, lines: readonly string[]): string {
  for (const line of lines) {
    const at = line.toLowerCase().indexOf(capitals.toLowerCase());
    const words = at === -1 ? '' : line.slice(at, at + capitals.length);
    if (words !== '' && words !== words.toUpperCase()) return words;
  }
  const [first = '', ...rest] = capitals.toLowerCase().split(' ');
  return [
    titled(first),
    ...rest.map((word, at) =>
      COMMON.has(word) && !OFFICE.has(at === 0 ? first : (rest[at - 1] ?? '')) && !isCity(word, rest[at + 1])
        ? word
        : titled(word),
    ),
  ].join(' ');
}

/** "Hà Nội", against "nội vụ". */
const isCity = (word: string, next: string | undefined): boolean => word === 'nội' && next !== 'vụ';

/** Letters without a vowel are an abbreviation (THCS, GDĐT), and so are these. */
const ABBREVIATION = /^(?:[^aeiouyà-ỹăâêôơư]{2,}|ubnd|hđnd|mttq|ubmttq)$/u;

const titled = (word: string): string =>
  ABBREVIATION.test(word) ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1);

const abbreviated = (name: string): string =>
  name.replace(/^(ủy|uỷ) ban nhân dân/iu, 'UBND').replace(/^Ubnd/u, 'UBND');
