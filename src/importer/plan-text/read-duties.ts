import { atTask, type Doubt, doubtOf } from '../../core/plan/doubts/doubt.ts';
import { foldedWords } from '../../core/text/folded-words.ts';
import type { TaskDraft } from '../plan-table/task-draft.ts';

const DUTY =
  /^(?:\d+\.|[-–+•]|[a-zđ]\))?\s*([^:]{4,90}?)\s*:\s*(?:chủ trì|là cơ quan chủ trì)(?!\p{L})(.*)$/iu;
const PART = /^([IVX]+)\.\s/;
const ITEM = /^(\d+)\.\s*/;
const MUCH = 0.7;

/** Rows whose lead is not the one that the body of the document charges with the same work. */
export function dutyDoubts(lines: readonly string[], tasks: readonly TaskDraft[]): Doubt[] {
  return placed(lines).flatMap(({ line, words }) => {
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
        doubtOf('LEAD_DIFFERS_IN_BODY', atTask(task.no), words.slice(0, 200), [
          task.leads[0]?.words ?? '',
          party,
        ]),
      );
  });
}

/** Each line with its number whole, by the heading above it: `III.5. Phòng …`. */
function placed(lines: readonly string[]): { readonly line: string; readonly words: string }[] {
  let [part, item] = ['', ''];
  return lines.map((line) => {
    const heading = PART.exec(line)?.[1];
    [part, item] = heading === undefined ? [part, ITEM.exec(line)?.[1] ?? item] : [heading, ''];
    const place = [part, item].filter((one) => one !== '').join('.');
    return { line, words: [...(place === '' ? [] : [`${place}.`]), line.replace(ITEM, '')].join(' ') };
  });
}

const names = (parties: readonly string[], party: string): boolean =>
  parties.some((words) => foldedWords(words).join(' ') === foldedWords(party).join(' '));

const share = (words: readonly string[], among: ReadonlySet<string>): number =>
  words.length === 0 ? 0 : words.filter((word) => among.has(word)).length / words.length;
