import type { Dependencies } from '../../app/dependencies.ts';
import type { Message } from '../../app/ports/message.ts';
import type { Line, Notice } from '../../app/ports/notice-repository.ts';
import type { NoticeId } from '../../core/id.ts';
import { ChatNoticeRenderer } from './notice-renderer.ts';

/** Longer than any message: a preview shows a notice whole. */
const UNLIMITED = {
  buttons: true,
  edit: true,
  files: true,
  groups: true,
  threads: true,
  textLimit: 100_000,
};

/** A preview shows texts, to which the file of a list adds nothing. */
const noFile = async () => ({ name: '', type: '', bytes: new Uint8Array() });

/** `withheld`: a stable code of why nothing would be said. */
export type Preview =
  | { readonly parts: readonly Message[]; readonly merged?: readonly NoticeId[] }
  | { readonly withheld: string };

/** What a notice would say at its time. */
export async function previewNotice(
  dependencies: Dependencies,
  notice: Notice,
  lines: readonly Line[],
): Promise<Preview> {
  const renderer = new ChatNoticeRenderer({
    dependencies,
    capabilitiesOf: () => UNLIMITED,
    privateLink: () => null,
    receiptList: noFile,
  });
  const rendered = await renderer.render(notice, lines, notice.at);
  if ('parts' in rendered) return { parts: rendered.parts, merged: rendered.merged ?? [] };
  return { withheld: rendered.kind === 'withheld' ? rendered.cause : rendered.kind };
}
