import type { Dependencies } from '../../app/dependencies.ts';
import type { Line, Notice } from '../../app/ports/notice-repository.ts';
import type { Preview } from '../views/notice/upcoming.ts';
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
