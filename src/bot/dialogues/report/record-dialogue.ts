import { listObligations } from '../../../app/asking/list-obligations.ts';
import type { Dependencies } from '../../../app/dependencies.ts';
import type { Message } from '../../../app/ports/message.ts';
import {
  RECORD_SOURCES,
  type RecordedFrom,
  type RecordSource,
} from '../../../app/ports/report-repository.ts';
import { oncePerDuty } from '../../../core/plan/same-duty.ts';
import { readAnswers } from '../../../core/question/read-answers.ts';
import { addDays } from '../../../core/time/local-date.ts';
import { isOpen } from '../../../core/work/work-state.ts';
import { onlyPrivately } from '../../private-door.ts';
import { refusalText } from '../../refusal.ts';
import { popup, type Reply, say } from '../../reply.ts';
import { may, refusalHere, secretariatOnly } from '../../rights.ts';
import type { Turn } from '../../turn.ts';
import { saying } from '../../views/message.ts';
import {
  type RecordHead,
  recordAskSaidBy,
  recordAskSource,
  recordDone,
  recordTasks,
  recordTicks,
} from '../../views/report/record.ts';
import {
  closeDialogue,
  type DialogueInput,
  type DialogueKind,
  saveDialogue,
  showing,
} from '../dialogue-kind.ts';
import { type Owing, type Recording, type RecordSubject, recordingOf, shownName } from './recording.ts';

const IDENTITY = { kind: 'record', version: 2 } as const;
const BACK_DAYS = 60;
const AHEAD_DAYS = 90;
const LONGEST_NAME = 120;

interface Draft {
  readonly subject: RecordSubject;
  /** Everybody on the screen, in its order, and the ids of those who are ticked. */
  readonly offered: readonly Owing[];
  readonly ticked: readonly string[];
  /** Of answers pasted from elsewhere, the lines that a person must read. */
  readonly unclear: readonly string[];
  readonly source: RecordSource | null;
}

/** `/ghiho`: the tasks of these weeks of which something is open. */
export async function chooseRecordTask(dependencies: Dependencies, turn: Turn): Promise<Reply> {
  const { frame, incoming } = turn;
  if (!may(turn, 'reports.manage')) return say(secretariatOnly(turn));
  if (incoming.chat.kind === 'group') return onlyPrivately(turn, frame.t('record.privateOnly'));
  const range = { from: addDays(frame.today, -BACK_DAYS), to: addDays(frame.today, AHEAD_DAYS) };
  const listed = await listObligations(dependencies.unitOfWork.read, range, frame.now);
  const open = listed.filter((one) => one.stored && isOpen(one.state));
  const tasks = oncePerDuty(
    frame.book,
    open.map(({ taskId }) => ({ id: taskId })),
  );
  return say(
    recordTasks(
      frame,
      tasks.map(({ id }) => id),
    ),
  );
}

/** All who are awaited, to be ticked on one screen: in place of the list of tasks, or below what leads here. */
export async function beginRecord(
  dependencies: Dependencies,
  turn: Turn,
  subject: RecordSubject,
): Promise<Reply> {
  const { frame } = turn;
  const refused = refusalHere(turn, 'reports.manage', frame.t('record.privateOnly'));
  if (refused !== null) return refused;
  const opened = await recordingOf(dependencies, turn, subject).open();
  if (opened === null) return popup(frame.t('record.nothingOpen'));
  const draft: Draft = { subject, offered: opened.owing, ticked: [], unclear: [], source: null };
  await saveDialogue(dependencies, turn, IDENTITY, 'ticks', draft);
  return say(screenOf(turn, opened.head, 'ticks', draft));
}

export const recordDialogue: DialogueKind<Draft, Step> = {
  ...IDENTITY,
  async take(dependencies, turn, { step, draft, again }, input) {
    const { frame } = turn;
    const recording = recordingOf(dependencies, turn, draft.subject);
    const show = showing(input);
    const close = async (message: Message): Promise<Reply> => {
      await closeDialogue(dependencies, turn);
      return show(message);
    };
    if (input.kind === 'choice' && input.choice === 'cancel')
      return close(saying(frame.t('report.cancelled')));
    const opened = await recording.open();
    if (opened === null) return close(saying(frame.t('record.nothingOpen')));
    const next = again ? { step, draft } : stepRecord(step, draft, input, recording);
    if ('step' in next) {
      if (!again) await saveDialogue(dependencies, turn, IDENTITY, next.step, next.draft);
      return show(screenOf(turn, opened.head, next.step, next.draft));
    }
    const outcome = await recording.record(draft.ticked, next);
    return close(
      outcome.kind === 'refused'
        ? saying(refusalText(frame, outcome))
        : recordDone(frame, outcome.value, next),
    );
  },
};

type Step = 'ticks' | 'source' | 'said';

/** Where the input leads, or with the last answer how the results came. What does not fit leaves all as it is. */
function stepRecord(
  step: Step,
  draft: Draft,
  input: DialogueInput,
  { asksWho }: Recording,
): { readonly step: Step; readonly draft: Draft } | RecordedFrom {
  const choice = input.kind === 'choice' ? input.choice : null;
  switch (step) {
    case 'ticks':
      if (choice === 'next' && draft.ticked.length > 0) {
        return { step: 'source', draft };
      }
      return { step, draft: input.kind === 'text' ? pasted(draft, input.text) : ticked(draft, choice) };
    case 'source': {
      const source = RECORD_SOURCES.find((known) => known === choice);
      if (source === undefined) return { step: choice === 'back' ? 'ticks' : step, draft };
      return asksWho ? { step: 'said', draft: { ...draft, source } } : { source, saidBy: '' };
    }
    case 'said': {
      const saidBy = input.kind === 'text' ? input.text.trim() : '';
      const isSaid = choice === 'skip' || (saidBy !== '' && Array.from(saidBy).length <= LONGEST_NAME);
      const { source } = draft;
      return isSaid && source !== null
        ? { source, saidBy }
        : { step: choice === 'back' ? 'source' : step, draft };
    }
  }
}

/** A tick set or taken away; all of them; none where all were. */
function ticked(draft: Draft, choice: string | null): Draft {
  const { offered, ticked: before } = draft;
  const all = offered.map(({ id }) => id);
  if (choice === 'all') return { ...draft, ticked: before.length === offered.length ? [] : all };
  const id = all[Number(/^u-(\d{1,3})$/.exec(choice ?? '')?.[1] ?? Number.NaN)];
  if (id === undefined) return draft;
  return { ...draft, ticked: before.includes(id) ? before.filter((one) => one !== id) : [...before, id] };
}

/** Ticks those who say in pasted answers that it is done; the secretary looks over the ticks. */
function pasted(draft: Draft, text: string): Draft {
  const { done, unclear } = readAnswers(text, draft.offered);
  return { ...draft, ticked: [...new Set([...draft.ticked, ...done])], unclear };
}

function screenOf({ frame }: Turn, head: RecordHead, step: Step, draft: Draft): Message {
  if (step === 'source') return recordAskSource(frame, head, draft.ticked.length);
  if (step === 'said') return recordAskSaidBy(frame);
  const rows = draft.offered.map((one) => ({
    name: shownName(one),
    isTicked: draft.ticked.includes(one.id),
  }));
  return recordTicks(frame, head, rows, draft.unclear);
}
