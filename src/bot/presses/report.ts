import { refuse } from '../../app/outcome.ts';
import { contestReport } from '../../app/report/contest-report.ts';
import { handleTask } from '../../app/report/handle-task.ts';
import { seeEvidence } from '../../app/report/see-evidence.ts';
import type { TaskHandling } from '../../core/plan/plan-book.ts';
import { PROGRESS_STEPS } from '../../core/work/work-state.ts';
import type { HandlingChoice, REPORT_BUTTONS } from '../buttons/report.ts';
import { beginExtension } from '../dialogues/report/ask-extension.ts';
import { askReason } from '../dialogues/report/blocked-reason.ts';
import { askEvidence } from '../dialogues/report/give-evidence.ts';
import { beginRecord, chooseRecordTask } from '../dialogues/report/record-dialogue.ts';
import { askMeeting } from '../dialogues/report/schedule-meeting.ts';
import { outdated, refusal } from '../refusal.ts';
import { popup } from '../reply.ts';
import { may, secretariatOnly } from '../rights.ts';
import { withSecretariat } from '../views/frame.ts';
import { evidenceFile } from '../views/report/evidence.ts';
import { handlingMessage } from '../views/report/handling.ts';
import { stepsMessage } from '../views/report/report.ts';
import type { HandlersOf } from './handlers.ts';
import { askOwner, forOwner, recordClaim } from './own-report.ts';
import { toPresser } from './to-presser.ts';

export const REPORT_HANDLERS: HandlersOf<typeof REPORT_BUTTONS> = {
  steps: (dependencies, turn, { obligation }) =>
    forOwner(dependencies, turn, obligation, (one) =>
      toPresser(turn, () => stepsMessage(turn.frame, one), 'edit'),
    ),
  percent: async (dependencies, turn, { obligation, percent }) => {
    const step = PROGRESS_STEPS.find((known) => known === percent);
    return step === undefined
      ? outdated(turn.frame)
      : recordClaim(dependencies, turn, obligation, { kind: 'percent', percent: step });
  },
  done: (dependencies, turn, { obligation }) => recordClaim(dependencies, turn, obligation, { kind: 'done' }),
  blocked: (dependencies, turn, { obligation }) =>
    askOwner(dependencies, turn, obligation, (one) => askReason(dependencies, turn, one)),
  step: (dependencies, turn, { obligation, step }) =>
    step === 'scheduled'
      ? askOwner(dependencies, turn, obligation, (one) => askMeeting(dependencies, turn, one))
      : recordClaim(dependencies, turn, obligation, { kind: 'step', step, meeting: null }),
  extend: (dependencies, turn, { obligation }) =>
    askOwner(dependencies, turn, obligation, (one) => beginExtension(dependencies, turn, one)),
  evidence: (dependencies, turn, { obligation }) =>
    askOwner(dependencies, turn, obligation, (one) => askEvidence(dependencies, turn, one)),
  evidence_file: async (dependencies, turn, { report }) => {
    const outcome = await seeEvidence(dependencies, turn.request, report);
    return outcome.kind === 'refused'
      ? refusal(turn.frame, outcome)
      : toPresser(turn, () => evidenceFile(turn.frame, outcome.value));
  },
  contest: async (dependencies, turn, { report }) => {
    const { frame } = turn;
    const outcome = await contestReport(dependencies, turn.request, report);
    if (outcome.kind === 'refused') return refusal(frame, outcome);
    const key = outcome.value.changed ? 'contest.taken' : 'contest.before';
    return popup(frame.t(key, withSecretariat(frame)));
  },
  record: (dependencies, turn, { task }) => beginRecord(dependencies, turn, { kind: 'task', id: task }),
  record_choose: (dependencies, turn) => chooseRecordTask(dependencies, turn),
  handling: (_, turn, { task }) => {
    const known = turn.frame.book.tasks.find(({ id }) => id === task);
    if (known === undefined) return refusal(turn.frame, refuse('TASK_UNKNOWN'));
    const shown = () =>
      may(turn, 'reports.manage') ? handlingMessage(turn.frame, known) : secretariatOnly(turn);
    return toPresser(turn, shown);
  },
  handle: async (dependencies, turn, { task, choice }) => {
    const outcome = await handleTask(dependencies, turn.request, task, CHANGES[choice]);
    return outcome.kind === 'refused'
      ? refusal(turn.frame, outcome)
      : { edit: handlingMessage(turn.frame, outcome.value) };
  },
};

const CHANGES: Record<HandlingChoice, Partial<TaskHandling>> = {
  conference: { workKind: 'conference' },
  document: { workKind: 'document' },
  general: { workKind: 'general' },
  'evidence-none': { evidence: 'none' },
  'evidence-document': { evidence: 'document' },
  'evidence-file': { evidence: 'file' },
  'evidence-link': { evidence: 'link' },
  confirmed: { confirmation: true },
  unconfirmed: { confirmation: false },
};
