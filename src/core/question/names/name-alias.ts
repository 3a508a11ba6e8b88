import { type Word, wordOf } from '../words/word.ts';
import type { NameEntry } from './name-entry.ts';

/** `full` names are meant wherever they stand; `weak` ones are ordinary words too (`Thành Công`). */
export type Alias = { readonly words: readonly Word[]; readonly strength: 'full' | 'weak' };

/** What an office writes short; each form is tried in place of the other. */
const CONTRACTIONS: readonly (readonly [long: string, short: string])[] = [
  ['mầm non', 'mn'],
  ['tiểu học', 'th'],
  ['trung học cơ sở', 'thcs'],
  ['trung học phổ thông', 'thpt'],
  ['uỷ ban nhân dân', 'ubnd'],
  ['uỷ ban mặt trận tổ quốc', 'ubmttq'],
  ['uỷ ban mttq', 'ubmttq'],
  ['mặt trận tổ quốc', 'mttq'],
  ['chỉ huy quân sự', 'chqs'],
  ['văn phòng', 'vp'],
  ['hội đồng nhân dân', 'hđnd'],
  ['thi đua khen thưởng', 'tđkt'],
  ['giáo dục và đào tạo', 'gdđt'],
];
const KINDS = [
  'phường',
  'xã',
  'thị trấn',
  'đặc khu',
  'phòng',
  'ban',
  'trường',
  'sở',
  'hội',
  'tổ dân phố',
  'chi cục',
  'trung tâm',
  'trạm',
  'văn phòng',
];
const SHORT_KINDS: Readonly<Record<string, string>> = { phường: 'p', phòng: 'p', xã: 'x', trường: 'tr' };
const LEVELS = ['quận', 'huyện', 'phường', 'xã', 'thành phố', 'tỉnh'];
const LONGEST_ALIAS = 12;
/** Letters below which a code or short form would be found in ordinary words. */
const SHORTEST_NAME = 3;
const SHORTEST_INITIALS = 3;

/** The ways in which people write the name of a unit or a cluster. */
export function aliasesOf(entry: NameEntry): readonly Alias[] {
  const aliases = new Map<string, Alias>();
  const add = (phrase: string, strength: Alias['strength']): void => {
    const words = spelled(phrase).map(wordOf);
    const letters = words.reduce((sum, word) => sum + word.plain.replace(/\d/gu, '').length, 0);
    if (letters < SHORTEST_NAME || words.length > LONGEST_ALIAS) return;
    const key = words.map((word) => word.marked).join(' ');
    if (strength === 'full' || !aliases.has(key)) aliases.set(key, { words, strength });
  };
  for (const name of entry.names) {
    const tidy = spelled(name).join(' ');
    for (const variant of variantsOf(tidy)) {
      add(variant, 'full');
      if (entry.kind === 'cluster') for (const alias of clusterAliases(variant)) add(alias, 'full');
      else for (const [alias, strength] of unitAliases(variant)) add(alias, strength);
    }
  }
  return [...aliases.values()];
}

/** The words of a phrase in lower case, punctuation gone. */
export function spelled(phrase: string): readonly string[] {
  return (
    phrase
      .normalize('NFC')
      .toLowerCase()
      .match(/\p{L}[\p{L}\p{M}]*|\d+/gu) ?? []
  ).slice(0, 60);
}

function variantsOf(name: string): readonly string[] {
  const found = new Set([name]);
  for (const variant of found) {
    if (variant.includes(' việt nam')) found.add(variant.replace(' việt nam', ''));
    if (variant.includes(' và ')) found.add(variant.replace(' và ', ' '));
    if (/^(?:ubnd|uỷ ban nhân dân|ủy ban nhân dân) /u.test(variant))
      found.add(variant.replace(/^(?:ubnd|uỷ ban nhân dân|ủy ban nhân dân) /u, ''));
    for (const level of LEVELS) {
      const at = variant.indexOf(` ${level}`);
      if (at > 0 && (variant.endsWith(` ${level}`) || variant.slice(0, at).split(' ').length > 1))
        found.add(variant.slice(0, at));
    }
    for (const [long, short] of CONTRACTIONS) {
      const canonical = variant.replace('ủy ', 'uỷ ');
      if (canonical.includes(long)) found.add(canonical.replace(long, short));
    }
    if (found.size > 24) break;
  }
  return [...found];
}

function* unitAliases(name: string): Generator<readonly [string, Alias['strength']]> {
  const kind = KINDS.find((word) => name.startsWith(`${word} `));
  const words = name.split(' ');
  const all = initials(words);
  if (all.length >= SHORTEST_INITIALS) yield [all, 'full'];
  if (name.startsWith('trường '))
    yield [
      name.slice('trường '.length),
      /^(?:mn|mầm|th|tiểu|thcs|thpt|trung)(?: |$)/u.test(name.slice(7)) ? 'full' : 'weak',
    ];
  if (kind === undefined) return;
  const rest = name.slice(kind.length + 1);
  const core = rest.split(' ');
  if (core.length >= 2) yield [rest, 'weak'];
  const short = initials(core);
  if (short.length >= 2) yield [`${kind} ${short}`, 'full'];
  if (short.length >= SHORTEST_INITIALS) yield [short, 'full'];
  const shortKind = SHORT_KINDS[kind];
  if (shortKind === undefined) return;
  yield [`${shortKind} ${rest}`, 'full'];
  if (short.length >= 2) yield [`${shortKind} ${short}`, 'full'];
}

function* clusterAliases(name: string): Generator<string> {
  const numbered = name.replace('thi đua ', '');
  const bare = numbered.replace('số ', '');
  if (/^(?:cụm|khối) /u.test(numbered)) yield numbered;
  const number = /^(?:cụm|khối)\D*?(\d+)/u.exec(bare)?.[1];
  for (const start of ['cụm', 'khối']) {
    const rest = bare.replace(/^(?:cụm|khối) /u, '');
    yield `${start} ${rest}`;
    yield `${start} thi đua ${rest}`;
    if (rest.startsWith('trường ')) yield `${start} ${rest.slice('trường '.length)}`;
    if (rest.startsWith('các ')) yield `${start} ${rest.slice('các '.length)}`;
    if (rest.startsWith('các trường ')) yield `${start} ${rest.slice('các trường '.length)}`;
    if (number !== undefined)
      for (const form of [`${start} ${number}`, `${start} số ${number}`, `${start} thi đua số ${number}`])
        yield form;
  }
  if (number !== undefined) yield `cluster ${number}`;
}

function initials(words: readonly string[]): string {
  return words
    .filter((word) => word !== 'và' && !/^\d/u.test(word))
    .map((word) =>
      word.length <= 6 && /^(?:mttq|ubnd|hđnd|tđkt|chqs)$/u.test(word)
        ? word
        : word.normalize('NFC').slice(0, 1),
    )
    .join('');
}
