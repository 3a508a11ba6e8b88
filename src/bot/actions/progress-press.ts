import { contestReport } from '../../app/report/contest-report.ts';
import { seeEvidence } from '../../app/report/see-evidence.ts';
import { beginExtension } from '../dialogues/ask-extension.ts';
import { askEvidence } from '../dialogues/give-evidence.ts';
import { askMeeting } from '../dialogues/schedule-meeting.ts';
import { refusalText } from '../refusal.ts';
import { popup } from '../reply.ts';
import { evidenceFile } from '../views/evidence.ts';
import { withSecretariat } from '../views/frame.ts';
import type { HandlersOf } from './handlers.ts';
import { askOwner, recordClaim } from './own-report.ts';
import type { ProgressAction } from './progress-action.ts';
import { toPresser } from './to-presser.ts';

export const PROGRESS_HANDLERS: HandlersOf<ProgressAction> = {
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
      ? popup(refusalText(turn.frame, outcome))
      : toPresser(turn, () => evidenceFile(turn.frame, outcome.value));
  },
  contest: async (dependencies, turn, { report }) => {
    const { frame } = turn;
    const outcome = await contestReport(dependencies, turn.request, report);
    if (outcome.kind === 'refused') return popup(refusalText(frame, outcome));
    const key = outcome.value.changed ? 'contest.taken' : 'contest.before';
    return popup(frame.t(key, withSecretariat(frame)));
  },
};
