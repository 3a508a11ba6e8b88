import type { Dependencies } from '../../app/dependencies.ts';
import type { Reply } from '../reply.ts';
import type { Turn } from '../turn.ts';

export type Handler<One> = (dependencies: Dependencies, turn: Turn, action: One) => Promise<Reply>;

/** What each kind of action does when somebody presses its button. */
export type HandlersOf<Actions extends { readonly kind: string }> = {
  readonly [Kind in Actions['kind']]: Handler<Extract<Actions, { kind: Kind }>>;
};
