import { printRules } from '../../../core/deadline/print.ts';
import { clusterById, unitById } from '../../../core/organisation/directory.ts';
import type { Decision } from '../../../core/plan/decision.ts';
import type { TypedDecision } from '../../../core/plan/typed-answer.ts';
import type { Frame } from '../../views/frame.ts';
import { shortTitle } from '../../views/message.ts';
import { LONGEST_LABEL } from '../../views/plan/plan-import-matter.ts';
import { choiceText } from '../../views/plan/plan-import-words.ts';

/** Why typed words decide nothing, and what they may mean. */
export interface Flaw {
  readonly why: string;
  readonly nearest: readonly { readonly label: string; readonly decision: Decision }[];
}

type Undecided = Exclude<TypedDecision, { kind: 'decided' }>;

export const flawOf = (frame: Frame, read: Undecided): Flaw => ({
  why: whyNot(frame, read),
  nearest: (read.kind === 'unfit' ? [] : read.nearest).map((decision) => ({
    label: shortTitle(choiceText(frame, decision), LONGEST_LABEL),
    decision,
  })),
});

function whyNot(frame: Frame, read: Undecided): string {
  if (read.kind === 'unfit') return frame.t('import.ask.unfit');
  if (read.kind === 'stranger') {
    const names = read.choices.map((party) =>
      party.kind === 'cluster'
        ? clusterById(frame.directory, party.clusterId).name
        : unitById(frame.directory, party.unitId).name,
    );
    const words = shortTitle(read.words, 120);
    return names.length === 0
      ? frame.t('import.ask.stranger', { words })
      : frame.t('import.ask.perhaps', { words, names: names.join('; ') });
  }
  const { rules, reasons } = read.reading;
  const why = reasons.map((reason) => frame.t(`deadline.review.${reason}`)).join(' ');
  return rules.length === 0
    ? frame.t('import.ask.noDay', { why })
    : frame.t('import.ask.unclear', { reading: printRules(rules), why });
}
