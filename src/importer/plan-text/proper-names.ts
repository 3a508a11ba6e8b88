const NAME = /\p{Lu}\p{Ll}*(?:\s\p{Lu}\p{Ll}*)+/gu;
/** "phường Láng": the place may be of one syllable. */
const PLACE =
  /(?<!\p{L})(?:phường|xã|quận|huyện|tỉnh|thành phố|đặc khu)\s\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+)*/gu;
/** Not the place in "Kỳ Anh, ngày 10 tháng 9". */
const AT_START = /^(?!\p{Lu}[^,]{1,40},\s*ngày\s)[-–+•\d.)\s]*\p{Lu}\p{Ll}*\s/u;

/** Names as running text writes them; the first word of a line has its capital from there. */
export function namesIn(lines: readonly string[]): string[] {
  const running = lines.filter((line) => line !== line.toUpperCase());
  const names = running.flatMap((line) => {
    const words = line.replace(AT_START, '');
    return [NAME, PLACE].flatMap((pattern) => words.match(pattern) ?? []);
  });
  return [...new Set(names)];
}

/** Words in lower case, with the names among them as they are written. */
export function withNames(words: string, names: readonly string[]): string {
  const known = new Map(names.map((name) => [name.toLowerCase(), name]));
  const longest = Math.max(0, ...names.map((name) => name.split(' ').length));
  const parts = words.split(' ');
  const written: string[] = [];
  for (let at = 0; at < parts.length; ) {
    const found = longestAt(parts, at, longest, known);
    written.push(found?.name ?? parts[at] ?? '');
    at += found?.length ?? 1;
  }
  return written.join(' ');
}

function longestAt(
  parts: readonly string[],
  at: number,
  longest: number,
  known: ReadonlyMap<string, string>,
): { name: string; length: number } | null {
  for (let length = Math.min(longest, parts.length - at); length > 1; length -= 1) {
    const words = parts.slice(at, at + length).join(' ');
    const bare = words.replace(/[,.;:”"]+$/u, '');
    const name = known.get(bare);
    if (name !== undefined) return { name: `${name}${words.slice(bare.length)}`, length };
  }
  return null;
}
