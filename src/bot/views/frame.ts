import type { Directory } from '../../core/organisation/directory.ts';
import type { PlanBook } from '../../core/plan/plan-book.ts';
import type { Instant } from '../../core/time/instant.ts';
import type { LocalDate } from '../../core/time/local-date.ts';
import type { TextParams, Translate } from '../../i18n/translator.ts';

/** What every view is drawn against: the language of the chat, the organisation, its plans, the moment. */
export interface Frame {
  readonly t: Translate;
  readonly directory: Directory;
  readonly book: PlanBook;
  readonly now: Instant;
  readonly today: LocalDate;
}

/** {TT}: how the standing agency is called in this language. */
export const secretariatName = ({ t, directory }: Frame): string =>
  directory.settings.secretariatName[t.locale];

export const withSecretariat = (frame: Frame, params: TextParams = {}): TextParams => ({
  secretariat: secretariatName(frame),
  ...params,
});
