import type { Dependencies } from '../app/dependencies.ts';
import { dutyOver } from '../app/duty-over.ts';
import { followMove } from '../app/groups/follow-move.ts';
import { notePresence } from '../app/groups/note-presence.ts';
import { noteTopic } from '../app/groups/note-topic.ts';
import { claimSetUp } from '../app/office/claim-set-up.ts';
import { calendarsOf } from '../core/organisation/calendars.ts';
import type { Directory } from '../core/organisation/directory.ts';
import type { PlanBook } from '../core/plan/plan-book.ts';
import { followUp } from '../core/question/follow-up.ts';
import { buildNameIndex, type NameIndex } from '../core/question/name-index.ts';
import type { Context } from '../core/question/question.ts';
import { understand } from '../core/question/understand.ts';
import { mayAnswer, speaksToPeople } from '../core/question/when-to-speak.ts';
import { answerCourtesy } from './answers/ask/answer-courtesy.ts';
import { answerQuestion } from './answers/ask/answer-question.ts';
import type { Asked } from './answers/ask/asked.ts';
import { notUnderstood } from './answers/ask/not-understood.ts';
import { guardPosted } from './answers/guard-posted.ts';
import { nothingHere } from './answers/nothing-here.ts';
import { decodeAction, isBeside } from './buttons/action-codec.ts';
import { type CommandCall, readCommand } from './commands/command-list.ts';
import { takeDialogue } from './dialogues/dialogues.ts';
import { isPastedTable, takePlanFile, takePlanText } from './dialogues/plan/plan-import.ts';
import { takeLooseEvidence } from './dialogues/report/place-evidence.ts';
import type { Incoming, IncomingContent, IncomingFile } from './incoming.ts';
import { LastQuestions } from './last-question.ts';
import { namesOf } from './names.ts';
import { chosenAction } from './numbered-menu.ts';
import { press } from './presses/press.ts';
import { refusalText } from './refusal.ts';
import { besides, popup, type Reply, SILENCE, say } from './reply.ts';
import { may } from './rights.ts';
import { runCommand } from './run-command.ts';
import type { SetUpCode } from './set-up-code.ts';
import type { Tools } from './tools.ts';
import { openTurn, type Turn } from './turn.ts';
import { groupWelcome } from './views/ask/welcome.ts';
import { withSecretariat } from './views/frame.ts';
import { saying } from './views/message.ts';

export interface ConversationOptions {
  /** Names by which people call the bot, without `@`. */
  readonly botNames: readonly string[];
  /** Null once somebody is of the secretariat. */
  readonly setUpCode: SetUpCode | null;
  readonly tools: Tools;
}

/** What is answered in a group that no cluster is bound to. */
const LEADS_OUT: ReadonlySet<CommandCall['name']> = new Set(['start', 'dangky', 'trogiup', 'ngonngu']);

/** About whoever asks, not about work. */
const ONES_OWN: ReadonlySet<CommandCall['name']> = new Set(['toi', 'ngonngu']);

type Content<Kind extends IncomingContent['kind']> = Extract<IncomingContent, { kind: Kind }>;
type Take<Kind extends IncomingContent['kind']> = (turn: Turn, content: Content<Kind>) => Promise<Reply>;

