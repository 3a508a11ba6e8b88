import type { Button, Message } from '../../app/ports/message.ts';
import type { DaySpan } from '../../core/calendar/read-days.ts';
import { DEFAULT_SCHOOL_CALENDAR, type SchoolCalendar } from '../../core/calendar/school-calendar.ts';
import { isWorkingDay } from '../../core/calendar/work-calendar.ts';
import { WORK_KINDS } from '../../core/obligation/work-kind.ts';
import { calendarsOf, publicCalendar } from '../../core/organisation/calendars.ts';
import { clustersOn } from '../../core/organisation/directory.ts';
import {
  isSameScope,
  LADDER_NAMES,
  type Ladder,
  type LadderName,
  type LadderRule,
  type LadderScope,
  ownLadder,
} from '../../core/reminder/ladder.ts';
import { LADDER_CHOICES, type LadderPart, stagesWord } from '../../core/reminder/ladder-choices.ts';
import { addDays, type LocalDate, weekdayOf } from '../../core/time/local-date.ts';
import { fullDate, weekdayDate } from '../../i18n/days.ts';
import type { Frame } from './frame.ts';
import { bold, button, entry, inRows, message, paragraph, shortTitle } from './message.ts';
import { pageOf, turning } from './page.ts';

const PER_PAGE = 8;
const LONGEST_LABEL = 30;
const MONTHS_SHOWN_DAYS = 365;

/** Beside a page's own way back, which it is not. */
const toSettings = ({ t }: Frame) => button(`◀ ${t('settings.heading')}`, { kind: 'setting', name: 'all' });

/** The office's ladders and those that stand in their place, with the ways to change them. */
export function laddersPage(frame: Frame): Message {
  const { t, directory } = frame;
  const { ladders, ladderRules } = directory.settings;
  return message(
    [
      entry([bold(t('rules.ladders.heading'))], t('rules.ladders.about')),
      paragraph(
        ...LADDER_NAMES.map((of) =>
          ladderLine(frame, ladderPlace(frame, { kind: 'office' }, of), of, ladders[of]),
        ),
      ),
      ...ladderRules.map(({ scope, of, ladder }) =>
        entry(
          isGiven(scope)
            ? t('rules.ladders.named', { name: scopeName(frame, scope), stages: hoursLine(frame, ladder) })
            : ladderLine(frame, ladderPlace(frame, scope, of), of, ladder),
        ),
      ),
    ],
    [
      LADDER_NAMES.map((of) =>
        button(t(`rules.ladders.name.${of}`), { kind: 'ladder', scope: { kind: 'office' }, of }),
      ),
      (['plan', 'work', 'cluster'] as const).map((of) =>
        button(t(`rules.ladders.of.${of}`), { kind: 'ladder_scopes', of, skip: 0 }),
      ),
      [toSettings(frame)],
    ],
  );
}

/** The plans, kinds of work or clusters that may have a ladder of their own; those that have are marked. */
export function ladderScopes(frame: Frame, of: LadderRule['scope']['kind'], skip: number): Message {
  const { t, directory, book } = frame;
  const { ladderRules } = directory.settings;
  const page = pageOf(scopesOf(frame, of), skip, PER_PAGE);
  const isOwn = (scope: LadderScope) => ladderRules.some((rule) => isSameScope(rule.scope, scope));
  const isNone = of === 'plan' && book.plans.length === 0;
  return message(
    [entry([bold(t(`rules.ladders.choose.${of}`))]), ...(isNone ? [entry(t('rules.ladders.noPlan'))] : [])],
    [
      ...page.items.map((scope) => [
        button(`${isOwn(scope) ? '✔ ' : ''}${shortTitle(scopeName(frame, scope), LONGEST_LABEL)}`, {
          kind: 'ladder',
          scope,
          of: isGiven(scope) ? 'hour' : 'usual',
        } as const),
      ]),
      turning(frame, page, (next) => ({ kind: 'ladder_scopes', of, skip: next })),
      [button(t('button.back'), { kind: 'ladders' })],
    ],
  );
}

function scopesOf({ directory, book, today }: Frame, of: LadderRule['scope']['kind']): LadderScope[] {
  switch (of) {
    case 'plan':
      return book.plans.map(({ id }) => ({ kind: 'plan', id }));
    case 'work':
      return [...WORK_KINDS, 'given' as const].map((work) => ({ kind: 'work', work }));
    case 'cluster':
      return clustersOn(directory, today).map(({ id }) => ({ kind: 'cluster', id }));
  }
}

/** Tasks of the day are spoken of by hours alone. */
const isGiven = (scope: LadderScope): boolean => scope.kind === 'work' && scope.work === 'given';

