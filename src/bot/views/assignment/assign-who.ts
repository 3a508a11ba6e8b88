import type { Recipient } from '../../../core/assignment/assignment.ts';
import { ownerName } from '../../../core/obligation/owner-name.ts';
import { membersOf } from '../../../core/organisation/directory.ts';
import type { Frame } from '../frame.ts';

const NAMED = 3;

/**
 * `UBND phường Kim Mã`, `14 đơn vị của Cụm thi đua số 1`, `2 Cụm (mỗi Cụm một bản)`: a few by name, whole clusters by
 * theirs, many as a number.
 */
export function whoText(frame: Frame, recipients: readonly Recipient[]): string {
  const { t } = frame;
  if (recipients.length === 0) return t('assign.who.none');
  if (!isCounted(recipients)) return namesText(frame, recipients);
  const units = recipients.filter(({ kind }) => kind === 'unit');
  const clusters = recipients.filter(({ kind }) => kind === 'cluster');
  const whole = wholeClusters(frame, units);
  const count = units.length;
  return [
    ...(count === 0
      ? []
      : [
          whole.length === 0
            ? t('assign.who.units', { count })
            : t('assign.who.unitsOf', { count, clusters: whole.join(', ') }),
        ]),
    ...(clusters.length === 0 ? [] : [t('assign.who.clusters', { count: clusters.length })]),
  ].join(' + ');
}

/** Names of a few clusters whose units these are, all of them and nobody else; else none. */
function wholeClusters({ directory, today }: Frame, units: readonly Recipient[]): string[] {
  const ids = new Set(units.map(({ id }) => id));
  const whole = directory.clusters
    .map(({ id, name }) => ({ name, members: membersOf(directory, id, today) }))
    .filter(({ members }) => members.length > 0 && members.every((unit) => ids.has(unit.id)));
  const covered = whole.reduce((sum, { members }) => sum + members.length, 0);
  return covered === ids.size && whole.length <= NAMED ? whole.map(({ name }) => name) : [];
}

export const isCounted = (recipients: readonly Recipient[]): boolean =>
  recipients.length > NAMED || recipients.some(({ kind }) => kind === 'cluster');

export const namesText = ({ directory }: Frame, recipients: readonly Recipient[]): string =>
  recipients.map((one) => ownerName(directory, one)).join(', ');
