import type { Dependencies } from '../../app/dependencies.ts';
import { listObligations } from '../../app/list-obligations.ts';
import { RECORD_SOURCES, type RecordSource } from '../../app/ports/report-repository.ts';
import { recordForOwners } from '../../app/record-for-owners.ts';
import type { ObligationId, TaskId } from '../../core/id.ts';
import type { Obligation } from '../../core/obligation/obligation.ts';
import { isOpen } from '../../core/obligation/work-state.ts';
import { ownerName } from '../../core/organisation/owner-name.ts';
import { addDays } from '../../core/time/local-date.ts';
import { mayManage, secretariatOnly } from '../answers/answer-inbox.ts';
import { refusalText } from '../refusal.ts';
import { popup, type Reply, say } from '../reply.ts';
import type { Turn } from '../turn.ts';
import { withSecretariat } from '../views/frame.ts';
import { saying } from '../views/message.ts';
import { recordAskSaidBy, recordAskSource, recordDone, recordTasks, recordTicks } from '../views/record.ts';
import { closeDialogue, type DialogueKind, type Drafted, saveDialogue } from './dialogue-kind.ts';

const IDENTITY = { kind: 'record', version: 1 } as const;
const BACK_DAYS = 60;
const AHEAD_DAYS = 90;
const LONGEST_NAME = 120;

interface Draft {
  readonly taskId: TaskId;
  /** The places of the owners on the screen, and which of them are ticked. */
  readonly offered: readonly ObligationId[];
  readonly ticked: readonly ObligationId[];
  readonly source: RecordSource | null;
}

/** `/ghiho`: the tasks of these weeks of which something is open. */
export async function chooseRecordTask(dependencies: Dependencies, turn: Turn): Promise<Reply> {
  const { frame, incoming } = turn;
  if (!mayManage(turn)) return say(secretariatOnly(turn));
  if (incoming.chat.kind === 'group') return say(saying(frame.t('record.privateOnly')));
  const range = { from: addDays(frame.today, -BACK_DAYS), to: addDays(frame.today, AHEAD_DAYS) };
  const listed = await listObligations(dependencies.unitOfWork.read, range, frame.now);
  const open = listed.filter((one) => one.stored && isOpen(one.state));
  return say(recordTasks(frame, [...new Set(open.map(({ taskId }) => taskId))]));
}

/** All who owe the task next, to be ticked on one screen. */
export async function beginRecord(dependencies: Dependencies, turn: Turn, taskId: TaskId): Promise<Reply> {
  const { frame, incoming } = turn;
  if (!mayManage(turn)) return popup(frame.t('refusal.ACCESS_SECRETARIAT_ONLY', withSecretariat(frame)));
  if (incoming.chat.kind === 'group') return popup(frame.t('record.privateOnly'));
  const all = await dependencies.unitOfWork.read.obligations.ofTasks([taskId]);
  const open = all.filter((one) => isOpen(one.state));
  const nameOf = (one: Obligation) => ownerName(frame.directory, one.owner);
  const offered = open
    .filter((one) => one.periodKey === open[0]?.periodKey)
    .sort((one, other) => nameOf(one).localeCompare(nameOf(other), 'vi'));
  if (offered.length === 0) return popup(frame.t('record.nothingOpen'));
  const draft: Draft = { taskId, offered: offered.map(({ id }) => id), ticked: [], source: null };
  await saveDialogue(dependencies, turn, IDENTITY, 'ticks', draft);
  return { edit: recordTicks(frame, taskId, offered, new Set()) };
}

export const recordDialogue: DialogueKind = {
  ...IDENTITY,
  async take(dependencies, turn, dialogue, input) {
    const { frame, request, incoming } = turn;
    const { madeBy, draft } = dialogue.draft as Drafted<Draft>;
    const again = madeBy === incoming.effectKey;
    const show = (message: ReturnType<typeof saying>): Reply =>
      input.kind === 'choice' ? { edit: message } : say(message);
    const choice = input.kind === 'choice' ? input.choice : null;
    if (choice === 'cancel') {
      await closeDialogue(dependencies, turn);
      return show(saying(frame.t('report.cancelled')));
    }
    const ask = async (step: string, next: Draft): Promise<Reply> => {
      if (!again) await saveDialogue(dependencies, turn, IDENTITY, step, next);
      return show(await questionOf(step, next));
    };
    const questionOf = async (step: string, { taskId, offered, ticked }: Draft) => {
      if (step === 'source') return recordAskSource(frame, taskId, ticked.length);
      if (step === 'said') return recordAskSaidBy(frame);
      const owners = await dependencies.unitOfWork.read.obligations.byIds(offered);
      return recordTicks(frame, taskId, inOrder(owners, offered), new Set(ticked));
    };
    if (again) return ask(dialogue.step, draft);
    switch (dialogue.step) {
      case 'ticks': {
        if (choice === 'next' && draft.ticked.length > 0) return ask('source', draft);
        return ask('ticks', { ...draft, ticked: ticked(draft, choice) });
      }
      case 'source': {
        const source = RECORD_SOURCES.find((known) => known === choice);
        return source === undefined
          ? ask(choice === 'back' ? 'ticks' : 'source', draft)
          : ask('said', { ...draft, source });
      }
      default: {
        const saidBy = input.kind === 'text' ? input.text.trim() : '';
        const isSaid = choice === 'skip' || (saidBy !== '' && Array.from(saidBy).length <= LONGEST_NAME);
        if (!isSaid || draft.source === null) return ask(choice === 'back' ? 'source' : 'said', draft);
        const from = { source: draft.source, saidBy };
        const outcome = await recordForOwners(dependencies, request, draft.ticked, from);
        await closeDialogue(dependencies, turn);
        return show(
          outcome.kind === 'refused'
            ? saying(refusalText(frame, outcome))
            : recordDone(frame, draft.taskId, outcome.value, from),
        );
      }
    }
  },
};

/** A tick set or taken away; all of them; none where all were. */
function ticked({ offered, ticked: before }: Draft, choice: string | null): readonly ObligationId[] {
  if (choice === 'all') return before.length === offered.length ? [] : offered;
  const id = offered[Number(/^u-(\d{1,3})$/.exec(choice ?? '')?.[1] ?? Number.NaN)];
  if (id === undefined) return before;
  return before.includes(id) ? before.filter((one) => one !== id) : [...before, id];
}

const inOrder = (owners: readonly Obligation[], ids: readonly ObligationId[]): Obligation[] =>
  ids.flatMap((id) => owners.find((one) => one.id === id) ?? []);
