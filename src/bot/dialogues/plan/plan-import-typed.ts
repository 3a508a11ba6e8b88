import type { Dependencies } from '../../../app/dependencies.ts';
import { decidePlanMatter } from '../../../app/plan/decide-plan-matter.ts';
import { type PlanDraftSeen, seePlanDraft } from '../../../app/plan/see-plan-draft.ts';
import type { Message } from '../../../app/ports/message.ts';
import type { PlanDraft } from '../../../app/ports/plan-draft-repository.ts';
import { type Decision, decisionCode, noMilestone } from '../../../core/plan/decision.ts';
import { rowsWithoutDay } from '../../../core/plan/open-rows.ts';
import { type SuggestedMilestone, suggestedMilestones } from '../../../core/plan/suggest-milestones.ts';
import {
  readMilestone,
  readTyped,
  type TypedAbout,
  type TypedDecision,
} from '../../../core/plan/typed-answer.ts';
import { fullDate, weekdayDate } from '../../../i18n/days.ts';
import type { Translate } from '../../../i18n/translator.ts';
import { outdated, refusal, refusalText } from '../../refusal.ts';
import { popup, type Reply, say } from '../../reply.ts';
import type { Turn } from '../../turn.ts';
import { button, cancelling, choice, paragraph, saying, shortTitle } from '../../views/message.ts';
import { milestonesAround } from '../../views/plan/plan-import-lists.ts';
import { takenText } from '../../views/plan/plan-import-matter.ts';
import { closeDialogue, type DialogueKind, saveDialogue, showing } from '../dialogue-kind.ts';
import { isPastedTable } from './pasted-table.ts';
import { flawOf } from './plan-import-flaw.ts';
import { TYPING, type Typing, typingOf } from './plan-import-typing.ts';
import { nextMatter, showMatter } from './show-matter.ts';

type Ask = (dependencies: Dependencies, turn: Turn, seen: PlanDraftSeen, at: number) => Promise<Reply>;

/** Asks for what the buttons of a matter do not offer. */
export const askTyped: Ask = async (dependencies, turn, seen, at) => {
  const matter = seen.matters[at];
  return matter === undefined || matter.typed === null
    ? outdated(turn.frame)
    : ask(dependencies, turn, typingOf(turn.frame, seen, matter));
};

/** Asks for a day of the office's own for a row whose plan names none; before an event, offers some. */
export const askMilestone: Ask = async (dependencies, turn, { draft, decided }, at) => {
  const { t, today } = turn.frame;
  const row = decided.tasks[at];
  if (row === undefined || !rowsWithoutDay(decided, today).includes(row)) return outdated(turn.frame);
  const question = t('import.ask.milestone', { no: row.no, title: shortTitle(row.title) });
  const suggested = suggestedMilestones(decided, today).filter(({ no }) => no === row.no);
  return ask(dependencies, turn, {
    draft: draft.id,
    about: { kind: 'milestone', no: row.no },
    question: [question, ...suggested.slice(0, 1).map((one) => suggestionText(t, one))].join('\n\n'),
    suggested: suggested.map(({ daysBefore, on, decision }) => ({
      label: t('import.button.suggested', { days: daysBefore, day: weekdayDate(t, on) }),
      choice: decisionCode(decision),
    })),
    ...(row.officeWords === undefined ? {} : { unset: at }),
  });
};

const suggestionText = (t: Translate, { event, eventOn }: SuggestedMilestone): string =>
  t('import.milestone.suggested', { event, date: fullDate(eventOn) });

/** The row says again what the plan says; of a plan in force at once. */
export const unsetMilestone: Ask = async (dependencies, turn, { draft, decided }, at) => {
  const row = decided.tasks[at];
  if (row === undefined) return outdated(turn.frame);
  const outcome = await decidePlanMatter(dependencies, turn.request, draft.id, noMilestone(row.no));
  if (outcome.kind === 'refused') return refusal(turn.frame, outcome);
  return afterMilestone(dependencies, turn, outcome.value, { no: row.no, change: 'unset' });
};

/** The rows without a day, once a press set or took back the milestone of one. */
export async function afterMilestone(
  { unitOfWork }: Dependencies,
  { frame }: Turn,
  draft: PlanDraft,
  { no, change }: { readonly no: string; readonly change: 'set' | 'unset' },
): Promise<Reply> {
  const seen = await seePlanDraft(unitOfWork.read, draft, frame.now);
  return {
    edit: milestonesAround(frame, seen, no),
    answer: { text: frame.t(`import.milestone.${change}`, { no }), popup: false },
  };
}

