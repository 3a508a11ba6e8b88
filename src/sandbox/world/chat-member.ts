import type { ApiUser } from './user.ts';

const RIGHTS = {
  can_be_edited: false,
  can_manage_chat: true,
  can_delete_messages: true,
  can_manage_video_chats: true,
  can_restrict_members: true,
  can_promote_members: false,
  can_change_info: true,
  can_invite_users: true,
  can_pin_messages: true,
  is_anonymous: false,
};

const DETAILS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  creator: { is_anonymous: false },
  administrator: RIGHTS,
  kicked: { until_date: 0 },
};

/** Bot API `ChatMember`. */
export function chatMember(user: ApiUser, status: string): Readonly<Record<string, unknown>> {
  return { user, status, ...DETAILS[status] };
}
