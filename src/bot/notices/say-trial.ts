import { isTrialNewsTrue, trialNewsOf } from '../../app/trial/trial-news.ts';
import { trialNews } from '../views/office/trial.ts';
import type { Said, Saying } from './saying.ts';

/** That a trial has begun or is over, where that is still so. */
export async function sayTrial({ dependencies, notice, frame }: Saying): Promise<Said> {
  const news = trialNewsOf(notice.slot);
  return news === null || !isTrialNewsTrue(news, frame.directory.settings.trial, frame.today)
    ? { withheld: 'moved_on' }
    : trialNews(frame, news, (await dependencies.unitOfWork.read.launches.inState('held')).length);
}
