import { dayAt } from '../app/today.ts';
import { clustersOn, groupsOf, peopleWithRole } from '../core/organisation/directory.ts';
import { isUnitActive } from '../core/organisation/unit.ts';
import { readArguments } from './arguments.ts';
import type { Command } from './command.ts';

export const doctorCommand: Command = {
  usage: 'doctor',
  does: 'says what is set up and what is missing',
  async run({ args, office, print }) {
    readArguments(args, {}, 0);
    const { dependencies } = await office(null);
    const { unitOfWork, clock } = dependencies;
    const directory = await unitOfWork.read.organisation.directory();
    const book = await unitOfWork.read.plans.book();
    const today = dayAt(clock.now(), directory);
    const units = directory.units.filter((unit) => isUnitActive(unit, today));
    const reached = units.filter(
      (unit) => peopleWithRole(directory, 'focal_point', today, unit.id).length > 0,
    );
    const clusters = clustersOn(directory, today);
    const bound = clusters.filter((cluster) => groupsOf(directory, cluster.id).length > 0);
    const secretariat = peopleWithRole(directory, 'secretariat', today).length;
    const findings: [label: string, found: string, missing: boolean][] = [
      ['secretariat', `${secretariat} people`, secretariat === 0],
      ['units', `${units.length}`, units.length === 0],
      [
        'units with a focal point',
        `${reached.length}/${units.length}`,
        reached.length < Math.max(1, units.length),
      ],
      [
        'clusters with a group',
        `${bound.length}/${clusters.length}`,
        bound.length < Math.max(1, clusters.length),
      ],
      ['plans', book.plans.map((plan) => plan.number).join(', ') || 'none', book.plans.length === 0],
      ['tasks', `${book.tasks.length}`, book.tasks.length === 0],
    ];
    for (const [label, found, missing] of findings) print(`${missing ? '!' : '✓'} ${label}: ${found}`);
    return 0;
  },
};
