/** A press on a button that the bot has yet to answer. */
export interface CallbackQuery {
  readonly id: string;
  readonly userId: number;
  readonly chatId: number;
  readonly messageId: number;
  /** Real time of the press, epoch ms. */
  readonly pressedAt: number;
}

/** What `answerCallbackQuery` shows to the presser. */
export interface CallbackAnswer {
  readonly text: string | null;
  readonly alert: boolean;
  readonly url: string | null;
}

/** How long a press can be answered. The server's own time is not public; its queue drops a press after this. */
export const CALLBACK_QUERY_LIFE_MS = 150_000;
