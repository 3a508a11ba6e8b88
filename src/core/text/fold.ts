const MARKS = /[\u0300-\u036f]/g;
/** Where a word may be cut at the end of a line. */
const SOFT_HYPHENS = /\u00ad/g;
/** Hyphens at which a line is not broken, and the plain one by its other name. */
const HYPHENS = /[\u2010\u2011]/g;
const SPACES = /[\s\u00a0\u200b-\u200d\u2060\ufeff]+/g;
/** White that is no single space between words. */
const UNTIDY = /^ | $| {2}|[^\S ]|[\u00ad\u2010\u2011\u200b-\u200d\u2060\ufeff]/;

/** What the scripts of Europe and the signs of writing fold to, by UTF-16 unit: reading folds every letter that it meets. */
const FOLDED = Array.from({ length: 0x2200 }, (_, unit) => foldAny(String.fromCharCode(unit)));

/** Lower-case ASCII letters for Vietnamese ones: "Đến hết Quý Ⅰ" and its decomposed form both give "den het quy i". Spacing is kept. */
export function foldVietnamese(text: string): string {
  let folded = '';
  for (let at = 0; at < text.length; at++) {
    const letter = FOLDED[text.charCodeAt(at)];
    if (letter === undefined) return foldAny(text);
    folded += letter;
  }
  return folded;
}

function foldAny(text: string): string {
  return text.normalize('NFKD').replace(MARKS, '').toLowerCase().replace(/đ/g, 'd');
}

/** Composed (NFC), with every run of white and invisible characters as one space and every hyphen the plain one, trimmed. */
export function tidySpaces(text: string): string {
  const composed = text.normalize('NFC');
  return UNTIDY.test(composed)
    ? composed.replace(SOFT_HYPHENS, '').replace(HYPHENS, '-').replace(SPACES, ' ').trim()
    : composed;
}
