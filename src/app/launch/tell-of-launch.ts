import type { LaunchId, NoticeId } from '../../core/id.ts';
import type { Instant } from '../../core/time/instant.ts';
import { planNotice, type Telling } from '../notices/plan-notice.ts';
import type { LaunchNoticeKind } from '../ports/notice-kind.ts';
import type { Addressee } from '../ports/notice-repository.ts';

/** Plans a notice about one launch, due now where nothing else is said. `slot` tells it from others of its kind. */
export const tellOfLaunch = (
  telling: Telling,
  kind: LaunchNoticeKind,
  id: LaunchId,
  addressee: Addressee,
  slot: string = id,
  at: Instant = telling.at,
): Promise<NoticeId> => planNotice(telling, kind, addressee, { slot, at, subject: { kind: 'launch', id } });
