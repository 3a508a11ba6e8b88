import { isSensibleSpan } from '../../core/calendar/read-days.ts';
import { ruleShown, setDays, setLadder, setTone, showLadder } from '../answers/office/rules.ts';
import type { RULES_BUTTONS } from '../buttons/rules.ts';
import { askDays } from '../dialogues/office/own-days.ts';
import { askSchoolYear } from '../dialogues/office/school-year.ts';
import { outdated } from '../refusal.ts';
import { ladderScopes, laddersPage } from '../views/office/ladders.ts';
import { dayPage, daysPage } from '../views/office/office-days.ts';
import { tonesPage } from '../views/office/tones.ts';
import type { HandlersOf } from './handlers.ts';

export const RULES_HANDLERS: HandlersOf<typeof RULES_BUTTONS> = {
  ladders: (_, turn) => ruleShown(turn, laddersPage),
  ladder_scopes: (_, turn, { of, skip }) => ruleShown(turn, (frame) => ladderScopes(frame, of, skip)),
  ladder: (_, turn, place) => showLadder(turn, place),
  ladder_set: (dependencies, turn, { part, stages, ...place }) =>
    setLadder(dependencies, turn, place, { part, stages }),
  ladder_clear: (dependencies, turn, place) => setLadder(dependencies, turn, place, null),
  days: (_, turn, { skip }) => ruleShown(turn, (frame) => daysPage(frame, skip)),
  day_add: (dependencies, turn) => askDays(dependencies, turn),
  day: (_, turn, span) =>
    isSensibleSpan(span) ? ruleShown(turn, (frame) => dayPage(frame, span)) : outdated(turn.frame),
  day_set: (dependencies, turn, { as, ...span }) => setDays(dependencies, turn, span, as),
  school_year: (dependencies, turn) => askSchoolYear(dependencies, turn),
  tones: (_, turn, { skip }) => ruleShown(turn, (frame) => tonesPage(frame, skip)),
  tone: (dependencies, turn, { unit, tone, skip }) => setTone(dependencies, turn, unit, tone, skip),
};
