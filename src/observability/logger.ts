import { type DestinationStream, pino } from 'pino';
import type { Logger } from '../app/ports/logger.ts';
import { redact, redactText } from './redact.ts';

export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal';

/** JSON lines, one an event, to standard output unless told otherwise. Every field passes the redaction. */
export function createLogger(level: LogLevel, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }), log: redact },
  };
  const lines = destination === undefined ? pino(options) : pino(options, destination);
  return {
    debug: (fields, message) => lines.debug(fields, redactText(message)),
    info: (fields, message) => lines.info(fields, redactText(message)),
    warn: (fields, message) => lines.warn(fields, redactText(message)),
    error: (fields, message) => lines.error(fields, redactText(message)),
  };
}
