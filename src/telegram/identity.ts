/** Who the bot is at Telegram. */
export interface BotIdentity {
  readonly id: number;
  /** Without the @. */
  readonly username: string;
}

/** The bot's id, which every token begins with: known before Telegram was reached. */
export function botIdOf(token: string): string {
  return token.split(':', 1)[0] ?? '';
}
