import { partiesOf, planById, type Task } from '../../core/plan/plan-book.ts';
import type { Frame } from './frame.ts';
import { shortTitle } from './message.ts';

/** `10. Chuẩn bị Hội nghị…` */
export const taskLine = ({ t }: Frame, task: Task): string =>
  task.no === '' ? shortTitle(task.title) : t('due.task', { no: task.no, title: shortTitle(task.title) });

/** `Phòng Nội vụ chủ trì · 29/KH-UBND, PL mục 10` */
export function sourceLine(frame: Frame, task: Task): string {
  const { t, book } = frame;
  const leads = partiesOf(task, 'lead').map((lead) => lead.words);
  const plan = task.planId === null ? null : planById(book, task.planId);
  return [
    ...(leads.length === 0 ? [] : [t('due.lead', { lead: leads.join(', ') })]),
    ...(plan === null ? [] : [t('due.source', { plan: plan.number, no: task.no })]),
  ].join(' · ');
}
