import type { Dependencies } from '../../../app/dependencies.ts';
import { issueInvitations } from '../../../app/people/issue-invitations.ts';
import type { HandoutLink } from '../../../app/ports/handout.ts';
import type { UnitId } from '../../../core/id.ts';
import { clusterOf, peopleWithRole, unitById } from '../../../core/organisation/directory.ts';
import type { InvitedRole, ServingRole } from '../../../core/organisation/invitation.ts';
import { isUnitActive } from '../../../core/organisation/unit.ts';
import { unitsMeant } from '../../../core/organisation/unit-names.ts';
import { fullDate } from '../../../i18n/days.ts';
import { outdated, refusal } from '../../refusal.ts';
import { popup, type Reply, say } from '../../reply.ts';
import { refusalHere } from '../../rights.ts';
import type { Turn } from '../../turn.ts';
import { saying } from '../../views/message.ts';
import {
  clusterChoice,
  invitationMessage,
  sheetMessage,
  type UnitsOf,
  unitChoice,
  whichUnit,
} from '../../views/people/invite.ts';

/** `/moi`: whom to invite; a unit typed behind it is invited at once. */
export async function beginInviting(dependencies: Dependencies, turn: Turn, written: string): Promise<Reply> {
  const refused = whyNot(turn);
  if (refused !== null) return refused;
  const { frame } = turn;
  if (written === '') return say(clusterChoice(frame));
  const { directory, today } = frame;
  const [unit, ...others] = unitsMeant(
    directory.units.filter((one) => isUnitActive(one, today)),
    written,
  );
  if (unit === undefined)
    return say(saying(frame.t('invite.unknownUnit', { written })), clusterChoice(frame));
  if (others.length > 0) return say(whichUnit(frame, written, [unit, ...others]));
  const { edit, ...rest } = await inviteUnit(dependencies, turn, unit.id, 'focal_point');
  return edit === undefined ? rest : say(edit);
}

export function chooseUnit(turn: Turn, of: UnitsOf | { readonly kind: 'clusters' }): Reply {
  const refused = whyNot(turn);
  if (refused !== null) return refused;
  if (of.kind === 'cluster' && !turn.frame.directory.clusters.some(({ id }) => id === of.id)) {
    return outdated(turn.frame);
  }
  return { edit: of.kind === 'clusters' ? clusterChoice(turn.frame) : unitChoice(turn.frame, of) };
}

export async function inviteUnit(
  dependencies: Dependencies,
  turn: Turn,
  unitId: UnitId,
  role: InvitedRole,
): Promise<Reply> {
  const { frame, incoming, request, tools } = turn;
  const refused = whyNot(turn);
  if (refused !== null) return refused;
  if (!frame.directory.units.some(({ id }) => id === unitId)) return outdated(frame);
  const outcome = await issueInvitations(dependencies, request, role, [unitId]);
  if (outcome.kind === 'refused') return refusal(frame, outcome);
  const [issued] = outcome.value;
  const link = issued === undefined ? null : tools.links.toPrivate(incoming.channel, issued.code);
  if (issued === undefined || link === null) return popup(frame.t('invite.noLinks'));
  return { edit: invitationMessage(frame, issued, link) };
}

/** A sheet of links and their QR codes for all units in which nobody has the role yet. */
export async function inviteAll(dependencies: Dependencies, turn: Turn, role: ServingRole): Promise<Reply> {
  const { frame, incoming, request, tools } = turn;
  const refused = whyNot(turn);
  if (refused !== null) return refused;
  const { directory, today, t } = frame;
  // The secretariat's own unit needs no paper.
  const isServed = (id: UnitId) =>
    ([role, 'secretariat'] as const).some((one) => peopleWithRole(directory, one, today, id).length > 0);
  const units = directory.units.filter((unit) => isUnitActive(unit, today) && !isServed(unit.id));
  if (units.length === 0) return popup(t('invite.nobodyMissing', { role: t(`role.${role}`) }));
  const outcome = await issueInvitations(
    dependencies,
    request,
    role,
    units.map(({ id }) => id),
  );
  if (outcome.kind === 'refused') return refusal(frame, outcome);
  const links = outcome.value.flatMap((issued): HandoutLink[] => {
    const link = tools.links.toPrivate(incoming.channel, issued.code);
    return link === null
      ? []
      : [
          {
            cluster: clusterOf(directory, issued.unitId, today)?.name ?? '',
            unit: unitById(directory, issued.unitId).name,
            link,
            until: fullDate(issued.lastOn),
          },
        ];
  });
  if (links.length === 0) return popup(t('invite.noLinks'));
  const files = await tools.handouts.print(links, t(`role.${role}`), t.locale);
  return say(
    ...files.map((attachment, index) => ({
      ...(index === 0 ? sheetMessage(frame, role, links.length) : saying('')),
      attachment,
    })),
  );
}

/** Only the secretariat invites, and only in private: a link shown to a group is anybody's. */
const whyNot = (turn: Turn): Reply | null =>
  refusalHere(turn, 'people.invite', turn.frame.t('invite.privateOnly'));
