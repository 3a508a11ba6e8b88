import { SystemTimer } from '../../src/clock/system-timer.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import { silentLogger } from '../support/database.ts';
import { anUpdate, receptionOver } from '../support/reception-over.ts';
import { RecordingMessenger } from '../support/recording-messenger.ts';
import { CHANNEL, LANE, officeOver, readUpdate } from './office-of-processes.ts';

// A process of its own, to be killed: it takes two updates of one chat, says when it answers the first, and never does.
const [, , url = ''] = process.argv;
const timer = new SystemTimer();
const office = officeOver(await openDatabase(url, { timer, logger: silentLogger }));
const reception = receptionOver(office, new RecordingMessenger({ channel: CHANNEL }), readUpdate(office), {
  holder: 'killed',
  timer,
  conversation: async () => {
    process.send?.('answering');
    return timer.wait(3_600_000).then(() => ({}));
  },
});
await reception.resume();
const updates = ['u1', 'u2'].map((key) => anUpdate(office, { key, lane: LANE }));
await reception.takeIn(updates);
