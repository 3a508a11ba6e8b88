import type { Recipient } from '../../core/assignment/assignment.ts';
import { ownerName } from '../../core/organisation/owner-name.ts';
import type { Frame } from './frame.ts';

const NAMED = 3;

/** `UBND phường Kim Mã`, `7 đơn vị`, `2 Cụm (mỗi Cụm một bản)`: a few by name, many as a number. */
export function whoText(frame: Frame, recipients: readonly Recipient[]): string {
  const { t } = frame;
  if (recipients.length === 0) return t('assign.who.none');
  if (!isCounted(recipients)) return namesText(frame, recipients);
  const units = recipients.filter(({ kind }) => kind === 'unit');
  const clusters = recipients.filter(({ kind }) => kind === 'cluster');
  return [
    ...(units.length === 0 ? [] : [t('assign.who.units', { count: units.length })]),
    ...(clusters.length === 0 ? [] : [t('assign.who.clusters', { count: clusters.length })]),
  ].join(' + ');
}

export const isCounted = (recipients: readonly Recipient[]): boolean =>
  recipients.length > NAMED || recipients.some(({ kind }) => kind === 'cluster');

export const namesText = ({ directory }: Frame, recipients: readonly Recipient[]): string =>
  recipients.map((one) => ownerName(directory, one)).join(', ');
