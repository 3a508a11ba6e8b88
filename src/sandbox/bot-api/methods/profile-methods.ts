import { badRequest } from '../../http/api-error.ts';
import { codePoints } from '../../world/code-points.ts';
import { apiBot } from '../../world/user.ts';
import type { World } from '../../world/world.ts';
import type { BotCommand } from '../../world/world-state.ts';
import type { Call, Methods } from '../call.ts';
import { readableChat } from '../chat-access.ts';
import { type Params, paramsOf } from '../params.ts';

interface Scope {
  readonly type: string;
  readonly chat_id?: number | string;
  readonly user_id?: number;
}

const MOST_COMMANDS = 100;

/** What the bot says of itself: identity, command menus, descriptions. */
export const profileMethods: Methods = {
  getMe: ({ world }) => ({
    ...apiBot(world.state.bot),
    can_join_groups: true,
    can_read_all_group_messages: !world.state.bot.privacy,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
  }),

  setMyCommands: ({ world, params }) => {
    const commands = (params.object('commands') as readonly BotCommand[] | undefined) ?? [];
    if (commands.length > MOST_COMMANDS) throw badRequest('BOT_COMMANDS_TOO_MUCH');
    for (const { command, description } of commands) {
      if (!/^\/?[a-z0-9_]{1,32}$/.test(command)) throw badRequest('BOT_COMMAND_INVALID');
      if (description.length < 1 || description.length > 256)
        throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
    }
    const bare = commands.map((one) => ({ ...one, command: one.command.replace(/^\//, '') }));
    world.state.commands[menuKey(world, params)] = bare;
    return told(world);
  },

  getMyCommands: ({ world, params }) => world.state.commands[menuKey(world, params)] ?? [],

  deleteMyCommands: ({ world, params }) => {
    delete world.state.commands[menuKey(world, params)];
    return told(world);
  },

  ...profileText('name', 'Name', 64),
  ...profileText('description', 'Description', 512),
  ...profileText('short_description', 'ShortDescription', 120),

  setChatMenuButton: ({ world, params }) => {
    if (params.number('chat_id') !== undefined) readableChat(world, params);
    world.state.profile['menu_button|'] = JSON.stringify(params.object('menu_button') ?? { type: 'default' });
    return told(world);
  },

  getChatMenuButton: ({ world }) => JSON.parse(world.state.profile['menu_button|'] ?? '{"type":"commands"}'),
};

function profileText(field: string, name: string, longest: number): Methods {
  const key = ({ params }: Call): string => `${field}|${params.text('language_code') ?? ''}`;
  return {
    [`setMy${name}`]: (call) => {
      const text = call.params.text(field) ?? '';
      if (codePoints(text).length > longest) throw badRequest(`${field.toUpperCase()}_TOO_LONG`);
      call.world.state.profile[key(call)] = text;
      return told(call.world);
    },
    [`getMy${name}`]: (call) => ({
      [field]: call.world.state.profile[key(call)] ?? (field === 'name' ? call.world.state.bot.name : ''),
    }),
  };
}

function told(world: World): true {
  world.touch();
  world.events.send({ type: 'commands' });
  return true;
}

function menuKey(world: World, params: Params): string {
  const scope = (params.object('scope') as Scope | undefined) ?? { type: 'default' };
  const language = params.text('language_code') ?? '';
  if (language !== '' && !/^[a-z]{2}$/.test(language)) throw badRequest('invalid language code specified');
  if (scope.chat_id !== undefined) readableChat(world, paramsOf({ chat_id: scope.chat_id }));
  return `${[scope.type, scope.chat_id, scope.user_id].filter((part) => part !== undefined).join(':')}|${language}`;
}
