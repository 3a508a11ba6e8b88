import type { LaunchId } from '../../core/id.ts';
import type { Instant } from '../../core/time/instant.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { NoticeKind } from '../ports/notice-kind.ts';
import type { Addressee, PlannedNotice } from '../ports/notice-repository.ts';

/** A notice about one launch. `slot` tells it from others of its kind to the same addressee. */
export const launchNotice = (
  ids: IdSource,
  kind: NoticeKind,
  launchId: LaunchId,
  { addressee, slot, at }: { readonly addressee: Addressee; readonly slot: string; readonly at: Instant },
): PlannedNotice => ({
  id: ids.next<'notice'>(),
  kind,
  addressee,
  slot,
  at,
  subject: { kind: 'launch', id: launchId },
  late: false,
});
