export interface MenuCommand {
  readonly name: string;
  readonly description: string;
}

/** The commands that a messenger offers in one chat, instead of those that it offers in all of its kind. */
export interface ChatMenus {
  readonly channel: string;
  /** False where it could not be shown now; best effort. */
  show(chat: string, commands: readonly MenuCommand[]): Promise<boolean>;
  /** Back to what all such chats have. */
  clear(chat: string): Promise<boolean>;
}
