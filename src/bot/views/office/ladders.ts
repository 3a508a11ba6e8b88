import type { Button, Message } from '../../../app/ports/message.ts';
import { clustersOn } from '../../../core/organisation/directory.ts';
import {
  isSameScope,
  LADDER_NAMES,
  type Ladder,
  type LadderName,
  type LadderRule,
  type LadderScope,
  ownLadder,
} from '../../../core/organisation/ladder.ts';
import { LADDER_CHOICES, type LadderPart, stagesWord } from '../../../core/organisation/ladder-choices.ts';
import { WORK_KINDS } from '../../../core/work/work-kind.ts';
import type { Frame } from '../frame.ts';
import { asLabel, bold, button, entry, inRows, marked, message, paragraph } from '../message.ts';
import { pageOf, turning } from '../page.ts';
import { toSettings } from './settings.ts';

const PER_PAGE = 8;

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
        button(marked(asLabel(scopeName(frame, scope)), isOwn(scope)), {
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
        const isPresent = own !== null && word === stagesWord(present[part]);
        return button(marked(stagesLabel(frame, part, stages), isPresent), {
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
