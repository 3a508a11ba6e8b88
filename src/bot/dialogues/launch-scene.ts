import { addressedGroups, addressedIn } from '../../app/launch/launch-audience.ts';
import { scopeOf } from '../../core/access/rights.ts';
import { calendarsOf } from '../../core/organisation/calendars.ts';
import { clustersOn } from '../../core/organisation/directory.ts';
import { planById } from '../../core/plan/plan-book.ts';
import { fullDate } from '../../i18n/days.ts';
import type { Turn } from '../turn.ts';
import type { Frame } from '../views/frame.ts';
import type { LaunchForm, LaunchScene, LaunchTemplate } from './launch-form.ts';

const MOST_ROWS = 12;
const MOST_EVENTS = 6;

/** What the organisation and its plans offer to a launch that is being written. */
export function launchScene({ frame, actor }: Pick<Turn, 'frame' | 'actor'>): LaunchScene {
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
    events: occasions(frame)
      .slice(0, MOST_EVENTS)
      .map(({ label }) => label),
    mayApprove: actor !== null && scopeOf('launch.approve', actor.roles) !== null,
  };
}

/** Movements, then what is coming to be honoured; many of the one leave room for the other. */
function templates(frame: Frame): LaunchTemplate[] {
  const ahead = occasions(frame);
  const room = MOST_ROWS - Math.min(ahead.length, MOST_EVENTS);
  const launched = movements(frame).slice(0, room);
  return [...launched, ...ahead.slice(0, MOST_ROWS - launched.length)];
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
const occasions = ({ t, book, today }: Frame): LaunchTemplate[] =>
  book.events
    .flatMap(({ name, on }) => (on === null || on < today ? [] : [{ name, on }]))
    .sort((a, b) => (a.on < b.on ? -1 : 1))
    .map(({ name, on }) => {
      const label = cut(t('launch.occasion', { name, date: fullDate(on) }), 150);
      return { label, content: { title: cut(t('launch.inHonour', { name }), 200), event: label } };
    });

const cut = (text: string, limit: number): string => Array.from(text).slice(0, limit).join('');

export const groupTitles = ({ directory, today }: Frame, form: Pick<LaunchForm, 'clusterIds' | 'unitIds'>) =>
  addressedGroups(form, directory, today).map((group) => group.title);
