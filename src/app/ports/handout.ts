import type { Locale } from '../../core/organisation/locale.ts';
import type { Attachment } from './message.ts';

/** One way in, as it is handed out on paper. */
export interface HandoutLink {
  readonly cluster: string;
  readonly unit: string;
  readonly link: string;
  /** The last day on which it works, as people read it. */
  readonly until: string;
}

/** Prints sheets to hand out: a table, and a page a link with its QR code. */
export interface HandoutPrinter {
  /** @param role what the links invite to, in the words of `locale` */
  print(links: readonly HandoutLink[], role: string, locale: Locale): Promise<readonly Attachment[]>;
}
