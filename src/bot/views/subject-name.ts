import { type Subject, unitsCalled } from '../../app/asking/subject.ts';
import type { Actor } from '../../core/access/actor.ts';
import { clusterById, personById, unitById } from '../../core/organisation/directory.ts';
import { foldVietnamese } from '../../core/text/fold.ts';
import type { Frame } from './frame.ts';

/** How a subject is called in a heading: `UBND phường Kim Mã`, `Cụm thi đua trường học`, `các phường`. */
export function subjectName({ t, directory }: Frame, subject: Subject, actor: Actor | null): string {
  switch (subject.kind) {
    case 'everyone':
      return t('due.scope.all');
    case 'own': {
      const units = (actor?.unitIds ?? []).map((id) => unitById(directory, id).name);
      if (units.length > 0 || actor === null) return units.join(', ');
      return personById(directory, actor.personId)?.name ?? '';
    }
    case 'unit':
      return unitById(directory, subject.id).name;
    case 'cluster':
      return clusterById(directory, subject.id).name;
    case 'clusters':
      return (
        directory.clusterKinds.find(({ code }) => code === subject.code)?.names[t.locale] ?? subject.code
      );
    case 'units': {
      const [unit] = unitsCalled(directory, subject.word);
      return t('due.scope.units', { word: wordOf(unit?.name ?? '', subject.word) });
    }
  }
}

/** For a name that begins a line. */
export const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** The folded words as the name spells them. */
function wordOf(name: string, folded: string): string {
  const count = folded.split('-').length;
  const words = name.split(/\s+/u);
  const at = words.findIndex(
    (_, from) => foldVietnamese(words.slice(from, from + count).join('-')) === folded,
  );
  return at < 0
    ? folded
    : words
        .slice(at, at + count)
        .join(' ')
        .toLowerCase();
}
