import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Actor, mayActFor, owns } from '../../../src/core/access/actor.ts';
import { RIGHTS, type Right, scopeOf } from '../../../src/core/access/rights.ts';
import type { ClusterId, PersonId, UnitId } from '../../../src/core/id.ts';
import type { Owner } from '../../../src/core/obligation/obligation.ts';
import type { Role } from '../../../src/core/organisation/person.ts';

const ROLES: readonly Role[] = ['secretariat', 'approver', 'leader', 'focal_point', 'council_member'];
const ALL_RIGHTS = Object.keys(RIGHTS) as Right[];

const unit = 'unit-own' as UnitId;
const cluster = 'cluster-own' as ClusterId;
const self = 'person-self' as PersonId;
const OWN: Record<Owner['kind'], Owner> = {
  unit: { kind: 'unit', id: unit },
  cluster: { kind: 'cluster', id: cluster },
  council_member: { kind: 'council_member', id: self },
};
const OTHERS: Record<Owner['kind'], Owner> = {
  unit: { kind: 'unit', id: 'unit-other' as UnitId },
  cluster: { kind: 'cluster', id: 'cluster-other' as ClusterId },
  council_member: { kind: 'council_member', id: 'person-other' as PersonId },
};

const actor = (roles: readonly Role[]): Actor => ({
  personId: self,
  roles,
  unitIds: [unit],
  headedClusterIds: [cluster],
});

/** The whole table as the offices understand it: right, then who has it, `*` everywhere, else only what is their own. */
const EXPECTED: Record<Right, string> = {
  'obligation.report': 'secretariat*, leader, focal_point, council_member',
  'launch.compose': 'secretariat*, approver*',
  'launch.approve': 'approver*',
  'launch.acknowledge': 'leader, focal_point',
  'plan.import': 'secretariat*',
  'group.bind': 'secretariat*',
  'people.invite': 'secretariat*',
  'audit.see': 'secretariat*',
  'reports.manage': 'secretariat*',
  'states.see': 'secretariat*, approver*, leader, focal_point',
  'brief.see': 'secretariat*, approver*',
  'task.assign': 'secretariat*',
  'item.ask': 'secretariat*, leader, focal_point',
  'settings.change': 'secretariat*',
  'office.name': 'secretariat*',
  'duty.pass': 'secretariat*, approver, leader, focal_point, council_member',
  'unit.change': 'secretariat*',
  'contact.confirm': 'secretariat*, leader, focal_point',
};

test.each(ALL_RIGHTS)('who may %s', (action) => {
  const granted = ROLES.flatMap((role) => {
    const scope = scopeOf(action, [role]);
    return scope === null ? [] : [scope === 'all' ? `${role}*` : role];
  });

  expect(granted.join(', ')).toBe(EXPECTED[action]);
});

describe.each(ALL_RIGHTS)('%s', (action) => {
  describe.each(ROLES)('by %s', (role) => {
    const granted = EXPECTED[action].split(', ').find((one) => one.replace('*', '') === role);

    test.each(['unit', 'cluster', 'council_member'] as const)('for a %s', (kind) => {
      expect(mayActFor(actor([role]), action, OWN[kind])).toBe(granted !== undefined);
      expect(mayActFor(actor([role]), action, OTHERS[kind])).toBe(granted?.endsWith('*') ?? false);
    });
  });
});

test('who holds nothing may nothing', () => {
  for (const action of ALL_RIGHTS) {
    expect(scopeOf(action, [])).toBeNull();
    for (const owner of Object.values(OWN)) expect(mayActFor(actor([]), action, owner)).toBe(false);
  }
});

test('another role never takes a right away', () => {
  const widest = { all: 2, own: 1, none: 0 };
  fc.assert(
    fc.property(
      fc.constantFrom(...ALL_RIGHTS),
      fc.subarray([...ROLES]),
      fc.constantFrom(...ROLES),
      (action, roles, added) => {
        const before = widest[scopeOf(action, roles) ?? 'none'];
        expect(widest[scopeOf(action, [...roles, added]) ?? 'none']).toBeGreaterThanOrEqual(before);
      },
    ),
  );
});

test('a unit id says nothing of a cluster of the same id', () => {
  const sameId = { kind: 'cluster', id: unit as string as ClusterId } as const;

  expect(owns(actor(['focal_point']), sameId)).toBe(false);
});
