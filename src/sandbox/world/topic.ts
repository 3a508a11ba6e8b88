import type { Chat, Topic } from './chat.ts';
import { post, removeMessages } from './post.ts';
import type { World } from './world.ts';

const ICON_COLOR = 7_322_096;

/** Opens a topic; the first one makes a forum of a supergroup. */
export function openTopic(world: World, chat: Chat, name: string, by: number): Topic {
  chat.topics ??= [];
  const content = { forum_topic_created: { name, icon_color: ICON_COLOR } };
  const { id } = post(world, chat, { fromId: by, content, topic: 'opened' });
  const topic = { id, name, closed: false };
  setTopics(world, chat, [...chat.topics, topic]);
  return topic;
}

/** Closes a topic or opens it again, and says so in it. */
export function closeTopic(world: World, chat: Chat, topic: Topic, closed: boolean, by: number): void {
  if (topic.closed === closed) return;
  const content = closed ? { forum_topic_closed: {} } : { forum_topic_reopened: {} };
  post(world, chat, { fromId: by, content, topic: topic.id });
  const others = (one: Topic): Topic => (one.id === topic.id ? { ...one, closed } : one);
  setTopics(world, chat, (chat.topics ?? []).map(others));
}

/** Takes a topic out with everything said in it. A bot is not told. */
export function deleteTopic(world: World, chat: Chat, topic: Topic): void {
  removeMessages(world, chat, (message) => message.topic === topic.id);
  setTopics(
    world,
    chat,
    (chat.topics ?? []).filter(({ id }) => id !== topic.id),
  );
}

function setTopics(world: World, chat: Chat, topics: readonly Topic[]): void {
  chat.topics = topics;
  world.touch();
  world.events.send({ type: 'chat', chat: chat.id });
}
