import type { Dependencies } from '../../app/dependencies.ts';
import type { ActionOf, ButtonTable } from '../buttons/wire-field.ts';
import type { Reply } from '../reply.ts';
import type { Turn } from '../turn.ts';

export type Handler<One> = (dependencies: Dependencies, turn: Turn, action: One) => Reply | Promise<Reply>;

/** What each button of a table does when somebody presses it. */
export type HandlersOf<Buttons extends ButtonTable> = {
  readonly [Kind in keyof Buttons]: Handler<ActionOf<Buttons, Kind>>;
};
