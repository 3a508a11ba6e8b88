/** Prisma holds what SQLite may bind to be 999; the rest is room to spare. */
const IDS_AT_ONCE = 900;

/** The rows of many ids, asked for in as few statements as the databases allow. */
export async function findByIds<Row>(
  ids: readonly string[],
  find: (ids: string[]) => Promise<Row[]>,
): Promise<Row[]> {
  const found: Row[] = [];
  for (let start = 0; start < ids.length; start += IDS_AT_ONCE) {
    found.push(...(await find(ids.slice(start, start + IDS_AT_ONCE))));
  }
  return found;
}
