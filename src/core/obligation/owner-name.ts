import { clusterById, type Directory, personById, unitById } from '../organisation/directory.ts';
import { unitNameOn } from '../organisation/unit.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { Owner } from './obligation.ts';

/** How an owner is called, or was on a day; a person who was erased has no name any more. */
export function ownerName(directory: Directory, owner: Owner, on: LocalDate | null = null): string {
  switch (owner.kind) {
    case 'unit': {
      const unit = unitById(directory, owner.id);
      return on === null ? unit.name : unitNameOn(unit, on);
    }
    case 'cluster':
      return clusterById(directory, owner.id).name;
    case 'council_member':
      return personById(directory, owner.id)?.name ?? '';
  }
}

const KIND_AHEAD =
  /^(?:(?:UBND|Uỷ ban nhân dân|Ủy ban nhân dân)\s+)?(?:phường|xã|thị trấn|đặc khu|trường)\s+/iu;

/** A name without the kind before it, for a narrow label: "Cống Vị", "THCS Giảng Võ". */
export const briefName = (name: string): string => name.replace(KIND_AHEAD, '');
