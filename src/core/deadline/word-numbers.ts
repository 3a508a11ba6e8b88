/** Words for 1, 2, 3, …: each group lists the words of its number. */
export function wordNumbers(groups: readonly string[]): ReadonlyMap<string, number> {
  return new Map(groups.flatMap((words, at) => words.split(' ').map((word) => [word, at + 1] as const)));
}
