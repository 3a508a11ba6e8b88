import * as z from 'zod';
import type { Attachment, Button, Message, Span } from '../../app/ports/message.ts';

const spanSchema: z.ZodType<Span> = z.union([
  z.string(),
  z.strictObject({ bold: z.string() }),
  z.strictObject({ italic: z.string() }),
]);

const buttonSchema: z.ZodType<Button> = z.union([
  z.strictObject({ label: z.string(), data: z.string() }),
  z.strictObject({ label: z.string(), url: z.string() }),
]);

const attachmentSchema: z.ZodType<Attachment> = z.object({
  name: z.string(),
  type: z.string(),
  bytes: z.base64().transform((text) => new Uint8Array(Buffer.from(text, 'base64'))),
});

/** A message as it is frozen in a delivery; the bytes of an attachment as base64. */
export const messageSchema: z.ZodType<Message> = z.object({
  entries: z.array(z.array(spanSchema)),
  buttons: z.array(z.array(buttonSchema)),
  attachment: attachmentSchema.exactOptional(),
  wantsReply: z.boolean().exactOptional(),
});

export function messageJson({ attachment, ...message }: Message): string {
  if (attachment === undefined) return JSON.stringify(message);
  const bytes = Buffer.from(attachment.bytes).toString('base64');
  return JSON.stringify({ ...message, attachment: { ...attachment, bytes } });
}
