import type { UnitEnded } from '../../../app/organisation/end-unit.ts';
import type { UnitsEnded } from '../../../app/organisation/end-units.ts';
import type { Message } from '../../../app/ports/message.ts';
import type { PersonId } from '../../../core/id.ts';
import { appointmentsOf, unitById } from '../../../core/organisation/directory.ts';
import type { Unit } from '../../../core/organisation/unit.ts';
import { addDays, type LocalDate } from '../../../core/time/local-date.ts';
import { fullDate } from '../../../i18n/days.ts';
import { type Frame, withSecretariat } from '../frame.ts';
import { asLabel, button, cancelling, entry, inRows, message, paragraph, saying } from '../message.ts';
import { moment } from '../moment.ts';
import { heldName } from '../person-name.ts';

export function renameQuestion({ t }: Frame, unit: Unit, unfit = false): Message {
  return message(
    [...(unfit ? [entry(t('unit.nameUnfit'))] : []), entry(t('unit.renameAsk', { unit: unit.name }))],
    [[cancelling(t)]],
  );
}

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
