import { type Actor, owns } from '../../core/access/actor.ts';
import type { ClusterId, UnitId } from '../../core/id.ts';
import { concernsCluster } from '../../core/obligation/concern.ts';
import type { Obligation, Owner } from '../../core/obligation/obligation.ts';
import { clusterOf, type Directory, officeHolders, unitById } from '../../core/organisation/directory.ts';
import { type PlanBook, taskById } from '../../core/plan/plan-book.ts';
import { foldVietnamese } from '../../core/text/fold.ts';
import type { LocalDate } from '../../core/time/local-date.ts';
import { type Audience, audienceOf, concerns } from './audience.ts';

/** Whose work a question is about. `own` is the asker's, whoever that is at the moment of answering. */
export type Subject =
  | { readonly kind: 'everyone' }
  | { readonly kind: 'own' }
  | { readonly kind: 'unit'; readonly id: UnitId }
  | { readonly kind: 'cluster'; readonly id: ClusterId }
  /** All clusters of a kind, by its code. */
  | { readonly kind: 'clusters'; readonly code: string }
  /** All units in whose name a word stands, folded: `phuong`, `truong`. */
  | { readonly kind: 'units'; readonly word: string };

/** Against what a subject is held: who asks, and the organisation as it is on a day. */
export interface Asking {
  readonly actor: Actor | null;
  readonly directory: Directory;
  readonly book: PlanBook;
  readonly today: LocalDate;
}

export type Belongs = (obligation: Obligation) => boolean;

/** The subject of a question that names none: what the place is for. */
export function subjectHere(audience: Audience): Subject {
  switch (audience.kind) {
    case 'everything':
      return { kind: 'everyone' };
    case 'cluster':
      return { kind: 'cluster', id: audience.clusterId };
    case 'own':
      return { kind: 'own' };
  }
}

/** What the subject itself owes; a unit owes also what the cluster owes that it heads. */
export function owedBy(subject: Subject, { actor, directory, today }: Asking): Belongs {
  switch (subject.kind) {
    case 'everyone':
      return () => true;
    case 'own':
      return ({ owner }) => actor !== null && owns(actor, owner);
    case 'unit':
      return ({ owner }) =>
        owner.kind === 'cluster'
          ? officeHolders(directory, owner.id, 'lead', today).some(({ id }) => id === subject.id)
          : owner.id === subject.id;
    case 'cluster':
      return ({ clusterId }) => clusterId === subject.id;
    case 'clusters':
      return ({ clusterId }) => clusterId !== null && isOfKind(directory, clusterId, subject.code);
    case 'units':
      return ({ owner }) => isCalled(directory, owner, subject.word);
  }
}

/** What the subject should know of: beside what it owes, the work of its clusters, and what its group hears of. */
export function concerning(subject: Subject, asking: Asking): Belongs {
  const { actor, directory, book, today } = asking;
  const hears = (clusterId: ClusterId): Belongs => {
    return (one) => concernsCluster(one, taskById(book, one.taskId), clusterId, directory, today);
  };
  switch (subject.kind) {
    case 'everyone':
      return () => true;
    case 'own': {
      const audience = actor === null ? null : audienceOf(actor, directory, today);
      return (one) => audience !== null && concerns(audience, one, book, directory, today);
    }
    case 'cluster':
      return hears(subject.id);
    case 'clusters': {
      const clusters = directory.clusters.filter(({ kind }) => kind === subject.code);
      return (one) => clusters.some(({ id }) => hears(id)(one));
    }
    case 'unit': {
      const cluster = clusterOf(directory, subject.id, today)?.id ?? null;
      const owed = owedBy(subject, asking);
      return (one) => owed(one) || (one.owner.kind === 'cluster' && one.owner.id === cluster);
    }
    case 'units': {
      const clusters = unitsCalled(directory, subject.word).map(
        ({ id }) => clusterOf(directory, id, today)?.id ?? null,
      );
      const owed = owedBy(subject, asking);
      return (one) => owed(one) || (one.owner.kind === 'cluster' && clusters.includes(one.owner.id));
    }
  }
}

export const sameSubject = (one: Subject, other: Subject): boolean => keyOf(one) === keyOf(other);

const keyOf = (subject: Subject): string => [subject.kind, ...Object.values(subject)].join(' ');

/** Whether everything that a button names still exists. */
export function isKnownSubject(subject: Subject, { units, clusters }: Directory): boolean {
  if (subject.kind === 'unit') return units.some(({ id }) => id === subject.id);
  return subject.kind !== 'cluster' || clusters.some(({ id }) => id === subject.id);
}

/** Units in whose name the folded word stands. */
export const unitsCalled = ({ units }: Directory, word: string) =>
  units.filter(({ name }) => hasWord(name, word));

const isOfKind = ({ clusters }: Directory, id: ClusterId, code: string): boolean =>
  clusters.some((cluster) => cluster.id === id && cluster.kind === code);

const isCalled = (directory: Directory, owner: Owner, word: string): boolean =>
  owner.kind === 'unit' && hasWord(unitById(directory, owner.id).name, word);

const hasWord = (name: string, word: string): boolean =>
  ` ${foldVietnamese(name).replace(/[^a-z0-9]+/g, ' ')} `.includes(` ${word.replaceAll('-', ' ')} `);
