import type { Message } from '../../../app/ports/message.ts';
import { conclusionsIn } from '../../../core/organisation/conclusions.ts';
import type { CouncilSession } from '../../../core/organisation/council-session.ts';
import { clusterById } from '../../../core/organisation/directory.ts';
import type { Task } from '../../../core/plan/plan-book.ts';
import { sessionPlan } from '../../../core/plan/session-plan.ts';
import { taskOfConclusion } from '../../../core/plan/task-of-conclusion.ts';
import type { Quarter } from '../../../core/time/quarter.ts';
import { weekdayDate } from '../../../i18n/days.ts';
import { givenParams } from '../assignment/assign-given.ts';
import type { Frame } from '../frame.ts';
import { bold, button, entry, inRows, message, paragraph, saying } from '../message.ts';
import { quarterParams } from '../period.ts';
import { namedInHistory } from '../person-name.ts';
import { capital } from '../subject-name.ts';

/** Who owes a session to which cluster this quarter, and how far each has come. */
export function sessionsPage(frame: Frame, quarter: Quarter, sessions: readonly CouncilSession[]): Message {
  const { t } = frame;
  const back = [button(t('button.inbox'), { kind: 'inbox' })];
  if (sessions.length === 0) return saying(t('session.none'), [back]);
  return message(
    [
      entry([bold(t('session.heading', quarterParams(quarter)))]),
      ...sessions.map((one, index) =>
        entry(`${index + 1}. ${t('session.line', { ...names(frame, one), state: stateName(frame, one) })}`),
      ),
    ],
    [
      ...inRows(
        sessions.map((one, index) => button(String(index + 1), { kind: 'session', ...keyOf(one) })),
        5,
      ),
      back,
    ],
  );
}

/** So many conclusions get a button of their own. */
const MOST_TASKS = 12;

/** One session: where it stands, the text to send the member, and what became of it. */
export function sessionPage(frame: Frame, session: CouncilSession): Message {
  const { t, book, directory, today } = frame;
  const plan = sessionPlan(book, clusterById(directory, session.clusterId), session.on ?? today);
  const key = keyOf(session);
  const concluded = session.state === 'held' ? conclusionsIn(session.conclusions) : [];
  const tasks = concluded.map((words) => taskOfConclusion(session, words, book));
  return message(
    [
      entry([
        bold(capital(t('session.title', { ...names(frame, session), ...quarterParams(session.quarter) }))),
      ]),
      entry(t('session.now', { state: stateName(frame, session) })),
      ...conclusionEntries(frame, session, concluded, tasks),
      ...(session.state === 'open'
        ? [
            paragraph(t('session.textToSend')),
            entry([
              {
                italic: t(plan === null ? 'session.text' : 'session.textOfPlan', {
                  ...names(frame, session),
                  ...quarterParams(session.quarter),
                  plan: plan?.number ?? '',
                }),
              },
            ]),
          ]
        : []),
    ],
    [
      ...inRows(
        tasks.slice(0, MOST_TASKS).flatMap((task, item) => {
          const label =
            tasks.length === 1 ? t('session.button.task') : t('session.button.taskNo', { number: item + 1 });
          return task === null ? [button(label, { kind: 'session_task', ...key, item } as const)] : [];
        }),
        3,
      ),
      [
        button(t('session.button.agreed'), { kind: 'session_do', ...key, to: 'agreed' }),
        button(t('session.button.held'), { kind: 'session_do', ...key, to: 'held' }),
      ],
      [button(t('session.button.moved'), { kind: 'session_do', ...key, to: 'moved' })],
      [button(t('session.button.list'), { kind: 'sessions' })],
    ],
  );
}

/** What was concluded; what was given as a task says to whom and by when. */
function conclusionEntries(
  frame: Frame,
  { conclusions }: CouncilSession,
  concluded: readonly string[],
  tasks: readonly (Task | null)[],
) {
  const { t } = frame;
  const [first = null] = tasks;
  if (conclusions === '') return [];
  if (concluded.length < 2) {
    return [entry(t('session.conclusions', { text: conclusions }), ...givenLine(frame, first))];
  }
  const lines = concluded.flatMap((words, index) => [
    `${index + 1}. ${words}`,
    ...givenLine(frame, tasks[index] ?? null),
  ]);
  return [entry(t('session.conclusions', { text: '' }).trim(), ...lines)];
}

const givenLine = (frame: Frame, task: Task | null): string[] =>
  task === null ? [] : [frame.t('session.given', givenParams(frame, task))];

const keyOf = ({ memberId, clusterId, quarter }: CouncilSession) => ({ memberId, clusterId, quarter });

const names = (frame: Frame, { memberId, clusterId }: CouncilSession) => ({
  name: namedInHistory(frame, memberId),
  cluster: clusterById(frame.directory, clusterId).name,
});

function stateName({ t }: Frame, { state, on }: CouncilSession): string {
  return on === null
    ? t(`session.state.${state}`)
    : t(`session.stateOn.${state as 'agreed' | 'held'}`, { day: weekdayDate(t, on) });
}
