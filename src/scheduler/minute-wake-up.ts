import { scheduleJob } from 'node-schedule';

/** Calls at the start of every minute, until what it returns is called. */
export type EveryMinute = (wake: () => void) => () => void;

/** The only place that knows node-schedule: it wakes, and never says what is due. */
export const everyMinute: EveryMinute = (wake) => {
  const job = scheduleJob({ second: 0 }, wake);
  return () => {
    job.cancel();
  };
};
