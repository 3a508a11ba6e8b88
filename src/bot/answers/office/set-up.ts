import type { Dependencies } from '../../../app/dependencies.ts';
import { rehearseNotices } from '../../../app/notices/rehearse-notices.ts';
import { missingSteps, setUpState } from '../../../app/office/set-up-state.ts';
import type { Attachment, Message } from '../../../app/ports/message.ts';
import { SPREADSHEET } from '../../../app/ports/table-writer.ts';
import { dayAt } from '../../../app/today.ts';
import { addMs, DAY_MS } from '../../../core/time/instant.ts';
import type { SetUpPage } from '../../buttons/set-up.ts';
import { beginImport } from '../../dialogues/plan/plan-import.ts';
import { type Reply, say } from '../../reply.ts';
import { refusalHere } from '../../rights.ts';
import type { Turn } from '../../turn.ts';
import { isUnclaimed } from '../../views/ask/welcome.ts';
import { withSecretariat } from '../../views/frame.ts';
import { saying } from '../../views/message.ts';
import { type Rehearsed, rehearsedPage, rehearsedRows } from '../../views/notice/rehearsed.ts';
import { organisationPage, setUpMessage, withSetUp } from '../../views/office/set-up.ts';
import { clusterChoice } from '../../views/people/invite.ts';
import { bindingLinks } from './bind.ts';

const AHEAD_MS = 7 * DAY_MS;
const WIDTHS = [18, 18, 40, 90];

/** What is set up and what is missing, for the secretariat in private; null for others, or where all is there. */
export async function missingSetUp({ unitOfWork }: Dependencies, turn: Turn): Promise<Message | null> {
  if (refusalHere(turn, 'plan.import') !== null) return null;
  const state = await setUpState(unitOfWork.read, turn.frame.now);
  const isNamed = isNamedIn(turn);
  return missingSteps(state).length === 0 && isNamed ? null : setUpMessage(turn.frame, state, isNamed);
}

/** To whoever opens a one-time link that is worth nothing any more; null where it was their own. */
export function spentSetUp(turn: Turn): Message | null {
  const { frame } = turn;
  if (refusalHere(turn, 'plan.import') === null) return null;
  return isUnclaimed(frame)
    ? saying(frame.t('setUp.spentLink'))
    : saying(frame.t('refusal.SET_UP_CLAIMED', withSecretariat(frame)));
}

/** A page of the set-up, in place of the message pressed; `open` beside it. */
export async function openSetUp(dependencies: Dependencies, turn: Turn, page: SetUpPage): Promise<Reply> {
  const refused = refusalHere(turn, 'plan.import');
  if (refused !== null) return refused;
  const { frame } = turn;
  switch (page) {
    case 'open':
      return say(await checklist(dependencies, turn));
    case 'show':
      return { edit: await checklist(dependencies, turn) };
    case 'organisation':
      return { edit: organisationPage(frame) };
    case 'plan': {
      const { say: [drafts] = [] } = await beginImport(dependencies, turn);
      return drafts === undefined ? {} : { edit: withSetUp(frame, drafts) };
    }
    case 'groups':
      return { edit: withSetUp(frame, bindingLinks(turn)) };
    case 'people':
      return { edit: withSetUp(frame, clusterChoice(frame)) };
    case 'rehearsal': {
      const until = dayAt(addMs(frame.now, AHEAD_MS), frame.directory);
      return { edit: rehearsedPage(frame, await rehearsed(dependencies, turn), until) };
    }
  }
}

/** The empty table of units, or the texts of the days to come. */
export async function sendSetUpFile(
  dependencies: Dependencies,
  turn: Turn,
  file: 'template' | 'rehearsal',
): Promise<Reply> {
  const refused = refusalHere(turn, 'plan.import');
  if (refused !== null) return refused;
  const { t } = turn.frame;
  const { organisationReader, tables } = turn.tools;
  const bytes =
    file === 'template'
      ? await organisationReader.template(t.locale)
      : await tables.write(rehearsedRows(turn.frame, await rehearsed(dependencies, turn)), WIDTHS);
  const attachment: Attachment = { name: t(`setUp.fileName.${file}`), type: SPREADSHEET, bytes };
  return say({ ...saying(t(`setUp.file.${file}`)), attachment });
}

const checklist = async ({ unitOfWork }: Dependencies, turn: Turn): Promise<Message> =>
  setUpMessage(turn.frame, await setUpState(unitOfWork.read, turn.frame.now), isNamedIn(turn));

const isNamedIn = ({ person }: Turn): boolean => person !== null && person.name !== '';

/** What would be said in the next seven days if nothing happened. */
async function rehearsed(dependencies: Dependencies, { frame, tools }: Turn): Promise<Rehearsed[]> {
  const to = addMs(frame.now, AHEAD_MS);
  const notices = await rehearseNotices(dependencies, frame.now, to, tools.sayRehearsed);
  return notices.flatMap((one) => (one.text === null ? [] : [{ ...one, text: one.text }]));
}
