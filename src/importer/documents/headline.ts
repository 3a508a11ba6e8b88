import { splitNumber } from '../plan-table/row-number.ts';

/** "II. Công tác khác", "CÔNG TÁC KHÁC": a line that begins something, and goes on with nothing. */
export const isHeadline = (line: string): boolean =>
  splitNumber(line.trim()) !== null || (/\p{Lu}{2}/u.test(line) && line === line.toUpperCase());
