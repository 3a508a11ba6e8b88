import type * as z from 'zod';
import type { Id } from '../../core/id.ts';
import { type Instant, instantOf } from '../../core/time/instant.ts';
import { type LocalDate, parseLocalDate } from '../../core/time/local-date.ts';
import { CorruptRow } from '../database/database-error.ts';

/** Turns the columns of one row into values, and throws CorruptRow, naming the place, where one cannot be. */
export class RowReader {
  readonly #table: string;
  readonly #id: string;

  constructor(table: string, id: string) {
    this.#table = table;
    this.#id = id;
  }

  id<Kind extends string>(column: string, value: string): Id<Kind> {
    return value === '' ? this.corrupt(column, value) : (value as Id<Kind>);
  }

  optionalId<Kind extends string>(column: string, value: string | null): Id<Kind> | null {
    return value === null ? null : this.id(column, value);
  }

  oneOf<const Known extends string>(column: string, value: string | null, known: readonly Known[]): Known {
    const found = known.find((candidate) => candidate === value);
    return found ?? this.corrupt(column, value);
  }

  optionalOneOf<const Known extends string>(
    column: string,
    value: string | null,
    known: readonly Known[],
  ): Known | null {
    return value === null ? null : this.oneOf(column, value, known);
  }

  day(column: string, value: string | null): LocalDate {
    return (value === null ? null : knownDay(value)) ?? this.corrupt(column, value);
  }

  optionalDay(column: string, value: string | null): LocalDate | null {
    return value === null ? null : this.day(column, value);
  }

  instant(column: string, value: bigint): Instant {
    const milliseconds = Number(value);
    return Number.isSafeInteger(milliseconds) ? instantOf(milliseconds) : this.corrupt(column, String(value));
  }

  within(column: string, value: number, from: number, to: number): number {
    return value >= from && value <= to ? value : this.corrupt(column, value);
  }

  json<Value>(column: string, text: string, schema: z.ZodType<Value>): Value {
    return this.value(column, this.anyJson(column, text), schema);
  }

  /** A part of what stands in the column. */
  value<Value>(column: string, part: unknown, schema: z.ZodType<Value>): Value {
    const result = schema.safeParse(part);
    return result.success ? result.data : this.corrupt(column, part, result.error);
  }

  anyJson(column: string, text: string): unknown {
    try {
      return JSON.parse(text) as unknown;
    } catch (error) {
      return this.corrupt(column, text, error);
    }
  }

  corrupt(column: string, value: unknown, cause?: unknown): never {
    throw new CorruptRow(this.#table, this.#id, column, value, cause);
  }
}

/** Days recur in thousands of rows: each is parsed once. */
const days = new Map<string, LocalDate | null>();
const DAYS_KEPT = 20_000;

function knownDay(text: string): LocalDate | null {
  const known = days.get(text);
  if (known !== undefined) return known;
  const day = parseLocalDate(text);
  if (days.size >= DAYS_KEPT) days.clear();
  days.set(text, day);
  return day;
}
