import { markRepeatedIn } from '../../src/bot/mark-repeated.ts';
import { Gate } from '../../src/outbox/gate.ts';
import { noticeRelay } from '../../src/outbox/notice-relay.ts';
import { TELEGRAM_PACE } from '../../src/outbox/pacing.ts';
import { silentLogger } from './database.ts';
import { FakeTimer } from './fake-timer.ts';
import type { Office } from './office.ts';
import { RecordingMessenger } from './recording-messenger.ts';
import { rendererOver } from './rendered.ts';

/** What an office says by itself, over its real outbox: `drain` sends what is due, real time passing as it must. */
export function relayOver<Messenger extends RecordingMessenger = RecordingMessenger>(
  office: Office,
  messenger: Messenger = new RecordingMessenger({ channel: office.channel }) as Messenger,
) {
  const timer = new FakeTimer();
  const { dependencies } = office;
  const relay = noticeRelay({
    work: dependencies.unitOfWork,
    clock: office.clock,
    timer,
    logger: silentLogger,
    ids: dependencies.ids,
    gate: new Gate({ timer, logger: silentLogger, limits: TELEGRAM_PACE, random: () => 0 }),
    messengers: [messenger],
    random: () => 0,
    holder: 'relay',
    markRepeated: markRepeatedIn(dependencies.unitOfWork.read),
    renderer: rendererOver(office, { capabilitiesOf: () => messenger.capabilities }),
  });
  return {
    messenger,
    timer,
    /** What arrived since the last time. */
    drain: async () => {
      const before = messenger.arrived.length;
      await timer.runThrough(relay.drain());
      return messenger.arrived.slice(before);
    },
  };
}
