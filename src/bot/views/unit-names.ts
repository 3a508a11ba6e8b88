import type { Actor } from '../../core/access/actor.ts';
import { type Directory, unitById } from '../../core/organisation/directory.ts';

export const unitNames = (directory: Directory, { unitIds }: Actor): string[] =>
  unitIds.map((id) => unitById(directory, id).name);
