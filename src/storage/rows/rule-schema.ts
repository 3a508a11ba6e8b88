import * as z from 'zod';
import { CYCLES, type DeadlineRule, type MonthDay } from '../../core/deadline/rule.ts';
import type { Weekday } from '../../core/time/local-date.ts';
import { daySchema } from './time-schema.ts';

const monthDay = z
  .string()
  .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
  .transform((text) => text as MonthDay);
const appliesTo = z.string().nullable();
const dated = {
  inclusive: z.boolean(),
  time: z.string().nullable(),
  appliesTo,
  since: daySchema.exactOptional(),
  until: daySchema.exactOptional(),
};
const months = z.array(z.int().min(1).max(12));
const monthAnchor = z.enum(['same_month', 'next_month']);
const quarterAnchor = z.enum([
  'first_month_of_quarter',
  'second_month_of_quarter',
  'last_month_of_quarter',
  'first_month_of_next_quarter',
]);
const weekInMonth = z.union([
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
  z.literal('last'),
]);
const weekday = z
  .int()
  .min(1)
  .max(7)
  .transform((day) => day as Weekday);
const dayInMonth = z.union([
  z.int().min(1).max(31),
  z.enum(['last', 'first_working_day', 'last_working_day']),
  z.object({
    weekday,
    nth: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal('last')]),
  }),
]);
const cycle = z.enum(CYCLES);
const kind = <const Kind extends string>(name: Kind) => z.literal(name);

const optionalSpan = { from: daySchema.nullable(), to: daySchema.nullable() };
const text = { text: z.string(), appliesTo };

/** A deadline rule as stored in a task. */
export const ruleSchema: z.ZodType<DeadlineRule> = z.discriminatedUnion('kind', [
  z.object({ kind: kind('once'), on: daySchema, ...dated }),
  z.object({ kind: kind('range'), from: daySchema.nullable(), to: daySchema, ...dated }),
  z.object({
    kind: kind('yearly'),
    by: monthDay,
    yearOffset: z.union([z.literal(0), z.literal(1)]),
    ...dated,
  }),
  z.object({ kind: kind('yearly_range'), from: monthDay, to: monthDay, ...dated }),
  z.object({ kind: kind('yearly_month'), months, ...dated }),
  z.object({ kind: kind('yearly_quarter'), quarters: z.array(z.int().min(1).max(4)), ...dated }),
  z.object({ kind: kind('half_yearly'), by: z.tuple([monthDay, monthDay]), ...dated }),
  z.object({ kind: kind('quarterly'), day: dayInMonth, anchor: quarterAnchor, ...dated }),
  z.object({
    kind: kind('monthly'),
    day: dayInMonth,
    fromDay: z.int().nullable(),
    anchor: monthAnchor,
    months: months.exactOptional(),
    ...dated,
  }),
  z.object({
    kind: kind('week_of_month'),
    week: weekInMonth,
    months: months.nullable(),
    anchor: monthAnchor,
    ...dated,
  }),
  z.object({ kind: kind('weekly'), weekday, ...dated }),
  z.object({ kind: kind('yearly_lunar'), by: monthDay, ...dated }),
  z.object({
    kind: kind('school_year'),
    part: z.enum(['start', 'end_semester_1', 'start_semester_2', 'end']),
    schoolYear: z.int().nullable(),
    ...dated,
  }),
  z.object({
    kind: kind('relative'),
    amount: z.number(),
    unit: z.enum(['hour', 'day', 'working_day', 'week', 'month']),
    direction: z.enum(['after', 'before']),
    anchor: z.string(),
    minimum: z.boolean(),
    ...dated,
  }),
  z.object({ kind: kind('year_long'), appliesTo }),
  z.object({ kind: kind('period'), ...optionalSpan, appliesTo }),
  z.object({ kind: kind('ongoing'), appliesTo }),
  z.object({ kind: kind('cadence'), every: z.array(cycle), appliesTo }),
  z.object({ kind: kind('frequency'), times: z.number(), per: cycle, appliesTo }),
  z.object({ kind: kind('dependent'), on: z.string(), immediate: z.boolean(), appliesTo }),
  z.object({
    kind: kind('periodic'),
    day: dayInMonth,
    anchor: z.literal('last_month_of_reporting_period'),
    inclusive: z.boolean(),
    appliesTo,
  }),
  z.object({ kind: kind('same_as_above'), appliesTo }),
  z.object({ kind: kind('reporting_window'), ...text }),
  z.object({ kind: kind('start'), ...text }),
  z.object({ kind: kind('vision'), ...text }),
  z.object({ kind: kind('status'), ...text }),
  z.object({ kind: kind('none'), appliesTo }),
]);
