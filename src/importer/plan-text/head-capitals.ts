/** What heads the right half: of the state, the Party, the Youth Union. */
const MOTTO = /^đoàn tncs hồ chí minh$|cộng h(òa|oà) xã hội|độc lập|đảng cộng sản việt nam|^\s*[-_*=]+\s*$/iu;

/** Words with which the name of a body begins. */
const BODY =
  /^(ỦY BAN|UỶ BAN|UBND|SỞ|BỘ|BAN|PHÒNG|HỘI|TỔNG|CỤC|CHI (?:CỤC|BỘ|ĐOÀN|HỘI)|VIỆN|TRƯỜNG|(?:TỈNH|THÀNH|QUẬN|HUYỆN|THỊ) (?:[ỦU][YỶ]|ĐOÀN)|ĐẢNG|ĐOÀN|LIÊN ĐOÀN|CÔNG|CĐCS|KHOA|NGÂN HÀNG|TRUNG TÂM|TRẠM|VĂN PHÒNG|BỆNH VIỆN|THUẾ|HẢI QUAN|KHO BẠC|TÒA ÁN|HỌC VIỆN|ĐẠI HỌC|THANH TRA|MẶT TRẬN|HĐND|CHÍNH PHỦ|THỦ TƯỚNG|CỤM|KHỐI)(?!\p{L})/u;

/** An organ that bears the name of the body above it. */
const ORGAN = /^(BAN THƯỜNG VỤ|BAN CHẤP HÀNH|THƯỜNG TRỰC)$/u;

const NUMBER = /(?<!\p{L})số\s*[:.]|^\s*số\s+\d/iu;
const KIND =
  /^\s*(kế hoạch|quyết định|chương trình|phụ lục|hướng dẫn|lịch công tác|danh mục|đề án|phương án|bảng|biểu|thông báo)/iu;
const PART = /^(?:[IVX]+|[A-ZĐ]|\d+)[.)]/u;
const FEWEST_WORDS = 4;
const FIRST_LINES = 12;

export const isCapitals = (words: string): boolean => words !== '' && words === words.toUpperCase();

/** The capitals at the head that name who issued the document, in one line. */
export function issuerCapitals(lines: readonly string[]): string {
  const title = unnamedTitleAt(lines);
  const end = lines.findIndex((line, at) => at === title || NUMBER.test(line) || KIND.test(line));
  const head = lines
    .slice(0, end === -1 ? FIRST_LINES : end)
    .filter((line) => line !== '' && !MOTTO.test(line));
  return issuingPart(head.filter((line) => isCapitals(line) && /\p{Lu}{2}/u.test(line)));
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

/**
 * Where capitals begin that name no body and so the document, which does not say of what kind it is: behind its
 * number, or with a year in them. -1 where none do.
 */
export function unnamedTitleAt(lines: readonly string[]): number {
  const number = lines.findIndex((line) => NUMBER.test(line));
  return lines.findIndex(
    (line, at) =>
      isCapitals(line) &&
      !BODY.test(line) &&
      !MOTTO.test(line) &&
      !PART.test(line) &&
      !KIND.test(line) &&
      line.split(' ').length >= FEWEST_WORDS &&
      ((number !== -1 && at > number) || /(?<!\d)20\d\d(?!\d)/.test(line)),
  );
}
