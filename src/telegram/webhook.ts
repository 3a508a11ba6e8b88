import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Update } from 'grammy/types';
import type { Clock } from '../app/ports/clock.ts';
import type { UpdateIntake } from '../app/ports/inbox.ts';
import type { Logger } from '../app/ports/logger.ts';
import { toStored } from './store-update.ts';

export const WEBHOOK_PATH = '/webhooks/telegram';

export interface WebhookOptions {
  readonly bot: string;
  readonly secret: string;
  readonly intake: UpdateIntake;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Far above the largest update; a message has at most 4,096 characters and 100 entities. */
const BODY_LIMIT = 1024 * 1024;

/**
 * Takes updates that Telegram delivers: true where the request was for it. Stored, then 200; where storing fails,
 * 503, and Telegram delivers again.
 */
export function webhookHandler(options: WebhookOptions) {
  const { bot, secret, intake, clock, logger } = options;
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    if (request.url?.split('?', 1)[0] !== WEBHOOK_PATH) return false;
    const answer = (status: number): true => {
      // What is left unread would be taken for the next request.
      if (status !== 200) response.setHeader('connection', 'close');
      response.writeHead(status).end();
      return true;
    };
    if (request.method !== 'POST') return answer(405);
    if (!equals(request.headers['x-telegram-bot-api-secret-token'], secret)) return answer(401);
    const body = await readBody(request);
    if (body === null) return answer(413);
    const update = parseUpdate(body);
    if (update === null) return answer(400);
    try {
      await intake.takeIn([toStored(update, bot, clock.now())]);
    } catch (error) {
      logger.error({ error }, 'An update could not be stored');
      return answer(503);
    }
    return answer(200);
  };
}

/** In constant time whatever the lengths: digests are compared. */
function equals(given: string | string[] | undefined, secret: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(typeof given === 'string' ? given : ''), digest(secret));
}

async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > BODY_LIMIT) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseUpdate(body: string): Update | null {
  try {
    const parsed: unknown = JSON.parse(body);
    const known = typeof parsed === 'object' && parsed !== null && 'update_id' in parsed;
    return known && Number.isSafeInteger(parsed.update_id) ? (parsed as Update) : null;
  } catch {
    return null;
  }
}