/** One scope's stages for one kind of deadline, each choice a press; the other kinds are a press away. */
export function ladderPage(frame: Frame, scope: LadderScope, of: LadderName): Message {
  const { t, directory } = frame;
  const { settings } = directory;
  const own = ownLadder(settings, scope, of);
  const present = own ?? settings.ladders[of];
  const choices = (part: LadderPart): Button[][] =>
    inRows(
      LADDER_CHOICES[part].map((stages) => {
        const word = stagesWord(stages);
        const mark = own !== null && word === stagesWord(present[part]) ? '✔ ' : '';
        return button(`${mark}${stagesLabel(frame, part, stages)}`, {
          kind: 'ladder_set',
          scope,
          of,
          part,
          stages: word,
        });
      }),
      2,
    );
  return message(
    [
      entry([bold(ladderPlace(frame, scope, of))]),
      ...(scope.kind === 'office'
        ? []
        : [entry(t(own === null ? 'rules.ladders.followsUsual' : 'rules.ladders.own'))]),
      entry(
        isGiven(scope)
          ? t('rules.ladders.named', { name: t('rules.ladders.present'), stages: hoursLine(frame, present) })
          : ladderLine(frame, t('rules.ladders.present'), of, present),
      ),
      ...(of === 'hour' && present.hours.length > 0 ? [entry(t('rules.ladders.half'))] : []),
    ],
    [
      ...(isGiven(scope) ? [] : [...choices('before'), ...choices('after')]),
      ...(of === 'hour' ? choices('hours') : []),
      ...(own === null || scope.kind === 'office'
        ? []
        : [[button(t('rules.ladders.clear'), { kind: 'ladder_clear', scope, of } as const)]]),
      (isGiven(scope) ? [] : LADDER_NAMES.filter((other) => other !== of)).map((other) =>
        button(t(`rules.ladders.name.${other}`), { kind: 'ladder', scope, of: other }),
      ),
      [button(t('button.back'), { kind: 'ladders' })],
    ],
  );
}

function ladderLine(frame: Frame, name: string, of: LadderName, ladder: Ladder): string {
  const { t } = frame;
  const { before, after } = ladder;
  const days = t('rules.ladders.line', {
    name,
    before: before.length === 0 ? t('rules.ladders.none') : [...before].sort((a, b) => b - a).join(', '),
    after: after.length === 0 ? t('rules.ladders.none') : [...after].sort((a, b) => a - b).join(', '),
  });
  return of === 'hour' ? t('rules.ladders.withinDay', { days, stages: hoursLine(frame, ladder) }) : days;
}

const hoursLine = ({ t }: Frame, { hours }: Ladder): string =>
  hours.length === 0
    ? t('rules.ladders.hourAlone')
    : t('rules.ladders.hoursBefore', { hours: hours.join(', ') });

/** `Trước 14, 3`, `Trước 2 giờ` */
export const stagesLabel = ({ t }: Frame, part: LadderPart, stages: readonly number[]): string =>
  stages.length === 0
    ? t('rules.ladders.onlyAtHour')
    : t(`rules.ladders.${part}`, { days: stages.join(', ') });

/** `Cụm thi đua số 1 · Hằng tháng`; the office is not named. */
export function ladderPlace(frame: Frame, scope: LadderScope, of: LadderName): string {
  const kind = frame.t(`rules.ladders.name.${of}`);
  if (scope.kind === 'office') return kind;
  return of === 'usual' || isGiven(scope) ? scopeName(frame, scope) : `${scopeName(frame, scope)} · ${kind}`;
}

function scopeName({ t, directory, book }: Frame, scope: LadderScope): string {
  switch (scope.kind) {
    case 'office':
      return '';
    case 'cluster':
      return directory.clusters.find(({ id }) => id === scope.id)?.name ?? '';
    case 'plan':
      return t('rules.ladders.plan', { number: book.plans.find(({ id }) => id === scope.id)?.number ?? '' });
    case 'work':
      return t(`rules.ladders.work.${scope.work}`);
  }
}

