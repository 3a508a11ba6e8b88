import { type ToldDay, toldStage } from '../../app/ports/notice-repository.ts';
import type { NoticeId } from '../../core/id.ts';
import type { Client } from '../database/client.ts';
import { insertMissing } from './write-rows.ts';

/** The days that a notice tells, as lines of it, in place of those that it was to tell when it was frozen before. */
export async function replaceToldDays(
  client: Client,
  noticeId: NoticeId,
  told: readonly ToldDay[],
): Promise<void> {
  const { slot, addresseeKind, addresseeId } = await client.notice.findFirstOrThrow({
    where: { id: noticeId },
  });
  const stage = toldStage({ slot });
  await client.line.deleteMany({ where: { noticeId, stage } });
  await insertMissing(
    client,
    'line',
    told.map(({ obligationId, dueOn }) => ({
      obligation_id: obligationId,
      due_on: dueOn,
      stage,
      addressee_kind: addresseeKind,
      addressee_id: addresseeId,
      notice_id: noticeId,
    })),
  );
}
