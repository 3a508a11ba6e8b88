import { calendarsOf } from '../core/organisation/calendars.ts';
import type { Directory } from '../core/organisation/directory.ts';
import type { PlanBook } from '../core/plan/plan-book.ts';
import { asksOutright } from '../core/question/asks-outright.ts';
import { followUp } from '../core/question/follow-up.ts';
import { buildNameIndex, type NameIndex } from '../core/question/name-index.ts';
import type { Context } from '../core/question/question.ts';
import { understand } from '../core/question/understand.ts';
import type { Asked } from './answers/ask/asked.ts';
import { LastQuestions } from './last-question.ts';
import { namesOf } from './names.ts';
import type { Reply } from './reply.ts';
import type { Turn } from './turn.ts';

/** Reads questions by the names that there are, and by what the same person asked here a moment before. */
export class Asking {
  readonly #botNames: readonly string[];
  readonly #lastQuestions = new LastQuestions();
  #built: { readonly directory: Directory; readonly book: PlanBook; readonly index: NameIndex } | null = null;

  constructor(botNames: readonly string[]) {
    this.#botNames = botNames;
  }

  /** Addressed, it may lean on the question before. */
  async read(turn: Turn, text: string, addressed: boolean): Promise<Asked> {
    const context = this.#contextOf(turn, addressed);
    const before = addressed ? await this.#lastQuestions.before(turn) : null;
    const leaning = before === null ? null : followUp(before, text, context);
    // What leads away from the question before may still be one of its own.
    const question = leaning === null || leaning.intent === 'none' ? understand(text, context) : leaning;
    return { question, names: context.names, before };
  }

  /** Whether a text is a question by its own words, whoever it is said to. */
  isQuestion(turn: Turn, text: string): boolean {
    return asksOutright(text, this.#contextOf(turn, false));
  }

  #contextOf({ frame: { directory, book, now } }: Turn, spokenTo: boolean): Context {
    return {
      now,
      zone: directory.settings.zone,
      schoolCalendar: calendarsOf(directory.settings).school,
      spokenTo,
      botNames: this.#botNames,
      names: this.#namesIn(directory, book),
    };
  }

  /** The answer, once said, is what the next question may lean on. */
  remembering(answer: Reply, turn: Turn, { question, before }: Asked): Reply {
    return { ...answer, afterwards: (tx) => this.#lastQuestions.remember(tx, turn, question, before) };
  }

  /** Built once a revision of directory and plans, which are values. */
  #namesIn(directory: Directory, book: PlanBook): NameIndex {
    if (this.#built?.directory !== directory || this.#built.book !== book) {
      this.#built = { directory, book, index: buildNameIndex(namesOf(directory, book)) };
    }
    return this.#built.index;
  }
}
