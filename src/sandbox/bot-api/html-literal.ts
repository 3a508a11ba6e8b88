const LITERALS: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

/** The character written as `&lt;`, `&#60;` or `&#x3c;` at `at`; null where none is: the Bot API knows four names. */
export function decodeLiteral(source: string, at: number): { text: string; end: number } | null {
  const found = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));?/iy;
  found.lastIndex = at;
  const match = found.exec(source);
  if (match === null) return null;
  const [whole, hex, decimal, name] = match;
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  const text = name === undefined ? characterOf(code) : LITERALS[name];
  return text === undefined ? null : { text, end: at + whole.length };
}

function characterOf(code: number): string | undefined {
  return code > 0 && code < 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** The text with every such character decoded. */
export function decodeLiterals(source: string): string {
  return source.replace(/&(?:#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]+);?/gi, (written) => {
    return decodeLiteral(written, 0)?.text ?? written;
  });
}
