import { describe, expect, test } from 'vitest';
import { StaleRevision } from '../../../src/app/ports/obligation-repository.ts';
import type { NoticeId } from '../../../src/core/id.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';
import type { Database } from '../../../src/storage/open-database.ts';
import { turnsOfLoop } from '../../support/turns-of-loop.ts';
import { aNotice, anObligation, aPerson, aWorld, NOW, newId } from './rows.ts';

const DUE_ON = dateOf('2024-12-19');

/** What holds when many write at once, in this process and in another one on the same database. */
export function concurrencyContract(database: () => Database, other: () => Database): void {
  describe('units of work at once', () => {
    test('fifty changes of one row all count', async () => {
      const { task } = await aWorld(database());
      const row = anObligation(task.id);
      await database().unitOfWork.run((tx) => tx.obligations.addMissing([row]));

      await Promise.all(Array.from({ length: 50 }, () => raise(database())));

      expect((await database().unitOfWork.read.obligations.byId(row.id))?.percent).toBe(50);

      async function raise({ unitOfWork }: Database) {
        await unitOfWork.run(async ({ obligations }) => {
          const stored = await obligations.byId(row.id);
          if (stored === null) throw new Error('the row is gone');
          await obligations.save({ ...stored, percent: stored.percent + 1 });
        });
      }
    });

    test('fifty at once on rows of their own all succeed', async () => {
      const { task } = await aWorld(database());
      const rows = Array.from({ length: 50 }, () => anObligation(task.id));

      const added = await Promise.all(
        rows.map((row, index) =>
          (index % 2 === 0 ? database() : other()).unitOfWork.run((tx) => tx.obligations.addMissing([row])),
        ),
      );

      expect(added).toEqual(rows.map(() => 1));
    });

    test('two that insert the same identity insert it once', async () => {
      const { task } = await aWorld(database());
      const row = anObligation(task.id);

      const added = await Promise.all(
        [database(), other()].map(({ unitOfWork }) =>
          unitOfWork.run((tx) => tx.obligations.addMissing([{ ...row, id: newId() }])),
        ),
      );

      expect(added.toSorted((one, two) => one - two)).toEqual([0, 1]);
    });

    test('a work that is refused as stale runs again, six times at most', async () => {
      let runs = 0;

      const failing = database().unitOfWork.run(async () => {
        runs += 1;
        throw new StaleRevision('always');
      });

      await expect(failing).rejects.toThrow(StaleRevision);
      expect(runs).toBe(6);
    });

    test('a work that fails for another reason runs once', async () => {
      let runs = 0;

      const failing = database().unitOfWork.run(async () => {
        runs += 1;
        throw new Error('a fault');
      });

      await expect(failing).rejects.toThrow('a fault');
      expect(runs).toBe(1);
    });

    test('what is stored outside a unit of work waits until another process has ended its own', async () => {
      const update = {
        channel: 'telegram',
        bot: '42',
        key: newId(),
        lane: '7',
        payload: {},
        receivedAt: NOW,
      };
      let written = (): void => undefined;
      const writing = new Promise<void>((resolve) => {
        written = resolve;
      });
      const unit = other().unitOfWork.run(async (tx) => {
        await tx.organisation.savePerson(aPerson());
        written();
        await turnsOfLoop();
      });
      await writing;

      const fresh = await database().inbox.store([update], 'process-1');
      await unit;

      expect(fresh).toEqual([update]);
    });

    test('a process sees what another has written to the directory', async () => {
      const person = aPerson();
      await other().unitOfWork.read.organisation.directory();

      await database().unitOfWork.run((tx) => tx.organisation.savePerson(person));

      expect((await other().unitOfWork.read.organisation.directory()).people).toContainEqual(person);
    });

    test('whoever reads all the while never misses what is committed, here or in another process', async () => {
      const names = async () => {
        const { people } = await database().unitOfWork.read.organisation.directory();
        return people.map(({ name }) => name);
      };
      const over = new AbortController();
      const readers = Array.from({ length: 3 }, async () => {
        while (!over.signal.aborted) {
          await names();
          await new Promise((resume) => setImmediate(resume));
        }
      });
      const missed: string[] = [];

      for (let round = 0; round < 20; round += 1) {
        const { unitOfWork } = round % 2 === 0 ? database() : other();
        const person = { ...aPerson(), name: `Người ghi ${newId()}` };
        await unitOfWork.run((tx) => tx.organisation.savePerson(person));
        if (!(await names()).includes(person.name)) missed.push(`round ${round}`);
      }

      over.abort();
      await Promise.all(readers);
      expect(missed).toEqual([]);
    });

    test('nor what is committed of obligations that are listed all the while', async () => {
      const { task } = await aWorld(database());
      const row = anObligation(task.id);
      const percentOf = async ({ unitOfWork }: Pick<Database, 'unitOfWork'>) => {
        const listed = await unitOfWork.read.obligations.inRange(DUE_ON, DUE_ON);
        return listed.find(({ id }) => id === row.id)?.percent;
      };
      const seen: unknown[] = [await percentOf(database())];

      await database().unitOfWork.run((tx) => tx.obligations.addMissing([row]));
      seen.push(await percentOf(database()));
      for (const [round, { unitOfWork }] of [other(), database(), other()].entries()) {
        await unitOfWork.run(async ({ obligations }) => {
          const stored = await obligations.byId(row.id);
          if (stored === null) throw new Error('the row is gone');
          await percentOf(database());
          await obligations.save({ ...stored, percent: round + 1 });
          await percentOf(database());
        });
        seen.push(await percentOf(database()));
      }

      expect(seen).toEqual([undefined, row.percent, 1, 2, 3]);
    });

    test('obligations whose change was taken back are listed as they were', async () => {
      const { task } = await aWorld(database());
      const row = anObligation(task.id);
      await database().unitOfWork.run((tx) => tx.obligations.addMissing([row]));
      const listed = async () =>
        (await database().unitOfWork.read.obligations.inRange(DUE_ON, DUE_ON)).filter(
          ({ id }) => id === row.id,
        );

      const undone = database().unitOfWork.run(async (tx) => {
        await tx.obligations.save({ ...row, percent: 99 });
        expect((await tx.obligations.inRange(DUE_ON, DUE_ON)).find(({ id }) => id === row.id)?.percent).toBe(
          99,
        );
        await listed();
        throw new Error('taken back');
      });
      await expect(undone).rejects.toThrow('taken back');

      expect(await listed()).toEqual([row]);
    });

    test('a change of the directory that was taken back is not seen afterwards', async () => {
      const person = aPerson();
      const read = database().unitOfWork.read.organisation;
      const before = await read.directory();

      const undone = database().unitOfWork.run(async (tx) => {
        await tx.organisation.savePerson(person);
        await tx.plans.book();
        await read.directory();
        throw new Error('taken back');
      });
      await expect(undone).rejects.toThrow('taken back');
      await other().unitOfWork.run((tx) => tx.organisation.savePerson({ ...person, name: 'Người khác' }));

      const people = (await read.directory()).people.filter(({ id }) => id === person.id);
      expect(before.people).not.toContainEqual(person);
      expect(people.map(({ name }) => name)).toEqual(['Người khác']);
    });

    test('a read outside does not wait for a unit of work, nor see it before its end', async () => {
      const person = aPerson();
      const people = async () => (await database().unitOfWork.read.organisation.directory()).people;

      await database().unitOfWork.run(async (tx) => {
        await tx.organisation.savePerson(person);
        expect(await people()).not.toContainEqual(person);
      });

      expect(await people()).toContainEqual(person);
    });
  });

  describe('two processes', () => {
    test('claim each notice once between them', async () => {
      const planned = Array.from({ length: 24 }, () => aNotice({ kind: 'digest', at: NOW }));
      await database().unitOfWork.run(async (tx) => {
        for (const notice of planned) await tx.notices.plan(notice);
      });
      const claimed: NoticeId[] = [];
      const workers = [database(), other(), database(), other()].map((process, index) =>
        work(process, `worker-${index}`),
      );

      await Promise.all(workers);

      const ours = claimed.filter((id) => planned.some((notice) => notice.id === id));
      expect(ours.toSorted()).toEqual(planned.map(({ id }) => id).toSorted());

      async function work({ unitOfWork }: Database, holder: string): Promise<void> {
        for (;;) {
          const held = await unitOfWork.run(({ notices }) =>
            notices.claim({
              most: 3,
              holder,
              now: NOW,
              nowMs: 10_000_000,
              leaseUntilMs: 99_000_000,
              exceptAddressees: [],
            }),
          );
          if (held.length === 0) return;
          for (const { notice } of held) {
            claimed.push(notice.id);
            await unitOfWork.run(({ notices }) => notices.settle(notice.id, holder, 'sent', null));
          }
        }
      }
    });

    test('never lose a line to a claim of its notice', async () => {
      const { task, person } = await aWorld(database());
      for (let round = 0; round < 10; round += 1) {
        const obligation = anObligation(task.id);
        const addressee = { kind: 'person', id: person.id } as const;
        const notice = aNotice({ addressee, at: NOW });
        const line = { obligationId: obligation.id, dueOn: DUE_ON, stage: 'due', addressee } as const;
        await database().unitOfWork.run(async (tx) => {
          await tx.obligations.addMissing([obligation]);
          await tx.notices.plan(notice);
        });

        const [joined, [held]] = await Promise.all([
          database().unitOfWork.run((tx) => tx.notices.addLine(notice.id, line)),
          other().unitOfWork.run((tx) =>
            tx.notices.claim({
              most: 1,
              holder: 'a',
              now: NOW,
              nowMs: 0,
              leaseUntilMs: 1_000,
              exceptAddressees: [],
            }),
          ),
        ]);
        await other().unitOfWork.run((tx) => tx.notices.settle(notice.id, 'a', 'sent', null));

        expect(held?.notice.id).toBe(notice.id);
        expect(held?.lines).toEqual(joined ? [line] : []);
      }
    });

    test('take up each update that was left once between them', async () => {
      const left = Array.from({ length: 40 }, () => ({
        channel: 'telegram',
        bot: '42',
        key: newId(),
        lane: '7',
        payload: {},
        receivedAt: NOW,
      }));
      await database().inbox.store(left, newId());
      const names = Array.from({ length: 4 }, () => newId());
      for (const name of names) await database().leases.hold(`inbox:${name}`, name, 0, 1_000);

      const taken = await Promise.all(
        names.map((name, index) => (index % 2 === 0 ? database() : other()).inbox.takeUp(name, 500, 1_000)),
      );

      const keys = taken.flat().map(({ key }) => key);
      const ours = keys.filter((key) => left.some((one) => one.key === key));
      expect(ours.toSorted()).toEqual(left.map(({ key }) => key).toSorted());
    });

    test('only one holds a lease, of many that reach for it', async () => {
      const name = newId();

      const held = await Promise.all(
        Array.from({ length: 10 }, (_, index) =>
          (index % 2 === 0 ? database() : other()).leases.hold(name, `process-${index}`, 0, 1_000),
        ),
      );

      expect(held.filter(Boolean)).toHaveLength(1);
    });
  });
}
