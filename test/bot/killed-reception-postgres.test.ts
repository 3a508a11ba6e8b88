import { fork } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { LEASE_MS } from '../../src/bot/left-updates.ts';
import { say } from '../../src/bot/reply.ts';
import { saying } from '../../src/bot/views/message.ts';
import { SystemTimer } from '../../src/clock/system-timer.ts';
import { defaultSettings } from '../../src/core/organisation/settings-default.ts';
import type { Zone } from '../../src/core/time/instant.ts';
import { temporaryPostgres } from '../support/database-postgres.ts';
import { FakeTimer, settled } from '../support/fake-timer.ts';
import { textOf } from '../support/message-text.ts';
import { receptionOver } from '../support/reception-over.ts';
import { RecordingMessenger } from '../support/recording-messenger.ts';
import { CHANNEL, officeOver, readUpdate } from './office-of-processes.ts';

test('what a killed process had taken is answered once by the one that lives', async () => {
  const { database, url } = await temporaryPostgres();
  await database.unitOfWork.run((tx) =>
    tx.organisation.saveSettings(defaultSettings('Asia/Ho_Chi_Minh' as Zone, 'vi')),
  );
  const office = officeOver(database);
  const messenger = new RecordingMessenger({ channel: CHANNEL });
  const timer = new FakeTimer(new SystemTimer().nowMs());
  const living = receptionOver(office, messenger, readUpdate(office), {
    holder: 'living',
    timer,
    conversation: async ({ effectKey }) => say(saying(`đáp ${effectKey}`)),
  });
  await living.resume();
  const script = new URL('./killed-reception.ts', import.meta.url);
  const child = fork(script, [url], { execArgv: ['--import', 'tsx'] });
  await once(child, 'message');
  const dead = once(child, 'exit');
  child.kill('SIGKILL');
  await dead;

  while (messenger.arrived.length < 2) {
    await timer.advance(LEASE_MS);
    await settled();
  }

  expect(messenger.arrived.map(({ message }) => textOf(message))).toEqual([
    'đáp u1\n(tin có thể bị gửi lặp)',
    'đáp u2',
  ]);
  await living.stop();
  await office.close();
});
