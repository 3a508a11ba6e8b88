import { createHash } from 'node:crypto';
import type { Dependencies } from '../../app/dependencies.ts';
import { FileTooLarge, FileUnavailable, type IncomingFile } from '../incoming.ts';

/** Fetches a file that was sent and keeps it by its hash; says by a word why it could not be had. */
export async function keepFile(
  { unitOfWork }: Dependencies,
  file: IncomingFile,
): Promise<{ readonly sha256: string; readonly name: string } | 'tooLarge' | 'unavailable'> {
  try {
    const { name, type } = file;
    const bytes = await file.fetch();
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await unitOfWork.run((tx) => tx.files.save({ sha256, name, type, bytes }));
    return { sha256, name };
  } catch (error) {
    if (error instanceof FileTooLarge) return 'tooLarge';
    if (error instanceof FileUnavailable) return 'unavailable';
    throw error;
  }
}
