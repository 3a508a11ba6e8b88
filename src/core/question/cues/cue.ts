import type { Token } from '../token.ts';
import { canMean, type Word, wordOf } from '../words/word.ts';

/** What a word or phrase hints at. A phrase may carry several, `filler` carries none. */
export type Cue =
  | 'what'
  | 'which'
  | 'when'
  | 'who'
  | 'which_unit'
  | 'which_cluster'
  | 'how'
  | 'whether'
  | 'yet'
  | 'not'
  | 'really'
  | 'ask_for'
  | 'do_for_me'
  | 'many'
  | 'often'
  | 'there_is'
  | 'nearest'
  | 'soon'
  | 'remaining'
  | 'missing'
  | 'past'
  | 'due'
  | 'work'
  | 'must'
  | 'do'
  | 'submit'
  | 'done'
  | 'already'
  | 'doing'
  | 'late'
  | 'owe'
  | 'status'
  | 'percent'
  | 'compare'
  | 'lead'
  | 'coordinate'
  | 'head'
  | 'deputy'
  | 'follow'
  | 'movement'
  | 'launch'
  | 'event'
  | 'congress'
  | 'day_of_what'
  | 'report'
  | 'summary'
  | 'make'
  | 'extension'
  | 'postpone'
  | 'change'
  | 'correct'
  | 'record'
  | 'detail'
  | 'row'
  | 'source'
  | 'help'
  | 'command'
  | 'capability'
  | 'ability'
  | 'usage'
  | 'method'
  | 'bot_self'
  | 'mine'
  | 'we'
  | 'self_unit'
  | 'unit_word'
  | 'unit_group'
  | 'cluster_word'
  | 'own_cluster'
  | 'all_clusters'
  | 'school'
  | 'administrative'
  | 'topic'
  | 'personal_data'
  | 'administer'
  | 'thanks'
  | 'greeting'
  | 'wish'
  | 'assent'
  | 'laugh'
  | 'order'
  | 'promise'
  | 'crowd'
  | 'told'
  | 'meeting_point'
  | 'where'
  | 'foreign'
  | 'permission'
  | 'particle'
  | 'filler';

/** Cues and the phrases that carry them, separated by `|`. */
export type CueTable = readonly (readonly [cues: string, phrases: string])[];

export type Found = { readonly cues: readonly Cue[]; readonly from: number; readonly to: number };

type Leaf = { readonly words: readonly Word[]; readonly cues: readonly Cue[] };
type Node = { readonly next: Map<string, Node>; readonly leaves: Leaf[] };

/** A dictionary of phrases, searched word by word. */
export type Lexicon = {
  readonly root: Node;
  readonly words: ReadonlyMap<string, string>;
  /** The words as they are spelled with their marks. */
  readonly marked: ReadonlySet<string>;
};

export function buildLexicon(tables: readonly CueTable[]): Lexicon {
  const root: Node = { next: new Map(), leaves: [] };
  const words = new Map<string, string>();
  const marked = new Set<string>();
  for (const [cues, phrases] of tables.flat()) {
    for (const phrase of phrases.split('|')) {
      const spelled = phrase.trim().split(/\s+/u);
      const leaf = { words: spelled.map(wordOf), cues: cues.split(' ') as Cue[] };
      leaf.words.forEach((word, at) => words.set(word.plain, words.get(word.plain) ?? spelled[at] ?? ''));
      for (const word of leaf.words) marked.add(word.marked);
      plant(root, leaf);
    }
  }
  return { root, words, marked };
}

/**
 * The longest phrase that starts at `from` and ends before `limit`. In accented text a lone word without its marks is
 * another word, and so is one beside a word that has them: "con gì" is not "còn gì".
 */
export function longestPhrase(
  lexicon: Lexicon,
  tokens: readonly Token[],
  from: number,
  limit: number,
  accented = false,
): Found | null {
  let best: Found | null = null;
  let node: Node | undefined = lexicon.root;
  for (let at = from; at < limit; at++) {
    const token = tokens[at];
    if (token === undefined || (at > from && token.breakBefore)) break;
    node = node.next.get(token.plain);
    if (node === undefined) break;
    if (node.leaves.length === 0) continue;
    const exactly = accented && (at === from || hasMarks(tokens, from, at + 1));
    const cues = cuesOf(node.leaves, tokens, from, exactly);
    if (cues.length > 0) best = { cues, from, to: at + 1 };
  }
  return best;
}

/** Cues of talk apart from the field. */
const APART: ReadonlySet<Cue> = new Set(['foreign', 'order', 'wish', 'promise']);

/** Of several phrases with the same letters, those typed exactly so are meant; next, those of the field. */
function cuesOf(
  leaves: readonly Leaf[],
  tokens: readonly Token[],
  from: number,
  exactly: boolean,
): readonly Cue[] {
  const exact = leaves.filter((leaf) =>
    leaf.words.every((word, offset) => tokens[from + offset]?.marked === word.marked),
  );
  const meant = exact.length > 0 || exactly ? exact : leaves.filter((leaf) => agrees(leaf, tokens, from));
  const ours = meant.filter((leaf) => !leaf.cues.some((cue) => APART.has(cue)));
  return (ours.length > 0 && exact.length === 0 ? ours : meant).flatMap((leaf) => leaf.cues);
}

function hasMarks(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (tokens[at]?.marked !== tokens[at]?.plain) return true;
  return false;
}

function agrees(leaf: Leaf, tokens: readonly Token[], from: number): boolean {
  return leaf.words.every((word, offset) => {
    const token = tokens[from + offset];
    return token !== undefined && canMean(token, word);
  });
}

function plant(root: Node, leaf: Leaf): void {
  let node = root;
  for (const word of leaf.words) {
    let child = node.next.get(word.plain);
    if (child === undefined) {
      child = { next: new Map(), leaves: [] };
      node.next.set(word.plain, child);
    }
    node = child;
  }
  node.leaves.push(leaf);
}
