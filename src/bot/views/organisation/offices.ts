import type { OfficeNamed } from '../../../app/people/name-office.ts';
import type { Button, Message } from '../../../app/ports/message.ts';
import type { ClusterId, UnitId } from '../../../core/id.ts';
import type { Cluster, Membership } from '../../../core/organisation/cluster.ts';
import { councilMembersOf } from '../../../core/organisation/council-session.ts';
import {
  clusterById,
  clustersOn,
  membersOf,
  officeHolders,
  unitById,
} from '../../../core/organisation/directory.ts';
import type { RotatingOffice } from '../../../core/organisation/hand-over.ts';
import {
  calendarOf,
  deputyMissingFrom,
  type Vacancy,
  vacanciesOf,
  vacancyOf,
} from '../../../core/organisation/rotation.ts';
import { termOf } from '../../../core/organisation/term.ts';
import { addDays, type LocalDate } from '../../../core/time/local-date.ts';
import { fullDate } from '../../../i18n/days.ts';
import { type Frame, withSecretariat } from '../frame.ts';
import { asLabel, bold, button, entry, inRows, message, paragraph } from '../message.ts';
import { namedInHistory } from '../person-name.ts';

export interface OfficeOf {
  readonly cluster: ClusterId;
  readonly unit: UnitId;
  readonly office: RotatingOffice;
}

/** All clusters with who heads them, and which of them are asked about. */
export function officesMessage(frame: Frame): Message {
  const { t, directory, today } = frame;
  const clusters = clustersOn(directory, today);
  return message(
    [
      entry([bold(t('offices.heading'))]),
      ...clusters.map((cluster) => paragraph([bold(cluster.name)], ...officeLines(frame, cluster))),
    ],
    [
      ...clusters.map(({ id, name }) => [button(asLabel(name), { kind: 'office_cluster', cluster: id })]),
      [button(t('button.back'), { kind: 'setting', name: 'all' })],
    ],
  );
}

/** Asks the secretariat in time; null where it is known by now who comes next everywhere. */
export function rotationQuestion(frame: Frame): Message | null {
  const { t, directory, today } = frame;
  const vacancies = vacanciesOf(directory, today);
  if (vacancies.length === 0) return null;
  return message(
    [
      entry([bold(t('offices.question'))]),
      ...vacancies.map(({ cluster, from }) =>
        entry(
          `• ${t(from > today ? 'offices.willEnd' : 'offices.ended', {
            cluster: cluster.name,
            from: fullDate(from),
            last: fullDate(addDays(from, -1)),
          })}`,
        ),
      ),
      paragraph(t('offices.meanwhile', withSecretariat(frame))),
    ],
    vacancies.map(({ cluster }) => [
      button(asLabel(cluster.name), { kind: 'office_cluster', cluster: cluster.id }),
    ]),
  );
}

/** One cluster that is asked about, to be decided in its own place. */
export function vacancyMessage({ t, today }: Frame, { cluster, from }: Vacancy): Message {
  return message(
    [
      entry([bold(t('offices.question'))]),
      entry(
        t(from > today ? 'offices.willEnd' : 'offices.ended', {
          cluster: cluster.name,
          from: fullDate(from),
          last: fullDate(addDays(from, -1)),
        }),
      ),
    ],
    [[button(t('offices.open'), { kind: 'office_cluster', cluster: cluster.id })]],
  );
}

/** One cluster, with what can be said of its offices. */
export function officeCard(frame: Frame, clusterId: ClusterId): Message {
  const { t, directory, today } = frame;
  const cluster = clusterById(directory, clusterId);
  const vacancy = vacancyOf(directory, cluster, today);
  const names = (vacancy?.heads ?? []).map((id) => unitById(directory, id).name).join(', ');
  const choose = (office: RotatingOffice) =>
    button(t(`offices.choose.${office}`), { kind: 'office_units', cluster: clusterId, office });
  return message(
    [
      entry([bold(cluster.name)], ...officeLines(frame, cluster), ...memberLine(frame, clusterId)),
      ...(vacancy === null || names === '' ? [] : [paragraph(t('offices.keepHint', { units: names }))]),
    ],
    [
      vacancy === null || names === ''
        ? []
        : [button(t('offices.keep'), { kind: 'office_keep', cluster: clusterId })],
      [choose('lead'), choose('deputy')],
      [button(t('offices.member.choose'), { kind: 'office_member', cluster: clusterId })],
      [
        cluster.validTo === null
          ? button(t('clusterEnd.end'), { kind: 'cluster_end', cluster: clusterId })
          : button(t('unit.takeBack'), { kind: 'cluster_restore', cluster: clusterId }),
      ],
      [button(t('button.back'), { kind: 'offices' })],
    ],
  );
}

/** Who of the council follows it. */
function memberLine(frame: Frame, clusterId: ClusterId): string[] {
  const { t, directory, today } = frame;
  const members = councilMembersOf(directory, clusterId, today).map((id) => namedInHistory(frame, id));
  return members.length === 0 ? [] : [t('offices.member.follows', { names: members.join(', ') })];
}

