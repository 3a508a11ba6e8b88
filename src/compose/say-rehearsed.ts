import type { SayRehearsed } from '../app/rehearse-notices.ts';
import { ChatNoticeRenderer } from '../bot/notices/notice-renderer.ts';
import { receiptListXlsx } from '../exporter/receipt-list-xlsx.ts';
import { plainText } from './plain-text.ts';

/** Longer than any message: a rehearsal shows a notice whole. */
const UNLIMITED = {
  buttons: true,
  edit: true,
  files: true,
  groups: true,
  threads: true,
  textLimit: 100_000,
};

export const sayRehearsed: SayRehearsed = async (dependencies, notice, lines) => {
  const renderer = new ChatNoticeRenderer({
    dependencies,
    capabilitiesOf: () => UNLIMITED,
    privateLink: () => null,
    receiptList: receiptListXlsx,
  });
  const rendered = await renderer.render(notice, lines, notice.at);
  return 'parts' in rendered ? rendered.parts.map(plainText).join('\n') : null;
};
