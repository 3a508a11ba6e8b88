import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Message } from '../../src/app/ports/message.ts';
import { messageJson, messageSchema } from '../../src/storage/rows/message-json.ts';

const span = fc.oneof(fc.string(), fc.record({ bold: fc.string() }), fc.record({ italic: fc.string() }));
const button = fc.oneof(
  fc.record({ label: fc.string(), data: fc.string() }),
  fc.record({ label: fc.string(), url: fc.webUrl() }),
);
const message: fc.Arbitrary<Message> = fc.record(
  {
    entries: fc.array(fc.array(span)),
    buttons: fc.array(fc.array(button)),
    attachment: fc.record({ name: fc.string(), type: fc.string(), bytes: fc.uint8Array() }),
    wantsReply: fc.boolean(),
  },
  { requiredKeys: ['entries', 'buttons'] },
);

test('a frozen message reads back as it was', () => {
  fc.assert(
    fc.property(message, (frozen) => {
      expect(messageSchema.parse(JSON.parse(messageJson(frozen)))).toEqual(frozen);
    }),
  );
});

test('what is no message is refused', () => {
  expect(messageSchema.safeParse({ entries: [[{ bold: 1 }]], buttons: [] }).success).toBe(false);
  expect(messageSchema.safeParse({ entries: [] }).success).toBe(false);
});
