import * as z from 'zod';
import type { ClusterId, PlanId } from '../../core/id.ts';
import type { Chat } from '../../core/organisation/chat.ts';
import { type Cluster, type ClusterKind, type Membership, OFFICES } from '../../core/organisation/cluster.ts';
import {
  DEFAULT_LADDERS,
  LADDER_NAMES,
  type Ladder,
  type LadderRule,
} from '../../core/organisation/ladder.ts';
import {
  type Appointment,
  type ChannelIdentity,
  type Person,
  ROLES,
} from '../../core/organisation/person.ts';
import type { Settings, WeeklyTime } from '../../core/organisation/settings.ts';
import { LATER_SETTINGS } from '../../core/organisation/settings-default.ts';
import type { Unit } from '../../core/organisation/unit.ts';
import { minuteOfDay, parseZone, type Zone } from '../../core/time/instant.ts';
import type { Weekday } from '../../core/time/local-date.ts';
import { WORK_KINDS } from '../../core/work/work-kind.ts';
import type * as Rows from '../generated/sqlite/client.ts';
import { RowReader } from './row-reader.ts';
import { daySchema, minuteSchema } from './time-schema.ts';

const LOCALES = ['vi', 'en'] as const;
const TONES = ['usual', 'courteous'] as const;

const names = z.object({ vi: z.string(), en: z.string() });

const weeklyTime: z.ZodType<WeeklyTime> = z.object({
  weekday: z
    .int()
    .min(1)
    .max(7)
    .transform((day) => day as Weekday),
  at: minuteSchema,
});
const ladder: z.ZodType<Ladder> = z.object({
  before: z.array(z.int()),
  after: z.array(z.int()),
  hours: z.array(z.int()).default([...DEFAULT_LADDERS.hour.hours]),
});
const ladderScope: z.ZodType<LadderRule['scope']> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('plan'), id: z.string().transform((id) => id as PlanId) }),
  z.object({ kind: z.literal('work'), work: z.enum([...WORK_KINDS, 'given']) }),
  z.object({ kind: z.literal('cluster'), id: z.string().transform((id) => id as ClusterId) }),
]);
const monthDay = z.string().regex(/^\d\d-\d\d$/);

const settingsSchema: z.ZodType<Settings> = z.object({
  name: z.string(),
  zone: z
    .string()
    .refine((name) => parseZone(name) !== null)
    .transform((name) => name as Zone),
  locale: z.enum(LOCALES),
  secretariatName: names,
  deadlineReading: z.enum(['lenient', 'strict']),
  hours: z.object({ from: minuteSchema, to: minuteSchema }),
  remindersAt: minuteSchema,
  digest: weeklyTime,
  overviews: z.array(weeklyTime).default([...LATER_SETTINGS.overviews]),
  ladders: z.object({ usual: ladder, monthly: ladder, hour: ladder }).default(LATER_SETTINGS.ladders),
  ladderRules: z
    .array(z.object({ scope: ladderScope, of: z.enum(LADDER_NAMES).default('usual'), ladder }))
    .default([]),
  ownDays: z.object({ off: z.array(daySchema), worked: z.array(daySchema) }).default({ off: [], worked: [] }),
  remindersAWeek: z.int().min(0).default(LATER_SETTINGS.remindersAWeek),
  schoolYear: z
    .object({ startsOn: monthDay, semester1EndsOn: monthDay, semester2StartsOn: monthDay, endsOn: monthDay })
    .default({ ...LATER_SETTINGS.schoolYear }),
  schoolQuiet: z.object({ from: monthDay, to: monthDay }).default({ ...LATER_SETTINGS.schoolQuiet }),
  trial: z.object({ days: z.int().min(0), from: daySchema.nullable() }).default({ ...LATER_SETTINGS.trial }),
  rotation: z.enum(['yearly', 'none']).default(LATER_SETTINGS.rotation),
});

const formerNamesSchema = z.array(z.object({ name: z.string(), until: daySchema }));

const contactSchema = z.object({
  name: z.string(),
  title: z.string(),
  phone: z.string(),
  leaderName: z.string(),
  leaderTitle: z.string(),
});

