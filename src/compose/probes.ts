import { healthzRoute, readyzRoute } from '../http/health-routes.ts';
import { metricsRoute } from '../http/metrics-route.ts';
import type { Route } from '../http/route.ts';
import type { Ground } from './ground.ts';

/** Where the running program is asked how it is: `/healthz`, `/readyz`, `/metrics`. */
export function probes({ health, metrics, database, dependencies }: Ground): Route[] {
  health.addCheck('database', () => database.ping().then(() => true));
  health.addCheck('migrations', async () => database.pendingMigrations.length === 0);
  metrics.watchNotices(() => dependencies.unitOfWork.read.notices.countByState());
  return [
    healthzRoute(() => health.alive()),
    readyzRoute(() => health.ready()),
    metricsRoute(() => metrics.render()),
  ];
}
