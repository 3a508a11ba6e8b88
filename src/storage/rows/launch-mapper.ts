import * as z from 'zod';
import type { LaunchDraft } from '../../app/ports/launch-repository.ts';
import type { ClusterId, LaunchId, TaskId, UnitId } from '../../core/id.ts';
import {
  EMPTY_CONTENT,
  LAUNCH_SORTS,
  LAUNCH_STATES,
  type Launch,
  type LaunchReceipt,
  REGISTRATION_STATES,
} from '../../core/launch/launch.ts';
import type * as Rows from '../generated/sqlite/client.ts';
import { RowReader } from './row-reader.ts';

const idsOf = <Id extends string>() =>
  z.array(
    z
      .string()
      .min(1)
      .transform((id) => id as Id),
  );
const clusterIds = idsOf<ClusterId>();
const unitIds = idsOf<UnitId>();

/** Rows of earlier versions hold none of it. */
const details = z.object({
  signer: z.string().default(''),
  level: z.string().default(''),
  sort: z.enum(LAUNCH_SORTS).nullable().default(null),
  theme: z.string().default(''),
  criteria: z.string().default(''),
  period: z.string().default(''),
  event: z.string().default(''),
  files: z.array(z.object({ sha256: z.string().min(1), name: z.string() })).default([]),
  asksRegistration: z.boolean().default(false),
  urgent: z.boolean().default(false),
  declinedBecause: z.string().default(''),
  rewrittenAs: z
    .string()
    .min(1)
    .transform((id) => id as LaunchId)
    .nullable()
    .default(null),
  reviews: idsOf<TaskId>().default([]),
});

export function launchOf(row: Rows.Launch): Launch {
  const read = new RowReader('launch', row.id);
  return {
    ...EMPTY_CONTENT,
    ...read.json('details', row.details, details),
    id: read.id('id', row.id),
    title: row.title,
    body: row.body,
    document: row.document,
    clusterIds: read.json('cluster_ids', row.clusterIds, clusterIds),
    unitIds: row.unitIds === null ? null : read.json('unit_ids', row.unitIds, unitIds),
    acknowledgeBy: read.optionalDay('acknowledge_by', row.acknowledgeBy),
    createdBy: read.id('created_by', row.createdBy),
    sentAt: read.instant('sent_at', row.sentAt),
    state: read.oneOf('state', row.state, LAUNCH_STATES),
    changedAt: row.changedAt === null ? null : read.instant('changed_at', row.changedAt),
    nextStageOn: read.optionalDay('next_stage_on', row.nextStageOn),
    revision: row.revision,
  };
}

/** All that may change; who wrote it, and by which update, does not. */
export function launchRow(launch: Launch) {
  const { title, body, document, acknowledgeBy, state, nextStageOn } = launch;
  const { signer, level, sort, theme, criteria, period, event, files, asksRegistration, urgent } = launch;
  const { declinedBecause, rewrittenAs, reviews } = launch;
  return {
    title,
    body,
    document,
    details: JSON.stringify({
      signer,
      level,
      sort,
      theme,
      criteria,
      period,
      event,
      files,
      asksRegistration,
      urgent,
      declinedBecause,
      rewrittenAs,
      reviews,
    }),
    clusterIds: JSON.stringify(launch.clusterIds),
    unitIds: launch.unitIds === null ? null : JSON.stringify(launch.unitIds),
    acknowledgeBy,
    sentAt: BigInt(launch.sentAt),
    state,
    changedAt: launch.changedAt === null ? null : BigInt(launch.changedAt),
    nextStageOn,
  };
}

export function receiptOf(row: Rows.LaunchReceipt): LaunchReceipt {
  const read = new RowReader('launch_receipt', `${row.launchId} ${row.unitId}`);
  return {
    launchId: read.id('launch_id', row.launchId),
    unitId: read.id('unit_id', row.unitId),
    acknowledgedAt: row.acknowledgedAt === null ? null : read.instant('acknowledged_at', row.acknowledgedAt),
    acknowledgedBy: read.optionalId('acknowledged_by', row.acknowledgedBy),
    registration: {
      state: read.oneOf('registration_state', row.registrationState, REGISTRATION_STATES),
      text: row.registration,
      note: row.registrationNote,
    },
  };
}

export function draftOf(row: Rows.LaunchDraft): LaunchDraft {
  const read = new RowReader('launch_draft', row.id);
  return {
    id: read.id('id', row.id),
    personId: read.id('person_id', row.personId),
    title: row.title,
    form: read.anyJson('form', row.form),
    step: row.step,
    changedAt: read.instant('changed_at', row.changedAt),
  };
}
