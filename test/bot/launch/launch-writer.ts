import type { Message } from '../../../src/app/ports/message.ts';
import type { Notice } from '../../../src/app/ports/notice-repository.ts';
import type { Reply } from '../../../src/bot/reply.ts';
import type { LaunchId } from '../../../src/core/id.ts';
import type { Office } from '../../support/office.ts';
import { rendered } from '../../support/rendered.ts';
import { SECRETARY } from '../../support/sample-office.ts';
import { noticesOf } from '../../support/time-passes.ts';
import { pressed } from '../shown.ts';

export const MARK = '☐ Đã có phê duyệt bằng văn bản';

/** A secretary who writes a launch in private, in the office as it is when something is done. */
export function launchWriter(office: () => Office) {
  const write = (text: string) => office().say(SECRETARY, SECRETARY, text);
  const press = (reply: Reply, label: string, told = {}) => pressed(office(), SECRETARY, reply, label, told);

  /** Through all steps up to the preview. */
  async function preview(): Promise<Reply> {
    await write('/phatdong');
    await write('80 năm <b>QĐND</b> & 🌸');
    const document = await write('Chủ đề: thi đua lập thành tích.\n\nTiêu chí: 1) đúng hạn; 2) thiết thực.');
    const audience = await press(document, 'Không có văn bản');
    return press(await press(audience, 'Tất cả các Cụm'), '3 ngày');
  }

  /** The same, marked as approved: one press before it is sent. */
  const approved = async (): Promise<Reply> => press(await preview(), MARK);

  const sendPlan = () =>
    office().send(SECRETARY, SECRETARY, 'KH-45.pdf', new Uint8Array([1, 2, 3]), { type: 'application/pdf' });

  /** The launch of which something is to be said now. */
  async function launchAtHand(): Promise<LaunchId> {
    const now = office().clock.now();
    const [notice] = await office().read.notices.list({ states: ['planned'], from: now, to: now });
    return notice?.subject?.id as LaunchId;
  }

  /** The one notice of a kind, as its addressee reads it. */
  async function renderedOf(kind: Notice['kind']): Promise<Message> {
    const [notice] = await noticesOf(office(), kind);
    if (notice === undefined) throw new Error(`no ${kind}`);
    return rendered(office(), notice);
  }

  const countPlanned = async (): Promise<number> => (await office().read.notices.countByState()).planned ?? 0;

  return { write, press, preview, approved, sendPlan, launchAtHand, renderedOf, countPlanned };
}
