import { confirmSide } from '../answers/hand-over.ts';
import {
  askOffice,
  chooseOfficeUnit,
  keepOffice,
  setOffice,
  showOfficeCluster,
  showOffices,
  takeClusterEndBack,
} from '../answers/offices.ts';
import {
  answerContacts,
  endingDuty,
  showDuty,
  showStaff,
  showStaffOffice,
  showStaffUnits,
  showUnit,
  showUnowned,
  takeEndBack,
} from '../answers/staff.ts';
import { askCouncilMember } from '../dialogues/council-member.ts';
import { clusterEnding } from '../dialogues/end-cluster.ts';
import { unitEnding } from '../dialogues/end-unit.ts';
import { askOfficeDay } from '../dialogues/office-day.ts';
import { beginPass } from '../dialogues/pass-duty.ts';
import { beginRename } from '../dialogues/rename-unit.ts';
import type { HandlersOf } from './handlers.ts';
import type { StaffAction } from './staff-action.ts';

export const STAFF_HANDLERS: HandlersOf<StaffAction> = {
  offices: async (_, turn) => showOffices(turn),
  office_cluster: async (_, turn, { cluster }) => showOfficeCluster(turn, cluster),
  office_units: async (_, turn, { cluster, office }) => chooseOfficeUnit(turn, cluster, office),
  office_ask: async (_, turn, { from, cluster, unit, office }) =>
    askOffice(turn, { cluster, unit, office }, from),
  office_set: (dependencies, turn, { from, cluster, unit, office }) =>
    setOffice(dependencies, turn, { cluster, unit, office }, from),
  office_day: (dependencies, turn, { cluster, unit, office }) =>
    askOfficeDay(dependencies, turn, { cluster, unit, office }),
  office_keep: (dependencies, turn, { cluster }) => keepOffice(dependencies, turn, cluster),
  office_member: (dependencies, turn, { cluster }) => askCouncilMember(dependencies, turn, cluster),
  hand_over: (dependencies, turn, { handOver, side }) => confirmSide(dependencies, turn, handOver, side),
  staff: async (_, turn) => showStaff(turn),
  staff_cluster: async (_, turn, { cluster }) => showStaffUnits(turn, { kind: 'cluster', id: cluster }),
  staff_others: async (_, turn) => showStaffUnits(turn, { kind: 'others' }),
  staff_office: async (_, turn) => showStaffOffice(turn),
  staff_unit: async (_, turn, { unit }) => showUnit(turn, unit),
  duty: async (_, turn, { person, role, where }) => showDuty(turn, { person, role, where }),
  duty_pass: (dependencies, turn, { person, role, where, act }) =>
    beginPass(dependencies, turn, { person, role, where }, act),
  duty_end: (dependencies, turn, { person, role, where, answer }) =>
    endingDuty(dependencies, turn, { person, role, where }, answer),
  unit_rename: (dependencies, turn, { unit }) => beginRename(dependencies, turn, unit),
  unit_end: (dependencies, turn, { unit }) => unitEnding.begin(dependencies, turn, unit),
  unit_restore: (dependencies, turn, { unit }) => takeEndBack(dependencies, turn, unit),
  cluster_end: (dependencies, turn, { cluster }) => clusterEnding.begin(dependencies, turn, cluster),
  cluster_restore: (dependencies, turn, { cluster }) => takeClusterEndBack(dependencies, turn, cluster),
  unowned: (dependencies, turn, { skip }) => showUnowned(dependencies, turn, skip),
  contacts: (dependencies, turn, { unit, answer }) => answerContacts(dependencies, turn, unit, answer),
};
