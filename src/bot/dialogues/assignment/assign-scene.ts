import { everyUnit } from '../../../core/assignment/read-recipients.ts';
import type { ClusterId } from '../../../core/id.ts';
import { calendarsOf } from '../../../core/organisation/calendars.ts';
import { clusterOf, clustersOn, membersOf } from '../../../core/organisation/directory.ts';
import { buildNameIndex } from '../../../core/question/name-index.ts';
import type { AssignForm, AssignScene } from '../../forms/assignment/assign-form.ts';
import { namesOf } from '../../names.ts';
import type { Frame } from '../../views/frame.ts';

/** What the organisation offers to a task that is being given; to a component item, its cluster alone. */
export function assignScene(frame: Frame, { item }: Pick<AssignForm, 'item'>): AssignScene {
  const { directory, now, today, t } = frame;
  const members = (id: ClusterId) => membersOf(directory, id, today).map((unit) => unit.id);
  const inClusters = (id: ReturnType<typeof members>[number]) => clusterOf(directory, id, today) !== null;
  const everybody = everyUnit(directory, today);
  return {
    now,
    today,
    directory,
    work: calendarsOf(directory.settings).work,
    names: buildNameIndex(namesOf(directory, { plans: [], tasks: [], movements: [], events: [], pairs: [] })),
    clusters: item === null ? clustersOn(directory, today) : [],
    unitIds:
      item === null
        ? [...everybody.filter(inClusters), ...everybody.filter((id) => !inClusters(id))]
        : members(item.clusterId),
    membersOf: members,
    items: item === null ? [] : [t('assign.item.score'), t('assign.item.record')],
  };
}
