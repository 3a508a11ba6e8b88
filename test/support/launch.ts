import { type LaunchOrder, sendLaunch } from '../../src/app/launch/send-launch.ts';
import { EMPTY_CONTENT, type Launch } from '../../src/core/launch/launch.ts';
import type { Office } from './office.ts';
import { SECRETARY } from './sample-office.ts';

/** To nobody yet. */
export const LAUNCH_ORDER: LaunchOrder = {
  ...EMPTY_CONTENT,
  title: '80 năm QĐND',
  body: 'Chủ đề',
  clusterIds: [],
  unitIds: null,
  sendAt: null,
  approval: 'written',
};

interface Sending {
  readonly by?: string;
  /** Codes of clusters; all of them by default. */
  readonly to?: readonly string[];
  readonly effectKey?: string;
}

/** Orders a launch, whatever becomes of it. */
export async function ordered(
  office: Office,
  change: Partial<LaunchOrder> = {},
  { by = SECRETARY, to, effectKey }: Sending = {},
) {
  const { clusters } = await office.directory();
  const meant = clusters.filter(({ code }) => to === undefined || to.includes(code));
  const order = { ...LAUNCH_ORDER, clusterIds: meant.map(({ id }) => id), ...change };
  return sendLaunch(office.dependencies, office.request(by, by, effectKey), order);
}

/** The launch that was ordered. Throws where it is refused. */
export async function launched(...given: Parameters<typeof ordered>): Promise<Launch> {
  const outcome = await ordered(...given);
  if (outcome.kind === 'refused') throw new Error(outcome.code);
  return outcome.value;
}
