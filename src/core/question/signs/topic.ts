import type { Cue } from '../cues/cue.ts';
import type { NameIndex } from '../name-index.ts';
import type { NameEntry } from '../names/name-entry.ts';
import { type Token, tokenise } from '../token.ts';
import { englishTopic } from '../words/glossary.ts';
import type { Reading } from './reading.ts';

/** What a message is about, and the tasks and movements that fit. */
export type Topic = {
  /** The topic by its usual name, or in the asker's words; null if there is none. */
  readonly words: string | null;
  /** The clear winner alone, up to three close ones, or none. */
  readonly entries: readonly NameEntry[];
};

const ABOUT: readonly Cue[] = ['topic', 'movement', 'event', 'report', 'congress', 'summary'];

/** Topics whose usual name differs from what is typed; the first that fits. */
const USUAL: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['giao ước thi đua', /giao uoc/u],
  ['sơ kết', /so ket/u],
  [
    'tổng kết, bình xét cụm',
    /(?:tong ket|binh xet|suy ton).*\b(?:cum|khoi)\b|\b(?:cum|khoi)\b.*(?:tong ket|binh xet|suy ton)|binh xet|suy ton/u,
  ],
  ['tuyên truyền điển hình tiên tiến', /tuyen truyen.*(?:dien hinh|guong)/u],
  ['kế hoạch năm', /ke hoach (?:cong tac )?nam/u],
  ['báo cáo', /^bao cao$/u],
];

export function topicOf(reading: Reading, names: NameIndex, taken: ReadonlySet<number>): Topic {
  const included = new Set<number>();
  for (const phrase of reading.phrases) {
    const about = phrase.cues.some((cue) => ABOUT.includes(cue) || cue === 'cluster_word');
    if (about) for (let at = phrase.from; at < phrase.to; at++) if (!taken.has(at)) included.add(at);
  }
  for (const at of reading.unexplained) if (!taken.has(at)) included.add(at);
  drawNeighbours(reading, names, included, taken);
  const core = [...included].sort((a, b) => a - b);
  if (!isAbout(reading, core, taken)) return { words: null, entries: [] };
  const typed = core.map((at) => reading.tokens[at]?.text ?? '').join(' ');
  const spoken = englishTopic(typed) ?? typed;
  const words = tokenise(spoken).list;
  const ofCluster =
    reading.cues.has('cluster_word') ||
    reading.mentions.some((mention) => mention.entries[0]?.kind === 'cluster');
  const plain = `${words.map((word) => word.plain).join(' ')}${ofCluster ? ' cum' : ''}`;
  const usual = USUAL.find(([, pattern]) => pattern.test(plain));
  const asSaid = oncePerNumber(searched(searchWords(words), names, ofCluster));
  const asCalled =
    usual === undefined ? [] : oncePerNumber(searched(tokenise(usual[0]).list, names, ofCluster));
  const entries = asCalled.length === 1 ? asCalled : asSaid;
  return { words: usual?.[0] ?? withoutKind(spoken), entries };
}

/** What names of tasks never hold is left out, unless nothing else was said. */
function searchWords(words: readonly Token[]): readonly Token[] {
  const telling = words.filter(
    (word, at) => !(isPair(words, at, 'bao cao') || isPair(words, at - 1, 'bao cao')),
  );
  return telling.length > 0 ? telling : words;
}

function isPair(words: readonly Token[], at: number, pair: string): boolean {
  return `${words[at]?.plain} ${words[at + 1]?.plain}` === pair;
}

/** Where a cluster is spoken of, the tasks of clusters come first. */
function searched(words: readonly Token[], names: NameIndex, ofCluster: boolean): readonly NameEntry[] {
  const planned = (entry: NameEntry): boolean => entry.kind === 'task' || entry.kind === 'movement';
  if (!ofCluster) return names.topics.search(words, planned);
  const ofClusters = names.topics.search(
    words,
    (entry) => planned(entry) && entry.names.some((name) => /(?:cụm|khối)/iu.test(name)),
  );
  return ofClusters.length > 0 ? ofClusters : names.topics.search(words, planned);
}

function withoutKind(words: string): string {
  return words.replace(/^phong trào (?:thi đua )?(?=.)/iu, '').replace(/ phong trào$/iu, '');
}

/** Words of a name that mean something else too ("mới" in "nông thôn mới") join the neighbour they belong to. */
function drawNeighbours(
  reading: Reading,
  names: NameIndex,
  included: Set<number>,
  taken: ReadonlySet<number>,
): void {
  for (const [at, token] of reading.tokens.entries()) {
    if (token.kind !== 'word' || taken.has(at) || reading.audience.tokens.has(at)) continue;
    const next = reading.tokens[at + 1];
    if (next === undefined || next.breakBefore || taken.has(at + 1) || !names.topics.knowsPair(token, next))
      continue;
    if (isFunction(reading, at) && isFunction(reading, at + 1)) continue;
    included.add(at);
    included.add(at + 1);
  }
}

function isFunction(reading: Reading, at: number): boolean {
  const phrase = reading.phrases.find((found) => found.from <= at && at < found.to);
  const timed = reading.times.some((time) => time.start <= at && at < time.next);
  return timed || (phrase !== undefined && !phrase.cues.some((cue) => ABOUT.includes(cue)));
}

function isAbout(reading: Reading, core: readonly number[], taken: ReadonlySet<number>): boolean {
  return core.some((at) => {
    if (taken.has(at)) return false;
    const phrase = reading.phrases.find((found) => found.from <= at && at < found.to);
    return phrase === undefined || !phrase.cues.every((cue) => cue === 'cluster_word');
  });
}

/** A task and the movement of the same row are one answer. */
function oncePerNumber(entries: readonly NameEntry[]): readonly NameEntry[] {
  const seen = new Set<string>();
  return entries.filter((entry) => {
    const key = entry.no ?? entry.id;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
