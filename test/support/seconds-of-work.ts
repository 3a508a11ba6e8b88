/** Seconds of work since `before` (`process.cpuUsage()`), not of waiting: other tests share the processors. */
export function secondsOfWork(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
