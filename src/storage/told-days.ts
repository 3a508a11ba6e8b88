import { type Notice, type ToldDay, toldStage } from '../app/ports/notice-repository.ts';
import type { Client } from './client.ts';
import { insertMissing } from './write-rows.ts';

/** Those that it was to tell when it was frozen before. */
export async function forgetToldDays(client: Client, notice: Notice): Promise<void> {
  await client.line.deleteMany({ where: { noticeId: notice.id, stage: toldStage(notice) } });
}

/** The days that a notice tells, as lines of it. */
export async function addToldDays(client: Client, notice: Notice, told: readonly ToldDay[]): Promise<void> {
  const stage = toldStage(notice);
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
