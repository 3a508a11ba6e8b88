import {
  askOffice,
  chooseOfficeUnit,
  keepOffice,
  setOffice,
  showOfficeCluster,
  showOffices,
  takeClusterEndBack,
} from '../answers/organisation/offices.ts';
import { decideOrganisation } from '../answers/organisation/organisation-file.ts';
import { confirmSide } from '../answers/people/hand-over.ts';
import { showUnowned, takeEndBack } from '../answers/people/staff.ts';
import type { ORGANISATION_BUTTONS } from '../buttons/organisation.ts';
import { askCouncilMember } from '../dialogues/organisation/council-member.ts';
import { clusterEnding } from '../dialogues/organisation/end-cluster.ts';
import { unitEnding } from '../dialogues/organisation/end-unit.ts';
import { askOfficeDay } from '../dialogues/organisation/office-day.ts';
import { beginRename } from '../dialogues/organisation/rename-unit.ts';
import type { HandlersOf } from './handlers.ts';

export const ORGANISATION_HANDLERS: HandlersOf<typeof ORGANISATION_BUTTONS> = {
  organisation: (dependencies, turn, { file, choice }) =>
    decideOrganisation(dependencies, turn, file, choice),
  offices: (_, turn) => showOffices(turn),
  office_cluster: (_, turn, { cluster }) => showOfficeCluster(turn, cluster),
  office_units: (_, turn, { cluster, office }) => chooseOfficeUnit(turn, cluster, office),
  office_ask: (_, turn, { from, cluster, unit, office }) => askOffice(turn, { cluster, unit, office }, from),
  office_set: (dependencies, turn, { from, cluster, unit, office }) =>
    setOffice(dependencies, turn, { cluster, unit, office }, from),
  office_day: (dependencies, turn, { cluster, unit, office }) =>
    askOfficeDay(dependencies, turn, { cluster, unit, office }),
  office_keep: (dependencies, turn, { cluster }) => keepOffice(dependencies, turn, cluster),
  office_member: (dependencies, turn, { cluster }) => askCouncilMember(dependencies, turn, cluster),
  hand_over: (dependencies, turn, { handOver, side }) => confirmSide(dependencies, turn, handOver, side),
  cluster_end: (dependencies, turn, { cluster }) => clusterEnding.begin(dependencies, turn, cluster),
  cluster_restore: (dependencies, turn, { cluster }) => takeClusterEndBack(dependencies, turn, cluster),
  unit_rename: (dependencies, turn, { unit }) => beginRename(dependencies, turn, unit),
  unit_end: (dependencies, turn, { unit }) => unitEnding.begin(dependencies, turn, unit),
  unit_restore: (dependencies, turn, { unit }) => takeEndBack(dependencies, turn, unit),
  unowned: (dependencies, turn, { skip }) => showUnowned(dependencies, turn, skip),
};
