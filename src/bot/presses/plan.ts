import type { Dependencies } from '../../app/dependencies.ts';
import { type Outcome, type Refused, refuse } from '../../app/outcome.ts';
import { type Confirmation, confirmPlanDraft } from '../../app/plan/confirm-plan-draft.ts';
import { decidePlanMatter } from '../../app/plan/decide-plan-matter.ts';
import { draftRolledPlan, seeNextPlan } from '../../app/plan/draft-rolled-plan.ts';
import { dropPlanDraft } from '../../app/plan/drop-plan-draft.ts';
import { restorePlanDraft } from '../../app/plan/restore-plan-draft.ts';
import { type PlanDraftSeen, seePlanDraft } from '../../app/plan/see-plan-draft.ts';
import type { PlanDraft, PlanDraftId } from '../../app/ports/plan-draft-repository.ts';
import { type Decision, decisionCode } from '../../core/plan/decision.ts';
import { suggestedMilestones } from '../../core/plan/suggest-milestones.ts';
import type { PLAN_BUTTONS } from '../buttons/plan.ts';
import {
  afterMilestone,
  askMilestone,
  askTyped,
  leaveTyping,
  unsetMilestone,
} from '../dialogues/plan/plan-import-typed.ts';
import { nextMatter, showMatter } from '../dialogues/plan/show-matter.ts';
import { outdated, refusal, refusalText } from '../refusal.ts';
import { type Reply, say } from '../reply.ts';
import { may } from '../rights.ts';
import type { Turn } from '../turn.ts';
import { draftMessage } from '../views/plan/plan-import.ts';
import { confirmedMessage } from '../views/plan/plan-import-confirmed.ts';
import { changesMessage, milestonesMessage } from '../views/plan/plan-import-lists.ts';
import { reportMessage, workbookMessage } from '../views/plan/plan-import-report.ts';
import { rollMessage } from '../views/plan/plan-roll.ts';
import type { HandlersOf } from './handlers.ts';

type Step = (
  dependencies: Dependencies,
  turn: Turn,
  seen: PlanDraftSeen,
  at: number,
) => Reply | Promise<Reply>;

/** What the buttons of a draft show and do; unknown steps are of another version. */
const STEPS: Readonly<Record<string, Step>> = {
  show: (_, { frame }, seen) => ({ edit: draftMessage(frame, seen) }),
  matter: async (dependencies, turn, seen, at) => ({ edit: await showMatter(dependencies, turn, seen, at) }),
  changes: (_, { frame }, seen, at) => ({ edit: changesMessage(frame, seen, at) }),
  milestones: (_, { frame }, seen, at) => ({ edit: milestonesMessage(frame, seen, at) }),
  type: askTyped,
  milestone: askMilestone,
  unset: unsetMilestone,
  report: async (_, { frame, tools }, seen) => say(await reportMessage(frame, seen, tools.tables)),
  excel: async (_, { frame, tools }, seen) => say(await workbookMessage(frame, seen, tools.planWorkbook)),
  roll: async ({ unitOfWork }, { frame }, { draft }, at) => {
    const next = await seeNextPlan(unitOfWork.read, draft.planId, frame.now);
    return next === null ? outdated(frame) : { edit: rollMessage(frame, draft.id, next, at) };
  },
  rolled: rolled({ takesOffered: false }),
  'rolled-all': rolled({ takesOffered: true }),
  new: confirm('new'),
  change: confirm('change'),
  correction: confirm('correction'),
  drop: thenShown(dropPlanDraft),
  restore: thenShown(restorePlanDraft),
};

function rolled(how: { readonly takesOffered: boolean }): Step {
  return (dependencies, turn, { draft }) =>
    shown(dependencies, turn, draftRolledPlan(dependencies, turn.request, draft.planId, how));
}

function thenShown(change: typeof dropPlanDraft): Step {
  return (dependencies, turn, { draft }) =>
    shown(dependencies, turn, change(dependencies, turn.request, draft.id));
}

/** The first screen of what became of a draft. */
async function shown(
  { unitOfWork }: Dependencies,
  { frame }: Turn,
  change: Promise<Outcome<PlanDraft>>,
): Promise<Reply> {
  const outcome = await change;
  if (outcome.kind === 'refused') return refusal(frame, outcome);
  return { edit: draftMessage(frame, await seePlanDraft(unitOfWork.read, outcome.value, frame.now)) };
}

export const PLAN_HANDLERS: HandlersOf<typeof PLAN_BUTTONS> = {
  plan_draft: async (dependencies, turn, { draft: id, step, at }) => {
    const seen = await draftSeen(dependencies, turn, id);
    if ('kind' in seen) return refusal(turn.frame, seen);
    await leaveTyping(dependencies, turn);
    const take = STEPS[step];
    return take === undefined ? outdated(turn.frame) : take(dependencies, turn, seen, at);
  },
  /** Records the decision and goes on to the next matter that waits, or shows what rows have a milestone now. */
  plan_decide: async (dependencies, turn, { draft: id, choice }) => {
    const seen = await draftSeen(dependencies, turn, id);
    if ('kind' in seen) return refusal(turn.frame, seen);
    await leaveTyping(dependencies, turn);
    const decision = decisionsOffered(turn, seen).find((option) => decisionCode(option) === choice);
    if (decision === undefined) return outdated(turn.frame);
    const outcome = await decidePlanMatter(dependencies, turn.request, id, decision);
    if (outcome.kind === 'refused') return refusal(turn.frame, outcome);
    if (decision.kind === 'milestone') {
      return afterMilestone(dependencies, turn, outcome.value, { no: decision.no, change: 'set' });
    }
    return { edit: await nextMatter(dependencies, turn, outcome.value, decision.about) };
  },
};

const decisionsOffered = ({ frame }: Turn, { matters, decided }: PlanDraftSeen): Decision[] => [
  ...matters.flatMap(({ options }) => options),
  ...suggestedMilestones(decided, frame.today).map(({ decision }) => decision),
];

async function draftSeen(
  { unitOfWork }: Dependencies,
  turn: Turn,
  id: PlanDraftId,
): Promise<PlanDraftSeen | Refused> {
  if (!may(turn, 'plan.import') || turn.incoming.chat.kind === 'group')
    return refuse('ACCESS_SECRETARIAT_ONLY');
  const draft = await unitOfWork.read.planDrafts.byId(id);
  return draft === null ? refuse('PLAN_DRAFT_UNKNOWN') : seePlanDraft(unitOfWork.read, draft, turn.frame.now);
}

function confirm(as: Confirmation): Step {
  return async (dependencies, turn, seen, revision) => {
    const { frame, request } = turn;
    const outcome = await confirmPlanDraft(dependencies, request, seen.draft.id, { as, revision });
    const { read } = dependencies.unitOfWork;
    if (outcome.kind === 'refused') {
      const draft = (await read.planDrafts.byId(seen.draft.id)) ?? seen.draft;
      // A second tap: what the first one answered stays to be read.
      if (draft.state === 'in_force') {
        return { answer: { text: frame.t('import.state.inForce'), popup: false } };
      }
      return {
        edit: draftMessage(frame, await seePlanDraft(read, draft, frame.now)),
        answer: { text: refusalText(frame, outcome), popup: true },
      };
    }
    const inForce = await seePlanDraft(read, outcome.value.draft, frame.now);
    const now = { ...frame, book: await read.plans.book() };
    return { edit: confirmedMessage(now, inForce, outcome.value) };
  };
}
