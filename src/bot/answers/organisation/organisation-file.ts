import { createHash } from 'node:crypto';
import type { Dependencies } from '../../../app/dependencies.ts';
import { takeOrganisation } from '../../../app/organisation/take-organisation.ts';
import type { OrganisationFile } from '../../../app/ports/organisation-reader.ts';
import type { UnreadablePlan } from '../../../app/ports/plan-reader.ts';
import { changesNothing, compareOrganisation } from '../../../core/organisation/compare-organisation.ts';
import type { IncomingFile } from '../../incoming.ts';
import { outdated, refusal } from '../../refusal.ts';
import { type Reply, say } from '../../reply.ts';
import { refusalHere } from '../../rights.ts';
import { openTurn, type Turn } from '../../turn.ts';
import { saying } from '../../views/message.ts';
import { toSetUp } from '../../views/office/set-up.ts';
import { organisationImported, organisationSummary } from '../../views/organisation/organisation-changes.ts';

/** A file of units: what it would add and change; nothing is in force by it. Null where it holds no such table. */
export async function takeOrganisationFile(
  { unitOfWork }: Dependencies,
  { frame, tools }: Turn,
  { name, type }: Pick<IncomingFile, 'name' | 'type'>,
  bytes: Uint8Array,
): Promise<Reply | null> {
  const reading = await tools.organisationReader.readFile({ name, bytes });
  if (isUnreadable(reading)) return null;
  const { t, directory, today } = frame;
  if (reading.units.length === 0) return say(saying(t('organisation.empty'), [[toSetUp(frame)]]));
  const changes = compareOrganisation(directory, reading, today);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (!changesNothing(changes)) {
    await unitOfWork.run((tx) => tx.files.save({ sha256, name, type, bytes }));
  }
  return say(organisationSummary(frame, { file: sha256, reading, changes }));
}

/** [Nhập danh sách]: the file is read again and compared with what is known by now. */
export async function decideOrganisation(
  dependencies: Dependencies,
  turn: Turn,
  file: string,
  choice: 'import' | 'leave',
): Promise<Reply> {
  const refused = refusalHere(turn, 'plan.import');
  if (refused !== null) return refused;
  const { frame, incoming, request, tools } = turn;
  const { t } = frame;
  if (choice === 'leave') return { edit: saying(t('organisation.left'), [[toSetUp(frame)]]) };
  const stored = await dependencies.unitOfWork.read.files.byHash(file);
  const reading = stored === null ? null : await tools.organisationReader.readFile(stored);
  if (reading === null || isUnreadable(reading)) return outdated(frame);
  const changes = compareOrganisation(frame.directory, reading, frame.today);
  if (changesNothing(changes)) return { edit: organisationImported(frame, null) };
  const outcome = await takeOrganisation(dependencies, request, reading);
  if (outcome.kind === 'refused') return refusal(frame, outcome);
  const now = await openTurn(dependencies, incoming, tools);
  return { edit: organisationImported(now.frame, changes) };
}

const isUnreadable = (reading: OrganisationFile | UnreadablePlan): reading is UnreadablePlan =>
  'kind' in reading;
