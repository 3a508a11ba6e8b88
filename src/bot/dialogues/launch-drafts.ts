import { createHash } from 'node:crypto';
import type { Dependencies } from '../../app/dependencies.ts';
import type { LaunchDraft } from '../../app/ports/launch-repository.ts';
import { FileTooLarge, FileUnavailable, type IncomingFile } from '../incoming.ts';
import type { Turn } from '../turn.ts';
import type { LaunchForm, LaunchInput, LaunchStep } from './launch-form.ts';

/** Drafts offered at a time: the newest. */
const OFFERED = 3;

export async function draftsOf({ unitOfWork }: Dependencies, { person }: Turn): Promise<LaunchDraft[]> {
  if (person === null) return [];
  return (await unitOfWork.read.launches.draftsOf(person.id)).slice(0, OFFERED);
}

/** Keeps what was written; a form without a title holds nothing worth keeping. */
export async function putAside(
  { unitOfWork, ids, clock }: Dependencies,
  { person }: Turn,
  step: LaunchStep,
  form: LaunchForm,
): Promise<void> {
  if (person === null || form.title === '') return;
  const draft: LaunchDraft = {
    id: ids.next<'launch_draft'>(),
    personId: person.id,
    title: form.title,
    form,
    step,
    changedAt: clock.now(),
  };
  await unitOfWork.run((tx) => tx.launches.putAside(draft));
}

export async function takeUp({ unitOfWork }: Dependencies, { id }: LaunchDraft): Promise<void> {
  await unitOfWork.run((tx) => tx.launches.takeUp(id));
}

/** Fetches a file that was sent and keeps it by its hash; null where none was sent. */
export async function keepFile(
  { unitOfWork }: Dependencies,
  file: IncomingFile | null,
): Promise<LaunchInput | { readonly problem: 'tooLarge' | 'unavailable' } | null> {
  if (file === null) return null;
  try {
    const bytes = await file.fetch();
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const { name, type } = file;
    await unitOfWork.run((tx) => tx.files.save({ sha256, name, type, bytes }));
    return { kind: 'file', file: { sha256, name } };
  } catch (error) {
    if (error instanceof FileTooLarge) return { problem: 'tooLarge' };
    if (error instanceof FileUnavailable) return { problem: 'unavailable' };
    throw error;
  }
}
