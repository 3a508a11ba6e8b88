import type { Dependencies } from '../../app/dependencies.ts';
import type { Attachment } from '../../app/ports/message.ts';
import { SPREADSHEET } from '../../app/ports/table-writer.ts';
import { dayAt } from '../../app/today.ts';
import { rehearseNotices } from '../../app/upcoming/rehearse-notices.ts';
import { addMs, DAY_MS } from '../../core/time/instant.ts';
import { bindingLinks } from '../answers/office/bind.ts';
import { setUpChecklist } from '../answers/office/set-up.ts';
import type { SET_UP_BUTTONS, SetUpPage } from '../buttons/set-up.ts';
import { beginImport } from '../dialogues/plan/plan-import.ts';
import { type Reply, say } from '../reply.ts';
import { refusalHere } from '../rights.ts';
import type { Turn } from '../turn.ts';
import { saying } from '../views/message.ts';
import { type Rehearsed, rehearsedPage, rehearsedRows } from '../views/notice/rehearsed.ts';
import { organisationPage, withSetUp } from '../views/office/set-up.ts';
import { clusterChoice } from '../views/people/invite.ts';
import type { HandlersOf } from './handlers.ts';

const AHEAD_MS = 7 * DAY_MS;
const WIDTHS = [18, 18, 40, 90];

export const SET_UP_HANDLERS: HandlersOf<typeof SET_UP_BUTTONS> = {
  set_up: (dependencies, turn, { page }) => openSetUp(dependencies, turn, page),
  set_up_file: (dependencies, turn, { file }) => sendSetUpFile(dependencies, turn, file),
};

/** A page of the set-up, in place of the message pressed; `open` beside it. */
async function openSetUp(dependencies: Dependencies, turn: Turn, page: SetUpPage): Promise<Reply> {
  const refused = refusalHere(turn, 'plan.import');
  if (refused !== null) return refused;
  const { frame } = turn;
  switch (page) {
    case 'open':
      return say(await setUpChecklist(dependencies, turn));
    case 'show':
      return { edit: await setUpChecklist(dependencies, turn) };
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
async function sendSetUpFile(
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

/** What would be said in the next seven days if nothing happened. */
async function rehearsed(dependencies: Dependencies, { frame, tools }: Turn): Promise<Rehearsed[]> {
  const to = addMs(frame.now, AHEAD_MS);
  const notices = await rehearseNotices(dependencies, frame.now, to, tools.sayRehearsed);
  return notices.flatMap((one) => (one.text === null ? [] : [{ ...one, text: one.text }]));
}
