import { textOf } from './message-text.ts';
import { RecordingMessenger } from './recording-messenger.ts';

/** A channel of text alone: no buttons, no edits, no files, no threads. What needs those takes another way. */
export class PlainChannel extends RecordingMessenger {
  constructor() {
    super({
      channel: 'plain',
      capabilities: {
        buttons: false,
        edit: false,
        files: false,
        groups: true,
        threads: false,
        textLimit: 2000,
      },
    });
  }

  /** The texts that arrived in the chat, entry by entry a line. */
  texts(chat: string): string[] {
    return this.arrived.filter(({ address }) => address.chat === chat).map(({ message }) => textOf(message));
  }
}
