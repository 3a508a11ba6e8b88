import type { Dependencies } from '../../../app/dependencies.ts';
import { recordReceipts } from '../../../app/launch/record-receipts.ts';
import { seeLaunch } from '../../../app/launch/see-launch.ts';
import { done, type Outcome } from '../../../app/outcome.ts';
import type { RecordedFrom } from '../../../app/ports/report-repository.ts';
import { recordForOwners } from '../../../app/report/record-for-owners.ts';
import type { LaunchId, ObligationId, TaskId, UnitId } from '../../../core/id.ts';
import { isMissing } from '../../../core/launch/launch.ts';
import type { Obligation, Owner } from '../../../core/obligation/obligation.ts';
import { ownerName } from '../../../core/obligation/owner-name.ts';
import { clusterById, type Directory, unitById } from '../../../core/organisation/directory.ts';
import { taskById } from '../../../core/plan/plan-book.ts';
import { kinOf } from '../../../core/plan/same-duty.ts';
import type { NameEntry } from '../../../core/question/names/name-entry.ts';
import { isOpen } from '../../../core/work/work-state.ts';
import type { Turn } from '../../turn.ts';
import { deadlineLine } from '../../views/deadline-line.ts';
import type { RecordDone, RecordHead } from '../../views/report/record.ts';
import { taskLine } from '../../views/task-line.ts';
import { allNumbers } from '../../views/task-number.ts';

/** What the secretary records for others: that a task is done, that a launch was received. */
export type RecordSubject =
  | { readonly kind: 'task'; readonly id: TaskId }
  | { readonly kind: 'launch'; readonly id: LaunchId };

/** Somebody who is awaited; `id` is their obligation's, or with a launch their unit's. The first name is shown. */
export type Owing = NameEntry;

export interface Recording {
  /** Whether it is asked who said so. */
  readonly asksWho: boolean;
  /** How the screens are headed and who is awaited, by name; null where nobody is any more. */
  open(): Promise<{ readonly head: RecordHead; readonly owing: readonly Owing[] } | null>;
  record(ids: readonly string[], from: RecordedFrom): Promise<Outcome<RecordDone>>;
}

export const recordingOf = (dependencies: Dependencies, turn: Turn, subject: RecordSubject): Recording =>
  subject.kind === 'task' ? ofTask(dependencies, turn, subject.id) : ofLaunch(dependencies, turn, subject.id);

function ofTask(dependencies: Dependencies, { frame, request }: Turn, taskId: TaskId): Recording {
  const { t, book, directory } = frame;
  const kin = kinOf(book, taskById(book, taskId)).map(({ id }) => id);
  const named = (list: readonly Obligation[]) => list.map((one) => ownerName(directory, one.owner));
  return {
    asksWho: true,
    async open() {
      const all = await dependencies.unitOfWork.read.obligations.ofTasks(kin);
      const open = all.filter((one) => isOpen(one.state));
      const [next] = open;
      if (next === undefined) return null;
      return {
        head: {
          heading: taskLine(frame, taskById(book, taskId)),
          deadline: deadlineLine(frame, next, 'private'),
          ask: 'record.askWho',
        },
        owing: byName(
          open
            .filter((one) => one.periodKey === next.periodKey)
            .map(({ id, owner }) => ({ kind: 'unit', id, names: namesOf(directory, owner) })),
        ),
      };
    },
    async record(ids, from) {
      const outcome = await recordForOwners(dependencies, request, ids as ObligationId[], from);
      if (outcome.kind === 'refused') return outcome;
      const { recorded, passed } = outcome.value;
      const heading = t('record.done', {
        count: recorded.length,
        no: allNumbers(frame, taskById(book, taskId)),
      });
      return done({ heading, recorded: named(recorded), passed: named(passed), told: true });
    },
  };
}

function ofLaunch(dependencies: Dependencies, { frame, request }: Turn, launchId: LaunchId): Recording {
  const { t, directory } = frame;
  const named = (units: readonly UnitId[]) => units.map((unit) => unitById(directory, unit).name);
  return {
    asksWho: false,
    async open() {
      const shown = await seeLaunch(dependencies.unitOfWork.read, launchId);
      if (shown === null || shown.launch.state !== 'sent') return null;
      const missing = shown.receipts.filter(isMissing);
      if (missing.length === 0) return null;
      return {
        head: { heading: `📣 “${shown.launch.title}”`, deadline: null, ask: 'record.askReceived' },
        owing: byName(
          missing.map(({ unitId }) => ({
            kind: 'unit',
            id: unitId,
            names: namesOf(directory, { kind: 'unit', id: unitId }),
          })),
        ),
      };
    },
    async record(ids, { source }) {
      const outcome = await recordReceipts(dependencies, request, launchId, ids as UnitId[], source);
      if (outcome.kind === 'refused') return outcome;
      const { recorded, passed } = outcome.value;
      const heading = t('record.received', { count: recorded.length });
      return done({ heading, recorded: named(recorded), passed: named(passed), told: false });
    },
  };
}

/** All names by which people call an owner, the one that is shown first. */
function namesOf(directory: Directory, owner: Owner): string[] {
  switch (owner.kind) {
    case 'unit': {
      const { name, aliases, code } = unitById(directory, owner.id);
      return [name, ...aliases, code];
    }
    case 'cluster': {
      const { name, code } = clusterById(directory, owner.id);
      return [name, code];
    }
    case 'council_member':
      return [ownerName(directory, owner)];
  }
}

const byName = (owing: Owing[]): Owing[] =>
  owing.sort((one, other) => shownName(one).localeCompare(shownName(other), 'vi'));

export const shownName = ({ names }: Owing): string => names[0] ?? '';
