import type { Dependencies, Request } from '../../../app/dependencies.ts';
import type { Outcome } from '../../../app/outcome.ts';
import type { Message } from '../../../app/ports/message.ts';
import type { Directory } from '../../../core/organisation/directory.ts';
import type { LocalDate } from '../../../core/time/local-date.ts';
import type { EndingInput, EndingMove, EndingScene } from '../../forms/organisation/ending-form.ts';
import { outdated, refusalText } from '../../refusal.ts';
import { type Reply } from '../../reply.ts';
import { forSecretariat } from '../../rights.ts';
import { openTurn, type Turn } from '../../turn.ts';
import type { Frame } from '../../views/frame.ts';
import { saying } from '../../views/message.ts';
import { closeDialogue, closing, type DialogueKind, saveDialogue, showing } from '../dialogue-kind.ts';

interface Mortal {
  readonly id: string;
  readonly validTo: LocalDate | null;
}

/** How a unit, or a cluster, comes to its end by the secretariat's buttons and words. */
interface Ending<
  Thing extends Mortal,
  Form extends { readonly lastOn: LocalDate | null },
  Ended,
  Step extends string,
> extends Pick<DialogueKind, 'kind' | 'version'> {
  readonly empty: Form;
  readonly all: (directory: Directory) => readonly Thing[];
  readonly offered: (frame: Frame, thing: Thing) => readonly Thing[];
  readonly question: (
    frame: Frame,
    thing: Thing,
    step: Step | 'day',
    form: Form,
    offered: readonly Thing[],
    unfit?: boolean,
  ) => Message;
  readonly step: (
    step: Step,
    form: Form,
    input: EndingInput,
    scene: EndingScene<Thing>,
  ) => EndingMove<Form, Step>;
  readonly end: (
    dependencies: Dependencies,
    request: Request,
    id: Thing['id'],
    form: Form,
    lastOn: LocalDate,
  ) => Promise<Outcome<Ended>>;
  readonly ended: (frame: Frame, ended: Ended) => Message;
  /** What is shown where it is given up. */
  readonly card: (frame: Frame, id: Thing['id']) => Message;
}

export interface EndingDialogue<Id, Form, Step extends string> {
  /** Asks for the last day. */
  readonly begin: (dependencies: Dependencies, turn: Turn, id: Id) => Promise<Reply>;
  readonly dialogue: DialogueKind<Draft<Id, Form>, Step>;
}

interface Draft<Id, Form> {
  readonly id: Id;
  readonly form: Form;
  readonly offered: readonly Id[];
}

export function endingDialogue<
  Thing extends Mortal,
  Form extends { readonly lastOn: LocalDate | null },
  Ended,
  Step extends string,
>(ending: Ending<Thing, Form, Ended, Step>): EndingDialogue<Thing['id'], Form, Step> {
  const { kind, version, question } = ending;
  const identity = { kind, version };
  const find = ({ frame }: Turn, id: Thing['id']): Thing | null =>
    ending.all(frame.directory).find((thing) => thing.id === id) ?? null;
  const save = (
    dependencies: Dependencies,
    turn: Turn,
    step: Step | 'day',
    draft: Draft<Thing['id'], Form>,
  ): Promise<void> => saveDialogue(dependencies, turn, identity, step, draft);

  return {
    async begin(dependencies, turn, id) {
      const { frame } = turn;
      const thing = find(turn, id);
      const offered = thing === null ? [] : ending.offered(frame, thing);
      const reply = forSecretariat(turn, 'unit.change', () =>
        thing === null || thing.validTo !== null
          ? null
          : question(frame, thing, 'day', ending.empty, offered),
      );
      if (reply.edit === undefined) return reply;
      await save(dependencies, turn, 'day', {
        id,
        form: ending.empty,
        offered: offered.map((one) => one.id),
      });
      return reply;
    },
    dialogue: {
      ...identity,
      async take(dependencies, turn, { step, draft, again }, input) {
        const { frame, request, incoming } = turn;
        const thing = find(turn, draft.id);
        if (thing === null) {
          await closeDialogue(dependencies, turn);
          return outdated(frame);
        }
        const offered = draft.offered.flatMap((id) => find(turn, id) ?? []);
        const show = showing(input);
        const ask = (at: Step | 'day', form: Form, unfit = false): Reply =>
          show(question(frame, thing, at, form, offered, unfit));
        if (again) return ask(step, draft.form);
        if (input.kind === 'unfit') return ask(step, draft.form, true);
        const value = input.kind === 'choice' ? input.choice : input.text;
        const known = ending
          .all(frame.directory)
          .filter(({ id, validTo }) => id !== thing.id && validTo === null);
        const scene = { today: frame.today, offered, known };
        const move = ending.step(step, draft.form, { kind: input.kind, value }, scene);
        switch (move.kind) {
          case 'ask':
            await save(dependencies, turn, move.step, { ...draft, form: move.form });
            return ask(move.step, move.form);
          case 'unfit':
            return ask(step, draft.form, true);
          case 'cancel':
            await closeDialogue(dependencies, turn);
            return forSecretariat(turn, 'unit.change', () => ending.card(frame, thing.id));
          case 'finish': {
            const { lastOn } = move.form;
            if (lastOn === null) return ask('day', move.form, true);
            const outcome = await ending.end(dependencies, request, thing.id, move.form, lastOn);
            if (outcome.kind === 'refused') return closing(turn, show(saying(refusalText(frame, outcome))));
            const now = await openTurn(dependencies, incoming, turn.tools);
            return closing(turn, show(ending.ended(now.frame, outcome.value)));
          }
        }
      },
    },
  };
}
