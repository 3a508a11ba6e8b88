import { aliasesOf, spelled } from './names/name-alias.ts';
import type { NameEntry, NameKind } from './names/name-entry.ts';
import { buildTopicIndex, type TopicIndex } from './names/topic-index.ts';
import type { Token } from './token.ts';
import { tokenise } from './token.ts';
import { buildTypoIndex, nearestWord, type TypoIndex } from './words/typo.ts';
import { canMean, type Word, wordOf } from './words/word.ts';

/** A name found in a message. */
export type Mention = {
  readonly entries: readonly NameEntry[];
  readonly strength: 'full' | 'weak';
  readonly start: number;
  readonly next: number;
};

/** What a forgiving search comes to: one clear winner, up to three to choose from, or nothing. */
export type NameMatch = { readonly winner: NameEntry } | { readonly choices: readonly NameEntry[] } | null;

export type NameIndex = {
  /** The longest name of a unit or cluster that begins at a token. */
  readonly mentionAt: (tokens: readonly Token[], at: number) => Mention | null;
  /** Searches by the words of a name: exact names first, then by the words they share, typos forgiven. */
  readonly find: (text: string, kinds?: readonly NameKind[]) => NameMatch;
  /** True if the word stands in some name. */
  readonly knows: (plain: string) => boolean;
  /** The same of the word with its marks. */
  readonly knowsMarked: (marked: string) => boolean;
  readonly typos: TypoIndex;
  readonly topics: TopicIndex;
};

type Node = { readonly next: Map<string, Node>; readonly leaves: Leaf[] };
type Leaf = {
  readonly words: readonly Word[];
  readonly strength: 'full' | 'weak';
  readonly entry: NameEntry;
};

/** Time and memory grow with the words of all names; 5,000 names take well under a second. */
export function buildNameIndex(entries: readonly NameEntry[]): NameIndex {
  const root = emptyNode();
  const words = new Set<string>();
  const marked = new Set<string>();
  for (const entry of entries) {
    for (const word of entry.names.flatMap(spelled).map(wordOf)) {
      words.add(word.plain);
      marked.add(word.marked);
    }
    if (entry.kind !== 'unit' && entry.kind !== 'cluster') continue;
    for (const alias of aliasesOf(entry)) {
      for (const word of alias.words) {
        words.add(word.plain);
        marked.add(word.marked);
      }
      plant(root, { ...alias, entry });
    }
  }
  const typos = buildTypoIndex(words);
  const topics = buildTopicIndex(entries);
  return {
    mentionAt: (tokens, at) => mentionAt(root, tokens, at),
    find: (text, kinds) => find(root, topics, words, typos, text, kinds),
    knows: (plain) => words.has(plain),
    knowsMarked: (word) => marked.has(word),
    typos,
    topics,
  };
}

function mentionAt(root: Node, tokens: readonly Token[], start: number): Mention | null {
  let node: Node | undefined = root;
  let best: Mention | null = null;
  for (let at = start; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined || (at > start && token.breakBefore && token.gap.trim() !== '.')) break;
    node = node.next.get(token.plain);
    if (node === undefined) break;
    const leaves = node.leaves.filter((leaf) =>
      leaf.words.every((word, offset) => agrees(tokens[start + offset], word)),
    );
    if (leaves.length > 0) best = mentionOf(leaves, start, at + 1);
  }
  return best;
}

function agrees(token: Token | undefined, word: Word): boolean {
  return token !== undefined && canMean(token, word);
}

function mentionOf(leaves: readonly Leaf[], start: number, next: number): Mention {
  const full = leaves.filter((leaf) => leaf.strength === 'full');
  const kept = full.length > 0 ? full : leaves;
  return {
    entries: [...new Set(kept.map((leaf) => leaf.entry))],
    strength: full.length > 0 ? 'full' : 'weak',
    start,
    next,
  };
}

function find(
  root: Node,
  topics: TopicIndex,
  words: ReadonlySet<string>,
  typos: TypoIndex,
  text: string,
  kinds?: readonly NameKind[],
): NameMatch {
  const wanted = (entry: NameEntry): boolean => kinds === undefined || kinds.includes(entry.kind);
  const tokens = tokenise(text).list.map((token) => {
    const nearest = token.kind === 'word' && !words.has(token.plain) ? nearestWord(typos, token.plain) : null;
    return nearest === null ? token : { ...token, ...wordOf(nearest) };
  });
  const whole = mentionAt(root, tokens, 0);
  if (whole !== null && whole.next === tokens.length) {
    const match = matchOf(whole.entries.filter(wanted));
    if (match !== null) return match;
  }
  return matchOf(topics.search(tokens, wanted));
}

function matchOf(entries: readonly NameEntry[]): NameMatch {
  const [winner] = entries;
  if (winner === undefined) return null;
  return entries.length === 1 ? { winner } : { choices: entries.slice(0, 3) };
}

function emptyNode(): Node {
  return { next: new Map(), leaves: [] };
}

function plant(root: Node, leaf: Leaf): void {
  let node = root;
  for (const word of leaf.words) {
    const child = node.next.get(word.plain) ?? emptyNode();
    node.next.set(word.plain, child);
    node = child;
  }
  node.leaves.push(leaf);
}
