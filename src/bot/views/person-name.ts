import type { PersonId } from '../../core/id.ts';
import { clusterById, personById, unitById } from '../../core/organisation/directory.ts';
import type { Appointment, Person } from '../../core/organisation/person.ts';
import type { Frame } from './frame.ts';

/** `thầy Hoàng Minh Tuấn`; a plain form of address for whoever has not said their name. */
export const calledAs = ({ t }: Frame, { address, name }: Person): string =>
  name === '' ? t('welcome.nameless') : `${address} ${name}`.trim();

/** Of several to choose between: those who have not said their name by the messenger's number of them. */
export function nameToChoose(frame: Frame, id: PersonId): string {
  const { t, directory } = frame;
  const person = personById(directory, id);
  if (person !== null && person.name !== '') return calledAs(frame, person);
  const known = directory.identities.find(({ personId }) => personId === id);
  return known === undefined ? t('staff.unnamed') : t('staff.unnamedAt', { at: known.user });
}

/** `thầy Hoàng Minh Tuấn, Giáo viên`. */
export const titled = (frame: Frame, person: Person): string =>
  [calledAs(frame, person), person.title].filter((one) => one !== '').join(', ');

/** `đầu mối của UBND phường Điện Biên`. */
export function heldName(
  { t, directory }: Frame,
  { role, unitId, clusterId }: Pick<Appointment, 'role' | 'unitId' | 'clusterId'>,
): string {
  const where =
    unitId !== null
      ? unitById(directory, unitId).name
      : clusterId !== null
        ? clusterById(directory, clusterId).name
        : '';
  const what = t(`role.${role}`);
  return where === '' ? what : t('role.of', { role: what, where });
}

/** How history names somebody: by name; by what they hold who have not said it, or held whose name is erased. */
export function namedInHistory(frame: Frame, id: PersonId): string {
  const { t, directory } = frame;
  const person = personById(directory, id);
  if (person !== null && person.name !== '') return calledAs(frame, person);
  const held = directory.appointments.find(({ personId }) => personId === id);
  if (held === undefined) return t('role.unknown');
  const role = heldName(frame, held);
  // A channel knows whoever was not erased.
  return directory.identities.some(({ personId }) => personId === id) ? role : t('role.erased', { role });
}
