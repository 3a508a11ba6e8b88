import type { PlanHead } from '../../core/plan/plan-reading.ts';
import { localDate } from '../../core/time/local-date.ts';

const LABELS = {
  number: /^(?:số(?:, ký hiệu)?|số ký hiệu|number)\s*:\s*(.+)$/iu,
  issuer: /^(?:cơ quan ban hành|issuer|issued by)\s*:\s*(.+)$/iu,
  issuedOn: /^(?:ngày ban hành|issued(?: on)?)\s*:\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/iu,
  period: /^(?:giai đoạn|thời kỳ|period)\s*:\s*(\d{4})\s*[-–]\s*(\d{4})$/iu,
  title: /^(?:tên văn bản|tên kế hoạch|title)\s*:\s*(.+)$/iu,
  superior: /^(?:văn bản cấp trên|superior)\s*:\s*(.+)$/iu,
};

/** A head written as "label: value" lines, as our own export writes it. What has no line is null. */
export function readLabelledHead(lines: readonly string[]): PlanHead & { readonly isOurs: boolean } {
  const find = (label: keyof typeof LABELS): RegExpExecArray | null =>
    lines.map((line) => LABELS[label].exec(line)).find((match) => match !== null) ?? null;
  const day = find('issuedOn');
  const period = find('period');
  const isOurs = find('issuer') !== null || find('title') !== null;
  return {
    isOurs,
    // Any head has a line "Số: …", with blanks and perhaps no number yet: that one is read with more care.
    number: isOurs ? (find('number')?.[1] ?? null) : null,
    issuer: find('issuer')?.[1] ?? null,
    issuedOn: day === null ? null : localDate(Number(day[3]), Number(day[2]), Number(day[1])),
    period: period === null ? null : { from: Number(period[1]), to: Number(period[2]) },
    title: find('title')?.[1] ?? null,
    superior: find('superior')?.[1] ?? null,
  };
}