/** Who holds the offices, until when, who comes next; and what is not known. */
function officeLines(frame: Frame, cluster: Cluster): string[] {
  const { t, directory, today } = frame;
  const ends = cluster.validTo === null ? [] : [t('clusterEnd.until', { to: fullDate(cluster.validTo) })];
  const lines = (['lead', 'deputy'] as const).flatMap((office) =>
    directory.memberships
      .filter((row) => row.clusterId === cluster.id && row.office === office)
      .filter(({ to }) => to === null || to >= today)
      .map((row) => officeLine(frame, row)),
  );
  const isHeaded = officeHolders(directory, cluster.id, 'lead', today).length > 0;
  const vacancy = vacancyOf(directory, cluster, today);
  if (cluster.validTo !== null) return [...lines, ...ends];
  const isPast = vacancy !== null && vacancy.from <= today;
  const missing = isHeaded || isPast ? vacancy?.from : today;
  if (missing !== undefined) {
    return [...lines, t('offices.missing', withSecretariat(frame, { from: fullDate(missing) }))];
  }
  const deputy = deputyMissingFrom(directory, cluster.id, today);
  return deputy === null ? lines : [...lines, t('offices.missingDeputy', { from: fullDate(deputy) })];
}

function officeLine({ t, directory, today }: Frame, { unitId, office, from, to }: Membership): string {
  const params = {
    office: office === 'member' ? '' : t(`offices.name.${office}`),
    unit: unitById(directory, unitId).name,
    from: fullDate(from),
    to: to === null ? '' : fullDate(to),
  };
  if (from > today) return t(to === null ? 'offices.from' : 'offices.fromTo', params);
  return t(to === null ? 'offices.holds' : 'offices.until', params);
}

export function officeUnits(frame: Frame, clusterId: ClusterId, office: RotatingOffice): Message {
  const { t, directory, today } = frame;
  const cluster = clusterById(directory, clusterId);
  const from = firstDay(frame, cluster, office);
  const buttons = membersOf(directory, clusterId, from > today ? from : today).map(({ id, name }) =>
    button(asLabel(name), {
      kind: 'office_ask',
      cluster: clusterId,
      unit: id,
      office,
      from,
    }),
  );
  return message(
    [entry(t('offices.chooseUnit', { office: t(`offices.name.${office}`), cluster: cluster.name }))],
    [...inRows(buttons, 2), [button(t('button.back'), { kind: 'office_cluster', cluster: clusterId })]],
  );
}

/** Whether it is meant so; other days are one press away. */
export function officeQuestion(frame: Frame, of: OfficeOf, from: LocalDate): Message {
  const { t, directory, today } = frame;
  const cluster = clusterById(directory, of.cluster);
  const vacancy = vacancyOf(directory, cluster, today);
  const next = addDays(termOf(today, calendarOf(directory, cluster)).to, 1);
  const days = [...new Set([vacancy?.from ?? next, today, next])].filter((day) => day !== from);
  const other = (day: LocalDate): Button =>
    button(t('offices.fromDay', { from: fullDate(day) }), { kind: 'office_ask', ...of, from: day });
  return message(
    [
      entry(
        t('offices.ask', {
          unit: unitById(directory, of.unit).name,
          office: t(`offices.name.${of.office}`),
          cluster: cluster.name,
          from: fullDate(from),
        }),
      ),
    ],
    [
      [button(t('button.confirm'), { kind: 'office_set', ...of, from })],
      [...days.slice(0, 2).map(other), button(t('staff.otherDay'), { kind: 'office_day', ...of })],
      [button(t('button.back'), { kind: 'office_units', cluster: of.cluster, office: of.office })],
    ],
  );
}

/** A unit and its office in a cluster: told to whom it concerns, and to the secretary who said so. */
export function officeNamed(frame: Frame, held: Membership | OfficeNamed): string {
  const { t, directory } = frame;
  return t(held.to === null ? 'offices.named' : 'offices.namedTo', {
    unit: unitById(directory, held.unitId).name,
    office: held.office === 'member' ? '' : t(`offices.name.${held.office}`),
    cluster: clusterById(directory, held.clusterId).name,
    from: fullDate(held.from),
    to: held.to === null ? '' : fullDate(held.to),
  });
}

/** The first day of which it is to be said, or said anew, who holds the office. */
function firstDay({ directory, today }: Frame, cluster: Cluster, office: RotatingOffice): LocalDate {
  const missing =
    vacancyOf(directory, cluster, today)?.from ??
    (office === 'deputy' ? deputyMissingFrom(directory, cluster.id, today) : null);
  const next = directory.memberships.find(
    (row) => row.clusterId === cluster.id && row.office === office && row.from > today,
  );
  const from = missing ?? next?.from ?? today;
  return from < today ? today : from;
}
