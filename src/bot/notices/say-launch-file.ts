import { launchFile } from '../views/launch.ts';
import { launchOf } from './launch-shown.ts';
import type { Said, Saying } from './saying.ts';

/** Follows the post, so that its text is not cut to the length of a caption. */
export async function sayLaunchFile({ dependencies, notice, frame }: Saying): Promise<Said> {
  const shown = await launchOf(dependencies, notice.subject?.id ?? '');
  if (shown === null || shown.launch.state !== 'sent') return { withheld: 'withdrawn' };
  const file = shown.launch.files.find(({ sha256 }) => notice.slot.endsWith(`:${sha256}`));
  const stored = file === undefined ? null : await dependencies.unitOfWork.read.files.byHash(file.sha256);
  if (file === undefined || stored === null) return { withheld: 'gone' };
  const { type, bytes } = stored;
  return launchFile(frame, shown.launch, { name: file.name, type, bytes });
}
