import { createInstance } from 'i18next';
import type { Locale } from '../core/organisation/locale.ts';
import en from './locales/en.json' with { type: 'json' };
import vi from './locales/vi.json' with { type: 'json' };

type Leaves<Node, Prefix extends string = ''> = {
  [Key in keyof Node & string]: Node[Key] extends string
    ? `${Prefix}${WithoutPlural<Key>}`
    : Leaves<Node[Key], `${Prefix}${Key}.`>;
}[keyof Node & string];
type WithoutPlural<Key extends string> = Key extends `${infer Base}_${'one' | 'other'}` ? Base : Key;

/** Every key that Vietnamese, the source language, has. */
export type TextKey = Leaves<typeof vi>;
export type TextParams = Readonly<Record<string, string | number>>;

/** Text in one language. `count` among the params chooses the plural form. */
export interface Translate {
  (key: TextKey, params?: TextParams): string;
  readonly locale: Locale;
}

const engine = createInstance();
await engine.init({
  resources: { vi: { translation: vi }, en: { translation: en } },
  fallbackLng: false,
  // Channels escape what they render; here text stays text.
  interpolation: { escapeValue: false },
});

/** An answer is made of dozens of texts, most of them said a moment ago. */
const TEXTS_KEPT = 5_000;
const NO_PARAMS: TextParams = {};

const translators = new Map<Locale, Translate>(
  (['vi', 'en'] as const).map((locale) => [locale, inLocale(locale)]),
);

function inLocale(locale: Locale): Translate {
  const fixed = engine.getFixedT(locale);
  const said = new Map<string, string>();
  const translate = (key: TextKey, params: TextParams = NO_PARAMS): string => {
    const asked = params === NO_PARAMS ? key : `${key} ${JSON.stringify(params)}`;
    const known = said.get(asked);
    if (known !== undefined) return known;
    const text = fixed(key, params);
    if (said.size >= TEXTS_KEPT) said.clear();
    said.set(asked, text);
    return text;
  };
  return Object.assign(translate, { locale });
}

export function translator(locale: Locale): Translate {
  const translate = translators.get(locale);
  if (translate === undefined) throw new Error(`no texts for ${locale}`);
  return translate;
}
