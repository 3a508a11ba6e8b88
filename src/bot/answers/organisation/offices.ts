import type { Dependencies } from '../../../app/dependencies.ts';
import { restoreCluster } from '../../../app/organisation/restore-cluster.ts';
import { keepOffices, nameOffice } from '../../../app/people/name-office.ts';
import type { Message } from '../../../app/ports/message.ts';
import type { ClusterId } from '../../../core/id.ts';
import type { RotatingOffice } from '../../../core/organisation/hand-over.ts';
import type { LocalDate } from '../../../core/time/local-date.ts';
import { refusal } from '../../refusal.ts';
import { popup, type Reply } from '../../reply.ts';
import { forSecretariat } from '../../rights.ts';
import { openTurn, type Turn } from '../../turn.ts';
import {
  type OfficeOf,
  officeCard,
  officeNamed,
  officeQuestion,
  officesMessage,
  officeUnits,
} from '../../views/organisation/offices.ts';

export const showOffices = (turn: Turn): Reply =>
  forSecretariat(turn, 'office.name', () => officesMessage(turn.frame));

export const showOfficeCluster = (turn: Turn, cluster: ClusterId): Reply =>
  ofCluster(turn, cluster, () => officeCard(turn.frame, cluster));

export const chooseOfficeUnit = (turn: Turn, cluster: ClusterId, office: RotatingOffice): Reply =>
  ofCluster(turn, cluster, () => officeUnits(turn.frame, cluster, office));

export const askOffice = (turn: Turn, of: OfficeOf, from: LocalDate): Reply =>
  ofCluster(turn, of.cluster, () =>
    turn.frame.directory.units.some(({ id }) => id === of.unit) ? officeQuestion(turn.frame, of, from) : null,
  );

export async function setOffice(
  dependencies: Dependencies,
  turn: Turn,
  { cluster, unit, office }: OfficeOf,
  from: LocalDate,
): Promise<Reply> {
  const wanted = { clusterId: cluster, unitId: unit, office, from };
  const outcome = await nameOffice(dependencies, turn.request, wanted);
  if (outcome.kind === 'refused') return refusal(turn.frame, outcome);
  const { frame } = await openTurn(dependencies, turn.incoming, turn.tools);
  const { value } = outcome;
  return withCard(turn, officeCard(frame, cluster), officeNamed(frame, value));
}

export async function keepOffice(dependencies: Dependencies, turn: Turn, cluster: ClusterId): Promise<Reply> {
  const outcome = await keepOffices(dependencies, turn.request, cluster);
  const { frame } = await openTurn(dependencies, turn.incoming, turn.tools);
  if (outcome.kind === 'refused') {
    const refused = refusal(turn.frame, outcome);
    return outcome.code === 'OFFICE_NOT_VACANT' ? { ...refused, edit: officeCard(frame, cluster) } : refused;
  }
  const said = outcome.value.map((one) => officeNamed(frame, one)).join('\n');
  return withCard(turn, officeCard(frame, cluster), said);
}

/** The cluster goes on as before, and its card says so. */
export async function takeClusterEndBack(
  dependencies: Dependencies,
  turn: Turn,
  clusterId: ClusterId,
): Promise<Reply> {
  const outcome = await restoreCluster(dependencies, turn.request, clusterId);
  if (outcome.kind === 'refused') return refusal(turn.frame, outcome);
  const now = await openTurn(dependencies, turn.incoming, turn.tools);
  return {
    ...forSecretariat(now, 'unit.change', () => officeCard(now.frame, clusterId)),
    answer: { text: turn.frame.t('clusterEnd.restored', { cluster: outcome.value.name }), popup: false },
  };
}

/** The card as it is now under what was just said; a popup holds at most 200 letters. */
const withCard = (turn: Turn, card: Message, said: string): Reply =>
  turn.incoming.chat.kind === 'private'
    ? { edit: { ...card, entries: [[`✔ ${said}\n`], ...card.entries] } }
    : popup(said);

function ofCluster(turn: Turn, cluster: ClusterId, show: () => Message | null): Reply {
  return forSecretariat(turn, 'office.name', () =>
    turn.frame.directory.clusters.some(({ id }) => id === cluster) ? show() : null,
  );
}
