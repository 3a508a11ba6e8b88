import { firstStart } from '../src/app/office/first-start.ts';
import { ids } from '../src/compose/office.ts';
import { unnamedPerson } from '../src/core/organisation/person.ts';
import { instantAt, minuteOfDay, type Zone } from '../src/core/time/instant.ts';
import { addDays, dateOf } from '../src/core/time/local-date.ts';
import type { Database } from '../src/storage/open-database.ts';
import { FixedClock } from '../test/support/fixed-clock.ts';
import { freshObligation } from '../test/support/fresh-obligation.ts';
import { CHANNEL } from './arrivals.ts';

export const ZONE = 'Asia/Ho_Chi_Minh' as Zone;
/** A Tuesday like any other. */
export const DAY = dateOf('2024-12-10');
export const EVE = instantAt(addDays(DAY, -1), minuteOfDay('12:00'), ZONE);
export const MORNING = instantAt(DAY, minuteOfDay('08:30'), ZONE);

/** An office of so many units, each with one focal point in reach and one duty due on the day. */
export async function fillOffice({ unitOfWork }: Database, units: number): Promise<void> {
  const dependencies = { unitOfWork, clock: new FixedClock(EVE), ids };
  const admins = { channel: CHANNEL, users: [] };
  await firstStart(dependencies, { kind: 'real', zone: ZONE, locale: 'vi', admins });
  await unitOfWork.run(async (tx) => {
    // Nothing is only tried here: everybody is to get theirs.
    const { settings } = await tx.organisation.directory();
    await tx.organisation.saveSettings({ ...settings, trial: { days: 0, from: null } });
    const taskId = ids.next<'task'>();
    await tx.plans.saveTask({
      id: taskId,
      planId: null,
      no: '1',
      parentId: null,
      section: null,
      title: 'Báo cáo kết quả phong trào',
      deadlineWords: 'Ngày 10/12',
      parties: [],
      rules: [],
      withdrawnOn: null,
    });
    for (let index = 0; index < units; index += 1) {
      const unitId = ids.next<'unit'>();
      const personId = ids.next<'person'>();
      await tx.organisation.saveUnit({
        id: unitId,
        code: `U${index}`,
        name: `Đơn vị ${index}`,
        aliases: [],
        kind: 'ward',
        parentId: null,
        validFrom: null,
        validTo: null,
        successorIds: [],
        contact: null,
        formerNames: [],
        confirmedOn: null,
      });
      await tx.organisation.savePerson({ ...unnamedPerson(personId), name: `Người ${index}` });
      await tx.organisation.addAppointment({
        personId,
        role: 'focal_point',
        unitId,
        clusterId: null,
        from: null,
        to: null,
        standsInFor: null,
      });
      await tx.organisation.saveChat({
        id: ids.next<'chat'>(),
        channel: CHANNEL,
        key: String(index),
        kind: 'private',
        title: '',
        thread: null,
        clusterId: null,
        personId,
        locale: null,
        freeQuestions: false,
        state: 'active',
      });
      await tx.obligations.addMissing([
        freshObligation({
          id: ids.next<'obligation'>(),
          taskId,
          owner: { kind: 'unit', id: unitId },
          words: 'Ngày 10/12',
          exclusive: false,
          namedOn: DAY,
          dueOn: DAY,
          overdueFrom: addDays(DAY, 1),
          changedAt: EVE,
          nextStageOn: DAY,
        }),
      ]);
    }
  });
}
