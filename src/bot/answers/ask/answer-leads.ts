import type { Dependencies } from '../../../app/dependencies.ts';
import type { UnitId } from '../../../core/id.ts';
import type { Cluster, Office } from '../../../core/organisation/cluster.ts';
import { appointmentsOf, type Directory, officeHolders } from '../../../core/organisation/directory.ts';
import { partiesOf } from '../../../core/plan/plan-book.ts';
import { oncePerDuty } from '../../../core/plan/same-duty.ts';
import { type Reply, say } from '../../reply.ts';
import type { Turn } from '../../turn.ts';
import { withSecretariat } from '../../views/frame.ts';
import { bold, entry, message, saying } from '../../views/message.ts';
import { pageOf } from '../../views/page.ts';
import { subjectName } from '../../views/subject-name.ts';
import { taskLine } from '../../views/task-line.ts';
import { nothingHere } from '../nothing-here.ts';
import { aboutWhom } from './about.ts';
import { answerAboutTask } from './answer-about-task.ts';
import type { Asked } from './asked.ts';
import { tasksMeant } from './which-task.ts';

const OFFICES: Readonly<Record<string, Office>> = { cluster_head: 'lead', cluster_deputy: 'deputy' };

/** Who leads a task, a movement, a cluster; or what a unit leads. */
export async function answerLeads(dependencies: Dependencies, turn: Turn, asked: Asked): Promise<Reply> {
  const { frame, audience } = turn;
  if (audience === null) return say(nothingHere(turn));
  const { role, unitId } = asked.question.slots;
  if (role === 'cluster_head' || role === 'cluster_deputy' || role === 'council_member') {
    return say(officeMessage(turn, asked));
  }
  const tasks = tasksMeant(frame, asked);
  const [task] = tasks;
  if (unitId !== undefined && task === undefined) return say(ledBy(turn, unitId as UnitId));
  const reply = await answerAboutTask(
    dependencies,
    turn,
    asked,
    role === 'coordinators' ? 'coordinators' : 'lead',
  );
  // "TCKH chủ trì phải không": yes or no first.
  if (unitId === undefined || tasks.length !== 1 || task === undefined || reply.say === undefined)
    return reply;
  const leads = partiesOf(task, 'lead').some(({ party }) => party.kind === 'unit' && party.unitId === unitId);
  const name = subjectName(frame, { kind: 'unit', id: unitId as UnitId }, null);
  const verdict = frame.t(leads ? 'leads.yes' : 'leads.no', { name });
  return { say: reply.say.map((one) => ({ ...one, entries: [entry(verdict), ...one.entries] })) };
}

/** Which unit heads a cluster, or is its deputy, or which council member follows it. */
function officeMessage(turn: Turn, asked: Asked) {
  const { frame, incoming } = turn;
  const { t, directory, today } = frame;
  const { role } = asked.question.slots;
  const clusters = clustersMeant(turn, asked);
  if (clusters === null) {
    return saying(
      t('answer.unknownCluster', {
        name: asked.question.slots.cluster ?? '',
        clusters: clusterNames(directory),
      }),
    );
  }
  const office = OFFICES[role ?? ''];
  const holders = ({ id }: Cluster): string[] => {
    if (office !== undefined) return officeHolders(directory, id, office, today).map(({ name }) => name);
    // People are named in private only.
    if (incoming.chat.kind === 'group') return [];
    return directory.people
      .filter((person) =>
        appointmentsOf(directory, person.id, today).some(
          (held) => held.role === 'council_member' && held.clusterId === id,
        ),
      )
      .map(({ name, title }) => [name, title].filter((part) => part !== '').join(', '));
  };
  return message(
    clusters.map((cluster) => {
      const names = holders(cluster);
      const said = { cluster: cluster.name, names: names.join(', ') };
      if (names.length > 0) return entry([bold(t(`leads.${role as 'cluster_head'}`, said))]);
      const isHidden = office === undefined && incoming.chat.kind === 'group';
      const unknown = role === 'cluster_head' ? 'leads.noHead' : 'leads.nobody';
      return entry(t(isHidden ? 'leads.inPrivate' : unknown, withSecretariat(frame, said)));
    }),
  );
}

/** Null for a cluster that nobody knows. */
function clustersMeant(turn: Turn, asked: Asked): Cluster[] | null {
  const { clusters } = turn.frame.directory;
  const about = aboutWhom(turn, { ...asked, question: { ...asked.question, slots: withoutUnit(asked) } });
  if (about === null || about.kind === 'unknown') return null;
  const subjects = about.kind === 'choices' ? about.choices : [about.subject];
  const found = clusters.filter(({ id, kind }) =>
    subjects.some(
      (subject) =>
        (subject.kind === 'cluster' && subject.id === id) ||
        (subject.kind === 'clusters' && subject.code === kind),
    ),
  );
  return found.length > 0 ? found : [...clusters];
}

/** The word for a school in a cluster's name may have been taken for a unit. */
function withoutUnit({ question }: Asked) {
  const { unit: _unit, unitId: _unitId, ...slots } = question.slots;
  return slots;
}

const clusterNames = ({ clusters }: Directory): string => clusters.map(({ name }) => name).join(', ');

const MOST_LED = 12;

function ledBy({ frame }: Turn, id: UnitId) {
  const { t, book } = frame;
  const name = subjectName(frame, { kind: 'unit', id }, null);
  const led = oncePerDuty(
    book,
    book.tasks.filter(
      (task) =>
        task.withdrawnOn === null &&
        partiesOf(task, 'lead').some(({ party }) => party.kind === 'unit' && party.unitId === id),
    ),
  );
  if (led.length === 0) return saying(t('leads.nothing', { name }));
  const shown = pageOf(led, 0, MOST_LED);
  return message([
    entry([bold(t('leads.list', { name, count: led.length }))]),
    ...shown.items.map((task) => entry(`• ${taskLine(frame, task)}`)),
    ...(led.length > MOST_LED ? [entry(t('leads.more', { count: led.length - MOST_LED }))] : []),
  ]);
}
