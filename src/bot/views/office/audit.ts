import type { AuditEntry } from '../../../app/ports/audit-log.ts';
import type { Button, Message } from '../../../app/ports/message.ts';
import { dayAt } from '../../../app/today.ts';
import type { PersonId } from '../../../core/id.ts';
import type { Obligation } from '../../../core/obligation/obligation.ts';
import { ownerName } from '../../../core/obligation/owner-name.ts';
import type { AuditBy } from '../../../core/organisation/audit-by.ts';
import type { LadderName, LadderScope } from '../../../core/organisation/ladder.ts';
import type { Role } from '../../../core/organisation/person.ts';
import { SETTING_NAMES } from '../../../core/organisation/setting-choices.ts';
import { unitNameOn } from '../../../core/organisation/unit.ts';
import { dateSeenFrom, fullDate, timeOfDay } from '../../../i18n/days.ts';
import type { TextKey } from '../../../i18n/translator.ts';
import type { AuditChoice } from '../../buttons/audit.ts';
import type { Frame } from '../frame.ts';
import { bold, button, entry, message, saying, shortTitle } from '../message.ts';
import { heldName, namedInHistory } from '../person-name.ts';
import { byName } from './audit-choice.ts';
import { fieldsOf, valueInWords, wordlessIn } from './audit-value.ts';
import { ladderPlace } from './ladders.ts';

/** What some entries are about that stands in no directory: obligations, and titles of launches, by id. */
export interface SubjectNames {
  readonly obligations: ReadonlyMap<string, Obligation>;
  readonly launches: ReadonlyMap<string, string>;
}

export interface AuditPage {
  readonly by: AuditBy;
  readonly entries: readonly AuditEntry[];
  readonly names: SubjectNames;
  /** Where the pages beside it begin; null where there is none. */
  readonly older: number | null;
  readonly newer: number | null;
}

export function auditPage(frame: Frame, { by, entries, names, older, newer }: AuditPage): Message {
  const { t } = frame;
  const turn = (label: string, skip: number | null): Button[] =>
    skip === null ? [] : [button(label, { kind: 'audit', by, skip })];
  return message(
    [
      entry([bold(t('audit.heading', { by: byName(frame, by) }))]),
      ...(entries.length === 0 ? [entry(t('audit.none'))] : []),
      ...entries.map((one) => auditLine(frame, one, names)),
    ],
    [
      [...turn(t('audit.newer'), newer), ...turn(t('audit.older'), older)],
      ...choices(frame),
      [
        button(t('audit.table'), { kind: 'audit_table', by }),
        ...(by.kind === 'all'
          ? []
          : [button(t('audit.all'), { kind: 'audit', by: { kind: 'all' }, skip: 0 })]),
      ],
    ],
  );
}

function choices({ t }: Frame): Button[][] {
  const choose = (what: AuditChoice) =>
    button(t(`audit.choose.${what}`), { kind: 'audit_choose', what, skip: 0 });
  return [
    [choose('people'), choose('units')],
    [choose('sorts'), choose('days')],
  ];
}

/** To whoever asked for somebody or a unit that is not there, or by a part of several names. */
export const notOneCalled = (frame: Frame, found: 'nobody' | 'several', name: string): Message =>
  saying(frame.t(`audit.found.${found}`, { name: shortTitle(name, 60) }), choices(frame));

function auditLine(frame: Frame, one: AuditEntry, names: SubjectNames) {
  const { t, directory, today } = frame;
  const { zone } = directory.settings;
  const head = t('audit.entry', {
    time: timeOfDay(one.at, zone),
    date: dateSeenFrom(dayAt(one.at, directory), today),
    who: whoName(frame, one),
    what: whatName(frame, one),
  });
  const rest = [subjectName(frame, one, names), changeName(frame, one), placeName(frame, one)];
  const said = [...new Set(rest.filter((part) => part !== ''))];
  return said.length === 0 ? entry(`• ${head}`) : entry(`• ${head}`, `  ${said.join(' · ')}`);
}

/** The same entries as rows of texts, headings first, with all that was kept. */
export function tableRows(frame: Frame, entries: readonly AuditEntry[], names: SubjectNames): string[][] {
  const { t, directory } = frame;
  const columns = ['at', 'who', 'what', 'subject', 'chat', 'before', 'after'] as const;
  return [
    columns.map((column) => t(`audit.column.${column}`)),
    ...entries.map((one) => [
      `${fullDate(dayAt(one.at, directory))} ${timeOfDay(one.at, directory.settings.zone)}`,
      whoName(frame, one),
      whatName(frame, one),
      subjectName(frame, one, names),
      chatName(frame, one),
      keptIn(frame, one.before),
      keptIn(frame, one.after),
    ]),
  ];
}

/** In words; what has none yet, as it was kept. */
function keptIn(frame: Frame, value: unknown): string {
  const words = [dutyName(frame, value), personName(frame, value), valueInWords(frame, value)];
  return [...words, wordlessIn(frame, value)].filter(Boolean).join(', ');
}