/** The days off on which the office would work, and the days made up, of the coming year; each opens by its day. */
export function daysPage(frame: Frame, skip: number): Message {
  const { t, directory, today } = frame;
  const { settings } = directory;
  const { work, school } = calendarsOf(settings);
  const own = new Set([...settings.ownDays.off, ...settings.ownDays.worked]);
  const days = Array.from({ length: MONTHS_SHOWN_DAYS }, (_, count) => addDays(today, count)).filter(
    (day) => own.has(day) || isWorkingDay(work, day) !== weekdayOf(day) <= 5,
  );
  const page = pageOf(days, skip, PER_PAGE);
  const isDefault = JSON.stringify(school) === JSON.stringify(DEFAULT_SCHOOL_CALENDAR);
  return message(
    [
      entry([bold(t('rules.days.heading'))], t('rules.days.about')),
      ...(days.length === 0 ? [entry(t('rules.days.none'))] : []),
      ...page.items.map((day) => entry(`• ${dayLine(frame, day)}`)),
      entry(t(`rules.days.school.${isDefault ? 'frame' : 'own'}`, schoolParams(school))),
    ],
    [
      ...inRows(page.items.map((day) => button(fullDate(day), { kind: 'day', from: day, to: day }))),
      turning(frame, page, (next) => ({ kind: 'days', skip: next })),
      [
        button(t('rules.days.add'), { kind: 'day_add' }),
        button(t('rules.days.school.set'), { kind: 'school_year' }),
      ],
      [toSettings(frame)],
    ],
  );
}

const schoolParams = (school: SchoolCalendar) => ({
  start: shortDay(school.startsOn),
  end1: shortDay(school.semester1EndsOn),
  start2: shortDay(school.semester2StartsOn),
  end: shortDay(school.endsOn),
});

/** Asks for the four days, with those that hold now as the example. */
export const askSchoolYearMessage = ({ t, directory }: Frame, isUnread: boolean): Message =>
  message(
    [
      ...(isUnread ? [entry(t('rules.days.school.unread'))] : []),
      entry(t('rules.days.school.ask', schoolParams(calendarsOf(directory.settings).school))),
    ],
    [[button(t('button.cancel'), { kind: 'dialogue', choice: 'cancel' })]],
  );

/** `MM-DD` as people write it. */
const shortDay = (monthDay: string): string => {
  const [month = '', day = ''] = monthDay.split('-');
  return `${day}/${Number(month) > 2 ? Number(month) : month}`;
};

function dayLine(frame: Frame, day: LocalDate): string {
  const { t, directory } = frame;
  const { settings } = directory;
  const { off, worked } = settings.ownDays;
  const isWorked = isWorkingDay(calendarsOf(settings).work, day);
  return t(off.includes(day) || worked.includes(day) ? 'rules.days.ownLine' : 'rules.days.line', {
    day: weekdayDate(t, day),
    what: t(isWorked ? 'rules.days.is.worked' : 'rules.days.is.off'),
  });
}

/** A day or a span, and what may be chosen for it. */
export function dayPage(frame: Frame, { from, to }: DaySpan): Message {
  const { t, directory } = frame;
  const usual = publicCalendar(directory.settings);
  const set = (kind: 'off' | 'worked' | 'usual') =>
    button(t(`rules.days.set.${kind}`), { kind: 'day_set', from, to, as: kind });
  return message(
    [
      entry([
        bold(
          from === to
            ? weekdayDate(t, from)
            : t('rules.days.span', { from: weekdayDate(t, from), to: weekdayDate(t, to) }),
        ),
      ]),
      ...(from === to
        ? [
            entry(dayLine(frame, from)),
            entry(
              t('rules.days.public', {
                what: t(isWorkingDay(usual, from) ? 'rules.days.is.worked' : 'rules.days.is.off'),
              }),
            ),
          ]
        : []),
    ],
    [[set('off'), set('worked')], [set('usual')], [button(t('button.back'), { kind: 'days', skip: 0 })]],
  );
}

export const askDaysMessage = ({ t }: Frame, isUnread: boolean): Message =>
  message(
    [...(isUnread ? [entry(t('rules.days.unread'))] : []), entry(t('rules.days.ask'))],
    [[button(t('button.cancel'), { kind: 'dialogue', choice: 'cancel' })]],
  );

/** Which units are asked rather than told; a press changes one. */
export function tonesPage(frame: Frame, skip: number): Message {
  const { t, directory } = frame;
  const page = pageOf(directory.units, skip, PER_PAGE);
  const courteous = directory.units.filter(({ tone }) => tone === 'courteous');
  return message(
    [
      entry([bold(t('rules.tones.heading'))], t('rules.tones.about')),
      paragraph(
        courteous.length === 0
          ? t('rules.tones.none')
          : t('rules.tones.these', { names: courteous.map(({ name }) => name).join(', ') }),
      ),
    ],
    [
      ...page.items.map(({ id, name, tone }) => [
        button(`${tone === 'courteous' ? '✔ ' : ''}${shortTitle(name, LONGEST_LABEL)}`, {
          kind: 'tone',
          unit: id,
          tone: tone === 'courteous' ? 'usual' : 'courteous',
          skip: page.skip,
        } as const),
      ]),
      turning(frame, page, (next) => ({ kind: 'tones', skip: next })),
      [toSettings(frame)],
    ],
  );
}
