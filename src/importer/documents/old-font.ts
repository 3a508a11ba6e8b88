/** Signs that TCVN3 (".VnTime") puts for Vietnamese letters, inside words. */
const TCVN3 = /\p{L}[®¬«­µ¸¹¶·»¼½¾©ª¨§]|[®¬«­µ¸¹¶·»¼½¾©ª¨§]\p{L}/gu;
/** A vowel and the sign that VNI writes behind it for its mark. */
const VNI = /[aeouyöôAEOUYÖÔ][øùûõïâäåãáàêéèëúüØÙÛÕÏÂÄÅÃÁÀÊÉÈËÚÜ]/gu;
/** Letters that only Unicode has. */
const UNICODE = /[\u1ea0-\u1ef9ăđơưĂĐƠƯ]/gu;

const FEWEST = 5;

/**
 * Whether a text is Vietnamese in the letters of a font from before Unicode, TCVN3 or VNI: no word of it can be read.
 */
export function isInOldFont(text: string): boolean {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const old = Math.max(count(TCVN3), count(VNI));
  return old >= FEWEST && old > count(UNICODE);
}
