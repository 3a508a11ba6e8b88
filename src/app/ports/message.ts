/** A run of text. Plain strings are escaped by the channel; nothing in them is markup. */
export type Span = string | { readonly bold: string } | { readonly italic: string };

/**
 * What is said, free of any channel. An entry is a few lines that belong together; entries are joined by a line
 * break, and a message too long for a channel is split between entries, never inside one. Buttons go with the
 * last part.
 */
export interface Message {
  readonly entries: readonly (readonly Span[])[];
  /** Rows of buttons; at most three a row fit a phone. */
  readonly buttons: readonly (readonly Button[])[];
  readonly attachment?: Attachment;
  /** Asks the person to answer by replying, where the channel can. */
  readonly wantsReply?: boolean;
}

/** `data` is an encoded action, at most 64 bytes; `url` opens a page or a private chat. */
export type Button = { readonly label: string } & ({ readonly data: string } | { readonly url: string });

export interface Attachment {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}
