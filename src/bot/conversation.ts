import type { Dependencies } from '../app/dependencies.ts';
import { followMove } from '../app/groups/follow-move.ts';
import { notePresence } from '../app/groups/note-presence.ts';
import { noteTopic } from '../app/groups/note-topic.ts';
import { guardPosted } from './answers/guard-posted.ts';
import { afterDuty } from './answers/people/after-duty.ts';
import { decodeAction, isBeside } from './buttons/action-codec.ts';
import { takeDialogue } from './dialogues/dialogues.ts';
import { takePlanFile } from './dialogues/plan/plan-import.ts';
import { takeLooseEvidence } from './dialogues/report/place-evidence.ts';
import type { Incoming, IncomingContent, IncomingFile } from './incoming.ts';
import { press } from './presses/press.ts';
import { outdated } from './refusal.ts';
import { besides, type Reply, SILENCE, say } from './reply.ts';
import { may } from './rights.ts';
import { type ConversationOptions, textTaker } from './take-text.ts';
import { openTurn, type Turn } from './turn.ts';
import { groupWelcome } from './views/ask/welcome.ts';
import { withSecretariat } from './views/frame.ts';
import { saying } from './views/message.ts';

type Content<Kind extends IncomingContent['kind']> = Extract<IncomingContent, { kind: Kind }>;
type Take<Kind extends IncomingContent['kind']> = (turn: Turn, content: Content<Kind>) => Promise<Reply>;

/** Answers updates, of any channel. Returns what to say; saying it is the reception's part. */
export function createConversation(dependencies: Dependencies, options: ConversationOptions) {
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
    text: textTaker(dependencies, options),
    press: async (turn, { data }) => {
      const action = decodeAction(data);
      if (action === null) return outdated(turn.frame);
      const reply = await press(dependencies, turn, action);
      return isBeside(data) ? besides(reply) : reply;
    },
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
    const turn = await openTurn(dependencies, incoming, options.tools);
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