/** Answers updates, of any channel. Returns what to say; saying it is the reception's part. */
export function createConversation(
  dependencies: Dependencies,
  { botNames, setUpCode, tools }: ConversationOptions,
) {
  const indexOf = namesPerBook();
  const lastQuestions = new LastQuestions();

  /** Addressed, it may lean on what the same person asked here a moment before. */
  const read = async (turn: Turn, text: string, addressed: boolean): Promise<Asked> => {
    const { frame } = turn;
    const names = indexOf(frame.directory, frame.book);
    const context: Context = {
      now: frame.now,
      zone: frame.directory.settings.zone,
      schoolCalendar: calendarsOf(frame.directory.settings).school,
      addressed,
      spokenTo: addressed,
      botNames,
      names,
    };
    const before = addressed ? await lastQuestions.before(turn) : null;
    const leaning = before === null ? null : followUp(before, text, context);
    // What leads away from the question before may still be one of its own.
    const question = leaning === null || leaning.intent === 'none' ? understand(text, context) : leaning;
    return { question, names, before };
  };

  const remembering = (reply: Reply, turn: Turn, { question, before }: Asked): Reply => ({
    ...reply,
    afterwards: (tx) => lastQuestions.remember(tx, turn, question, before),
  });

  /** The answer to a question, which is remembered; null where it is none. */
  const answered = async (turn: Turn, asked: Asked): Promise<Reply | null> => {
    const answer = await answerQuestion(dependencies, turn, asked);
    return answer === null ? null : remembering(answer, turn, asked);
  };

  /** Whoever opens the chat by the one-time link is of the secretariat from here on. */
  const claimed = async (turn: Turn, { name, argument }: CommandCall): Promise<Turn> => {
    if (name !== 'start' || setUpCode === null || !setUpCode.matches(argument)) return turn;
    await claimSetUp(dependencies, turn.request);
    return openTurn(dependencies, turn.incoming, tools);
  };

  /** A group of no cluster is told once what to do; then only what leads out of that is answered. */
  const inUnboundGroup = async (turn: Turn, command: CommandCall | null): Promise<Reply | null> => {
    if (turn.incoming.chat.kind === 'private' || turn.audience !== null) return null;
    if (command !== null && LEADS_OUT.has(command.name)) return null;
    if (turn.chat !== null) return SILENCE;
    await notePresence(dependencies, turn.request, turn.incoming.chat, true);
    return say(nothingHere(turn.frame, 'group'));
  };

  /** Whoever served a unit until a day that has passed is told whom to turn to; what is about themselves stays open. */
  const afterDuty = (
    { incoming, audience, person, frame }: Turn,
    command: CommandCall | null,
  ): Reply | null => {
    if (incoming.chat.kind === 'group' || audience !== null || person === null) return null;
    if (command !== null && (ONES_OWN.has(command.name) || command.argument !== '')) return null;
    const over = dutyOver(frame.directory, person.id, frame.today);
    return over === null ? null : say(saying(refusalText(frame, over)));
  };

  const takeText: Take<'text'> = async (turn, { text, addressed, repliesTo }) => {
    const { frame, incoming, chat } = turn;
    if (incoming.sender === null) return addressed ? say(saying(frame.t('answer.anonymous'))) : SILENCE;
    const command = addressed ? readCommand(text) : null;
    const unbound = addressed ? await inUnboundGroup(turn, command) : null;
    if (unbound !== null) return unbound;
    if (command !== null) {
      const over = afterDuty(turn, command);
      if (over !== null) return over;
      const known = await claimed(turn, command);
      const asked = await read(known, text, true);
      const reply = await runCommand(dependencies, known, command, asked);
      return remembering(reply, known, asked);
    }
    // Before the dialogue: where there are no buttons, its own choices are answered by number.
    const chosen = await chosenAction(dependencies, incoming, text);
    if (chosen !== null) return press(dependencies, turn, chosen);
    const inDialogue = addressed ? await takeDialogue(dependencies, turn, { kind: 'text', text }) : null;
    const over = inDialogue ?? afterDuty(turn, null);
    if (over !== null) return over;
    const isPasted = incoming.chat.kind === 'private' && isPastedTable(text);
    const pasted = isPasted ? await takePlanText(dependencies, turn, text) : null;
    if (pasted !== null) return pasted;
    const freeQuestionsOn = chat?.freeQuestions === true;
    if (!addressed && !freeQuestionsOn) return SILENCE;
    const asked = await read(turn, text, addressed);
    const answer = mayAnswer(asked.question, { addressed, freeQuestionsOn })
      ? await answered(turn, asked)
      : null;
    if (answer !== null) return answer;
    const courtesy = addressed ? answerCourtesy(turn, asked.question) : null;
    // In a group a reply to the bot may be meant for the people who read along, and so may its name among theirs.
    const isForBot =
      incoming.chat.kind === 'private' ||
      (addressed && repliesTo === null && !speaksToPeople(text, botNames));
    if (courtesy !== null || !isForBot) return courtesy ?? SILENCE;
    return (await takeLooseEvidence(dependencies, turn, text)) ?? say(notUnderstood(turn));
  };

  const takePress: Take<'press'> = async (turn, { data }) => {
    const action = decodeAction(data);
    if (action === null) return popup(turn.frame.t('answer.outdatedButton'));
    const reply = await press(dependencies, turn, action);
    return isBeside(data) ? besides(reply) : reply;
  };

  const takeUnfit = async (turn: Turn, addressed: boolean, file?: IncomingFile): Promise<Reply> => {
    if (!addressed) return SILENCE;
    const inDialogue = await takeDialogue(dependencies, turn, {
      kind: 'unfit',
      ...(file === undefined ? {} : { file }),
    });
    const over = inDialogue ?? afterDuty(turn, null);
    if (over !== null) return over;
    if (turn.incoming.chat.kind !== 'private') return SILENCE;
    if (file === undefined) return say(saying(turn.frame.t('answer.noPhotos')));
    return may(turn, 'plan.import')
      ? takePlanFile(dependencies, turn, file)
      : ((await takeLooseEvidence(dependencies, turn, file)) ??
          say(saying(turn.frame.t('import.notForYou', withSecretariat(turn.frame)))));
  };

  const TAKE: { readonly [Kind in IncomingContent['kind']]: Take<Kind> } = {
    text: takeText,
    press: takePress,
    file: (turn, content) => takeUnfit(turn, content.addressed, content),
    other: (turn, { addressed }) => takeUnfit(turn, addressed),
    membership: async (turn, { present, wasPresent }) => {
      const { incoming, request } = turn;
      const chat = await notePresence(dependencies, request, incoming.chat, present);
      // A group whose joining was never heard, after a day offline, is welcomed with the first that is heard of it.
      const joins = present && incoming.chat.kind === 'group' && (!wasPresent || turn.chat === null);
      return joins ? say(groupWelcome(turn.frame, chat, may(turn, 'group.bind'))) : SILENCE;
    },
    moved: async ({ chat }, { to }) => {
      const { unitOfWork, ids, clock } = dependencies;
      if (chat !== null) await unitOfWork.run((tx) => followMove(tx, ids, clock.now(), chat, to));
      return SILENCE;
    },
    topic: async ({ incoming: { channel, chat } }, { open }) => {
      await noteTopic(dependencies, { channel, chat: chat.key, thread: chat.thread }, open);
      return SILENCE;
    },
  };

  return async (incoming: Incoming): Promise<Reply> => {
    const turn = await openTurn(dependencies, incoming, tools);
    const guarded = await guardPosted(dependencies, turn);
    if (guarded !== null) return guarded;
    const take = TAKE[incoming.content.kind] as Take<IncomingContent['kind']>;
    const reply = await take(turn, incoming.content);
    return reply === SILENCE && isOverheard(incoming) ? OVERHEARD : reply;
  };
}

/** People talking to each other in a group: nothing of it is kept. */
const isOverheard = ({ chat, content }: Incoming): boolean =>
  chat.kind === 'group' && 'addressed' in content && !content.addressed;
const OVERHEARD: Reply = { forget: true };

export type Conversation = ReturnType<typeof createConversation>;

/** The index of names is built once a revision of directory and plans, which are values. */
function namesPerBook(): (directory: Directory, book: PlanBook) => NameIndex {
  let built: { directory: Directory; book: PlanBook; index: NameIndex } | null = null;
  return (directory, book) => {
    if (built === null || built.directory !== directory || built.book !== book) {
      built = { directory, book, index: buildNameIndex(namesOf(directory, book)) };
    }
    return built.index;
  };
}
