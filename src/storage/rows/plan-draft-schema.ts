import * as z from 'zod';
import { REVIEW_REASONS } from '../../core/deadline/reading.ts';
import type { ClusterId, UnitId } from '../../core/id.ts';
import type { Decision, MatterKey } from '../../core/plan/decision.ts';
import { DOUBT_CODES, type Doubt } from '../../core/plan/doubts/doubt.ts';
import type { PlanReading, TaskReading } from '../../core/plan/plan-reading.ts';
import { ruleSchema } from './rule-schema.ts';
import { daySchema } from './time-schema.ts';

const text = z.string();
const texts = z.array(text);
const optionalText = text.nullable();
const optionalDay = daySchema.nullable();
const rules = z.array(ruleSchema);
const years = z.object({ from: z.int(), to: z.int() });

const partySchema = z.object({
  role: z.enum(['unit', 'each_unit', 'cluster_head', 'cluster_deputy', 'cluster_member', 'council_member']),
  words: text,
});

/** A row of a stored reading. */
export const taskReadingSchema = z
  .object({
    no: text,
    parentNo: optionalText,
    section: optionalText,
    kind: z.enum(['task', 'heading', 'event', 'movement']),
    title: text,
    lead: partySchema.nullable(),
    coLeads: z.array(partySchema),
    confidence: z.enum(['explicit', 'positional', 'heading']),
    coordinating: texts,
    deadlineText: text,
    rules,
    rulesInherited: z.boolean(),
    officeWords: text.optional(),
    year: z.int().nullable(),
    notes: texts,
    row: z.int(),
  })
  .transform(
    ({ officeWords, ...task }): TaskReading => (officeWords === undefined ? task : { ...task, officeWords }),
  );

const placeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('head') }),
  z.object({ kind: z.literal('table'), index: z.int() }),
  z.object({ kind: z.literal('row'), row: z.int() }),
  z.object({ kind: z.literal('task'), no: text }),
  z.object({ kind: z.literal('event'), name: text }),
]);

const doubtSchema: z.ZodType<Doubt> = z.object({
  code: z.enum(DOUBT_CODES),
  where: placeSchema,
  words: text,
  alternatives: texts,
  deadline: z.object({ reasons: z.array(z.enum(REVIEW_REASONS)), readings: z.array(rules) }).nullable(),
});

/** Of a stored reading, what is odd in it: a large one is not read whole for that. */
export const warningsSchema = z.object({ warnings: z.array(doubtSchema) });

/** A reading as stored in a draft, its rows still to be read one by one. */
export const planReadingSchema: z.ZodType<Omit<PlanReading, 'tasks'> & { tasks: unknown[] }> = z.object({
  head: z.object({
    number: optionalText,
    issuer: optionalText,
    issuedOn: optionalDay,
    period: years.nullable(),
    title: optionalText,
    superior: optionalText,
  }),
  sections: z.array(z.object({ no: text, title: text })),
  tasks: z.array(z.unknown()),
  events: z.array(
    z.object({
      name: text,
      year: z.int().nullable(),
      on: optionalDay,
      anniversary: z
        .object({ baseYear: z.int().nullable(), stated: z.int(), computed: z.int().nullable() })
        .nullable(),
      where: z.enum(['body', 'table', 'both']),
      taskNos: texts,
    }),
  ),
  movements: z.array(
    z.object({
      name: text,
      origin: optionalText,
      lead: optionalText,
      coordinating: texts,
      period: text,
      taskNo: optionalText,
    }),
  ),
  undecided: z.array(doubtSchema),
  warnings: z.array(doubtSchema),
});

const about = text.min(1).transform((key) => key as MatterKey);
const unitId = text
  .min(1)
  .transform((id) => id as UnitId)
  .nullable();
const clusterId = text.min(1).transform((id) => id as ClusterId);
const kind = <const Kind extends string>(name: Kind) => z.literal(name);

const decisionSchema: z.ZodType<Decision> = z.discriminatedUnion('kind', [
  z.object({ about, kind: kind('accept') }),
  z.object({ about, kind: kind('deadline'), no: text, rules }),
  z.object({ about, kind: kind('milestone'), no: text, rules, words: text }),
  z.object({ about, kind: kind('deadline_of'), no: text, of: text }),
  z.object({ about, kind: kind('lead'), no: text, names: texts }),
  z.object({ about, kind: kind('party'), words: text, unitId }),
  z.object({ about, kind: kind('party_cluster'), words: text, clusterId }),
  z.object({ about, kind: kind('duplicate'), no: text, of: text }),
  z.object({ about, kind: kind('cycle'), no: text, cycle: z.enum(['next_year', 'same_year']) }),
  z.object({ about, kind: kind('anniversary'), event: text, count: z.int() }),
  z.object({ about, kind: kind('number'), number: text }),
  z.object({ about, kind: kind('issued_on'), issuedOn: daySchema }),
  z.object({ about, kind: kind('period'), period: years }),
]);

export const decisionsSchema = z.array(decisionSchema);
