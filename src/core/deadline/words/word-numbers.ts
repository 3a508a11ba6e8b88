/** Words for 1, 2, 3, …: each group lists the words of its number. */
export function wordNumbers(groups: readonly string[]): ReadonlyMap<string, number> {
  return new Map(groups.flatMap((words, at) => words.split(' ').map((word) => [word, at + 1] as const)));
}

/** Words of which numbers below a hundred are made. */
export const SPELT_NUMBERS: ReadonlySet<string> = new Set(
  'khong mot hai ba bon tu nam lam sau bay tam chin muoi linh le'.split(' '),
);

/** 1 to 12 in capitals. */
export const ROMANS = wordNumbers('I II III IV V VI VII VIII IX X XI XII'.split(' '));
