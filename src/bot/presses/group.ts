import { bindHere, unbind } from '../answers/office/bind.ts';
import type { GROUP_BUTTONS } from '../buttons/group.ts';
import type { HandlersOf } from './handlers.ts';

export const GROUP_HANDLERS: HandlersOf<typeof GROUP_BUTTONS> = {
  bind: (dependencies, turn, { cluster }) => bindHere(dependencies, turn, cluster),
  unbind: (dependencies, turn, { chat }) => unbind(dependencies, turn, chat),
};
