import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface Metrics {
  updateReceived(channel: string): void;
  /** From the update's arrival to its end; `result`: done, failed, dead. */
  updateHandled(channel: string, result: string, milliseconds: number): void;
  /** One exchange outward; `method`: send, edit, … and `outcome` as in SendOutcome. */
  exchanged(channel: string, method: string, outcome: string, milliseconds: number): void;
  ticked(milliseconds: number): void;
  /** Asked when the metrics are read; a state that is absent counts as none. */
  watchNotices(countByState: () => Promise<Readonly<Record<string, number | undefined>>>): void;
  render(): Promise<{ contentType: string; text: string }>;
}

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/** A registry of its own, in the exposition format of Prometheus; names begin with `dung_han_`. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const received = new Counter({
    name: 'dung_han_updates_received_total',
    help: 'Updates stored for the first time',
    labelNames: ['channel'],
    registers,
  });
  const handled = new Histogram({
    name: 'dung_han_update_handling_seconds',
    help: 'From the arrival of an update to the end of its handling',
    labelNames: ['channel', 'result'],
    buckets: SECONDS,
    registers,
  });
  const exchanges = new Histogram({
    name: 'dung_han_exchange_seconds',
    help: 'Exchanges with a channel by method and outcome',
    labelNames: ['channel', 'method', 'outcome'],
    buckets: SECONDS,
    registers,
  });
  const ticks = new Histogram({
    name: 'dung_han_tick_seconds',
    help: 'Duration of the time-driven work of one tick',
    buckets: SECONDS,
    registers,
  });
  return {
    updateReceived: (channel) => received.inc({ channel }),
    updateHandled: (channel, result, milliseconds) =>
      handled.observe({ channel, result }, milliseconds / 1000),
    exchanged: (channel, method, outcome, milliseconds) =>
      exchanges.observe({ channel, method, outcome }, milliseconds / 1000),
    ticked: (milliseconds) => ticks.observe(milliseconds / 1000),
    watchNotices: (countByState) => watchNotices(registry, countByState),
    render: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
  };
}

function watchNotices(
  registry: Registry,
  countByState: () => Promise<Readonly<Record<string, number | undefined>>>,
): void {
  registry.registerMetric(
    new Gauge({
      name: 'dung_han_notices',
      help: 'Notices by state',
      labelNames: ['state'],
      registers: [],
      async collect() {
        this.reset();
        for (const [state, count] of Object.entries(await countByState())) this.set({ state }, count ?? 0);
      },
    }),
  );
}