const whoName = (frame: Frame, { personId }: AuditEntry): string =>
  personId === null ? frame.t('audit.program') : namedInHistory(frame, personId);

/** What has no words yet is shown by its code: an entry is never left out. */
function whatName({ t }: Frame, { action }: AuditEntry): string {
  const key = `audit.action.${action.replaceAll('.', '_')}` as TextKey;
  const text = t(key);
  return text === key ? action : text;
}

function chatName({ t, directory }: Frame, { chatId }: AuditEntry): string {
  const chat = directory.chats.find(({ id }) => id === chatId);
  if (chat === undefined) return '';
  return chat.kind === 'private' ? t('audit.privately') : chat.title;
}

/** From which chat, where that is a group; most is done in private. */
function placeName(frame: Frame, one: AuditEntry): string {
  const chat = frame.directory.chats.find(({ id }) => id === one.chatId);
  return chat?.kind === 'group' && chat.id !== one.subject
    ? frame.t('audit.inGroup', { group: chat.title })
    : '';
}

/** What is set beside the settings that have a name of their own. */
const RULES: Readonly<Record<string, (frame: Frame, after: unknown) => string>> = {
  ladder: (frame, after) => {
    const { scope, of } = after as { scope: LadderScope; of: LadderName };
    return ladderPlace(frame, scope, of);
  },
  stages: ({ t }) => t('rules.button.ladders'),
  'own-days': ({ t }) => t('rules.button.days'),
  'school-year': ({ t }) => t('rules.days.school.set'),
  secretariat: ({ t }) => t('settings.secretariat'),
};

function subjectName(
  frame: Frame,
  { subject, personId, at, after }: AuditEntry,
  names: SubjectNames,
): string {
  const { directory, book } = frame;
  // Units are called as they were then.
  const on = dayAt(at, directory);
  const setting = SETTING_NAMES.find((name) => name === subject);
  if (setting !== undefined) return frame.t(`settings.name.${setting}`);
  const rule = RULES[subject]?.(frame, after);
  if (rule !== undefined) return rule;
  const launch = names.launches.get(subject);
  if (launch !== undefined) return `“${shortTitle(launch, 60)}”`;
  const obligation = names.obligations.get(subject);
  if (obligation !== undefined) {
    const task = book.tasks.find(({ id }) => id === obligation.taskId);
    return [ownerName(directory, obligation.owner, on), shortTitle(task?.title ?? '', 60)].join(' · ');
  }
  const person = directory.people.find(({ id }) => id === subject);
  // Who took a duty over stands with it.
  if (person !== undefined) {
    const isSaid = person.id === personId || person.id === fieldsOf(after)['person'];
    return isSaid ? '' : namedInHistory(frame, person.id);
  }
  const unit = directory.units.find(({ id }) => id === subject);
  if (unit !== undefined) return unitNameOn(unit, on);
  const named = directory.clusters.find(({ id }) => id === subject)?.name;
  const chat = directory.chats.find(({ id }) => id === subject)?.title;
  const task = book.tasks.find(({ id }) => id === subject)?.title;
  return named ?? chat ?? (task === undefined ? '' : shortTitle(task, 60));
}

function changeName(frame: Frame, { before, after }: AuditEntry): string {
  const { t } = frame;
  const duty = dutyName(frame, after) || dutyName(frame, before);
  const [was, is] =
    duty === '' || personName(frame, after) === ''
      ? [valueInWords(frame, before, after), valueInWords(frame, after, before)]
      : [
          personName(frame, before),
          [personName(frame, after), valueInWords(frame, after)].filter(Boolean).join(', '),
        ];
  // What stands as before, with more beside it or not, is no change of that.
  const stands = was === '' || is === was || is.startsWith(`${was}, `);
  const change = stands || is === '' ? is : t('audit.change', { before: was, after: is });
  if (duty === '' || change === '') return duty + change;
  return t('staff.line', { role: duty, name: change });
}

/** `đầu mối của UBND phường Điện Biên`, with whom somebody stands in for; empty where the value is no duty. */
function dutyName(frame: Frame, value: unknown): string {
  const { role, unit, cluster, for: absent } = fieldsOf(value);
  if (typeof role !== 'string') return '';
  const { units, clusters } = frame.directory;
  const held = heldName(frame, {
    role: role as Role,
    unitId: units.find(({ id }) => id === unit)?.id ?? null,
    clusterId: clusters.find(({ id }) => id === cluster)?.id ?? null,
  });
  return typeof absent === 'string'
    ? frame.t('audit.insteadOf', { held, absent: namedInHistory(frame, absent as PersonId) })
    : held;
}

function personName(frame: Frame, value: unknown): string {
  const { person } = fieldsOf(value);
  return typeof person === 'string' ? namedInHistory(frame, person as PersonId) : '';
}
