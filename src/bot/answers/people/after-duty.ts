import { dutyOver } from '../../../app/duty-over.ts';
import type { CommandCall } from '../../commands/command-list.ts';
import { refusalText } from '../../refusal.ts';
import { type Reply, say } from '../../reply.ts';
import type { Turn } from '../../turn.ts';
import { saying } from '../../views/message.ts';

/** About whoever asks, not about work. */
const ONES_OWN: ReadonlySet<CommandCall['name']> = new Set(['toi', 'ngonngu']);

/**
 * Whoever served a unit until a day that has passed is told whom to turn to; what is about themselves stays open.
 * Null to all others.
 */
export function afterDuty(
  { incoming, audience, person, frame }: Turn,
  command: CommandCall | null,
): Reply | null {
  if (incoming.chat.kind === 'group' || audience !== null || person === null) return null;
  if (command !== null && (ONES_OWN.has(command.name) || command.argument !== '')) return null;
  const over = dutyOver(frame.directory, person.id, frame.today);
  return over === null ? null : say(saying(refusalText(frame, over)));
}
