import type { Dependencies } from '../../app/dependencies.ts';
import {
  muteObligation,
  SNOOZED_DAYS,
  snoozeNotice,
  takeEscalation,
  toldBy,
  WAITED_DAYS,
} from '../../app/hold-reminders.ts';
import { type Outcome, refuse } from '../../app/outcome.ts';
import type { ObligationId } from '../../core/id.ts';
import type { LocalDate } from '../../core/time/local-date.ts';
import { weekdayDate } from '../../i18n/days.ts';
import type { TextKey } from '../../i18n/translator.ts';
import { refusalText } from '../refusal.ts';
import { popup, type Reply, say } from '../reply.ts';
import type { Turn } from '../turn.ts';
import { basisMessage } from '../views/basis.ts';
import { mutedText } from '../views/escalation.ts';
import type { ReminderAction } from './reminder-action.ts';

type Handlers = {
  readonly [Kind in ReminderAction['kind']]: (
    dependencies: Dependencies,
    turn: Turn,
    action: Extract<ReminderAction, { kind: Kind }>,
  ) => Promise<Reply>;
};

export const REMINDER_HANDLERS: Handlers = {
  snooze: async (dependencies, turn, { notice }) =>
    untilSaid(turn, await snoozeNotice(dependencies, turn.request, notice, SNOOZED_DAYS), 'reminder.snoozed'),
  basis: async (dependencies, turn, { notice }) => {
    const { read } = dependencies.unitOfWork;
    const told = await toldBy(read, turn.request, notice);
    if (told === null) return popup(refusalText(turn.frame, refuse('NOTICE_NOT_YOURS')));
    const ids = told.obligations.map(({ id }) => id);
    const holds = (await read.holds.of(ids)).filter(({ personId }) => personId === told.personId);
    const lines = await read.notices.linesOf(notice);
    return say(basisMessage(turn.frame, { obligations: told.obligations, lines, holds }));
  },
  mute: (dependencies, turn, { obligation }) => mute(dependencies, turn, obligation, true),
  unmute: (dependencies, turn, { obligation }) => mute(dependencies, turn, obligation, false),
  escalation_call: async (dependencies, turn, { notice }) => {
    const outcome = await takeEscalation(dependencies, turn.request, notice);
    return popup(
      outcome.kind === 'refused' ? refusalText(turn.frame, outcome) : turn.frame.t('escalation.taken'),
    );
  },
  escalation_wait: async (dependencies, turn, { notice }) =>
    untilSaid(
      turn,
      await snoozeNotice(dependencies, turn.request, notice, WAITED_DAYS),
      'escalation.waiting',
    ),
};

const untilSaid = ({ frame }: Turn, outcome: Outcome<LocalDate>, key: TextKey): Reply =>
  popup(
    outcome.kind === 'refused'
      ? refusalText(frame, outcome)
      : frame.t(key, { day: weekdayDate(frame.t, outcome.value) }),
  );

async function mute(
  dependencies: Dependencies,
  turn: Turn,
  obligation: ObligationId,
  isMuted: boolean,
): Promise<Reply> {
  const outcome = await muteObligation(dependencies, turn.request, obligation, isMuted);
  return popup(
    outcome.kind === 'refused'
      ? refusalText(turn.frame, outcome)
      : mutedText(turn.frame, outcome.value, isMuted),
  );
}
