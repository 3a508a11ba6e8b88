import { partiesOf, planById, type Task } from '../../core/plan/plan-book.ts';
import type { Frame } from './frame.ts';
import { shortTitle } from './message.ts';
import { elsewhere, rowNumbers } from './task-number.ts';

/** `10. Chuẩn bị Hội nghị…`, with every number under which the duty stands. */
export function taskLine(frame: Frame, task: Task): string {
  const title = shortTitle(task.title);
  const line = task.no === '' ? title : frame.t('due.task', { no: rowNumbers(frame, task), title });
  return [line, elsewhere(frame, task)].filter((part) => part !== '').join(' ');
}

/** `Phòng Nội vụ chủ trì · 29/KH-UBND, PL mục 10` */
export function sourceLine(frame: Frame, task: Task): string {
  const { t, book } = frame;
  const leads = leadNames(frame, task);
  const plan = task.planId === null ? null : planById(book, task.planId);
  return [
    ...(leads.length === 0 ? [] : [t('due.lead', { lead: leads.join(', ') })]),
    ...(plan === null ? [] : [t('due.source', { plan: plan.number, no: rowNumbers(frame, task) })]),
  ].join(' · ');
}

/** More leads than these are counted: a task of the day may be given to sixty units. */
const MOST_LEADS = 4;

/** Who leads, in the plan's words; many of them as a number. */
export function leadNames({ t }: Frame, task: Task): string[] {
  const leads = partiesOf(task, 'lead').map((lead) => lead.words);
  return leads.length > MOST_LEADS ? [t('task.leadCount', { count: leads.length })] : leads;
}
