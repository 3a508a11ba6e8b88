import { ApiError, badRequest } from '../../http/api-error.ts';
import { apiMessage } from '../../world/api-message.ts';
import { apiChat, type Chat, type MemberStatus } from '../../world/chat.ts';
import { chatMember } from '../../world/chat-member.ts';
import { setBotStatus } from '../../world/membership.ts';
import { post } from '../../world/post.ts';
import { apiBot, apiUser } from '../../world/user.ts';
import { findMessage, findUser, type World } from '../../world/world.ts';
import type { Methods } from '../call.ts';
import { readableChat, writableChat } from '../chat-access.ts';
import { requiredNumber } from '../params.ts';

export const chatMethods: Methods = {
  getChat: ({ world, params }) => {
    const chat = readableChat(world, params);
    const pinned = chat.pinned[0] === undefined ? undefined : findMessage(world, chat.id, chat.pinned[0]);
    return {
      ...apiChat(chat, findUser(world, chat.id)),
      accent_color_id: 0,
      max_reaction_count: 11,
      accepted_gift_types: NO_GIFTS,
      ...(pinned === undefined ? {} : { pinned_message: apiMessage(world, chat.id, pinned) }),
    };
  },

  getChatMember: ({ world, params }) => {
    const chat = readableChat(world, params);
    return memberOf(world, chat, requiredNumber(params, 'user_id'));
  },

  getChatMemberCount: ({ world, params }) => {
    const chat = readableChat(world, params);
    return chat.type === 'private' ? 2 : chat.members.length + 1;
  },

  getChatAdministrators: ({ world, params }) => {
    const chat = readableChat(world, params);
    if (chat.type === 'private') throw badRequest('there are no administrators in the private chat');
    writableChat(world, params);
    const people = chat.members.filter(({ status }) => status !== 'member');
    const ids = people.map(({ userId }) => userId);
    if (chat.bot === 'administrator') ids.push(world.state.bot.id);
    return ids.map((id) => memberOf(world, chat, id));
  },

  leaveChat: ({ world, params }) => {
    const chat = writableChat(world, params);
    if (chat.type === 'private')
      throw new ApiError(400, "Bad Request: chat member status can't be changed in private chats");
    post(world, chat, { fromId: world.state.bot.id, content: { left_chat_member: apiBot(world.state.bot) } });
    setBotStatus(world, chat, 'left', world.state.bot.id);
    return true;
  },
};

const NO_GIFTS = {
  unlimited_gifts: false,
  limited_gifts: false,
  unique_gifts: false,
  premium_subscription: false,
  gifts_from_channels: false,
};

function memberOf(world: World, chat: Chat, userId: number): unknown {
  if (userId === world.state.bot.id) return chatMember(apiBot(world.state.bot), botMemberStatus(chat));
  const user = findUser(world, userId);
  if (user === undefined) throw badRequest('user not found');
  if (chat.type === 'private') return chatMember(apiUser(user), userId === chat.id ? 'member' : 'left');
  return chatMember(apiUser(user), chat.members.find((member) => member.userId === userId)?.status ?? 'left');
}

function botMemberStatus({ bot }: Chat): MemberStatus | 'left' | 'kicked' {
  return bot === 'never' ? 'left' : bot;
}
