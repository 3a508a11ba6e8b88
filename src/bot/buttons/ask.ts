import { type ButtonTable, count, day, flag, id, subject, word } from './wire-field.ts';

/** What buttons ask: the same questions as words do, with whom and when they are about. */
export const ASK_BUTTONS = {
  /** What falls due in a range of days; entries from `skip` on. */
  due: ['d', { from: day, to: day, skip: count }],
  /** The same, beside what is pressed: a group's digest stays for all. */
  due_aside: ['da', { from: day, to: day }],
  /** The same of a subject. */
  due_of: ['qd', { about: subject, from: day, to: day, skip: count }],
  task: ['t', { task: id<'task'>() }],
  /** The presser's own open obligations. */
  mine: ['m', { skip: count }],
  /** Who leads a task, in short. */
  leads: ['ql', { task: id<'task'>() }],
  overdue: ['qo', { about: subject, skip: count }],
  /** How the work of a subject in a range of days stands. */
  status: ['qs', { about: subject, from: day, to: day, skip: count }],
  /** Which units of a subject have done all of theirs in a range of days, or have not. */
  units: ['qu', { about: subject, filter: flag('not_done', 'done'), from: day, to: day, skip: count }],
  /** How one task stands, whatever its day. */
  task_status: ['qt', { about: subject, task: id<'task'>(), skip: count }],
  /** Movements that a subject leads, else all. */
  movements: ['qm', { about: subject, skip: count }],
  /**
   * The same from one year to another (0 for any), by one launcher: the beginning of its name, folded and hyphenated
   * (`-` for any).
   */
  movements_of: ['qp', { about: subject, origin: word, first: count, last: count, skip: count }],
  events: ['qe', { from: day, to: day, skip: count }],
  /** The conferences that clusters have announced. */
  meetings: ['wm', { skip: count }],
} as const satisfies ButtonTable;
