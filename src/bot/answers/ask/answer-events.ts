import type { Dependencies } from '../../../app/dependencies.ts';
import type { PlanEvent } from '../../../core/plan/plan-book.ts';
import { foldedWords } from '../../../core/text/folded-words.ts';
import { addDays } from '../../../core/time/local-date.ts';
import { type Reply, say } from '../../reply.ts';
import type { Turn } from '../../turn.ts';
import { eventsMessage, namedEventsMessage } from '../../views/ask/event.ts';
import { nothingHere } from '../nothing-here.ts';
import { answerAboutTask } from './answer-about-task.ts';
import type { Asked } from './asked.ts';

/** How far "coming up" reaches where a question names no days. */
const SOON_DAYS = 30;

/** Events by their days, or by their name where the question gives one and no days. */
export async function answerEvents(dependencies: Dependencies, turn: Turn, asked: Asked): Promise<Reply> {
  const { frame, audience } = turn;
  if (audience === null) return say(nothingHere(turn));
  const { range, slots } = asked.question;
  const { today, book } = frame;
  if (range === null && slots.topic !== undefined) {
    const found = eventsCalled(book.events, slots.topic);
    if (found.length > 0) return say(namedEventsMessage(frame, found));
    if (slots.taskId !== undefined) return answerAboutTask(dependencies, turn, asked);
  }
  const { date: day } = slots;
  const usual = day === undefined ? { from: today, to: addDays(today, SOON_DAYS) } : { from: day, to: day };
  return say(eventsMessage(frame, range ?? usual));
}

/** Words that any event has say nothing of which one. */
const COMMON = ['ngay', 'nam', 'ky', 'niem', 'su', 'kien', 'lon', 'le', 'event', 'cac', 'thanh', 'lap'];
const CLOSE = 0.7;

/** Events whose name holds most of the telling words, the closest ones alone. */
function eventsCalled(events: readonly PlanEvent[], topic: string): PlanEvent[] {
  const wanted = foldedWords(topic).filter((word) => !COMMON.includes(word));
  if (wanted.length === 0) return [];
  const scored = events.map((event) => {
    const words = foldedWords(event.name);
    return { event, share: wanted.filter((word) => words.includes(word)).length / wanted.length };
  });
  const best = Math.max(...scored.map(({ share }) => share), CLOSE);
  return scored.filter(({ share }) => share >= best).map(({ event }) => event);
}
