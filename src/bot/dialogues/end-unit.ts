import { endUnit } from '../../app/office/end-unit.ts';
import { unitCard } from '../views/staff.ts';
import { endQuestion, heirsOffered, unitEnded } from '../views/unit-change.ts';
import { EMPTY_END, stepEnd } from './end-unit-form.ts';
import { endingDialogue } from './ending.ts';

/** Its last day, then who comes after it. */
export const unitEnding = endingDialogue({
  kind: 'unit_end',
  version: 2,
  empty: EMPTY_END,
  all: ({ units }) => units,
  offered: ({ directory, today }, { id }) => heirsOffered(directory, id, today),
  question: endQuestion,
  step: stepEnd,
  end: (dependencies, request, unitId, { successors, founded }, lastOn) =>
    endUnit(dependencies, request, { unitId, lastOn, successors, founded }),
  ended: unitEnded,
  card: unitCard,
});
