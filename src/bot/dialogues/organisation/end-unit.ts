import { endUnits } from '../../../app/organisation/end-units.ts';
import { EMPTY_UNIT_END, stepEndUnit } from '../../forms/organisation/end-unit-form.ts';
import { unitsEnded } from '../../views/organisation/unit-change.ts';
import { endUnitQuestion, heirsOffered } from '../../views/organisation/unit-ending.ts';
import { unitCard } from '../../views/people/staff.ts';
import { endingDialogue } from './ending.ts';

/** Its last day, who comes after it, and what ends with it. */
export const unitEnding = endingDialogue({
  kind: 'unit_end',
  version: 3,
  empty: EMPTY_UNIT_END,
  all: ({ units }) => units,
  offered: ({ directory, today }, { id }) => heirsOffered(directory, id, today),
  question: endUnitQuestion,
  step: stepEndUnit,
  end: (dependencies, request, unitId, form, lastOn) =>
    endUnits(dependencies, request, { ...form, unitId, lastOn }),
  ended: unitsEnded,
  card: unitCard,
});
