import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { answerDeadline } from '../../../src/core/deadline/next.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';

interface Labelled {
  readonly id: string;
  readonly phrase: string;
  readonly next: string | null;
  readonly normalised: { readonly inclusive?: boolean };
}
type Own = readonly [
  phrase: string,
  next: string | null,
  inclusive: boolean | null,
  review: boolean,
  kinds: string,
];

const NOW = dateOf('2024-11-04');
const fixture = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8'));
const labelled = (fixture('deadline-phrases.dev.json') as { phrases: Labelled[] }).phrases;
const own = fixture('deadline-phrases.own.json') as readonly Own[];

describe('real phrases', () => {
  test('are many', () => {
    expect(labelled.length).toBeGreaterThanOrEqual(110);
    expect(own.length).toBeGreaterThanOrEqual(1_000);
  });

  test.each(labelled.map(({ id, ...row }) => [id, row] as const))('%s is read as labelled', (_id, row) => {
    const answer = answerDeadline(row.phrase, NOW);

    expect(answer.nextOn).toBe(row.next);
    expect(answer.inclusive).toBe(row.normalised.inclusive ?? answer.inclusive);
  });

  test.each(own.map((row) => [row[0], row] as const))('%s', (phrase, [, next, inclusive, review, kinds]) => {
    const answer = answerDeadline(phrase, NOW);

    expect({
      next: answer.nextOn,
      inclusive: answer.inclusive,
      review: answer.review,
      kinds: answer.rules
        .map(({ kind, appliesTo }) => (appliesTo === null ? kind : `${kind}@${appliesTo}`))
        .join(' '),
    }).toEqual({ next, inclusive, review, kinds });
  });

  test.each(['ambiguous', 'dependent', 'invalid', 'periodic', 'range_in_event_year'])(
    'labelled %s are put before a person',
    (kind) => {
      const rows = labelled.filter((row) => (row.normalised as { kind?: string }).kind === kind);

      expect(rows.length).toBeGreaterThan(0);
      expect(rows.filter(({ phrase }) => !answerDeadline(phrase, NOW).review)).toEqual([]);
    },
  );
});
