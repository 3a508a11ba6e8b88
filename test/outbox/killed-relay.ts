import { appendFileSync } from 'node:fs';
import { SystemTimer } from '../../src/clock/system-timer.ts';
import { Gate } from '../../src/outbox/gate.ts';
import { noticeRelay } from '../../src/outbox/notice-relay.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import { FixedClock } from '../support/fixed-clock.ts';
import { textOf } from '../support/message-text.ts';
import { RecordingMessenger } from '../support/recording-messenger.ts';
import { NOW, NumberingRenderer, relayParts, SILENT } from './relay-world.ts';

// A process of its own, to be killed: sends all that is due in the database to a file, a line a message.
const [, , url = '', arrivals = ''] = process.argv;
const UNPACED = { limit: 1_000, windowMs: 1 };

class FileMessenger extends RecordingMessenger {
  override async send(...request: Parameters<RecordingMessenger['send']>) {
    appendFileSync(arrivals, `${JSON.stringify(textOf(request[1]))}\n`);
    // As long as a channel takes to answer, so that some die between the effect and the answer.
    await new SystemTimer().wait(5);
    return super.send(...request);
  }
}

const timer = new SystemTimer();
const database = await openDatabase(url, { timer, logger: SILENT });
await database.unitOfWork.run((tx) => tx.notices.releaseHeldBy('killed/'));
const relay = noticeRelay({
  ...relayParts({
    work: database.unitOfWork,
    clock: new FixedClock(NOW),
    timer,
    renderer: new NumberingRenderer(),
    messengers: [new FileMessenger()],
  }),
  gate: new Gate({
    timer,
    logger: SILENT,
    limits: { perChannel: UNPACED, perChat: UNPACED, perGroup: UNPACED },
    random: Math.random,
  }),
  holder: `killed/${process.pid}`,
});
await relay.drain();
await database.close();
