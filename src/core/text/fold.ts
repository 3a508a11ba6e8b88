const MARKS = /[\u0300-\u036f]/g;
const ASCII = /^[\x20-\x7e]*$/;
const SPACES = /[\s\u00a0\u200b-\u200d\u2060\ufeff]+/g;

/** Lower-case ASCII letters for Vietnamese ones: "Đến hết Quý Ⅰ" and its decomposed form both give "den het quy i". Spacing is kept. */
export function foldVietnamese(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text.normalize('NFKD').replace(MARKS, '').toLowerCase().replace(/đ/g, 'd');
}

/** Composed (NFC), with every run of white and invisible characters as one space, trimmed. */
export function tidySpaces(text: string): string {
  return text.normalize('NFC').replace(SPACES, ' ').trim();
}
