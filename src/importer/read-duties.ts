import { atTask, type Doubt, doubtOf } from '../core/plan/doubt.ts';
import { foldedWords } from '../core/text/folded-words.ts';
import type { TaskDraft } from './task-draft.ts';

const DUTY =
  /^(?:\d+\.|[-–+•]|[a-zđ]\))?\s*([^:]{4,90}?)\s*:\s*(?:chủ trì|là cơ quan chủ trì)(?!\p{L})(.*)$/iu;
const MUCH = 0.7;

/** Rows whose lead is not the one that the body of the document charges with the same work. */
export function dutyDoubts(lines: readonly string[], tasks: readonly TaskDraft[]): Doubt[] {
  return lines.flatMap((line) => {
    const match = DUTY.exec(line);
    if (match === null) return [];
    const [, party = '', duty = ''] = match;
    const dutyWords = new Set(foldedWords(duty));
    return tasks
      .filter(
        (task) =>
          names(task.coordinating, party) &&
          !names(
            task.leads.map((lead) => lead.words),
            party,
          ),
      )
      .filter((task) => share(foldedWords(task.title), dutyWords) >= MUCH)
      .map((task) =>
        doubtOf('LEAD_DIFFERS_IN_BODY', atTask(task.no), line.slice(0, 200), [
          task.leads[0]?.words ?? '',
          party,
        ]),
      );
  });
}

const names = (parties: readonly string[], party: string): boolean =>
  parties.some((words) => foldedWords(words).join(' ') === foldedWords(party).join(' '));

const share = (words: readonly string[], among: ReadonlySet<string>): number =>
  words.length === 0 ? 0 : words.filter((word) => among.has(word)).length / words.length;
