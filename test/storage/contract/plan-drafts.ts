import { beforeAll, describe, expect, test } from 'vitest';
import { StaleRevision } from '../../../src/app/ports/obligation-repository.ts';
import {
  PLAN_DRAFT_STATES,
  type PlanDraft,
  type PlanDraftState,
} from '../../../src/app/ports/plan-draft-repository.ts';
import type { ClusterId, PersonId, PlanId, UnitId } from '../../../src/core/id.ts';
import type { Decision, MatterKey } from '../../../src/core/plan/decision.ts';
import { atTask, DOUBT_CODES, doubtOf } from '../../../src/core/plan/doubts/doubt.ts';
import type { PlanReading, TaskReading } from '../../../src/core/plan/plan-reading.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';
import type { Database } from '../../../src/storage/open-database.ts';
import { RULES } from './plans.ts';
import { anObligation, aPerson, aPlan, aTask, aWorld, NOW, newId } from './rows.ts';

const about = 'DEADLINE_REVIEW task 1' as MatterKey;

/** One of each kind. */
const DECISIONS: readonly Decision[] = [
  { about, kind: 'accept' },
  { about, kind: 'deadline', no: '1', rules: RULES },
  { about, kind: 'milestone', no: '1', rules: RULES.slice(0, 1), words: 'Trước 30/11 (mốc do cơ quan đặt)' },
  { about, kind: 'deadline_of', no: '1', of: '2' },
  { about, kind: 'lead', no: '1', names: ['Phòng Nội vụ'] },
  { about, kind: 'party', words: 'CAQ', unitId: newId() as UnitId },
  { about, kind: 'party', words: 'CAQ', unitId: null },
  { about, kind: 'party_cluster', words: 'Cụm 2', clusterId: newId() as ClusterId },
  { about, kind: 'duplicate', no: '20', of: '11' },
  { about, kind: 'cycle', no: '1', cycle: 'next_year' },
  { about, kind: 'anniversary', event: 'Kỷ niệm 75 năm', count: 70 },
  { about, kind: 'number', number: '29/KH-UBND' },
  { about, kind: 'issued_on', issuedOn: dateOf('2021-01-22') },
  { about, kind: 'period', period: { from: 2021, to: 2025 } },
];

const task: TaskReading = {
  no: '1',
  parentNo: null,
  section: 'I',
  kind: 'task',
  title: 'Tổng kết “năm” & sơ kết',
  lead: { role: 'unit', words: 'Phòng Nội vụ' },
  coLeads: [{ role: 'each_unit', words: 'Các đơn vị' }],
  confidence: 'positional',
  coordinating: ['Công an quận'],
  deadlineText: 'Trước ngày 20/12',
  rules: RULES,
  rulesInherited: false,
  year: 2024,
  notes: ['Sản phẩm: Báo cáo'],
  row: 3,
};

const reading: PlanReading = {
  head: {
    number: '29/KH-UBND',
    issuer: null,
    issuedOn: dateOf('2021-01-22'),
    period: { from: 2021, to: 2025 },
    title: 'Kế hoạch',
    superior: null,
  },
  sections: [{ no: 'I', title: 'Phong trào' }],
  tasks: [task, { ...task, no: '2', lead: null, officeWords: 'Trước 30/11 (mốc do cơ quan đặt)' }],
  events: [
    {
      name: 'Kỷ niệm 75 năm',
      year: 2024,
      on: dateOf('2024-10-10'),
      anniversary: { baseYear: 1954, stated: 75, computed: 70 },
      where: 'both',
      taskNos: ['8.1'],
    },
  ],
  movements: [
    { name: 'Sáng kiến', origin: null, lead: 'Phòng Kinh tế', coordinating: [], period: '', taskNo: '9.10' },
  ],
  undecided: [
    ...DOUBT_CODES.map((code) => doubtOf(code, atTask('1'), 'nguyên văn', ['a', 'b'])),
    {
      ...doubtOf('DEADLINE_REVIEW', { kind: 'row', row: 4 }, 'Dự kiến'),
      deadline: { reasons: ['TENTATIVE'], readings: [RULES] },
    },
  ],
  warnings: [
    doubtOf('TABLE_PASSED_OVER', { kind: 'table', index: 1 }, ''),
    doubtOf('HEAD_TITLE_MISSING', { kind: 'head' }, ''),
    doubtOf('EVENT_ONLY_IN_BODY', { kind: 'event', name: 'Đại hội' }, ''),
  ],
};

