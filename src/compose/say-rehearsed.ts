import type { SayRehearsed } from '../app/upcoming/rehearse-notices.ts';
import { previewNotice } from '../bot/notices/preview-notice.ts';
import { plainText } from './plain-text.ts';

export const sayRehearsed: SayRehearsed = async (dependencies, notice, lines) => {
  const preview = await previewNotice(dependencies, notice, lines);
  if ('withheld' in preview) return preview;
  const { parts, merged = [] } = preview;
  return { text: parts.map(plainText).join('\n'), merged };
};
