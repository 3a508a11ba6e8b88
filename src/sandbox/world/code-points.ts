/** The characters that the Bot API's limits count: code points, not UTF-16 units. */
export function codePoints(text: string): readonly string[] {
  return Array.from(text);
}
