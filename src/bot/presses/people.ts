import { decideJoin } from '../../app/people/decide-join.ts';
import { chooseUnit, inviteAll, inviteUnit } from '../answers/people/invite.ts';
import {
  endingDuty,
  showDuty,
  showStaff,
  showStaffOffice,
  showStaffUnits,
  showUnit,
} from '../answers/people/staff.ts';
import type { PEOPLE_BUTTONS } from '../buttons/people.ts';
import { beginPass } from '../dialogues/people/pass-duty.ts';
import { refusal } from '../refusal.ts';
import { byThisUpdate } from '../turn.ts';
import { joinDecided } from '../views/people/join.ts';
import { answerContacts } from './contacts.ts';
import type { HandlersOf } from './handlers.ts';
import { chooseMe } from './me.ts';

export const PEOPLE_HANDLERS: HandlersOf<typeof PEOPLE_BUTTONS> = {
  me: (dependencies, turn, { choice }) => chooseMe(dependencies, turn, choice),
  invite: (_, turn) => chooseUnit(turn, { kind: 'clusters' }),
  invite_cluster: (_, turn, { cluster }) => chooseUnit(turn, { kind: 'cluster', id: cluster }),
  invite_others: (_, turn) => chooseUnit(turn, { kind: 'others' }),
  invite_unit: (dependencies, turn, { unit, role }) => inviteUnit(dependencies, turn, unit, role),
  invite_all: (dependencies, turn, { role }) => inviteAll(dependencies, turn, role),
  join: async (dependencies, turn, { invitation, answer }) => {
    const { frame } = turn;
    const outcome = await decideJoin(dependencies, turn.request, invitation, answer === 'yes');
    if (outcome.kind === 'refused') return refusal(frame, outcome);
    const edit = joinDecided(frame, outcome.value.invitation);
    return byThisUpdate(turn, outcome.value.changed)
      ? { edit }
      : { edit, answer: { text: frame.t('join.decidedBefore'), popup: true } };
  },
  staff: (_, turn) => showStaff(turn),
  staff_cluster: (_, turn, { cluster }) => showStaffUnits(turn, { kind: 'cluster', id: cluster }),
  staff_others: (_, turn) => showStaffUnits(turn, { kind: 'others' }),
  staff_office: (_, turn) => showStaffOffice(turn),
  staff_unit: (_, turn, { unit }) => showUnit(turn, unit),
  duty: (_, turn, { person, role, where }) => showDuty(turn, { person, role, where }),
  duty_pass: (dependencies, turn, { person, role, where, act }) =>
    beginPass(dependencies, turn, { person, role, where }, act),
  duty_end: (dependencies, turn, { person, role, where, answer }) =>
    endingDuty(dependencies, turn, { person, role, where }, answer),
  contacts: (dependencies, turn, { unit, answer }) => answerContacts(dependencies, turn, unit, answer),
};
