import { isDeepStrictEqual } from 'node:util';
import type { PersonId } from '../../../core/id.ts';
import type { Ladder } from '../../../core/organisation/ladder.ts';
import { SETTING_NAMES, type SettingName } from '../../../core/organisation/setting-choices.ts';
import { type LocalDate, parseLocalDate } from '../../../core/time/local-date.ts';
import { fullDate } from '../../../i18n/days.ts';
import type { TextKey } from '../../../i18n/translator.ts';
import type { Frame } from '../frame.ts';
import { shortTitle } from '../message.ts';
import { namedInHistory } from '../person-name.ts';
import { stagesLabel } from './ladders.ts';
import { settingValue } from './settings.ts';

const LONGEST = 60;

/** Words for one field of what an entry of the audit kept; empty where the field says nothing to people. */
type FieldWords = (frame: Frame, value: unknown) => string;

export const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};

/**
 * What stood before or stands after, in words: `đang thực hiện 50 %, “chờ kinh phí”`; empty where there are none.
 * @param beside the other of the two: what is the same in both is left out, but for a state
 */
export function valueInWords(frame: Frame, value: unknown, beside: unknown = null): string {
  const others = fieldsOf(beside);
  const fields = fieldsOf(value);
  const isNews = ([name, one]: readonly [string, unknown]): boolean => !isDeepStrictEqual(one, others[name]);
  return [
    stateOf(frame, fields),
    'role' in fields ? '' : officeOf(frame, fields),
    ...Object.entries(fields)
      .filter(isNews)
      .map(([name, one]) => FIELDS[name]?.(frame, one) ?? ''),
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** Told together, as a duty and a person or as a kind of notice, or kept for the way back alone: by no words of their own. */
const TOLD_OTHERWISE: ReadonlySet<string> = new Set([
  'state',
  'percent',
  'office',
  'unit',
  'role',
  'cluster',
  'for',
  'person',
  'notice',
  'places',
  'work',
  'founded',
  'inherited',
  'groups',
  'bound',
]);

/** What the words of a value leave out, as it was kept; empty where that is nothing. */
export function wordlessIn(frame: Frame, value: unknown): string {
  const fields = Object.entries(fieldsOf(value));
  if (fields.length === 0) return value === null ? '' : JSON.stringify(value);
  const left = fields.filter(
    ([name, one]) =>
      one !== null && one !== 0 && !TOLD_OTHERWISE.has(name) && (FIELDS[name]?.(frame, one) ?? '') === '',
  );
  return left.length === 0 ? '' : JSON.stringify(Object.fromEntries(left));
}

function stateOf({ t }: Frame, { state, percent }: Readonly<Record<string, unknown>>): string {
  if (typeof state !== 'string') return '';
  const key = `report.state.${state}` as TextKey;
  const said = t(key, { percent: typeof percent === 'number' ? percent : 0 });
  // The state of anything else than work is what its action says.
  return said === key ? '' : said;
}

/** `Cụm trưởng: UBND phường Điện Biên`, or the unit alone. */
function officeOf(frame: Frame, { office, unit }: Readonly<Record<string, unknown>>): string {
  const name = unitNamed(frame, unit);
  if (name === '' || typeof office !== 'string') return name;
  return frame.t('staff.line', { role: frame.t(`offices.name.${office}` as TextKey), name });
}

const text: FieldWords = (_, value) => (typeof value === 'string' ? shortTitle(value, LONGEST) : '');

const quoted: FieldWords = (frame, value) => {
  const said = text(frame, value);
  return said === '' ? '' : `“${said}”`;
};

const taskNamed: FieldWords = (frame, value) =>
  quoted(frame, frame.book.tasks.find(({ id }) => id === value)?.title);

const dayIn =
  (key: 'due' | 'wanted' | 'on' | 'from' | 'to'): FieldWords =>
  ({ t }, value) => {
    const day: LocalDate | null = typeof value === 'string' ? parseLocalDate(value) : null;
    return day === null ? '' : t(`audit.value.${key}`, { day: fullDate(day) });
  };

const personNamed: FieldWords = (frame, value) =>
  typeof value === 'string' ? namedInHistory(frame, value as PersonId) : '';

const unitNamed: FieldWords = ({ directory: { units } }, value) =>
  units.find(({ id }) => id === value)?.name ?? '';

const clusterNamed: FieldWords = ({ directory: { clusters } }, value) =>
  clusters.find(({ id }) => id === value)?.name ?? '';

/** Some by name, or how many. */
const several =
  (named: FieldWords, key: 'units' | 'clusters' | 'tasks'): FieldWords =>
  (frame, value) => {
    if (typeof value === 'number') return frame.t(`audit.value.${key}`, { count: value });
    return Array.isArray(value)
      ? value
          .map((one) => named(frame, one))
          .filter(Boolean)
          .join(', ')
      : '';
  };

const howMany =
  (key: 'undecided' | 'passed' | 'orphaned'): FieldWords =>
  ({ t }, value) =>
    typeof value === 'number' && value > 0 ? t(`audit.value.${key}`, { count: value }) : '';

const heirs = ({ t }: Frame, names: string): string =>
  names === '' ? '' : t('audit.value.successors', { names });

/** Whoever served what ended: as an appointment, alone or with the day on which it was over. */
function whoServed(frame: Frame, value: unknown): string {
  const { appointment = value } = fieldsOf(value);
  return personNamed(frame, fieldsOf(appointment)['personId']);
}

const wordIn =
  (keyOf: (word: string) => string): FieldWords =>
  ({ t }, value) => {
    const key = keyOf(String(value)) as TextKey;
    const said = t(key);
    return said === key ? '' : said;
  };

/** `Trước 14, 3; Sau 1, 3, 7`; that the usual one is followed again. */
const ladder: FieldWords = (frame, value) => {
  if (value === null) return frame.t('rules.ladders.followsUsual');
  const { before = [], after = [], hours = [] } = value as Partial<Ladder>;
  return [
    stagesLabel(frame, 'before', before),
    stagesLabel(frame, 'after', after),
    ...(hours.length === 0 ? [] : [stagesLabel(frame, 'hours', hours)]),
  ].join('; ');
};

const daysIn =
  (key: 'off' | 'worked'): FieldWords =>
  ({ t }, value) =>
    Array.isArray(value) && value.length > 0
      ? t(`audit.value.${key}`, { days: shortTitle(value.map(fullDate).join(', '), LONGEST) })
      : '';

const settingWords =
  (name: SettingName): FieldWords =>
  (frame, value) =>
    typeof value === 'string' ? settingValue(frame, name, value) : '';

const standIns: FieldWords = (frame, value) => {
  if (!Array.isArray(value)) return '';
  const names = value.map(fieldsOf).map(({ person }) => personNamed(frame, person));
  return frame.t('audit.value.standIns', { names: names.join(', ') });
};

const FIELDS: Readonly<Record<string, FieldWords>> = {
  name: text,
  number: text,
  title: quoted,
  body: quoted,
  words: quoted,
  reason: quoted,
  evidence: ({ t }) => t('audit.value.evidence'),
  dueOn: dayIn('due'),
  wantedOn: dayIn('wanted'),
  on: dayIn('on'),
  from: dayIn('from'),
  to: dayIn('to'),
  until: dayIn('on'),
  cluster: clusterNamed,
  clusters: several(clusterNamed, 'clusters'),
  units: several(unitNamed, 'units'),
  tasks: several(() => '', 'tasks'),
  undecided: howMany('undecided'),
  passed: howMany('passed'),
  orphaned: howMany('orphaned'),
  successors: (frame, value) => heirs(frame, several(unitNamed, 'units')(frame, value)),
  heirId: (frame, value) => heirs(frame, clusterNamed(frame, value)),
  people: (frame, value) =>
    Array.isArray(value) ? value.map((one) => whoServed(frame, one)).join(', ') : '',
  tone: wordIn((word) => `audit.value.tone.${word}`),
  kind: wordIn((word) => `upcoming.kind.${word}`),
  source: wordIn((word) => `record.source.${word}`),
  session: wordIn((word) => `session.state.${word}`),
  with: taskNamed,
  member: personNamed,
  standIns,
  thread: ({ t }, value) => (value === null ? '' : t('audit.value.topic')),
  ladder,
  // Until stages had a page of their own, the usual ones before a deadline were a setting: `14-3`.
  stages: (frame, value) =>
    typeof value === 'string' ? stagesLabel(frame, 'before', value.split('-').map(Number)) : '',
  off: daysIn('off'),
  worked: daysIn('worked'),
  days: ({ t }, value) => (typeof value === 'number' ? t('trial.days', { count: value }) : ''),
  freeQuestions: ({ t }, value) => t(value === true ? 'settings.freeOn' : 'settings.freeOff'),
  ...Object.fromEntries(SETTING_NAMES.map((name) => [name, settingWords(name)])),
};
