import { foldVietnamese, tidySpaces } from '../../core/text/fold.ts';

const OF = /\scủa\s+([^)]+?)\s*(?:\)|\.?$)/u;
/** What heads the right half: of the state, the Party, the Youth Union. */
const MOTTO = /^đoàn tncs hồ chí minh$|cộng h(òa|oà) xã hội|độc lập|đảng cộng sản việt nam|^\s*[-_*=]+\s*$/iu;

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
  const starts = Math.max(
    0,
    capitals.findLastIndex((line) => BODY.test(line)),
  );
  const issuing = capitals.slice(starts).join(' ');
  return ORGAN.test(issuing) && starts > 0 ? `${issuing} ${capitals[starts - 1] ?? ''}` : issuing;
}

/** An organ that bears the name of the body above it. */
const ORGAN = /^(BAN THƯỜNG VỤ|BAN CHẤP HÀNH|THƯỜNG TRỰC)$/u;

const BODY =
  /^(ỦY BAN|UỶ BAN|UBND|SỞ|BỘ|BAN|PHÒNG|HỘI|TỔNG|CỤC|CHI CỤC|VIỆN|TRƯỜNG|(?:TỈNH|THÀNH|QUẬN|HUYỆN|THỊ) (?:[ỦU][YỶ]|ĐOÀN)|ĐẢNG|ĐOÀN|LIÊN ĐOÀN|CÔNG|TRUNG TÂM|VĂN PHÒNG|BỆNH VIỆN|THUẾ|HẢI QUAN|KHO BẠC|TÒA ÁN|HỌC VIỆN|ĐẠI HỌC|THANH TRA|MẶT TRẬN|HĐND|CHÍNH PHỦ|THỦ TƯỚNG|CỤM|KHỐI)(?!\p{L})/u;

const COMMON = new Set(
  'quận huyện tỉnh thành phố thị xã phường trấn và nhân dân của về nội vụ tài chính kế hoạch giáo dục đào tạo công thương nông nghiệp môi trường khoa học nghệ y tế đồng cụm khối số ủy uỷ văn hoá hóa thể thao du lịch xây dựng giao thông vận tải tư pháp ngoại đầu tư lao động thương binh hội thi đua khen thưởng văn viện phòng chỉ đạo các tổng hợp doanh nghiệp nhà nước đa khoa thường vụ chấp hành đoàn ngành tâm khu vực'.split(
    ' ',
  ),
);

/** The word after these begins the name of the office. */
const OFFICE = new Set(['sở', 'phòng', 'bộ', 'cục', 'vụ', 'viện', 'tâm']);

function inRunningText(capitals: string, lines: readonly string[]): string {
  for (const line of lines) {
    const at = line.toLowerCase().indexOf(capitals.toLowerCase());
    const words = at === -1 ? '' : line.slice(at, at + capitals.length);
    if (words !== '' && words !== words.toUpperCase()) return words;
  }
  const [first = '', ...rest] = capitals.toLowerCase().split(' ');
  const cased = [titled(first)];
  let inPlace = LEVELS.has(first);
  for (const [at, word] of rest.entries()) {
    const before = at === 0 ? first : (rest[at - 1] ?? '');
    const isLevel =
      LEVELS.has(word) || /^(thành phố|thị xã|thị trấn|đặc khu)/u.test(`${word} ${rest[at + 1]}`);
    const isPlain = inPlace
      ? isLevel || PLACE_PARTS.has(`${before} ${word}`)
      : COMMON.has(word) && !OFFICE.has(before) && !isCity(word, rest[at + 1]);
    cased.push(isPlain ? word : titled(word));
    inPlace ||= isLevel;
  }
  return cased.join(' ');
}

/** What follows one of these is the name of a place: "tỉnh Đồng Nai", against "hội đồng". */
const LEVELS = new Set(['quận', 'huyện', 'tỉnh', 'phường', 'xã']);
const PLACE_PARTS = new Set(['thành phố', 'thị xã', 'thị trấn', 'đặc khu']);

/** "Hà Nội", against "nội vụ". */
const isCity = (word: string, next: string | undefined): boolean => word === 'nội' && next !== 'vụ';

/** Letters without a vowel are an abbreviation (THCS, GDĐT), and so are these. */
const ABBREVIATION = /^(?:[^aeiouy]{2,}|ubnd|mttq|ubmttq)$/;

const titled = (word: string): string =>
  ABBREVIATION.test(foldVietnamese(word)) ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1);

const abbreviated = (name: string): string =>
  name.replace(/^(ủy|uỷ) ban nhân dân/iu, 'UBND').replace(/^Ubnd/u, 'UBND');
