import type { LogFields, Logger } from '../../src/app/ports/logger.ts';

export interface LogLine extends LogFields {
  readonly level: string;
  readonly message: string;
}

/** Keeps its lines. */
export function recordedLogger(): Logger & { readonly lines: LogLine[] } {
  const lines: LogLine[] = [];
  const at =
    (level: string) =>
    (fields: LogFields, message: string): void =>
      void lines.push({ ...fields, level, message });
  return { lines, debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}
