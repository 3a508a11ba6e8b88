import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FaultPlan } from '../faults/fault-plan.ts';
import { ApiError } from '../http/api-error.ts';
import { replyJson } from '../http/reply.ts';
import type { WebhookSender } from '../updates/webhook.ts';
import type { World } from '../world/world.ts';
import { callbackMethods } from './methods/callback-methods.ts';
import { chatMethods } from './methods/chat-methods.ts';
import { fileMethods } from './methods/file-methods.ts';
import { messageMethods } from './methods/message-methods.ts';
import { profileMethods } from './methods/profile-methods.ts';
import { updateMethods } from './methods/update-methods.ts';
import { paramsOf } from './params.ts';
import { type CallBody, readCall } from './read-call.ts';
import { type Fields, methodNamed } from './specification.ts';
import { type Values, validate } from './validate.ts';

const methods = {
  ...profileMethods,
  ...messageMethods,
  ...fileMethods,
  ...callbackMethods,
  ...chatMethods,
  ...updateMethods,
};

export interface BotApiOptions {
  readonly world: World;
  readonly token: string;
  readonly faults: FaultPlan;
  readonly webhook: WebhookSender;
  /** Awaited before each answer: what was answered is not forgotten. */
  readonly saved: () => Promise<void>;
}

export interface BotApiServer {
  /** Answers `/bot<token>/<method>`. */
  call(
    req: IncomingMessage,
    res: ServerResponse,
    token: string,
    method: string,
    query: URLSearchParams,
  ): Promise<void>;
  /** Answers `/file/bot<token>/<path>`. */
  download(res: ServerResponse, token: string, path: string): Promise<void>;
}

type Outcome =
  | { readonly kind: 'answer'; readonly result: unknown }
  | { readonly kind: 'refusal'; readonly error: ApiError }
  | { readonly kind: 'dropped' };

export function createBotApiServer({ world, token, faults, webhook, saved }: BotApiOptions): BotApiServer {
  const known = (given: string): boolean => {
    const [a, b] = [Buffer.from(given), Buffer.from(token)];
    return a.length === b.length && timingSafeEqual(a, b);
  };
  // The real server answers 404 to what cannot be a token and 401 to a wrong one.
  const authorise = (given: string): void => {
    if (!/^\d+:[\w-]+$/.test(given)) throw new ApiError(404, 'Not Found');
    if (!known(given)) throw new ApiError(401, 'Unauthorized');
  };

  const carryOut = async (name: string, body: CallBody, gone: AbortSignal): Promise<unknown> => {
    const method = methodNamed(name);
    if (method === undefined) throw new ApiError(404, 'Not Found: method not found');
    const params = paramsOf(validate(method.fields, valuesOf(method, body)));
    const run = methods[method.name];
    if (run === undefined) throw new ApiError(404, `Not Found: the sandbox does not have ${method.name}`);
    return await run({ world, faults, webhook, params, uploads: body.uploads, gone });
  };

  const withFaults = async (name: string, body: CallBody, gone: AbortSignal): Promise<Outcome> => {
    const chat = chatOf(body);
    const fault = faults.next(methodNamed(name)?.name ?? name, chat);
    if (fault !== undefined) world.events.send({ type: 'faults' });
    switch (fault?.kind) {
      case 'too_many_requests':
        throw new ApiError(429, `Too Many Requests: retry after ${fault.retryAfter}`, {
          retry_after: fault.retryAfter,
        });
      case 'error':
        throw new ApiError(fault.code, fault.description);
      case 'drop_before':
        return { kind: 'dropped' };
      case 'drop_after':
        await carryOut(name, body, gone);
        return { kind: 'dropped' };
      case 'delay':
        await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
        break;
      case 'duplicate_updates':
        // The confirmation is lost on the way, so that the same updates come once more.
        return {
          kind: 'answer',
          result: await carryOut(name, { ...body, values: { ...body.values, offset: 0 } }, gone),
        };
      case undefined:
        break;
    }
    return { kind: 'answer', result: await carryOut(name, body, gone) };
  };

  return {
    call: async (req, res, givenToken, name, query) => {
      if (faults.outage) {
        req.socket.destroy();
        return;
      }
      world.clock.heard();
      const gone = new AbortController();
      res.on('close', () => gone.abort());
      let chat: number | null = null;
      let outcome: Outcome;
      try {
        authorise(givenToken);
        const body = await readCall(req, query);
        chat = chatOf(body);
        outcome = await withFaults(name, body, gone.signal);
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        outcome = { kind: 'refusal', error };
      }
      if (faults.outage) outcome = { kind: 'dropped' };
      await saved();
      const method = methodNamed(name)?.name ?? name;
      world.events.send({ type: 'call', method, chat, code: codeOf(outcome) });
      answer(req, res, outcome);
    },

    download: async (res, givenToken, path) => {
      try {
        authorise(givenToken);
      } catch (error) {
        if (error instanceof ApiError) refuse(res, error);
        return;
      }
      const id = /^documents\/([\w-]+)$/.exec(path)?.[1];
      const bytes = id === undefined ? null : await world.files.get(id);
      if (bytes === null || faults.outage) return refuse(res, new ApiError(404, 'Not Found'));
      res.writeHead(200, {
        'content-type': 'application/octet-stream',
        'content-length': String(bytes.length),
      });
      res.end(bytes);
    },
  };
}

// A part of a form stands for the parameter of its name. A body may name its method, as an answer to a webhook
// must (Telegraf always does).
function valuesOf(method: { readonly name: string; readonly fields: Fields }, body: CallBody): Values {
  const parts = [...body.uploads.keys()].filter((part) => method.fields.has(part));
  const attached = Object.fromEntries(parts.map((part) => [part, `attach://${part}`]));
  const { method: named, ...values } = body.values;
  return {
    ...attached,
    ...values,
    ...(named === undefined || named === method.name ? {} : { method: named }),
  };
}

function chatOf({ values }: CallBody): number | null {
  const chat = Number(values['chat_id'] ?? Number.NaN);
  return Number.isSafeInteger(chat) ? chat : null;
}

function codeOf(outcome: Outcome): number {
  if (outcome.kind === 'refusal') return outcome.error.code;
  return outcome.kind === 'dropped' ? 0 : 200;
}

function answer(req: IncomingMessage, res: ServerResponse, outcome: Outcome): void {
  if (outcome.kind === 'dropped') req.socket.destroy();
  else if (outcome.kind === 'refusal') refuse(res, outcome.error);
  else replyJson(res, 200, { ok: true, result: outcome.result });
}

function refuse(res: ServerResponse, { code, message, parameters }: ApiError): void {
  const retryAfter = parameters?.retry_after;
  replyJson(
    res,
    code,
    {
      ok: false,
      error_code: code,
      description: message,
      ...(parameters === undefined ? {} : { parameters }),
    },
    retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) },
  );
}
