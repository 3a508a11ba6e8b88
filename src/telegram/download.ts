import { type Api, GrammyError } from 'grammy';
import { FileTooLarge, FileUnavailable } from '../bot/incoming.ts';
import { causeOf } from './outcome.ts';
import { BodyTooLong, type Transport } from './transport.ts';

/** What the cloud server gives a bot (tdlib/telegram-bot-api Client.h, MAX_DOWNLOAD_FILE_SIZE). */
const DOWNLOAD_LIMIT = 20 * 1024 * 1024;

const DOWNLOAD_TIMEOUT_MS = 120_000;

/** Fetches the bytes of a file id. Throws FileTooLarge or FileUnavailable. */
export type Download = (fileId: string, size: number | null) => Promise<Uint8Array>;

export function createDownload(api: Api, apiRoot: string, transport: Transport): Download {
  return async (fileId, size) => {
    if ((size ?? 0) > DOWNLOAD_LIMIT) throw new FileTooLarge();
    try {
      const { file_path: path } = await api.getFile(fileId);
      if (path === undefined) throw new FileUnavailable('no path');
      const encoded = path.split('/').map(encodeURIComponent).join('/');
      const response = await transport(`${apiRoot}/file/bot${api.token}/${encoded}`, {
        limit: DOWNLOAD_LIMIT,
        signal: AbortSignal.timeout(DOWNLOAD_TIMEOUT_MS),
      });
      if (response.status !== 200) throw new FileUnavailable(`status ${response.status}`);
      return response.bytes;
    } catch (error) {
      throw asFileError(error);
    }
  };
}

/** No cause is handed on: it may hold the address, and the address the token. */
function asFileError(error: unknown): FileTooLarge | FileUnavailable {
  if (error instanceof FileUnavailable) return error;
  const tooLarge = error instanceof GrammyError && error.description.includes('file is too big');
  return tooLarge || error instanceof BodyTooLong ? new FileTooLarge() : new FileUnavailable(causeOf(error));
}