export function planDraftContract(database: () => Database): void {
  describe('drafts of plans', () => {
    let createdBy: PersonId;
    let planId: PlanId;
    beforeAll(async () => {
      const [person, plan] = [aPerson(), aPlan()];
      await database().unitOfWork.run(async (tx) => {
        await tx.organisation.savePerson(person);
        await tx.plans.savePlan(plan);
      });
      createdBy = person.id;
      planId = plan.id;
    });
    const read = () => database().unitOfWork.read.planDrafts;
    const aDraft = (change: Partial<PlanDraft> = {}): PlanDraft => ({
      id: newId<'plan_draft'>(),
      createdBy,
      createdAt: NOW,
      fileName: 'Kế hoạch.docx',
      reading,
      decisions: DECISIONS,
      state: 'open',
      planId: null,
      effectKey: newId(),
      revision: 0,
      ...change,
    });
    const add = async (change: Partial<PlanDraft> = {}): Promise<PlanDraft> => {
      const draft = aDraft(change);
      await database().unitOfWork.run((tx) => tx.planDrafts.add(draft));
      return draft;
    };
    const save = (draft: PlanDraft) => database().unitOfWork.run((tx) => tx.planDrafts.save(draft));

    test('reading and decisions read back, of each kind', async () => {
      const draft = await add();

      expect(await read().byId(draft.id)).toEqual(draft);
      expect(await read().byEffectKey(draft.effectKey ?? '')).toEqual(draft);
      expect(await read().byId(newId())).toBeNull();
    });

    test.each<PlanDraftState>(PLAN_DRAFT_STATES)('a draft that is %s', async (state) => {
      const draft = await add({ state, effectKey: null, createdBy: null });
      const current = (await read().current()).map(({ id }) => id);

      expect((await read().byId(draft.id))?.state).toBe(state);
      expect(current.includes(draft.id)).toBe(state === 'open' || state === 'in_force');
    });

    test('the one by which a plan is in force is found by the plan; the newest draft comes first', async () => {
      await add({ state: 'replaced', planId });
      const inForce = await add({ state: 'in_force', planId });
      const newest = await add();

      expect((await read().inForce(planId))?.id).toBe(inForce.id);
      expect(await read().inForce(newId())).toBeNull();
      expect(await read().warnings(planId)).toEqual(reading.warnings);
      expect(await read().warnings(newId())).toEqual([]);
      expect((await read().current())[0]?.id).toBe(newest.id);
    });

    test('a draft that somebody else changed meanwhile is not saved over', async () => {
      const draft = await add();
      await save({ ...draft, decisions: [] });

      expect(await read().byId(draft.id)).toMatchObject({ decisions: [], revision: 1 });
      await expect(save(draft)).rejects.toThrow(StaleRevision);
    });

    test('a reading is read once for as long as somebody holds it, and is never another', async () => {
      const draft = await add();
      const held = await read().byId(draft.id);
      await save({ ...draft, reading: { ...reading, tasks: [] }, state: 'dropped' });
      const dropped = await read().byId(draft.id);

      expect(dropped?.state).toBe('dropped');
      expect(dropped?.reading).toBe(held?.reading);
      expect(dropped?.reading).toEqual(reading);
    });

    test('obligations are found by their tasks, whatever their state', async () => {
      const world = await aWorld(database());
      const other = aTask({ planId: world.task.planId });
      const rows = [
        anObligation(world.task.id, { state: 'withdrawn', dueOn: null, namedOn: null }),
        anObligation(world.task.id),
      ];
      await database().unitOfWork.run(async (tx) => {
        await tx.plans.saveTask(other);
        await tx.obligations.addMissing([...rows, anObligation(other.id)]);
      });
      const { obligations } = database().unitOfWork.read;

      expect((await obligations.ofTasks([world.task.id])).map(({ id }) => id).toSorted()).toEqual(
        rows.map(({ id }) => id).toSorted(),
      );
      expect(await obligations.ofTasks([])).toEqual([]);
      const many = Array.from({ length: 6_000 }, () => newId<'task'>());
      expect(await obligations.ofTasks([...many, other.id])).toHaveLength(1);
    });

    test('tasks are added many at once, children after their parents', async () => {
      const parent = aTask({ planId });
      const children = Array.from({ length: 1_200 }, () => aTask({ planId, parentId: parent.id }));
      await database().unitOfWork.run((tx) => tx.plans.saveTasks([parent, ...children]));
      const { tasks } = await database().unitOfWork.read.plans.book();

      expect(tasks.filter(({ parentId }) => parentId === parent.id)).toEqual(children);
    });

    test('movements and events that a plan gives no more are gone', async () => {
      const movement = {
        id: newId<'movement'>(),
        planId,
        taskId: null,
        name: 'Cũ',
        origin: null,
        leadWords: '',
        periodWords: '',
      };
      const event = {
        id: newId<'event'>(),
        planId,
        name: 'Cũ',
        year: null,
        on: null,
        baseYear: null,
        statedCount: null,
      };
      await database().unitOfWork.run(async (tx) => {
        await tx.plans.saveMovement(movement);
        await tx.plans.saveEvent(event);
      });
      await database().unitOfWork.run(async (tx) => {
        await tx.plans.dropMovement(movement.id);
        await tx.plans.dropEvent(event.id);
      });
      const { movements, events } = await database().unitOfWork.read.plans.book();

      expect(movements.some(({ id }) => id === movement.id)).toBe(false);
      expect(events.some(({ id }) => id === event.id)).toBe(false);
    });
  });
}
