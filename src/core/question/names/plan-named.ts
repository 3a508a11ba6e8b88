/** A row is asked about by its number. */
const ROW = /(?<!\p{L})(?:mục|muc|việc|viec|nhiệm vụ|nhiem vu|dòng|dong|tt|stt|row|task)(?: số| so)?\s+\d/iu;
/** "của kế hoạch 45", "KH số 45/KH-UBND"; a plan of years or months is none with a number. */
const PLAN =
  /(?:^|\s+)(?:(?:của|cua|trong|thuộc|thuoc|theo|of)\s+)?(?:kế hoạch|ke hoach|kh|plan)\s+(?:(?:số|so)\s+)?0*(\d{1,3})(?:\s*\/\s*\p{L}[\p{L}\d-]*)?(?![\d/])(?!\s*(?:năm|nam|tháng|thang|tuần|tuan|quý|quy|ngày|ngay)(?!\p{L}))/iu;

/** A question about a row without the plan that it names, and the figures of that plan's number. */
export function withoutPlan(text: string): { readonly text: string; readonly plan: string | null } {
  const [words, plan] = (ROW.test(text) ? PLAN.exec(text) : null) ?? [];
  return words === undefined || plan === undefined
    ? { text, plan: null }
    : { text: text.replace(words, ' '), plan };
}
