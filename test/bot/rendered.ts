import type { Message } from '../../src/app/ports/message.ts';
import type { Notice } from '../../src/app/ports/notice-repository.ts';
import { ChatNoticeRenderer } from '../../src/bot/notices/notice-renderer.ts';
import type { Office } from '../support/office.ts';
import { FULL_CAPABILITIES } from '../support/recording-messenger.ts';

/** A notice as it would be said now, in one part. Throws why where it would not be. */
export async function rendered(office: Office, notice: Notice): Promise<Message> {
  const renderer = new ChatNoticeRenderer({
    dependencies: office.dependencies,
    capabilitiesOf: () => FULL_CAPABILITIES,
    privateLink: () => null,
    receiptList: async () => ({
      name: 'list.xlsx',
      type: 'application/octet-stream',
      bytes: new Uint8Array(),
    }),
  });
  const lines = await office.read.notices.linesOf(notice.id);
  const said = await renderer.render(notice, lines, office.clock.now());
  if (said.kind !== 'said') throw new Error(said.kind === 'withheld' ? said.cause : said.kind);
  const [first, ...others] = said.parts;
  if (first === undefined || others.length > 0) throw new Error(`${said.parts.length} parts`);
  return first;
}
