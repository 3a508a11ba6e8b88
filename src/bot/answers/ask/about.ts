import { type Subject, subjectHere, unitsCalled } from '../../../app/asking/subject.ts';
import type { ClusterId, UnitId } from '../../../core/id.ts';
import { clusterOf } from '../../../core/organisation/directory.ts';
import type { Choice } from '../../../core/question/question.ts';
import { foldVietnamese } from '../../../core/text/fold.ts';
import { foldedWords } from '../../../core/text/folded-words.ts';
import type { Turn } from '../../turn.ts';
import type { Asked } from './asked.ts';

/** Whom a question is about: one subject, several that its words fit, or a name that nobody has. */
export type About =
  | { readonly kind: 'subject'; readonly subject: Subject }
  | { readonly kind: 'choices'; readonly choices: readonly Subject[] }
  | { readonly kind: 'unknown'; readonly name: string };

const MOST_CHOICES = 3;

/** Where a question names nobody, it is about what the place is for; null where the place is for nobody. */
export function aboutWhom(turn: Turn, { question, names }: Asked): About | null {
  const { slots, choices } = question;
  const several = choices.flatMap(subjectOfChoice);
  if (several.length > 1) {
    const nearest = several.find((subject) => isHere(turn, subject));
    return nearest === undefined
      ? { kind: 'choices', choices: several }
      : { kind: 'subject', subject: nearest };
  }
  if (slots.unit === 'SELF') return { kind: 'subject', subject: { kind: 'own' } };
  if (slots.unitId !== undefined) {
    return { kind: 'subject', subject: { kind: 'unit', id: slots.unitId as UnitId } };
  }
  // The word for a school in a cluster's name may have been taken for a unit.
  if (slots.unit !== undefined && slots.cluster === undefined)
    return named(names.find(slots.unit, ['unit']), slots.unit);
  if (slots.cluster === 'SELF') return ownCluster(turn);
  if (slots.clusterId !== undefined) {
    return { kind: 'subject', subject: { kind: 'cluster', id: slots.clusterId as ClusterId } };
  }
  if (slots.cluster !== undefined && slots.cluster !== 'ALL') {
    return clusterSaid(turn, slots.cluster);
  }
  if (slots.cluster_type !== undefined) {
    return { kind: 'subject', subject: { kind: 'clusters', code: slots.cluster_type } };
  }
  if (slots.unit_group !== undefined) {
    const word = foldVietnamese(slots.unit_group).replaceAll(' ', '-');
    return unitsCalled(turn.frame.directory, word).length === 0
      ? { kind: 'unknown', name: slots.unit_group }
      : { kind: 'subject', subject: { kind: 'units', word } };
  }
  if (turn.audience === null) return null;
  const isAll = slots.cluster === 'ALL' && turn.audience.kind !== 'cluster';
  return { kind: 'subject', subject: isAll ? { kind: 'everyone' } : subjectHere(turn.audience) };
}

/** "Cụm số 1" in a group of a cluster number 1 means that one, and so does it from a member in private. */
function isHere({ audience }: Turn, subject: Subject): boolean {
  if (subject.kind !== 'cluster' || audience === null) return false;
  switch (audience.kind) {
    case 'everything':
      return false;
    case 'cluster':
      return audience.clusterId === subject.id;
    case 'own':
      return audience.clusterIds.includes(subject.id);
  }
}

/** The group's cluster; in private that of the asker's unit, a choice where there are several. */
function ownCluster({ audience, actor, frame }: Turn): About | null {
  if (audience === null) return null;
  if (audience.kind === 'cluster') return { kind: 'subject', subject: subjectHere(audience) };
  const ids = (actor?.unitIds ?? []).flatMap((id) => clusterOf(frame.directory, id, frame.today)?.id ?? []);
  const clusters = [...new Set(ids)].map((id): Subject => ({ kind: 'cluster', id }));
  const [only] = clusters;
  if (only === undefined) return { kind: 'subject', subject: subjectHere(audience) };
  return clusters.length === 1
    ? { kind: 'subject', subject: only }
    : { kind: 'choices', choices: clusters.slice(0, MOST_CHOICES) };
}

/** Words that any cluster may be called by. */
const COMMON = ['cum', 'khoi', 'truong', 'thi', 'dua', 'so', 'cac'];

/** "Cụm trường THCS" where there is a Cụm thi đua THCS số 1: by the words that tell clusters apart. */
function clusterSaid({ frame }: Turn, said: string): About {
  const words = foldedWords(said).filter((word) => !COMMON.includes(word));
  const fitting = frame.directory.clusters.filter(({ name }) =>
    words.every((word) => foldedWords(name).includes(word)),
  );
  const [only] = fitting;
  if (words.length === 0 || only === undefined) return { kind: 'unknown', name: said };
  return fitting.length === 1
    ? { kind: 'subject', subject: { kind: 'cluster', id: only.id } }
    : { kind: 'choices', choices: fitting.slice(0, MOST_CHOICES).map(({ id }) => ({ kind: 'cluster', id })) };
}

/** A name that leaves words out is that one's; any other is not taken for the nearest: the nearest are offered. */
function named(match: ReturnType<Asked['names']['find']>, name: string): About {
  const entries = match === null ? [] : 'winner' in match ? [match.winner] : match.choices;
  const [only] = entries;
  if (only !== undefined && entries.length === 1 && holdsWords(only.names, name)) {
    return { kind: 'subject', subject: { kind: 'unit', id: only.id as UnitId } };
  }
  const choices = entries.map(({ id }): Subject => ({ kind: 'unit', id: id as UnitId }));
  return choices.length === 0 ? { kind: 'unknown', name } : { kind: 'choices', choices };
}

const holdsWords = (names: readonly string[], said: string): boolean =>
  names.some((name) => foldedWords(said).every((word) => foldedWords(name).includes(word)));

function subjectOfChoice({ slot, id }: Choice): Subject[] {
  if (slot === 'unit') return [{ kind: 'unit', id: id as UnitId }];
  return slot === 'cluster' ? [{ kind: 'cluster', id: id as ClusterId }] : [];
}
