import type { Message } from '../../../app/ports/message.ts';
import type { OrganisationFile } from '../../../app/ports/organisation-reader.ts';
import { changesNothing, type OrganisationChanges } from '../../../core/organisation/compare-organisation.ts';
import { isTrialOn } from '../../../core/organisation/trial.ts';
import type { TextKey } from '../../../i18n/translator.ts';
import type { Frame } from '../frame.ts';
import { bold, button, entry, message, paragraph, saying } from '../message.ts';
import { toSetUp } from '../office/set-up.ts';

export interface OrganisationSummary {
  readonly file: string;
  readonly reading: OrganisationFile;
  readonly changes: OrganisationChanges;
}

const MOST_NAMES = 12;
const MOST_PROBLEMS = 8;
/** What the bot could do by itself and nobody need look at: told by number. */
const CODES_MADE: ReadonlySet<string> = new Set(['ORG_UNIT_CODE_MADE', 'ORG_CLUSTER_CODE_MADE']);

/** What a file of units would add and change, and what is odd in it; under it, taking it over. */
export function organisationSummary(frame: Frame, { file, reading, changes }: OrganisationSummary): Message {
  const { t } = frame;
  const { units, clusters, problems } = reading;
  const counts = t('organisation.counts', { units: units.length, clusters: clusters.length });
  const isNothing = changesNothing(changes);
  const made = problems.filter(({ code }) => CODES_MADE.has(code)).length;
  const doubtful = problems.filter(
    ({ code, words }) => !CODES_MADE.has(code) && !isKnownKind(frame, code, words),
  );
  return message(
    [
      entry([bold(t('organisation.heading'))], counts),
      ...(isNothing ? [entry(t('organisation.nothing'))] : changeEntries(frame, changes)),
      ...(doubtful.length === 0
        ? []
        : [
            paragraph(
              [bold(t('organisation.problems', { count: doubtful.length }))],
              ...doubtful.slice(0, MOST_PROBLEMS).map(({ code, row, words }) =>
                t('organisation.problem.line', {
                  row,
                  what: t(`organisation.problem.${code}` as TextKey),
                  words,
                }),
              ),
              ...more(frame, doubtful, MOST_PROBLEMS),
            ),
          ]),
      ...(made === 0 || isNothing ? [] : [paragraph(t('organisation.codesMade', { count: made }))]),
      ...(isNothing ? [] : [paragraph(t('organisation.notYet'))]),
    ],
    isNothing
      ? [[toSetUp(frame)]]
      : [
          [
            button(t('organisation.import'), { kind: 'organisation', file, choice: 'import' }),
            button(t('button.cancel'), { kind: 'organisation', file, choice: 'leave' }),
          ],
        ],
  );
}

const KINDS_MADE: ReadonlySet<string> = new Set([
  'ORG_CLUSTER_KIND_MISSING',
  'ORG_CLUSTER_KIND_OF_SCHOOLS',
  'ORG_CLUSTER_KIND_OF_COMMUNES',
]);

/** What a file leaves empty stays as it is known. */
const isKnownKind = ({ directory }: Frame, code: string, cluster: string): boolean =>
  KINDS_MADE.has(code) &&
  directory.clusters.some((known) => known.code === cluster || known.name === cluster);

/** The lists of what changes, with their names; none of what does not. */
function changeLists({ t }: Frame, changes: OrganisationChanges) {
  const changed = changes.changedUnits.map(({ name, aspects }) =>
    t('organisation.changed', {
      name,
      aspects: aspects.map((aspect) => t(`organisation.aspect.${aspect}`)).join(', '),
    }),
  );
  const lists = [
    ['addedClusters', changes.addedClusters],
    ['renamedClusters', changes.renamedClusters],
    ['addedUnits', changes.addedUnits],
    ['changedUnits', changed],
    ['leavingUnits', changes.leavingUnits],
  ] as const;
  return lists
    .filter(([, names]) => names.length > 0)
    .map(([key, names]) => ({ heading: t(`organisation.${key}`, { count: names.length }), names }));
}

function changeEntries(frame: Frame, changes: OrganisationChanges) {
  const { t } = frame;
  return [
    ...changeLists(frame, changes).map(({ heading, names }) =>
      paragraph(
        [bold(heading)],
        ...names.slice(0, MOST_NAMES).map((name) => `• ${name}`),
        ...more(frame, names, MOST_NAMES),
      ),
    ),
    ...(changes.sameUnits + changes.untouchedUnits === 0
      ? []
      : [paragraph(t('organisation.same', { same: changes.sameUnits, others: changes.untouchedUnits }))]),
  ];
}

const more = ({ t }: Frame, listed: readonly unknown[], shown: number): string[] =>
  listed.length > shown ? [t('organisation.more', { count: listed.length - shown })] : [];

/** That the file is in force; null where it had been before. */
export function organisationImported(frame: Frame, changes: OrganisationChanges | null): Message {
  const { t, directory, today } = frame;
  if (changes === null) return saying(t('organisation.importedBefore'), [[toSetUp(frame)]]);
  const isOn = isTrialOn(directory.settings.trial, today);
  const told = changeLists(frame, changes).map(({ heading }) => `• ${heading}`);
  return saying([t('organisation.imported'), ...told].join('\n'), [
    [
      toSetUp(frame),
      ...(isOn ? [] : [button(t('trial.settings'), { kind: 'trial', choice: 'open' } as const)]),
    ],
  ]);
}
