import type { Role } from '../organisation/person.ts';

/** What not everybody may do. */
export type Right =
  | 'obligation.report'
  | 'launch.compose'
  | 'launch.approve'
  | 'launch.acknowledge'
  | 'plan.import'
  | 'group.bind'
  | 'people.invite'
  | 'audit.see'
  | 'reports.manage'
  | 'states.see'
  | 'brief.see'
  | 'task.assign'
  | 'item.ask'
  | 'settings.change'
  /** Who heads a cluster, and from which day. */
  | 'office.name'
  /** Who takes over or stands in; one's own duties, where the scope is that. */
  | 'duty.pass'
  /** Renamed, merged, split, ended. */
  | 'unit.change'
  /** Whether the people of a unit are still right. */
  | 'contact.confirm';

/** How far a right reaches: everywhere, or the units and clusters of the role itself. */
export type Scope = 'all' | 'own';

/**
 * Who may do what. A cluster's head is not a role of its own: it is whoever serves the head unit, who acts for
 * the cluster's own tasks because they count among the unit's.
 */
export const RIGHTS: Record<Right, Partial<Record<Role, Scope>>> = {
  'obligation.report': { secretariat: 'all', leader: 'own', focal_point: 'own', council_member: 'own' },
  'launch.compose': { secretariat: 'all', approver: 'all' },
  'launch.approve': { approver: 'all' },
  'launch.acknowledge': { leader: 'own', focal_point: 'own' },
  'plan.import': { secretariat: 'all' },
  'group.bind': { secretariat: 'all' },
  'people.invite': { secretariat: 'all' },
  'audit.see': { secretariat: 'all' },
  'reports.manage': { secretariat: 'all' },
  'states.see': { secretariat: 'all', approver: 'all', leader: 'own', focal_point: 'own' },
  'brief.see': { secretariat: 'all', approver: 'all' },
  'task.assign': { secretariat: 'all' },
  'item.ask': { secretariat: 'all', leader: 'own', focal_point: 'own' },
  'settings.change': { secretariat: 'all' },
  'office.name': { secretariat: 'all' },
  'duty.pass': {
    secretariat: 'all',
    approver: 'own',
    leader: 'own',
    focal_point: 'own',
    council_member: 'own',
  },
  'unit.change': { secretariat: 'all' },
  'contact.confirm': { secretariat: 'all', leader: 'own', focal_point: 'own' },
};

/** How far any of the roles lets somebody do this; null where none does. */
export function scopeOf(right: Right, roles: readonly Role[]): Scope | null {
  const scopes = roles.map((role) => RIGHTS[right][role]);
  if (scopes.includes('all')) return 'all';
  return scopes.includes('own') ? 'own' : null;
}
