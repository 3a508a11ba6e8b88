import { NOTICE_KINDS } from '../../app/ports/notice-kind.ts';
import {
  type Addressee,
  DELIVERY_STATES,
  type Delivery,
  type Line,
  NOTICE_STATES,
  type Notice,
  type NoticeSubject,
  type PlannedNotice,
} from '../../app/ports/notice-repository.ts';
import type { NoticeId } from '../../core/id.ts';
import type * as Rows from '../generated/sqlite/client.ts';
import { messageJson, messageSchema } from './message-json.ts';
import { RowReader } from './row-reader.ts';
import type { Row } from './write-rows.ts';

export function noticeOf(row: Rows.Notice): Notice {
  const read = new RowReader('notice', row.id);
  return {
    id: read.id('id', row.id),
    kind: read.oneOf('kind', row.kind, NOTICE_KINDS),
    addressee: addresseeOf(read, row),
    slot: row.slot,
    at: read.instant('due_at', row.at),
    subject: row.subjectKind === null ? null : subjectOf(read, row.subjectKind, row.subjectId),
    state: read.oneOf('state', row.state, NOTICE_STATES),
    late: row.late,
    released: row.released,
    attempts: row.attempts,
    cause: row.cause,
    mergedInto: row.mergedInto === null ? null : read.id('merged_into', row.mergedInto),
  };
}

export function lineOf(row: Rows.Line): Line {
  const read = new RowReader('line', `${row.obligationId} ${row.stage}`);
  return {
    obligationId: read.id('obligation_id', row.obligationId),
    dueOn: read.day('due_on', row.dueOn),
    stage: row.stage,
    addressee: addresseeOf(read, row),
  };
}

export function deliveryOf(row: Rows.Delivery): Delivery {
  const read = new RowReader('delivery', row.id);
  return {
    id: read.id('id', row.id),
    noticeId: read.id('notice_id', row.noticeId),
    part: row.part,
    chatId: read.id('chat_id', row.chatId),
    message: read.json('message', row.message, messageSchema),
    state: read.oneOf('state', row.state, DELIVERY_STATES),
    messageKey: row.messageKey,
    attempts: row.attempts,
    doubts: row.doubts,
  };
}

export const rowOfDelivery = (delivery: Delivery): Row => ({
  id: delivery.id,
  notice_id: delivery.noticeId,
  part: delivery.part,
  chat_id: delivery.chatId,
  message: messageJson(delivery.message),
  state: delivery.state,
  message_key: delivery.messageKey,
  attempts: delivery.attempts,
  doubts: delivery.doubts,
});

export const rowOfNotice = ({ id, kind, addressee, slot, at, subject, late }: PlannedNotice): Row => ({
  id,
  kind,
  addressee_kind: addressee.kind,
  addressee_id: addressee.id,
  slot,
  due_at: BigInt(at),
  subject_kind: subject?.kind ?? null,
  subject_id: subject?.id ?? null,
  state: 'planned',
  late,
});

export const rowOfLine = (noticeId: NoticeId, { obligationId, dueOn, stage, addressee }: Line): Row => ({
  obligation_id: obligationId,
  due_on: dueOn,
  stage,
  addressee_kind: addressee.kind,
  addressee_id: addressee.id,
  notice_id: noticeId,
});

// The kind of the id goes with the kind beside it, which the compiler cannot see.
const addresseeOf = (read: RowReader, row: { addresseeKind: string; addresseeId: string }): Addressee =>
  ({
    kind: read.oneOf('addressee_kind', row.addresseeKind, ['person', 'chat']),
    id: read.id('addressee_id', row.addresseeId),
  }) as Addressee;

const subjectOf = (read: RowReader, kind: string, id: string | null): NoticeSubject =>
  ({
    kind: read.oneOf('subject_kind', kind, [
      'launch',
      'task',
      'obligation',
      'invitation',
      'hand_over',
      'cluster',
      'notice',
      'unit',
      'person',
    ]),
    id: read.id('subject_id', id ?? ''),
  }) as NoticeSubject;
