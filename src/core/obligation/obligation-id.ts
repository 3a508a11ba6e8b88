import { parse, v5 } from 'uuid';
import type { ObligationId } from '../id.ts';
import type { Obligation } from './obligation.ts';

/** Of this program's obligations; any fixed UUID would do. */
const NAMESPACE = parse('6f1d1b64-5a5e-4f0c-9d5c-2f2a6d1f0b7e');

const utf8 = new TextEncoder();

/**
 * The id that an identity (task, rule, period key, owner) always has: an obligation that is computed because its time
 * is far is the same one that is stored when its time is near.
 */
export function obligationId({
  taskId,
  ruleId,
  periodKey,
  owner,
}: Pick<Obligation, 'taskId' | 'ruleId' | 'periodKey' | 'owner'>): ObligationId {
  const identity = [taskId, ruleId ?? '', periodKey, owner.kind, owner.id].join('|');
  return v5(utf8.encode(identity), NAMESPACE) as ObligationId;
}
