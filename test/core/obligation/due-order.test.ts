import { expect, test } from 'vitest';
import type { ObligationId } from '../../../src/core/id.ts';
import { byDue } from '../../../src/core/obligation/due-order.ts';
import type { MinuteOfDay } from '../../../src/core/time/instant.ts';
import type { LocalDate } from '../../../src/core/time/local-date.ts';

const due = (id: string, on: string | null, minute: number | null = null) => ({
  id: id as ObligationId,
  dueOn: on as LocalDate | null,
  dueMinute: minute as MinuteOfDay | null,
});

test('the day counts first, then the hour, then the id; standing work comes last', () => {
  const sorted = [
    due('a', null),
    due('b', '2024-11-04'),
    due('c', '2024-11-04', 840),
    due('d', '2024-11-04', 660),
    due('e', '2024-11-03'),
    due('f', '2024-11-04', 660),
  ].toSorted(byDue);

  expect(sorted.map(({ id }) => id).join('')).toBe('edfcba');
});
