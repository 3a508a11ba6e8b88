import { LADDER_NAMES, type LadderScope } from '../../core/organisation/ladder.ts';
import { WORK_KINDS, type WorkKind } from '../../core/work/work-kind.ts';
import { type ButtonTable, count, day, type Field, id, oneOf, word } from './wire-field.ts';

const WORKS: readonly string[] = [...WORK_KINDS, 'given'];

/** `o` for the office; `p` or `c` and the id of a plan or cluster; `w` and a kind of work. */
const ladderScope: Field<LadderScope> = {
  write: (scope) => {
    switch (scope.kind) {
      case 'office':
        return 'o';
      case 'work':
        return `w${scope.work}`;
      case 'cluster':
      case 'plan':
        return `${scope.kind === 'plan' ? 'p' : 'c'}${id<'plan' | 'cluster'>().write(scope.id)}`;
    }
  },
  read: (text) => {
    if (text === 'o') return { kind: 'office' };
    const rest = text.slice(1);
    if (text.startsWith('w')) {
      return WORKS.includes(rest) ? { kind: 'work', work: rest as WorkKind } : null;
    }
    const known = id<'plan' & 'cluster'>().read(rest);
    if (known === null) return null;
    if (text.startsWith('p')) return { kind: 'plan', id: known };
    return text.startsWith('c') ? { kind: 'cluster', id: known } : null;
  },
};

const ladder = { scope: ladderScope, of: oneOf(...LADDER_NAMES) };

/** By what rules the bot reminds: when, on which days, in which tone. */
export const RULES_BUTTONS = {
  /** Ladders: all, what may have one of its own, one of them. */
  ladders: ['va', {}],
  ladder_scopes: ['vb', { of: oneOf('plan', 'work', 'cluster'), skip: count }],
  ladder: ['vc', ladder],
  ladder_set: ['vd', { ...ladder, part: oneOf('before', 'after', 'hours'), stages: word }],
  ladder_clear: ['ve', ladder],
  /** Days off and worked against the country's calendar. */
  days: ['vf', { skip: count }],
  day_add: ['vg', {}],
  day: ['vh', { from: day, to: day }],
  day_set: ['vi', { from: day, to: day, as: oneOf('off', 'worked', 'usual') }],
  /** Begins setting the days of the school year. */
  school_year: ['vr', {}],
  /** How units are spoken to. */
  tones: ['vj', { skip: count }],
  tone: ['vk', { unit: id<'unit'>(), tone: oneOf('usual', 'courteous'), skip: count }],
} as const satisfies ButtonTable;
