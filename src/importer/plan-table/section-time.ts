/** A day or nothing at all under "Tháng 3" is a day of that month, or the month. */
export function inTime(words: string, time: string | null): string {
  if (time === null) return words;
  if (words === '') return time;
  if (PART_OF_MONTH.test(words) && /^tháng/iu.test(time)) return words.replace(/tháng$/iu, lowerFirst(time));
  if (!DAY_ONLY.test(words) && !DAYS_ONLY.test(words)) return words;
  return /^\d/.test(words) ? `Ngày ${words} ${lowerFirst(time)}` : `${words} ${lowerFirst(time)}`;
}

const PART_OF_MONTH = /^(trong|đầu|giữa|cuối) tháng$/iu;
const DAY_ONLY = /^((trước |chậm nhất |đến )?ngày )?\d{1,2}$|^tuần( thứ)? \S+$/iu;
/** The second is no month: "15 - 25", "từ ngày 05 đến ngày 20". */
const DAYS_ONLY = /^(từ )?(ngày )?\d{1,2}\s*([-–]|đến)\s*(ngày )?(1[3-9]|2\d|3[01])$/iu;

/** "THÁNG 9", "Quý I" behind a day. */
const lowerFirst = (time: string): string => time.replace(/^\p{L}+/u, (word) => word.toLowerCase());
