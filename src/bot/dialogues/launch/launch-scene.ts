import { addressedGroups, addressedIn } from '../../../app/launch/launch-audience.ts';
import { calendarsOf } from '../../../core/organisation/calendars.ts';
import { clustersOn } from '../../../core/organisation/directory.ts';
import { planById } from '../../../core/plan/plan-book.ts';
import { fullDate } from '../../../i18n/days.ts';
import {
  type LaunchForm,
  type LaunchOccasion,
  type LaunchScene,
  type LaunchTemplate,
  ROWS_SHOWN,
} from '../../forms/launch/launch-form.ts';
import { may } from '../../rights.ts';
import type { Turn } from '../../turn.ts';
import type { Frame } from '../../views/frame.ts';

/** What the organisation and its plans offer to a launch that is being written. */
export function launchScene(turn: Pick<Turn, 'frame' | 'actor'>): LaunchScene {
  const { frame } = turn;
  const { directory, now, today } = frame;
  const { settings } = directory;
  const clusters = clustersOn(directory, today);
  const { work } = calendarsOf(settings);
  return {
    now,
    today,
    zone: settings.zone,
    work,
    clusters,
    kinds: [...new Set(clusters.map((cluster) => cluster.kind))],
    unitsOf: (clusterIds) => [
      ...new Set(clusterIds.flatMap((id) => addressedIn({ unitIds: null }, id, directory, today))),
    ],
    templates: templates(frame),
    events: occasions(frame),
    mayApprove: may(turn, 'launch.approve'),
  };
}

const FIRST_OF_EACH = ROWS_SHOWN / 2;

/** Movements, and what is coming to be honoured: some of both are shown first. */
function templates(frame: Frame): LaunchTemplate[] {
  const launched = movements(frame);
  const ahead = occasions(frame).map(({ label, event, name }) => ({
    label,
    content: { title: cut(frame.t('launch.inHonour', { name }), 200), event },
  }));
  const first = [...launched.slice(0, FIRST_OF_EACH), ...ahead.slice(0, FIRST_OF_EACH)];
  return [...first, ...launched.slice(FIRST_OF_EACH), ...ahead.slice(FIRST_OF_EACH)];
}

const movements = ({ t, book }: Frame): LaunchTemplate[] =>
  book.movements.map(({ name, periodWords, planId }) => {
    const plan = planById(book, planId);
    return {
      label: name,
      content: {
        title: cut(name, 200),
        period: cut(periodWords, 100),
        document:
          plan === null ? '' : t('launch.ofPlan', { number: plan.number, date: fullDate(plan.issuedOn) }),
      },
    };
  });

/** Events still ahead, the nearest first. */
const occasions = ({ t, book, today }: Frame): (LaunchOccasion & { readonly name: string })[] =>
  book.events
    .flatMap(({ name, on }) => (on === null || on < today ? [] : [{ name, on }]))
    .sort((a, b) => (a.on < b.on ? -1 : 1))
    .map(({ name, on }) => {
      const params = { name, date: fullDate(on) };
      return {
        name,
        label: t('launch.occasionLabel', params),
        event: cut(t('launch.occasion', params), 150),
      };
    });

const cut = (text: string, limit: number): string => Array.from(text).slice(0, limit).join('');

export const groupTitles = ({ directory, today }: Frame, form: Pick<LaunchForm, 'clusterIds' | 'unitIds'>) =>
  addressedGroups(form, directory, today).map((group) => group.title);
