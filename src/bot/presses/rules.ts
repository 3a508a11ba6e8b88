import { isSensibleSpan } from '../../core/calendar/read-days.ts';
import { ruleShown, setDays, setLadder, setTone, showLadder } from '../answers/office/rules.ts';
import type { RULES_BUTTONS } from '../buttons/rules.ts';
import { askDays } from '../dialogues/office/own-days.ts';
import { askSchoolYear } from '../dialogues/office/school-year.ts';
import { popup } from '../reply.ts';
import { ladderScopes, laddersPage } from '../views/office/ladders.ts';
import { dayPage, daysPage } from '../views/office/office-days.ts';
import { tonesPage } from '../views/office/tones.ts';
import type { HandlersOf } from './handlers.ts';

export const RULES_HANDLERS: HandlersOf<typeof RULES_BUTTONS> = {
  ladders: async (_, turn) => ruleShown(turn, laddersPage),
  ladder_scopes: async (_, turn, { of, skip }) => ruleShown(turn, (frame) => ladderScopes(frame, of, skip)),
  ladder: async (_, turn, place) => showLadder(turn, place),
  ladder_set: (dependencies, turn, { part, stages, ...place }) =>
    setLadder(dependencies, turn, place, { part, stages }),
  ladder_clear: (dependencies, turn, place) => setLadder(dependencies, turn, place, null),
  days: async (_, turn, { skip }) => ruleShown(turn, (frame) => daysPage(frame, skip)),
  day_add: (dependencies, turn) => askDays(dependencies, turn),
  day: async (_, turn, span) =>
    isSensibleSpan(span)
      ? ruleShown(turn, (frame) => dayPage(frame, span))
      : popup(turn.frame.t('answer.outdatedButton')),
  day_set: (dependencies, turn, { as, ...span }) => setDays(dependencies, turn, span, as),
  school_year: (dependencies, turn) => askSchoolYear(dependencies, turn),
  tones: async (_, turn, { skip }) => ruleShown(turn, (frame) => tonesPage(frame, skip)),
  tone: (dependencies, turn, { unit, tone, skip }) => setTone(dependencies, turn, unit, tone, skip),
};
