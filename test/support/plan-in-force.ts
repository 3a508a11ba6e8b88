import { type Confirmation, confirmPlanDraft } from '../../src/app/plan/confirm-plan-draft.ts';
import { draftPlan } from '../../src/app/plan/draft-plan.ts';
import { dateOf } from '../../src/core/time/local-date.ts';
import { isRefused } from '../../src/importer/import-refusal.ts';
import { readPlanText } from '../../src/importer/read-plan-file.ts';
import type { Office } from './office.ts';
import { SECRETARY } from './sample-office.ts';

/** The words of a plan of 4 November 2024; a row is its number, task, lead and deadline, parted by tabs. */
export const planText = (number: string, title: string, rows: readonly string[]): string =>
  [
    `Số: ${number}`,
    'Ngày 04 tháng 11 năm 2024',
    `KẾ HOẠCH ${title}`,
    'TT\tNhiệm vụ\tĐơn vị chủ trì\tThời gian thực hiện',
    ...rows,
  ].join('\n');

/** Brings a plan into force, every open matter left open. Throws where it is refused. */
export async function planInForce(office: Office, text: string, as: Confirmation) {
  const reading = await readPlanText(text, dateOf('2024-11-04'));
  if (isRefused(reading)) throw new Error(reading.code);
  const request = office.request(SECRETARY);
  const drafted = await draftPlan(office.dependencies, request, { fileName: '', reading });
  if (drafted.kind === 'refused') throw new Error(drafted.code);
  const { id, revision } = drafted.value;
  const outcome = await confirmPlanDraft(office.dependencies, request, id, { as, revision });
  if (outcome.kind === 'refused') throw new Error(outcome.code);
  return outcome.value;
}
