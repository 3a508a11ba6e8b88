import { keepersOf } from '../../../app/launch/launch-access.ts';
import type { LaunchNoticeKind } from '../../../app/ports/notice-kind.ts';
import type { NoticeWay } from '../saying.ts';
import {
  sayLaunch,
  sayLaunchApproval,
  sayLaunchApproved,
  sayLaunchCorrection,
  sayLaunchDeclined,
  sayLaunchFile,
  sayLaunchHeld,
  sayLaunchPanel,
} from './say-launch.ts';
import { sayLaunchList } from './say-launch-list.ts';
import { sayRegistration } from './say-registration.ts';

/**
 * A launch was told when to go out; what of it is late by then, and what reminds of it, keeps office hours unless it is
 * urgent. What answers its author does not.
 */
export const LAUNCH_WAYS: Record<Exclude<LaunchNoticeKind, 'launch_reminder'>, NoticeWay> = {
  launch: { say: sayLaunch, waitsFor: 'leeway' },
  launch_file: { say: sayLaunchFile, waitsFor: 'leeway' },
  launch_panel: { say: sayLaunchPanel, waitsFor: 'nothing' },
  launch_held: { say: sayLaunchHeld, waitsFor: 'nothing' },
  launch_list: { say: sayLaunchList, waitsFor: 'nothing', keepers: keepersOf },
  launch_approval: { say: sayLaunchApproval, waitsFor: 'nothing' },
  launch_approved: { say: sayLaunchApproved, waitsFor: 'nothing', keepers: keepersOf },
  launch_declined: { say: sayLaunchDeclined, waitsFor: 'nothing', keepers: keepersOf },
  launch_correction: { say: sayLaunchCorrection, waitsFor: 'leeway' },
  registration: { say: sayRegistration, waitsFor: 'office' },
};