async function ask(dependencies: Dependencies, turn: Turn, typing: Typing): Promise<Reply> {
  await saveDialogue(dependencies, turn, TYPING, typing.about.kind, typing);
  return say(questionMessage(turn, typing));
}

const questionMessage = (
  { frame: { t } }: Turn,
  { draft, question, suggested = [], unset, flaw }: Typing,
): Message =>
  saying(flaw === undefined ? question : `${flaw.why}\n\n${question}`, [
    ...(flaw?.nearest ?? []).map(({ label, decision }) => [choice(label, decisionCode(decision))]),
    ...suggested.map(({ label, choice: code }) => [
      button(label, { kind: 'plan_decide', draft, choice: code }),
    ]),
    ...(unset === undefined
      ? []
      : [[button(t('import.button.unset'), { kind: 'plan_draft', draft, step: 'unset', at: unset })]]),
    [cancelling(t)],
  ]);

/** Whoever presses a button of an import, or sends a file that is read, no longer answers what was asked before. */
export async function leaveTyping(dependencies: Dependencies, turn: Turn): Promise<void> {
  const dialogue = await turn.dialogue();
  if (dialogue?.kind === TYPING.kind) await closeDialogue(dependencies, turn);
}

export const planImportTyped: DialogueKind<Typing> = {
  ...TYPING,
  async take(dependencies, turn, { draft: typing, again }, input) {
    const { frame, request } = turn;
    if (again) return say(questionMessage(turn, typing));
    const stored = await dependencies.unitOfWork.read.planDrafts.byId(typing.draft);
    if (stored === null) return closed(dependencies, turn);
    const seen = await seePlanDraft(dependencies.unitOfWork.read, stored, frame.now);
    const decide = async (decision: Decision): Promise<Reply> => {
      const outcome = await decidePlanMatter(dependencies, request, stored.id, decision);
      await closeDialogue(dependencies, turn);
      if (outcome.kind === 'refused') return say(saying(refusalText(frame, outcome)));
      return showing(input)(await afterTyped(dependencies, turn, typing.about, decision, outcome.value));
    };
    if (input.kind === 'choice') {
      // One offered for other words is none of these.
      const nearest = typing.flaw?.nearest.find(({ decision }) => decisionCode(decision) === input.choice);
      if (nearest !== undefined) return decide(nearest.decision);
      if (input.choice !== 'cancel') return popup(frame.t('answer.dialogueGone'));
      await closeDialogue(dependencies, turn);
      return { edit: await askedFrom(dependencies, turn, typing.about, seen) };
    }
    // The next plan, or this one once more.
    if (input.kind === 'unfit') return input.file === undefined ? say(questionMessage(turn, typing)) : null;
    // So is a pasted table; another question is answered meanwhile.
    if (isPastedTable(input.text) || input.asks()) return null;
    const read = readIt(turn, seen, typing.about, input.text);
    return read.kind === 'decided'
      ? decide(read.decision)
      : ask(dependencies, turn, { ...typing, flaw: flawOf(frame, read) });
  },
};

/** Where it was asked from. */
async function askedFrom(
  dependencies: Dependencies,
  turn: Turn,
  about: TypedAbout,
  seen: PlanDraftSeen,
): Promise<Message> {
  if (about.kind === 'milestone') return milestonesAround(turn.frame, seen, about.no);
  const at = seen.matters.findIndex(({ key }) => key === about.key);
  return showMatter(dependencies, turn, seen, at);
}

/** What was taken of the words, and what is asked next. */
async function afterTyped(
  dependencies: Dependencies,
  turn: Turn,
  about: TypedAbout,
  decision: Decision,
  draft: PlanDraft,
): Promise<Message> {
  const seen = await seePlanDraft(dependencies.unitOfWork.read, draft, turn.frame.now);
  const next =
    about.kind === 'milestone'
      ? milestonesAround(turn.frame, seen, about.no)
      : await nextMatter(dependencies, turn, draft, about.key);
  const [first = [], ...rest] = next.entries;
  return { ...next, entries: [[takenText(turn.frame, seen, decision)], paragraph(first), ...rest] };
}

function readIt({ frame }: Turn, seen: PlanDraftSeen, about: TypedAbout, text: string): TypedDecision {
  const { directory, today } = frame;
  const context = { head: seen.decided.head, directory, today };
  if (about.kind === 'milestone') return readMilestone(about.no, text, context);
  const matter = seen.matters.find(({ key }) => key === about.key);
  return matter === undefined || matter.typed === null
    ? { kind: 'unfit' }
    : readTyped(matter.typed, matter, text, context);
}

async function closed(dependencies: Dependencies, turn: Turn): Promise<Reply> {
  await closeDialogue(dependencies, turn);
  return say(saying(turn.frame.t('answer.dialogueGone')));
}
