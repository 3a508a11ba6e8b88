import { readDeadline } from '../deadline/parse.ts';
import { printRule } from '../deadline/print.ts';
import type { ReadingContext } from '../deadline/reading.ts';
import type { DeadlineRule } from '../deadline/rule.ts';

/**
 * The cell's own words of each of its rules: the piece that reads as that rule alone, without the dash before it and
 * the bracket that says for whom it is. A rule that no piece says by itself is printed, so all of an empty cell.
 */
export function wordsOfRules(
  cell: string,
  rules: readonly DeadlineRule[],
  context: ReadingContext,
): Map<DeadlineRule, string> {
  if (rules.length === 1 && cell !== '') return new Map(rules.map((rule) => [rule, cell]));
  const pieces = cell
    .split(/[\n;]|(?:^|\s)[-–+•]\s+/u)
    .map((piece) => piece.replace(/^\s*[-–+•]\s*/u, '').trim())
    .filter((piece) => piece !== '')
    .map((piece) => ({ piece, read: readDeadline(piece, context).rules }));
  return new Map(
    rules.map((rule) => {
      const own = pieces.find(({ read }) => read.length === 1 && sameRule(read[0], rule));
      return [
        rule,
        own === undefined ? capitalised(printRule({ ...rule, appliesTo: null })) : bare(own.piece),
      ];
    }),
  );
}

const sameRule = (one: DeadlineRule | undefined, other: DeadlineRule): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

const bare = (piece: string): string => capitalised(piece.replace(/\s*\([^()]*\)\s*[.;,]?$/u, '').trim());

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
