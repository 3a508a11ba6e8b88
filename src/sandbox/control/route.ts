import type { IncomingMessage, ServerResponse } from 'node:http';
import type * as z from 'zod';
import type { FaultPlan } from '../faults/fault-plan.ts';
import type { Upload } from '../http/read-multipart.ts';
import type { World } from '../world/world.ts';

/** What a request of the page or of a test may touch. */
export interface Control {
  readonly world: World;
  readonly faults: FaultPlan;
  readonly gone: AbortSignal;
  readonly file: Upload | undefined;
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
}

/** One route; its result is sent as JSON, nothing is sent for `HANDLED`. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly run: (control: Control, input: unknown) => unknown;
}

/** The handler has answered by itself. */
export const HANDLED = Symbol('handled');

/** A route whose query (GET) or body must be of a shape. */
export function route<Shape extends z.ZodType>(
  method: Route['method'],
  path: string,
  shape: Shape,
  run: (control: Control, input: z.output<Shape>) => unknown,
): Route {
  return { method, path, run: (control, input) => run(control, shape.parse(input)) };
}
