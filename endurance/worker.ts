// A process of its own, to be killed or to work beside another: at each instant that it reads on standard input it
// does what is due and says `done`. What it sends goes to a file, a line a message.
import { appendFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Message } from '../src/app/ports/message.ts';
import type { Address, SendOutcome } from '../src/app/ports/messenger.ts';
import { runTick } from '../src/app/tick/run-tick.ts';
import { markRepeatedIn } from '../src/bot/mark-repeated.ts';
import { ChatNoticeRenderer } from '../src/bot/notices/notice-renderer.ts';
import { SystemTimer } from '../src/clock/system-timer.ts';
import { ids } from '../src/compose/office.ts';
import { instantOf } from '../src/core/time/instant.ts';
import { Gate } from '../src/outbox/gate.ts';
import { noticeRelay } from '../src/outbox/notice-relay.ts';
import { openDatabase } from '../src/storage/open-database.ts';
import { silentLogger } from '../test/support/database.ts';
import { FixedClock } from '../test/support/fixed-clock.ts';
import { RecordingMessenger } from '../test/support/recording-messenger.ts';
import { CHANNEL, lineOf } from './arrivals.ts';

const [url = '', arrivals = '', instance = ''] = process.argv.slice(2);
const UNPACED = { limit: 10_000, windowMs: 1 };
/** As long as a channel takes to answer, so that some die between the effect and the answer. */
const ANSWER_MS = 5;

const timer = new SystemTimer();

class FileMessenger extends RecordingMessenger {
  override async send(address: Address, message: Message): Promise<SendOutcome> {
    appendFileSync(arrivals, lineOf(address.chat, message));
    await timer.wait(ANSWER_MS);
    return super.send(address, message);
  }
}

/** Opened with the first instant: until then this process is ready, and another may have the database. */
async function begin() {
  const database = await openDatabase(url, { timer, logger: silentLogger });
  const clock = new FixedClock(instantOf(0));
  const dependencies = { unitOfWork: database.unitOfWork, clock, ids };
  const messenger = new FileMessenger({ channel: CHANNEL });
  await database.unitOfWork.run((tx) => tx.notices.releaseHeldBy(`${instance}/`));
  const relay = noticeRelay({
    work: database.unitOfWork,
    clock,
    timer,
    ids,
    logger: silentLogger,
    random: Math.random,
    holder: `${instance}/${process.pid}`,
    messengers: [messenger],
    gate: new Gate({
      timer,
      logger: silentLogger,
      limits: { perChannel: UNPACED, perChat: UNPACED, perGroup: UNPACED },
      random: Math.random,
    }),
    markRepeated: markRepeatedIn(dependencies.unitOfWork.read),
    renderer: new ChatNoticeRenderer({
      dependencies,
      capabilitiesOf: () => messenger.capabilities,
      privateLink: () => null,
      receiptList: async () => ({ name: '', type: '', bytes: new Uint8Array() }),
    }),
  });
  return { database, clock, dependencies, relay };
}

let office: Awaited<ReturnType<typeof begin>> | null = null;
for await (const line of createInterface({ input: process.stdin })) {
  office ??= await begin();
  const now = instantOf(Number(line));
  office.clock.moveTo(now);
  await runTick(office.dependencies, now);
  await office.relay.drain();
  process.stdout.write('done\n');
}
await office?.database.close();
