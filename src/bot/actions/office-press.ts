import { decideJoin } from '../../app/people/decide-join.ts';
import { auditTable, chooseAudit, showAudit } from '../answers/audit.ts';
import { bindHere, unbind } from '../answers/bind.ts';
import { chooseUnit, inviteAll, inviteUnit } from '../answers/invite.ts';
import { chooseMe } from '../answers/me.ts';
import { chooseOwn, chooseSetting, openSetting } from '../answers/settings.ts';
import { askSecretariatName } from '../dialogues/secretariat-name.ts';
import { refusalText } from '../refusal.ts';
import { popup } from '../reply.ts';
import { byThisUpdate } from '../turn.ts';
import { joinDecided } from '../views/join.ts';
import type { HandlersOf } from './handlers.ts';
import type { OfficeAction } from './office-action.ts';

export const OFFICE_HANDLERS: HandlersOf<OfficeAction> = {
  invite: async (_, turn) => chooseUnit(turn, { kind: 'clusters' }),
  invite_cluster: async (_, turn, { cluster }) => chooseUnit(turn, { kind: 'cluster', id: cluster }),
  invite_others: async (_, turn) => chooseUnit(turn, { kind: 'others' }),
  invite_unit: (dependencies, turn, { unit, role }) => inviteUnit(dependencies, turn, unit, role),
  invite_all: (dependencies, turn, { role }) => inviteAll(dependencies, turn, role),
  unbind: (dependencies, turn, { chat }) => unbind(dependencies, turn, chat),
  bind: (dependencies, turn, { cluster }) => bindHere(dependencies, turn, cluster),
  me: (dependencies, turn, { choice }) => chooseMe(dependencies, turn, choice),
  audit: (dependencies, turn, { by, skip }) => showAudit(dependencies, turn, by, skip),
  audit_choose: async (_, turn, { what, skip }) => chooseAudit(turn, what, skip),
  audit_table: (dependencies, turn, { by }) => auditTable(dependencies, turn, by),
  setting: async (_, turn, { name }) => openSetting(turn, name),
  set: (dependencies, turn, { name, value }) => chooseSetting(dependencies, turn, name, value),
  secretariat_name: (dependencies, turn) => askSecretariatName(dependencies, turn),
  own_setting: (dependencies, turn, { choice }) => chooseOwn(dependencies, turn, choice),
  join: async (dependencies, turn, { invitation, answer }) => {
    const { frame } = turn;
    const outcome = await decideJoin(dependencies, turn.request, invitation, answer === 'yes');
    if (outcome.kind === 'refused') return popup(refusalText(frame, outcome));
    const edit = joinDecided(frame, outcome.value.invitation);
    return byThisUpdate(turn, outcome.value.changed)
      ? { edit }
      : { edit, answer: { text: frame.t('join.decidedBefore'), popup: true } };
  },
};
