import type { Message } from '../../src/app/ports/message.ts';
import type { RenderedNotice } from '../../src/app/ports/notice-renderer.ts';
import type { Notice } from '../../src/app/ports/notice-repository.ts';
import { ChatLivingRenderer } from '../../src/bot/notices/living-renderer.ts';
import { ChatNoticeRenderer } from '../../src/bot/notices/notice-renderer.ts';
import type { NoticeParts } from '../../src/bot/notices/saying.ts';
import { receiptListXlsx } from '../../src/exporter/receipt-list-xlsx.ts';
import type { Office } from './office.ts';
import { FULL_CAPABILITIES } from './recording-messenger.ts';

/** Renders the notices of an office for a channel that can do everything, and links to no private chat. */
export const rendererOver = (
  { dependencies }: Office,
  change: Partial<NoticeParts> = {},
): ChatNoticeRenderer =>
  new ChatNoticeRenderer({
    dependencies,
    capabilitiesOf: () => FULL_CAPABILITIES,
    privateLink: () => null,
    receiptList: receiptListXlsx,
    ...change,
  });

/** What becomes of a notice that is to be said now. */
export async function outcomeOf(
  office: Office,
  notice: Notice,
  { now = office.clock.now(), ...change }: Partial<NoticeParts> & { now?: Notice['at'] } = {},
): Promise<RenderedNotice> {
  const lines = await office.read.notices.linesOf(notice.id);
  return rendererOver(office, change).render(notice, lines, now);
}

/** A notice as it would be said now, in one part. Throws why where it would not be. */
export async function rendered(office: Office, notice: Notice): Promise<Message> {
  const said = await outcomeOf(office, notice);
  if (said.kind !== 'said') throw new Error(said.kind === 'withheld' ? said.cause : said.kind);
  const [first, ...others] = said.parts;
  if (first === undefined || others.length > 0) throw new Error(`${said.parts.length} parts`);
  return first;
}

type Living = Parameters<ChatLivingRenderer['render']>[0];

/** A living message as it would stand now, edited unless it has no key; null where it would stand no more. */
export const livingNow = (
  { dependencies, clock }: Office,
  living: Omit<Living, 'messageKey'> & Partial<Living>,
): Promise<Message | null> =>
  new ChatLivingRenderer(dependencies, () => FULL_CAPABILITIES).render(
    { messageKey: 'posted', ...living },
    clock.now(),
  );
