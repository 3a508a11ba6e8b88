import type { Owner } from '../obligation/obligation.ts';
import { clusterById, type Directory, personById, unitById } from './directory.ts';

/** How an owner is called; a person who was erased has no name any more. */
export function ownerName(directory: Directory, owner: Owner): string {
  switch (owner.kind) {
    case 'unit':
      return unitById(directory, owner.id).name;
    case 'cluster':
      return clusterById(directory, owner.id).name;
    case 'council_member':
      return personById(directory, owner.id)?.name ?? '';
  }
}
