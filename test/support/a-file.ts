import type { IncomingContent } from '../../src/bot/incoming.ts';

export type FileContent = Extract<IncomingContent, { kind: 'file' }>;

/** A file as a channel announces it: addressed to the bot, without a caption. */
export const aFile = (name: string, bytes: Uint8Array, change: Partial<FileContent> = {}): FileContent => ({
  kind: 'file',
  name,
  type: 'application/octet-stream',
  size: bytes.length,
  caption: '',
  message: 'm1',
  addressed: true,
  fetch: async () => bytes,
  ...change,
});
