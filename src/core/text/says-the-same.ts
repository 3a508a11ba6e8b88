/**
 * Whether two values that are kept as JSON say the same, in whatever order their fields stand: what is read back of a
 * row has another than what was just read of a document. A field that is undefined is none.
 */
export function saysTheSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((part, at) => saysTheSame(part, other[at]));
  }
  if (!isRecord(one) || !isRecord(other)) return false;
  const [said, saidOther] = [fieldsOf(one), fieldsOf(other)];
  return said.length === saidOther.length && said.every((field) => saysTheSame(one[field], other[field]));
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const fieldsOf = (record: Readonly<Record<string, unknown>>): string[] =>
  Object.keys(record).filter((field) => record[field] !== undefined);
