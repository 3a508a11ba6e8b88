import { type Extension, type ExtensionId, extendedDays } from '../../core/obligation/extension.ts';
import type { Obligation } from '../../core/obligation/obligation.ts';
import { calendarsOf } from '../../core/organisation/calendars.ts';
import { nextStageAfter } from '../../core/reminder/stages.ts';
import { stagesFor } from '../../core/reminder/stages-for.ts';
import { addDays } from '../../core/time/local-date.ts';
import { isOpen } from '../../core/work/work-state.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { whoMay } from '../use-case.ts';
import { touchBoards } from './show-group-board.ts';
import { tellDecision } from './tell-decision.ts';

export interface ExtensionDecided {
  readonly extension: Extension;
  readonly obligation: Obligation;
  /** False where it had been decided before. */
  readonly changed: boolean;
}

/**
 * Grants the later day, which moves this obligation alone so that its stages speak again, or does not. The unit is
 * told either way. Refused: ACCESS_UNKNOWN_PERSON, ACCESS_SECRETARIAT_ONLY, EXTENSION_UNKNOWN, OBLIGATION_CLOSED.
 */
export async function decideExtension(
  dependencies: Dependencies,
  request: Request,
  id: ExtensionId,
  answer: 'granted' | 'refused',
): Promise<Outcome<ExtensionDecided>> {
  return whoMay('reports.manage', dependencies, request, async (useCase) => {
    const { tx, at, today, directory, person, note } = useCase;
    const asked = await tx.extensions.byId(id);
    const before = asked === null ? null : await tx.obligations.byId(asked.obligationId);
    if (asked === null || before === null) return refuse('EXTENSION_UNKNOWN');
    if (asked.state !== 'pending') return done({ extension: asked, obligation: before, changed: false });
    if (!isOpen(before.state)) return refuse('OBLIGATION_CLOSED');
    await tx.extensions.decide(id, answer, person.id, at);
    const extension: Extension = { ...asked, state: answer, decidedBy: person.id, decidedAt: at };
    const moved: Obligation = { ...before, ...extendedDays(asked.wantedOn) };
    const { settings } = directory;
    const stages = stagesFor(moved, { settings, book: await tx.plans.book() }, calendarsOf(settings).work);
    const after =
      answer === 'refused' ? before : { ...moved, nextStageOn: nextStageAfter(stages, addDays(today, -1)) };
    if (answer === 'granted') await tx.obligations.save(after);
    await touchBoards(tx, before);
    await note({
      action: `extension.${answer}`,
      subject: before.id,
      before: { dueOn: before.dueOn },
      after: { dueOn: after.dueOn, wantedOn: asked.wantedOn },
    });
    await tellDecision(useCase, { kind: 'extension', key: id }, after);
    return done({ extension, obligation: after, changed: true });
  });
}
