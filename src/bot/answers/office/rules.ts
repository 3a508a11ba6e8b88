import type { Dependencies } from '../../../app/dependencies.ts';
import {
  changeDays,
  changeLadder,
  changeTone,
  type DayKind,
  isKnownScope,
} from '../../../app/office/change-rules.ts';
import type { Outcome } from '../../../app/outcome.ts';
import type { Message } from '../../../app/ports/message.ts';
import type { DaySpan } from '../../../core/calendar/read-days.ts';
import type { UnitId } from '../../../core/id.ts';
import { type LadderName, type LadderScope, ownLadder } from '../../../core/organisation/ladder.ts';
import { chosenStages, type LadderPart } from '../../../core/organisation/ladder-choices.ts';
import type { UnitTone } from '../../../core/organisation/unit.ts';
import { outdated, refusal } from '../../refusal.ts';
import { type Reply } from '../../reply.ts';
import { forSecretariat } from '../../rights.ts';
import { openTurn, type Turn } from '../../turn.ts';
import type { Frame } from '../../views/frame.ts';
import { ladderPage } from '../../views/office/ladders.ts';
import { daysPage } from '../../views/office/office-days.ts';
import { tonesPage } from '../../views/office/tones.ts';

/** A page of the organisation's rules: for the secretariat, in private. */
export const ruleShown = (turn: Turn, page: (frame: Frame) => Message): Reply =>
  forSecretariat(turn, 'settings.change', () => page(turn.frame));

/** A scope's ladder of one name. */
interface LadderPlace {
  readonly scope: LadderScope;
  readonly of: LadderName;
}

export const showLadder = (turn: Turn, { scope, of }: LadderPlace): Reply =>
  isKnownScope(scope, turn.frame.directory, turn.frame.book)
    ? ruleShown(turn, (frame) => ladderPage(frame, scope, of))
    : outdated(turn.frame);

export async function setLadder(
  dependencies: Dependencies,
  turn: Turn,
  { scope, of }: LadderPlace,
  choice: { readonly part: LadderPart; readonly stages: string } | null,
): Promise<Reply> {
  const { settings } = turn.frame.directory;
  const before = ownLadder(settings, scope, of) ?? settings.ladders[of];
  const chosen = choice === null ? null : chosenStages(choice.part, choice.stages);
  if (choice !== null && chosen === null) return outdated(turn.frame);
  const ladder = choice === null || chosen === null ? null : { ...before, [choice.part]: chosen };
  const outcome = await changeLadder(dependencies, turn.request, { scope, of }, ladder);
  return afterChange(dependencies, turn, outcome, (frame) => ladderPage(frame, scope, of));
}

export async function setDays(
  dependencies: Dependencies,
  turn: Turn,
  span: DaySpan,
  kind: DayKind,
): Promise<Reply> {
  const outcome = await changeDays(dependencies, turn.request, span, kind);
  return afterChange(dependencies, turn, outcome, (frame) => daysPage(frame, 0));
}

export async function setTone(
  dependencies: Dependencies,
  turn: Turn,
  unit: UnitId,
  tone: UnitTone,
  skip: number,
): Promise<Reply> {
  const outcome = await changeTone(dependencies, turn.request, unit, tone);
  return afterChange(dependencies, turn, outcome, (frame) => tonesPage(frame, skip));
}

async function afterChange(
  dependencies: Dependencies,
  turn: Turn,
  outcome: Outcome<void>,
  page: (frame: Frame) => Message,
): Promise<Reply> {
  if (outcome.kind === 'refused') return refusal(turn.frame, outcome);
  return ruleShown(await openTurn(dependencies, turn.incoming, turn.tools), page);
}
