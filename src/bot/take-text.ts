import type { Dependencies } from '../app/dependencies.ts';
import { notePresence } from '../app/groups/note-presence.ts';
import { claimSetUp } from '../app/office/claim-set-up.ts';
import { mayAnswer, speaksToPeople } from '../core/question/when-to-speak.ts';
import { answerCourtesy } from './answers/ask/answer-courtesy.ts';
import { answerQuestion } from './answers/ask/answer-question.ts';
import { notUnderstood } from './answers/ask/not-understood.ts';
import { nothingHere } from './answers/nothing-here.ts';
import { afterDuty } from './answers/people/after-duty.ts';
import { Asking } from './asking.ts';
import { type CommandCall, readCommand } from './commands/command-list.ts';
import { takeDialogue } from './dialogues/dialogues.ts';
import { isPastedTable } from './dialogues/plan/pasted-table.ts';
import { takePlanText } from './dialogues/plan/plan-import.ts';
import { takeLooseEvidence } from './dialogues/report/place-evidence.ts';
import type { IncomingContent } from './incoming.ts';
import { chosenAction } from './numbered-menu.ts';
import { press } from './presses/press.ts';
import { type Reply, SILENCE, say } from './reply.ts';
import { runCommand } from './run-command.ts';
import type { SetUpCode } from './set-up-code.ts';
import type { Tools } from './tools.ts';
import { openTurn, type Turn } from './turn.ts';
import { saying } from './views/message.ts';

export interface ConversationOptions {
  /** Names by which people call the bot, without `@`. */
  readonly botNames: readonly string[];
  /** Null once somebody is of the secretariat. */
  readonly setUpCode: SetUpCode | null;
  readonly tools: Tools;
}

type TextContent = Extract<IncomingContent, { kind: 'text' }>;

interface Written extends Pick<TextContent, 'text' | 'addressed' | 'repliesTo'> {
  readonly turn: Turn;
  readonly command: CommandCall | null;
}

/** Gives the reply; null leaves what was written to the next. */
type Taker = (written: Written) => Reply | null | Promise<Reply | null>;

/** What is answered in a group that no cluster is bound to. */
const LEADS_OUT: ReadonlySet<CommandCall['name']> = new Set(['start', 'dangky', 'trogiup', 'ngonngu']);

/** Answers what people write. */
export function textTaker(
  dependencies: Dependencies,
  { botNames, setUpCode, tools }: ConversationOptions,
): (turn: Turn, content: TextContent) => Promise<Reply> {
  const asking = new Asking(botNames);

  const fromNobody: Taker = ({ turn: { incoming, frame }, addressed }) => {
    if (incoming.sender !== null) return null;
    return addressed ? say(saying(frame.t('answer.anonymous'))) : SILENCE;
  };

  /** A group of no cluster is told once what to do; then only what leads out of that is answered. */
  const inUnboundGroup: Taker = async ({ turn, addressed, command }) => {
    const { incoming, audience, chat, request } = turn;
    if (!addressed || incoming.chat.kind === 'private' || audience !== null) return null;
    if (command !== null && LEADS_OUT.has(command.name)) return null;
    if (chat !== null) return SILENCE;
    await notePresence(dependencies, request, incoming.chat, true);
    return say(nothingHere(turn));
  };

  const byCommand: Taker = async ({ turn, text, command }) => {
    if (command === null) return null;
    const over = afterDuty(turn, command);
    if (over !== null) return over;
    const known = await claimed(turn, command);
    const asked = await asking.read(known, text, true);
    return asking.remembering(await runCommand(dependencies, known, command, asked), known, asked);
  };

  /** Whoever opens the chat by the one-time link is of the secretariat from here on. */
  const claimed = async (turn: Turn, { name, argument }: CommandCall): Promise<Turn> => {
    if (name !== 'start' || setUpCode === null || !setUpCode.matches(argument)) return turn;
    await claimSetUp(dependencies, turn.request);
    return openTurn(dependencies, turn.incoming, tools);
  };

  const byNumber: Taker = async ({ turn, text }) => {
    const chosen = await chosenAction(dependencies, turn.incoming, text);
    return chosen === null ? null : press(dependencies, turn, chosen);
  };

  const inDialogue: Taker = ({ turn, text, addressed }) =>
    addressed
      ? takeDialogue(dependencies, turn, { kind: 'text', text, asks: () => asking.isQuestion(turn, text) })
      : null;

  const asPlan: Taker = ({ turn, text }) =>
    turn.incoming.chat.kind === 'private' && isPastedTable(text)
      ? takePlanText(dependencies, turn, text)
      : null;

  /** Null where the bot was spoken to and knows no answer. */
  const asQuestion: Taker = async ({ turn, text, addressed, repliesTo }) => {
    const freeQuestionsOn = turn.chat?.freeQuestions === true;
    if (!addressed && !freeQuestionsOn) return SILENCE;
    const asked = await asking.read(turn, text, addressed);
    const answer = mayAnswer(asked.question, { addressed, freeQuestionsOn })
      ? await answerQuestion(dependencies, turn, asked)
      : null;
    if (answer !== null) return asking.remembering(answer, turn, asked);
    // In a group a reply to the bot may be meant for the people who read along, and so may its name among theirs.
    const isForBot =
      turn.incoming.chat.kind === 'private' ||
      (addressed && repliesTo === null && !speaksToPeople(text, botNames));
    return (addressed ? answerCourtesy(turn, asked.question) : null) ?? (isForBot ? null : SILENCE);
  };

  const takers: readonly Taker[] = [
    fromNobody,
    inUnboundGroup,
    byCommand,
    // Before the dialogue: where there are no buttons, its own choices are answered by number.
    byNumber,
    inDialogue,
    ({ turn }) => afterDuty(turn, null),
    asPlan,
    asQuestion,
    ({ turn, text }) => takeLooseEvidence(dependencies, turn, text),
  ];

  return async (turn, { text, addressed, repliesTo }) => {
    const written = { turn, text, addressed, repliesTo, command: addressed ? readCommand(text) : null };
    for (const take of takers) {
      const reply = await take(written);
      if (reply !== null) return reply;
    }
    return say(notUnderstood(turn));
  };
}
