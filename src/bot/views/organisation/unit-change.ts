import type { UnitEnded } from '../../../app/organisation/end-unit.ts';
import type { UnitsEnded } from '../../../app/organisation/end-units.ts';
import type { Button, Message } from '../../../app/ports/message.ts';
import type { PersonId, UnitId } from '../../../core/id.ts';
import { appointmentsOf, clusterOf, type Directory, unitById } from '../../../core/organisation/directory.ts';
import type { Unit } from '../../../core/organisation/unit.ts';
import { addDays, addMonths, type LocalDate } from '../../../core/time/local-date.ts';
import { fullDate } from '../../../i18n/days.ts';
import type { EndUnitForm, EndUnitStep } from '../../dialogues/organisation/end-unit-form.ts';
import { type Frame, withSecretariat } from '../frame.ts';
import {
  asLabel,
  bold,
  button,
  cancelling,
  choice,
  entry,
  inRows,
  marked,
  message,
  paragraph,
  saying,
} from '../message.ts';
import { moment } from '../moment.ts';
import { heldName } from '../person-name.ts';

const OFFERED = 20;

export function renameQuestion({ t }: Frame, unit: Unit, unfit = false): Message {
  return message(
    [...(unfit ? [entry(t('unit.nameUnfit'))] : []), entry(t('unit.renameAsk', { unit: unit.name }))],
    [[cancelling(t)]],
  );
}

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

/** What became of them, to the secretary who said so. */
export function unitsEnded(frame: Frame, { ended, left }: UnitsEnded): Message {
  const [first, ...others] = ended;
  if (others.length + left.length === 0) return unitEnded(frame, first);
  const { t, directory } = frame;
  const heirs = first.successors.map(({ name }) => name).join(', ');
  const params = {
    count: ended.length,
    units: ended.map(({ unit }) => unit.name).join(', '),
    to: fullDate(first.unit.validTo ?? frame.today),
    heirs,
  };
  const passed = ended.reduce((sum, one) => sum + one.passed, 0);
  const orphaned = ended.reduce((sum, one) => sum + one.orphaned, 0);
  const cards = [...ended.map(({ unit }) => unit), ...first.successors].map(({ id, name }) =>
    button(asLabel(name), { kind: 'staff_unit', unit: id }),
  );
  return message(
    [
      entry(t(heirs === '' ? 'unit.manyEnded' : 'unit.manyEndedInto', params)),
      ...(passed === 0 ? [] : [entry(t('unit.passed', { count: passed }))]),
      ...(orphaned === 0 ? [] : [entry(t('unit.orphaned', { count: orphaned }))]),
      ...(left.length === 0
        ? []
        : [entry(t('unit.left', { names: left.map((id) => unitById(directory, id).name).join(', ') }))]),
      paragraph(t('unit.manyHint')),
    ],
    [...inRows(cards, 2), [button(t('button.back'), { kind: 'staff' })]],
  );
}

function unitEnded(frame: Frame, { unit, successors, passed, orphaned, saidAt }: UnitEnded): Message {
  const { t } = frame;
  const to = fullDate(unit.validTo ?? frame.today);
  const heirs = successors.map(({ name }) => name).join(', ');
  return message(
    [
      ...(saidAt === null ? [] : [entry(t('unit.saidBefore', moment(frame, saidAt)))]),
      entry(t(heirs === '' ? 'unit.ended' : 'unit.endedInto', { unit: unit.name, to, heirs })),
      ...(passed === 0 ? [] : [entry(t('unit.passed', { count: passed }))]),
      ...(orphaned === 0 ? [] : [entry(t('unit.orphaned', { count: orphaned }))]),
      ...(heirs === '' ? [] : [paragraph(t('unit.peopleHint'))]),
    ],
    [
      [button(t('unit.takeBack'), { kind: 'unit_restore', unit: unit.id })],
      ...successors.map((one) => [button(asLabel(one.name), { kind: 'staff_unit', unit: one.id })]),
      [button(t('button.back'), { kind: 'staff' })],
    ],
  );
}

/** What has become of a unit, to its people and its successors'. `isBack`: its end was taken back. */
export function unitChanged(frame: Frame, unit: Unit, isBack: boolean, reader: PersonId): Message {
  const { t, directory } = frame;
  const heirs = unit.successorIds.map((id) => unitById(directory, id).name).join(', ');
  if (isBack) return saying(t('unit.toldBack', withSecretariat(frame, { unit: unit.name })));
  const former = unit.formerNames.at(-1);
  if (unit.validTo !== null) {
    const params = withSecretariat(frame, { unit: unit.name, to: fullDate(unit.validTo), heirs });
    const told = t(heirs === '' ? 'unit.toldEnds' : 'unit.toldEndsInto', params);
    return message([entry(told), ...readerAfter(frame, unit, unit.validTo, reader)], []);
  }
  return saying(
    t('unit.toldRenamed', withSecretariat(frame, { unit: unit.name, former: former?.name ?? unit.name })),
  );
}

/** What becomes of the reader's own duties there; nothing to those of a successor. */
function readerAfter(frame: Frame, { id, successorIds }: Unit, lastOn: LocalDate, reader: PersonId) {
  const { t, directory } = frame;
  const own = appointmentsOf(directory, reader, lastOn).filter(({ unitId }) => unitId === id);
  if (own.length === 0) return [];
  const from = addDays(lastOn, 1);
  const next = appointmentsOf(directory, reader, from).filter(
    ({ unitId }) => unitId !== null && successorIds.includes(unitId),
  );
  const duties = (next.length === 0 ? own : next).map((held) => heldName(frame, held)).join(', ');
  return [
    paragraph(t(next.length === 0 ? 'unit.toldLeaves' : 'unit.toldStays', { from: fullDate(from), duties })),
  ];
}