export const settingsOf = (text: string): Settings =>
  withMorningOverview(new RowReader('organisation', '1').json('settings', text, settingsSchema));

/** Of offices stored before Monday's overview came with the reminders: nobody could choose that time. */
const withMorningOverview = (settings: Settings): Settings => ({
  ...settings,
  overviews: settings.overviews.map((one) =>
    one.weekday === 1 && one.at === FORMER_MONDAY ? { ...one, at: settings.remindersAt } : one,
  ),
});
const FORMER_MONDAY = minuteOfDay('09:30');

export function unitOf(row: Rows.Unit & { readonly successors: readonly Rows.UnitSuccessor[] }): Unit {
  const read = new RowReader('unit', row.id);
  return {
    id: read.id('id', row.id),
    code: row.code,
    name: row.name,
    aliases: read.json('aliases', row.aliases, z.array(z.string())),
    kind: row.kind,
    parentId: read.optionalId('parent_id', row.parentId),
    validFrom: read.optionalDay('valid_from', row.validFrom),
    validTo: read.optionalDay('valid_to', row.validTo),
    successorIds: row.successors.map((successor) => read.id('successor_id', successor.successorId)),
    contact: row.contact === null ? null : read.json('contact', row.contact, contactSchema),
    ...(read.oneOf('tone', row.tone, TONES) === 'courteous' ? { tone: 'courteous' } : {}),
    formerNames: read.json('former', row.former, formerNamesSchema),
    confirmedOn: read.optionalDay('confirmed_on', row.confirmedOn),
  };
}

export function clusterOf(row: Rows.Cluster): Cluster {
  const read = new RowReader('cluster', row.id);
  return {
    id: read.id('id', row.id),
    code: row.code,
    name: row.name,
    kind: row.kind,
    validFrom: read.optionalDay('valid_from', row.validFrom),
    validTo: read.optionalDay('valid_to', row.validTo),
  };
}

export const clusterKindOf = (row: Rows.ClusterKind): ClusterKind => ({
  code: row.code,
  names: { vi: row.nameVi, en: row.nameEn },
  calendar: new RowReader('cluster_kind', row.code).oneOf('calendar', row.calendar, [
    'calendar_year',
    'school_year',
  ]),
});

export function membershipOf(row: Rows.Membership): Membership {
  const read = new RowReader('membership', String(row.id));
  return {
    clusterId: read.id('cluster_id', row.clusterId),
    unitId: read.id('unit_id', row.unitId),
    office: read.oneOf('office', row.office, OFFICES),
    from: read.day('valid_from', row.from),
    to: read.optionalDay('valid_to', row.to),
  };
}

export function personOf(row: Rows.Person): Person {
  const read = new RowReader('person', row.id);
  return {
    id: read.id('id', row.id),
    name: row.name,
    title: row.title,
    address: row.address,
    reminders: row.reminders,
  };
}

export const identityOf = (row: Rows.Identity): ChannelIdentity => ({
  channel: row.channel,
  user: row.user,
  personId: new RowReader('identity', row.user).id('person_id', row.personId),
});

export function appointmentOf(row: Rows.Appointment): Appointment {
  const read = new RowReader('appointment', String(row.id));
  return {
    personId: read.id('person_id', row.personId),
    role: read.oneOf('role', row.role, ROLES),
    unitId: read.optionalId('unit_id', row.unitId),
    clusterId: read.optionalId('cluster_id', row.clusterId),
    from: read.optionalDay('valid_from', row.from),
    to: read.optionalDay('valid_to', row.to),
    standsInFor: read.optionalId('stands_for', row.standsFor),
  };
}

export function chatOf(row: Rows.Chat): Chat {
  const read = new RowReader('chat', row.id);
  return {
    id: read.id('id', row.id),
    channel: row.channel,
    key: row.key,
    kind: read.oneOf('kind', row.kind, ['private', 'group']),
    title: row.title,
    thread: row.thread,
    clusterId: read.optionalId('cluster_id', row.clusterId),
    personId: read.optionalId('person_id', row.personId),
    locale: read.optionalOneOf('locale', row.locale, LOCALES),
    freeQuestions: row.freeQuestions,
    state: read.oneOf('state', row.state, ['active', 'lost']),
  };
}
