import { clustersOn, groupsOf, peopleWithRole } from '../../core/organisation/directory.ts';
import { isInvitationExpired } from '../../core/organisation/invitation.ts';
import { isUnitActive } from '../../core/organisation/unit.ts';
import type { Instant } from '../../core/time/instant.ts';
import type { ReadModel } from '../ports/unit-of-work.ts';
import { dayAt } from '../today.ts';

/** How far an office is set up, as its database says: nothing is remembered of how it got there. */
export interface SetUpState {
  readonly units: number;
  readonly clusters: number;
  readonly plans: number;
  /** Documents not in force yet. */
  readonly drafts: number;
  /** Clusters with a group. */
  readonly bound: number;
  /** Units for which somebody acts. */
  readonly served: number;
  /** Ways in that were handed out and not taken. */
  readonly invited: number;
}

/** Of the units and clusters of the day of `now`. */
export async function setUpState(
  { organisation, plans, planDrafts, invitations }: ReadModel,
  now: Instant,
): Promise<SetUpState> {
  const directory = await organisation.directory();
  const today = dayAt(now, directory);
  const clusters = clustersOn(directory, today);
  const units = directory.units.filter((unit) => isUnitActive(unit, today));
  const isServed = (id: (typeof units)[number]['id']) =>
    (['focal_point', 'leader', 'secretariat'] as const).some(
      (role) => peopleWithRole(directory, role, today, id).length > 0,
    );
  const open = await invitations.inState('open');
  return {
    units: units.length,
    clusters: clusters.length,
    plans: (await plans.book()).plans.length,
    drafts: (await planDrafts.current()).filter(({ state }) => state === 'open').length,
    bound: clusters.filter(({ id }) => groupsOf(directory, id).length > 0).length,
    served: units.filter(({ id }) => isServed(id)).length,
    invited: open.filter((one) => !isInvitationExpired(one, now)).length,
  };
}

const SET_UP_STEPS = ['organisation', 'plan', 'groups', 'people'] as const;
export type SetUpStep = (typeof SET_UP_STEPS)[number];

/** What is still to do. */
export const missingSteps = (state: SetUpState): SetUpStep[] =>
  SET_UP_STEPS.filter((step) => !IS_DONE[step](state));

const IS_DONE: Record<SetUpStep, (state: SetUpState) => boolean> = {
  organisation: ({ units }) => units > 0,
  plan: ({ plans }) => plans > 0,
  groups: ({ clusters, bound }) => clusters > 0 && bound === clusters,
  people: ({ units, served }) => units > 0 && served === units,
};
