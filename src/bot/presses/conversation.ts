import { commandHelp } from '../answers/ask/answer-help.ts';
import type { CONVERSATION_BUTTONS } from '../buttons/conversation.ts';
import { takeDialogue } from '../dialogues/dialogues.ts';
import { popup, say } from '../reply.ts';
import { askClearlyMessage } from '../views/ask/choice.ts';
import type { HandlersOf } from './handlers.ts';

export const CONVERSATION_HANDLERS: HandlersOf<typeof CONVERSATION_BUTTONS> = {
  dialogue: async (dependencies, turn, { choice }) =>
    (await takeDialogue(dependencies, turn, { kind: 'choice', choice })) ??
    popup(turn.frame.t('answer.dialogueGone')),
  help: (_, turn) => say(commandHelp(turn)),
  other: (_, turn) => say(askClearlyMessage(turn.frame)),
};
