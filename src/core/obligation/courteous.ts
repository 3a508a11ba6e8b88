import type { Directory } from '../organisation/directory.ts';
import type { Owner } from './obligation.ts';

/** Whether who owes is a body that is not subordinate: it is asked, never called late. */
export const isCourteous = ({ units }: Pick<Directory, 'units'>, owner: Owner): boolean =>
  owner.kind === 'unit' && units.some(({ id, tone }) => id === owner.id && tone === 'courteous');
