/**
 * Whether two values that are kept as JSON say the same, in whatever order their fields stand: what is read back of a
 * row has another than what was just read of a document.
 */
export const saysTheSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other) || inOrder(one) === inOrder(other);

const inOrder = (value: unknown): string => JSON.stringify(value, (_, part: unknown) => sorted(part));

const sorted = (part: unknown): unknown =>
  typeof part === 'object' && part !== null && !Array.isArray(part)
    ? Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)))
    : part;
