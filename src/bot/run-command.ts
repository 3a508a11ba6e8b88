import type { Dependencies } from '../app/dependencies.ts';
import { notePresence } from '../app/groups/note-presence.ts';
import { setLanguage } from '../app/office/set-language.ts';
import { isInvitationCode } from '../app/people/invitation-code.ts';
import type { Intent } from '../core/question/question.ts';
import { translator } from '../i18n/translator.ts';
import { commandHelp } from './answers/ask/answer-help.ts';
import { answerMeetings } from './answers/ask/answer-meetings.ts';
import { answerMine } from './answers/ask/answer-mine.ts';
import { answerQuestion } from './answers/ask/answer-question.ts';
import type { Asked } from './answers/ask/asked.ts';
import { beginAudit } from './answers/office/audit.ts';
import { clusterOfPayload, isBindingPayload, register } from './answers/office/bind.ts';
import { missingSetUp, spentSetUp } from './answers/office/set-up.ts';
import { answerLanguage, answerSettings } from './answers/office/settings.ts';
import { keepBoard } from './answers/overview/answer-board.ts';
import { answerBrief } from './answers/overview/answer-brief.ts';
import { answerDigest } from './answers/overview/answer-digest.ts';
import { answerInbox } from './answers/overview/answer-inbox.ts';
import { beginInviting } from './answers/people/invite.ts';
import { answerMe } from './answers/people/me.ts';
import type { CommandCall, CommandName } from './commands/command-list.ts';
import { beginAssign } from './dialogues/assignment/assign-dialogue.ts';
import { beginLaunch } from './dialogues/launch/launch-dialogue.ts';
import { openInvitation } from './dialogues/people/introduction.ts';
import { beginImport } from './dialogues/plan/plan-import.ts';
import { chooseRecordTask } from './dialogues/report/record-dialogue.ts';
import { personally } from './personally.ts';
import { refusalText } from './refusal.ts';
import { type Reply, say } from './reply.ts';
import { may, notAllowed, secretariatOnly } from './rights.ts';
import { isSetUpPayload } from './set-up-code.ts';
import type { Turn } from './turn.ts';
import { groupWelcome, welcomeMessage } from './views/ask/welcome.ts';
import { saying } from './views/message.ts';
import { monthOfDay } from './views/period.ts';

/** `asked`: the whole line as the reading of questions understands it, days and names included. */
type Run = (dependencies: Dependencies, turn: Turn, argument: string, asked: Asked) => Promise<Reply>;

const RUN: Record<CommandName, Run> = {
  start: async (dependencies, turn, payload) => {
    const chat = await notePresence(dependencies, turn.request, turn.incoming.chat, true);
    if (isBindingPayload(payload)) return register(dependencies, turn, clusterOfPayload(turn, payload));
    if (isInvitationCode(payload)) return openInvitation(dependencies, turn, payload);
    const spent = isSetUpPayload(payload) ? spentSetUp(turn) : null;
    if (spent !== null) return say(spent);
    if (payload === 'viec') return personally(turn, await answerMine(dependencies, turn));
    const welcome =
      turn.incoming.chat.kind === 'group'
        ? groupWelcome(turn.frame, chat, may(turn, 'group.bind'))
        : welcomeMessage(turn.frame, turn.person, turn.actor);
    const setUp = await missingSetUp(dependencies, turn);
    if (setUp !== null) return say(welcome, setUp);
    const isStranger = turn.incoming.chat.kind === 'private' && turn.audience === null;
    return isStranger ? say(welcome) : say(welcome, commandHelp(turn));
  },
  trogiup: ask('help'),
  han: (dependencies, turn, argument, asked) => {
    const { question } = asked;
    const month = monthOfDay(turn.frame.today);
    return ask('due_in_range')(dependencies, turn, argument, {
      ...asked,
      question: { ...question, range: argument === '' ? month : (question.range ?? month) },
    });
  },
  quahan: ask('overdue'),
  viec: async (dependencies, turn) => personally(turn, await answerMine(dependencies, turn)),
  baocao: async (dependencies, turn) => personally(turn, await answerMine(dependencies, turn)),
  // Alone it asks about whom the chat is for, not about all clusters.
  tiendo: (dependencies, turn, argument, asked) => {
    const { question } = asked;
    const slots = argument === '' ? {} : question.slots;
    return ask('cluster_status')(dependencies, turn, argument, {
      ...asked,
      question: { ...question, slots },
    });
  },
  phongtrao: ask('movement_list'),
  sukien: ask('events'),
  hoinghi: async (dependencies, turn) => say(await answerMeetings(dependencies, turn, 0)),
  tonghop: (dependencies, turn) => answerDigest(dependencies, turn),
  canxuly: async (dependencies, turn) =>
    may(turn, 'reports.manage')
      ? personally(turn, await answerInbox(dependencies, turn))
      : say(secretariatOnly(turn)),
  ghiho: (dependencies, turn) => chooseRecordTask(dependencies, turn),
  bang: (dependencies, turn) => keepBoard(dependencies, turn),
  giaoban: async (dependencies, turn) =>
    may(turn, 'brief.see')
      ? personally(turn, await answerBrief(dependencies, turn))
      : say(notAllowed(turn, 'brief.see')),
  giaoviec: (dependencies, turn, argument, { names }) => beginAssign(dependencies, turn, argument, names),
  phatdong: (dependencies, turn) => beginLaunch(dependencies, turn),
  nhap: (dependencies, turn) => beginImport(dependencies, turn),
  moi: (dependencies, turn, argument) => beginInviting(dependencies, turn, argument),
  nhatky: (dependencies, turn, argument) => beginAudit(dependencies, turn, argument),
  caidat: async (_, turn) => answerSettings(turn),
  toi: async (_, turn) => answerMe(turn),
  ngonngu: changeLanguage,
  dangky: (dependencies, turn, argument) => register(dependencies, turn, argument),
};

export async function runCommand(
  dependencies: Dependencies,
  turn: Turn,
  call: CommandCall,
  asked: Asked,
): Promise<Reply> {
  if (call.name !== null) return RUN[call.name](dependencies, turn, call.argument, asked);
  // Some commands that do not exist are questions all the same: `/sapden 14`.
  return (
    (await answerQuestion(dependencies, turn, asked)) ??
    say(saying(turn.frame.t('answer.unknownCommand', { command: call.written })))
  );
}

/** A command that is a question of its own. */
function ask(intent: Exclude<Intent, 'none'>): Run {
  return async (dependencies, turn, _, asked) =>
    (await answerQuestion(dependencies, turn, { ...asked, question: { ...asked.question, intent } })) ?? {};
}

async function changeLanguage(dependencies: Dependencies, turn: Turn, argument: string): Promise<Reply> {
  const { frame, request } = turn;
  const locale = argument.toLowerCase();
  if (locale !== 'vi' && locale !== 'en') return answerLanguage(turn);
  const outcome = await setLanguage(dependencies, request, locale);
  if (outcome.kind === 'refused') return say(saying(refusalText(frame, outcome)));
  return say(saying(translator(locale)('language.changed')));
}
