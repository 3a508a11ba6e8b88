import type { RegistrationState } from '../../core/launch/launch.ts';
import type { Locale } from '../../core/organisation/locale.ts';
import type { Instant, Zone } from '../../core/time/instant.ts';
import type { Attachment } from './message.ts';

/** Who has received a launch and who has not, for the secretariat's files. */
export interface ReceiptList {
  readonly title: string;
  readonly document: string;
  readonly at: Instant;
  readonly zone: Zone;
  readonly rows: readonly ReceiptRow[];
}

export interface ReceiptRow {
  readonly cluster: string;
  readonly unit: string;
  readonly acknowledgedAt: Instant | null;
  /** Name and title of the person; empty where nobody has. */
  readonly acknowledgedBy: string;
  /** Null where no registration was asked for. */
  readonly registration: RegistrationState | null;
}

/** Writes the list as a file that an office program opens. */
export type WriteReceiptList = (list: ReceiptList, locale: Locale) => Promise<Attachment>;
