import type { Button, Message } from '../../../app/ports/message.ts';
import type { UnitId } from '../../../core/id.ts';
import { clusterOf, type Directory, unitById } from '../../../core/organisation/directory.ts';
import type { Unit } from '../../../core/organisation/unit.ts';
import { addDays, addMonths, type LocalDate } from '../../../core/time/local-date.ts';
import { fullDate } from '../../../i18n/days.ts';
import type { EndUnitForm, EndUnitStep } from '../../forms/organisation/end-unit-form.ts';
import { type Frame, withSecretariat } from '../frame.ts';
import { asLabel, bold, cancelling, choice, entry, inRows, marked, message, paragraph } from '../message.ts';

const OFFERED = 20;

/** Who may come after a unit: those that are to begin where it stands, then those that stand beside it. */
export function heirsOffered(directory: Directory, unitId: UnitId, on: LocalDate): Unit[] {
  const cluster = clusterOf(directory, unitId, on)?.id ?? null;
  const clustersFrom = (id: UnitId) =>
    directory.memberships
      .filter((row) => row.unitId === id && (row.to === null || row.to >= on))
      .map((row) => row.clusterId);
  const begins = ({ validFrom }: Unit) => validFrom !== null && validFrom > on;
  return directory.units
    .filter(({ id, validTo }) => id !== unitId && validTo === null)
    .filter(({ id }) => {
      const places = clustersFrom(id);
      return cluster === null ? places.length === 0 : places.includes(cluster);
    })
    .toSorted((one, other) => Number(begins(other)) - Number(begins(one)))
    .slice(0, OFFERED);
}

/** What a step asks of the end of a unit. */
export function endUnitQuestion(
  frame: Frame,
  unit: Unit,
  step: EndUnitStep,
  form: EndUnitForm,
  offered: readonly Unit[],
  unfit = false,
): Message {
  const { t } = frame;
  const head = entry([bold(t('unit.endHeading', { unit: unit.name }))]);
  const again = unfit ? [entry(t(`unit.unfit.${step}`))] : [];
  const cancel = [cancelling(t)];
  switch (step) {
    case 'day':
      return message(
        [head, ...again, paragraph(t('unit.lastDay'))],
        [...inRows(lastDays(frame.today).map((day) => choice(fullDate(day), `on-${day}`))), cancel],
      );
    case 'heirs': {
      const isChosen = form.successors.length + form.founded.length > 0;
      return message(
        [head, ...again, paragraph(t('unit.heirs')), ...chosenLines(frame, form)],
        [
          ...inRows(ticks(offered, form.successors), 2),
          [choice(t(isChosen ? 'button.continue' : 'unit.noHeirs'), 'go-on'), ...cancel],
        ],
      );
    }
    case 'check':
      return message(
        [
          head,
          paragraph(t('unit.check', { to: fullDate(form.lastOn ?? frame.today) })),
          ...(form.successors.length + form.founded.length === 0
            ? [entry(t('unit.checkNone', withSecretariat(frame)))]
            : chosenLines(frame, form)),
          ...alsoLines(frame, form),
          paragraph(t('unit.checkFinal')),
        ],
        [
          [choice(t('button.confirm'), 'yes'), choice(t('button.back'), 'back')],
          offered.length === 0 ? [] : [choice(t('unit.others'), 'others')],
          cancel,
        ],
      );
    case 'others': {
      const mayEnd = ({ id, validFrom }: Unit): boolean =>
        !form.successors.includes(id) && (validFrom ?? frame.today) <= frame.today;
      return message(
        [head, ...again, paragraph(t('unit.othersAsk')), ...alsoLines(frame, form)],
        [...inRows(ticks(offered, form.also, mayEnd), 2), [choice(t('button.continue'), 'go-on'), ...cancel]],
      );
    }
  }
}

/** Each is named by its place among those offered. */
const ticks = (
  offered: readonly Unit[],
  chosen: readonly UnitId[],
  isFit: (unit: Unit) => boolean = () => true,
): Button[] =>
  offered.flatMap((unit, place) =>
    isFit(unit) ? [choice(marked(asLabel(unit.name), chosen.includes(unit.id)), `u-${place}`)] : [],
  );

const alsoLines = ({ t, directory }: Frame, { also }: EndUnitForm) =>
  also.length === 0
    ? []
    : [
        paragraph(
          t('unit.also', {
            count: also.length,
            names: also.map((id) => unitById(directory, id).name).join(', '),
          }),
        ),
      ];

/** Yesterday, today, the ends of this month and of the next. */
export function lastDays(today: LocalDate): LocalDate[] {
  const first = `${today.slice(0, 8)}01` as LocalDate;
  return [
    ...new Set([
      addDays(today, -1),
      today,
      addDays(addMonths(first, 1), -1),
      addDays(addMonths(first, 2), -1),
    ]),
  ];
}

const chosenLines = ({ t, directory }: Frame, { successors, founded }: EndUnitForm) => [
  ...successors.map((id) => entry(t('unit.heir', { name: unitById(directory, id).name }))),
  ...founded.map((name) => entry(t('unit.founded', { name }))),
];
