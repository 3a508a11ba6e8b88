import type { Message } from '../../../app/ports/message.ts';
import type { Intent } from '../../../core/question/question.ts';
import type { TextKey } from '../../../i18n/translator.ts';
import type { Turn } from '../../turn.ts';
import { button, saying, shortTitle } from '../../views/message.ts';
import { nothingHere } from '../nothing-here.ts';

/** What to say instead; nothing of it would be answered to a stranger. */
export const notUnderstood = (turn: Turn): Message => {
  const { t } = turn.frame;
  return turn.audience === null
    ? nothingHere(turn)
    : saying(t('answer.notUnderstood'), [[button(t('button.help'), { kind: 'help' })]]);
};

/** Days or names in a question that were not understood: said, with two examples, instead of an answer about others. */
export function unreadWords({ frame: { t, directory } }: Turn, intent: Intent, words: string): Message {
  const cluster = directory.clusters[0]?.name ?? '';
  const examples = t(EXAMPLES[cluster === '' ? 'due_in_range' : intent] ?? 'answer.examples.days', {
    cluster,
  });
  return saying(t('answer.unread', { words: shortTitle(words), examples }));
}

const EXAMPLES: { readonly [I in Intent]?: TextKey } = {
  overdue: 'answer.examples.whose',
  unit_status: 'answer.examples.whose',
  cluster_status: 'answer.examples.whose',
  movement_list: 'answer.examples.movements',
};
