import { assert, constantFrom, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { createLogger } from '../../src/observability/logger.ts';
import { redact } from '../../src/observability/redact.ts';

const TOKEN = '7123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw';

function logged(fields: Record<string, unknown>, message = 'Something happened'): Record<string, unknown> {
  const lines: string[] = [];
  createLogger('trace', { write: (line) => void lines.push(line) }).warn(fields, message);
  expect(lines).toHaveLength(1);
  return JSON.parse(lines[0] ?? '') as Record<string, unknown>;
}

test('a line is JSON with level, time, message and fields', () => {
  expect(logged({ chat: '-100', waitMs: 30 })).toEqual({
    level: 'warn',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    chat: '-100',
    waitMs: 30,
    msg: 'Something happened',
  });
});

test('lines below the level are not written', () => {
  const lines: string[] = [];
  const logger = createLogger('warn', { write: (line) => void lines.push(line) });

  logger.info({}, 'quiet');
  logger.error({}, 'loud');

  expect(lines).toHaveLength(1);
});

test('names, texts and secrets are replaced however deep they stand', () => {
  const line = logged({
    person: { id: 'p1', first_name: 'Nguyễn An', phone: '0901' },
    sent: [{ text: 'hạn' }],
  });

  expect(line).toMatchObject({
    person: { id: 'p1', first_name: '[redacted]', phone: '[redacted]' },
    sent: [{ text: '[redacted]' }],
  });
});

test('an error keeps type, code, message and stack and loses what libraries hang on it', () => {
  const error = Object.assign(new Error(`request to https://api.telegram.org/bot${TOKEN}/getMe failed`), {
    code: 'ECONNRESET',
    payload: { text: 'private' },
  });

  const line = logged({ error: new Error('outer', { cause: error }) });

  expect(line['error']).toMatchObject({ type: 'Error', message: 'outer', cause: { code: 'ECONNRESET' } });
  expect(JSON.stringify(line)).not.toMatch(/AAHdq|private/);
});

test('credentials of a proxy address are removed', () => {
  expect(redact({ via: 'socks5://user:pass@10.0.0.1:1080' })).toEqual({ via: 'socks5://***@10.0.0.1:1080' });
});

test('a token never survives, wherever it stands', () => {
  assert(
    property(string(), string(), constantFrom('a', 'error', 'detail'), (before, after, key) => {
      const text = `${before} ${TOKEN} ${after}`;
      const line = JSON.stringify(redact({ [key]: text, deep: [{ error: new Error(text) }] }));
      expect(line).not.toContain(TOKEN);
    }),
  );
});
