import type { Dependencies } from '../../../app/dependencies.ts';
import { reportProgress } from '../../../app/report/report-progress.ts';
import { chairOf, readMeeting } from '../../../core/day/read-meeting.ts';
import type { ObligationId } from '../../../core/id.ts';
import type { Obligation } from '../../../core/obligation/obligation.ts';
import type { Meeting } from '../../../core/work/step.ts';
import { refusalText } from '../../refusal.ts';
import { type Reply, say } from '../../reply.ts';
import type { Turn } from '../../turn.ts';
import { askMeetingMessage, meetingOverlaps } from '../../views/ask/meeting.ts';
import { saying } from '../../views/message.ts';
import { recordedMessage } from '../../views/report/report.ts';
import {
  closeDialogue,
  type DialogueInput,
  type DialogueKind,
  saveDialogue,
  showing,
} from '../dialogue-kind.ts';

const IDENTITY = { kind: 'schedule', version: 1 } as const;
const LONGEST = 200;

export type MeetingStep = 'when' | 'place' | 'chair';

interface Draft {
  readonly obligationId: ObligationId;
  readonly meeting: Meeting | null;
}

/** Asks day and hour, then place, then chair of a conference; the last answer is the report. */
export async function askMeeting(
  dependencies: Dependencies,
  turn: Turn,
  obligation: Obligation,
): Promise<Reply> {
  const draft: Draft = { obligationId: obligation.id, meeting: null };
  await saveDialogue(dependencies, turn, IDENTITY, 'when', draft);
  return say(askMeetingMessage(turn.frame, 'when', null));
}

export const scheduleMeeting: DialogueKind<Draft, MeetingStep> = {
  ...IDENTITY,
  async take(dependencies, turn, { step, draft, again }, input) {
    const { frame } = turn;
    const show = showing(input);
    if (again) return show(askMeetingMessage(frame, step, draft.meeting));
    if (input.kind === 'choice' && input.choice === 'cancel') {
      await closeDialogue(dependencies, turn);
      return show(saying(frame.t('report.cancelled')));
    }
    const meeting = stepMeeting(step, draft.meeting, input, frame.today);
    if (meeting === null) return show(askMeetingMessage(frame, step, draft.meeting, true));
    const next = nextAfter(step, meeting);
    if (next !== null) {
      await saveDialogue(dependencies, turn, IDENTITY, next, { ...draft, meeting });
      return show(askMeetingMessage(frame, next, meeting));
    }
    const outcome = await reportProgress(dependencies, turn.request, draft.obligationId, {
      kind: 'step',
      step: 'scheduled',
      meeting,
    });
    await closeDialogue(dependencies, turn);
    if (outcome.kind === 'refused') return show(saying(refusalText(frame, outcome)));
    const others = await dependencies.unitOfWork.read.obligations.scheduled();
    const overlaps = meetingOverlaps(frame, outcome.value.obligation, others);
    const recorded = recordedMessage(frame, outcome.value);
    return show({ ...recorded, entries: [...recorded.entries, ...overlaps] });
  },
};

const ASKED_AFTER = { when: ['place', 'chair'], place: ['chair'], chair: [] } as const;

/** What an earlier answer said already is not asked for. */
const nextAfter = (step: MeetingStep, meeting: Meeting): MeetingStep | null =>
  ASKED_AFTER[step].find((asked) => meeting[asked] === '') ?? null;

/** What the input adds; null where it does not fit the step. */
function stepMeeting(
  step: MeetingStep,
  meeting: Meeting | null,
  input: DialogueInput,
  today: Meeting['on'],
): Meeting | null {
  if (step === 'when') {
    const read = input.kind === 'text' ? readMeeting(input.text, today) : null;
    return read === null || isLong(read.place) || isLong(read.chair) ? null : read;
  }
  if (meeting === null) return null;
  if (input.kind === 'choice') return input.choice === 'skip' ? meeting : null;
  const text = input.kind !== 'text' ? '' : step === 'chair' ? chairOf(input.text) : input.text.trim();
  return text === '' || isLong(text) ? null : { ...meeting, [step]: text };
}

const isLong = (text: string): boolean => Array.from(text).length > LONGEST;
