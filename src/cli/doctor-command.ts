import { missingSteps, setUpState } from '../app/office/set-up-state.ts';
import { seePlanDrafts } from '../app/plan/see-plan-draft.ts';
import { dayAt } from '../app/today.ts';
import { peopleWithRole } from '../core/organisation/directory.ts';
import { openMatters } from '../core/plan/open-rows.ts';
import { readArguments } from './arguments.ts';
import type { Command } from './command.ts';

export const doctorCommand: Command = {
  usage: 'doctor',
  does: 'says what is set up and what is missing',
  async run({ args, office, print }) {
    readArguments(args, {}, 0);
    const { unitOfWork, clock } = (await office(null)).dependencies;
    const { read } = unitOfWork;
    const now = clock.now();
    const directory = await read.organisation.directory();
    const { plans, tasks } = await read.plans.book();
    const secretariat = peopleWithRole(directory, 'secretariat', dayAt(now, directory)).length;
    const state = await setUpState(read, now);
    const missing = missingSteps(state);
    const undecided = (await seePlanDrafts(read, now)).flatMap(({ matters }) => openMatters(matters)).length;
    const findings: [label: string, found: string, wants: boolean][] = [
      ['people of the secretariat', `${secretariat}`, secretariat === 0],
      ['units', `${state.units}`, missing.includes('organisation')],
      ['units that somebody acts for', `${state.served}/${state.units}`, missing.includes('people')],
      ['clusters with a group', `${state.bound}/${state.clusters}`, missing.includes('groups')],
      ['plans', plans.map(({ number }) => number).join(', ') || 'none', missing.includes('plan')],
      ['tasks', `${tasks.length}`, tasks.length === 0],
      ['undecided in plans', `${undecided}`, undecided > 0],
    ];
    for (const [label, found, wants] of findings) print(`${wants ? '!' : '✓'} ${label}: ${found}`);
    return 0;
  },
};
