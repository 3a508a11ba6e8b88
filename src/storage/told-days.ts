import { type Notice, type ToldDay, toldStage } from '../app/ports/notice-repository.ts';
import type { Client } from './client.ts';
import { insertMissing } from './write-rows.ts';

/** The days that a notice tells, as lines of it, in place of those that it told when it was frozen before. */
export async function replaceToldDays(
  client: Client,
  notice: Notice,
  told: readonly ToldDay[],
): Promise<void> {
  const stage = toldStage(notice);
  await client.line.deleteMany({ where: { noticeId: notice.id, stage } });
  await insertMissing(
    client,
    'line',
    told.map(({ obligationId, dueOn }) => ({
      obligation_id: obligationId,
      due_on: dueOn,
      stage,
      addressee_kind: notice.addressee.kind,
      addressee_id: notice.addressee.id,
      notice_id: notice.id,
    })),
  );
}
