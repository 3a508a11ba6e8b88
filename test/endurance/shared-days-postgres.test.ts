import { expect, test } from 'vitest';
import { sharedDays } from '../../endurance/month.ts';
import { temporaryPostgresUrl } from '../support/database-postgres.ts';

// The long form of it is `npm run endurance`.
test('two processes share a week on one PostgreSQL, and nobody reads anything twice', async () => {
  const rows = new Map(await sharedDays(await temporaryPostgresUrl(), 8));

  expect(rows.get('no duplicate')).toBe('yes');
  expect(rows.get('repeated')).toBe('0');
  expect(Number(rows.get('messages'))).toBeGreaterThan(3);
});
