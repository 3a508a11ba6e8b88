import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { type TextKey, type Translate, translator } from '../i18n/translator.ts';
import type { CommandContext } from './command.ts';

export interface ImportFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface Refusal {
  readonly kind: 'refused';
  readonly code: string;
  /** What the text of the code names: of a use case, and of a file. */
  readonly params?: Readonly<Record<string, string>>;
  readonly facts?: Readonly<Record<string, string | number>>;
}

/**
 * The file that a command was given, of one too large its beginning: `limitBytes` and one, enough to be refused.
 * Null where it cannot be read, which is said.
 */
export async function fileAt(
  path: string,
  limitBytes: number,
  { complain }: CommandContext,
): Promise<ImportFile | null> {
  try {
    const chunks = await createReadStream(path, { end: limitBytes }).toArray();
    return { name: basename(path), bytes: Buffer.concat(chunks) };
  } catch (error) {
    complain(
      `cannot read ${path}: ${error instanceof Error && 'code' in error ? String(error.code) : 'failed'}`,
    );
    return null;
  }
}

/** Says why, by code and in the words of the office. */
export function refuse(
  { complain }: CommandContext,
  { code, params = {}, facts = {} }: Refusal,
  t: Translate,
): 1 {
  complain(`${code}\t${t(`refusal.${code}` as TextKey, { ...facts, ...params })}`);
  return 1;
}

/** Texts in the language of the office. */
export async function textsOf({ office }: CommandContext): Promise<Translate> {
  const { dependencies } = await office(null);
  return translator((await dependencies.unitOfWork.read.organisation.directory()).settings.locale);
}

export const isRefused = <Reading extends object>(
  reading: Reading,
): reading is Extract<Reading, { readonly kind: 'refused' }> =>
  'kind' in reading && reading.kind === 'refused';
