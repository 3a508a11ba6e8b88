import { parse as uuidBytes, stringify as uuidText } from 'uuid';
import type { Subject } from '../../app/asking/subject.ts';
import type { Id } from '../../core/id.ts';
import { type LocalDate, parseLocalDate } from '../../core/time/local-date.ts';

/** How one value stands in the data of a button: short ASCII without dots. */
export interface Field<Value> {
  write(value: Value): string;
  /** Null for what is no such value. */
  read(text: string): Value | null;
}

/**
 * Kinds of buttons: the letters that stand for each, and its fields in order. What was sent keeps its meaning: a kind
 * that needs other fields gets other letters, and letters that are given up are never used again.
 */
export type ButtonTable = Readonly<
  Record<string, readonly [letters: string, fields: Readonly<Record<string, Field<unknown>>>]>
>;

/** What the buttons of a table do, or one of them. */
export type ActionOf<Buttons extends ButtonTable, Of extends keyof Buttons = keyof Buttons> = {
  [Kind in Of]: { readonly kind: Kind } & {
    readonly [Name in keyof Buttons[Kind][1]]: Buttons[Kind][1][Name] extends Field<infer Value>
      ? Value
      : never;
  };
}[Of];

/** 22 characters of base64url for the 16 bytes of a UUID. */
export const id = <Kind extends string>(): Field<Id<Kind>> => ({
  write: (value) => Buffer.from(uuidBytes(value)).toString('base64url'),
  read: (text) => {
    if (!/^[A-Za-z0-9_-]{22}$/.test(text)) return null;
    try {
      return uuidText(Buffer.from(text, 'base64url')) as Id<Kind>;
    } catch {
      return null;
    }
  },
});

export const day: Field<LocalDate> = {
  write: (value) => value.replaceAll('-', ''),
  read: (text) => parseLocalDate(text.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')),
};

export const count: Field<number> = {
  write: String,
  read: (text) => (/^\d{1,5}$/.test(text) ? Number(text) : null),
};

export const word: Field<string> = {
  write: (value) => value,
  read: (text) => (/^[a-z0-9-]{1,30}$/.test(text) ? text : null),
};

/** One of a few words. */
export const oneOf = <const Word extends string>(...words: readonly Word[]): Field<Word> => ({
  write: (value) => value,
  read: (text) => words.find((word) => word === text) ?? null,
});

/** One of two words as `0` or `1`, where room is short. */
export const flag = <const No extends string, const Yes extends string>(
  no: No,
  yes: Yes,
): Field<No | Yes> => ({
  write: (value) => (value === yes ? '1' : '0'),
  read: (text) => (text === '1' ? yes : text === '0' ? no : null),
});

/** A letter for each of a few words: some actions name three things and a day. */
export const lettered = <Word extends string>(letters: Readonly<Record<Word, string>>): Field<Word> => ({
  write: (word) => letters[word],
  read: (text) => (Object.keys(letters) as Word[]).find((word) => letters[word] === text) ?? null,
});

/** At most 24 characters: a letter for the sort of subject, then its id, code or word. */
export const subject: Field<Subject> = {
  write: (value) => {
    switch (value.kind) {
      case 'everyone':
        return 'a';
      case 'own':
        return 'o';
      case 'unit':
        return `u${id<'unit'>().write(value.id)}`;
      case 'cluster':
        return `c${id<'cluster'>().write(value.id)}`;
      case 'clusters':
        return `k${value.code}`;
      case 'units':
        return `w${value.word}`;
    }
  },
  read: (text) => SUBJECTS[text.charAt(0)]?.(text.slice(1)) ?? null,
};

const SUBJECTS: Readonly<Record<string, (rest: string) => Subject | null>> = {
  a: (rest) => (rest === '' ? { kind: 'everyone' } : null),
  o: (rest) => (rest === '' ? { kind: 'own' } : null),
  u: (rest) => {
    const known = id<'unit'>().read(rest);
    return known === null ? null : { kind: 'unit', id: known };
  },
  c: (rest) => {
    const known = id<'cluster'>().read(rest);
    return known === null ? null : { kind: 'cluster', id: known };
  },
  k: (rest) => (/^[A-Za-z0-9_-]{1,23}$/.test(rest) ? { kind: 'clusters', code: rest } : null),
  w: (rest) => (/^[a-z0-9-]{1,23}$/.test(rest) ? { kind: 'units', word: rest } : null),
};
