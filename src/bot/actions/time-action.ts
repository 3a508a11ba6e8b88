import type { UpcomingChoice } from '../../app/notices/settle-upcoming.ts';
import type { UpcomingRef } from '../../app/notices/upcoming-notices.ts';
import type { DayKind } from '../../app/office/change-rules.ts';
import type { SessionKey } from '../../app/office/council-sessions.ts';
import type { NoticeId, UnitId } from '../../core/id.ts';
import type { UnitTone } from '../../core/organisation/unit.ts';
import type { LadderName, LadderRule, LadderScope } from '../../core/reminder/ladder.ts';
import type { LadderPart } from '../../core/reminder/ladder-choices.ts';
import type { LocalDate } from '../../core/time/local-date.ts';

/** What the secretariat's buttons do about what is said by itself. */
export type TimeAction =
  /** What will be said within the next days, entries from `skip` on. */
  | { readonly kind: 'upcoming'; readonly skip: number }
  | { readonly kind: 'upcoming_one'; readonly ref: UpcomingRef }
  | { readonly kind: 'upcoming_settle'; readonly ref: UpcomingRef; readonly choice: UpcomingChoice }
  /** Ladders: all, what may have one of its own, one of them. */
  | { readonly kind: 'ladders' }
  | { readonly kind: 'ladder_scopes'; readonly of: LadderRule['scope']['kind']; readonly skip: number }
  | { readonly kind: 'ladder'; readonly scope: LadderScope; readonly of: LadderName }
  | {
      readonly kind: 'ladder_set';
      readonly scope: LadderScope;
      readonly of: LadderName;
      readonly part: LadderPart;
      readonly stages: string;
    }
  | { readonly kind: 'ladder_clear'; readonly scope: LadderScope; readonly of: LadderName }
  /** Days off and worked against the country's calendar. */
  | { readonly kind: 'days'; readonly skip: number }
  | { readonly kind: 'day_add' }
  /** Begins setting the days of the school year. */
  | { readonly kind: 'school_year' }
  | { readonly kind: 'day'; readonly from: LocalDate; readonly to: LocalDate }
  | { readonly kind: 'day_set'; readonly from: LocalDate; readonly to: LocalDate; readonly as: DayKind }
  /** What a notice handed over, written for whoever the secretary reports to. */
  | { readonly kind: 'escalation_report'; readonly notice: NoticeId }
  /** Quarterly sessions of council members with their clusters: all, one, what became of it. */
  | { readonly kind: 'sessions' }
  | ({ readonly kind: 'session' } & SessionKey)
  /** What a session concluded becomes a task of the day: the conclusion at `item`. */
  | ({ readonly kind: 'session_task'; readonly item: number } & SessionKey)
  | ({ readonly kind: 'session_do'; readonly to: 'agreed' | 'held' | 'moved' } & SessionKey)
  /** How units are spoken to. */
  | { readonly kind: 'tones'; readonly skip: number }
  | { readonly kind: 'tone'; readonly unit: UnitId; readonly tone: UnitTone; readonly skip: number };
