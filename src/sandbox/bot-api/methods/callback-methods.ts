import { badRequest } from '../../http/api-error.ts';
import { CALLBACK_QUERY_LIFE_MS } from '../../updates/callback-query.ts';
import { codePoints } from '../../world/code-points.ts';
import type { Methods } from '../call.ts';

const LONGEST_ANSWER = 200;

export const callbackMethods: Methods = {
  answerCallbackQuery: ({ world, params }) => {
    const text = params.text('text') ?? '';
    if (codePoints(text).length > LONGEST_ANSWER) throw badRequest('MESSAGE_TOO_LONG');
    const id = params.text('callback_query_id');
    const { callbacks } = world.state;
    const place = callbacks.findIndex((callback) => callback.id === id);
    const callback = callbacks[place];
    if (callback === undefined || Date.now() - callback.pressedAt > CALLBACK_QUERY_LIFE_MS) {
      throw badRequest('query is too old and response timeout expired or query ID is invalid');
    }
    const url = params.text('url') ?? null;
    if (url !== null && !isOwnLink(url, world.state.bot.username)) throw badRequest('URL_INVALID');
    callbacks.splice(place, 1);
    world.touch();
    world.events.send({
      type: 'answer',
      callback: callback.id,
      answer: { text: text === '' ? null : text, alert: params.flag('show_alert'), url },
    });
    return true;
  },
};

// A bot without games may open only a link to itself (Bot API, answerCallbackQuery, url).
function isOwnLink(url: string, username: string): boolean {
  return url
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .startsWith(`t.me/${username.toLowerCase()}?start=`);
}
