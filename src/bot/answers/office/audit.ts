import type { Dependencies } from '../../../app/dependencies.ts';
import { readAudit } from '../../../app/office/read-audit.ts';
import type { AuditEntry } from '../../../app/ports/audit-log.ts';
import { SPREADSHEET } from '../../../app/ports/table-writer.ts';
import type { LaunchId, ObligationId } from '../../../core/id.ts';
import type { AuditBy } from '../../../core/organisation/audit-by.ts';
import { unitsMeant } from '../../../core/organisation/unit-names.ts';
import { foldVietnamese } from '../../../core/text/fold.ts';
import type { AuditChoice } from '../../buttons/audit.ts';
import { outdated, refusal } from '../../refusal.ts';
import { type Reply, say } from '../../reply.ts';
import { refusalHere } from '../../rights.ts';
import type { Turn } from '../../turn.ts';
import { saying } from '../../views/message.ts';
import { auditPage, notOneCalled, type SubjectNames, tableRows } from '../../views/office/audit.ts';
import { auditChoice, byName } from '../../views/office/audit-choice.ts';

const PAGE = 8;
const TABLE_LIMIT = 5_000;
const WIDTHS = [18, 28, 30, 50, 28, 40, 40];

/** `/nhatky`: the newest entries; a person or a unit behind it narrows them. */
export async function beginAudit(dependencies: Dependencies, turn: Turn, written: string): Promise<Reply> {
  const by = byOf(turn, written);
  const refused = whyNot(turn);
  if (refused !== null) return refused;
  if (typeof by === 'string') return say(notOneCalled(turn.frame, by, written));
  const { edit, ...rest } = await showAudit(dependencies, turn, by, 0);
  return edit === undefined ? rest : say(edit);
}

/** By the whole name, or a part of one person's. */
function byOf({ frame: { directory } }: Turn, written: string): AuditBy | 'nobody' | 'several' {
  if (written === '') return { kind: 'all' };
  const wanted = foldVietnamese(written);
  const named = directory.people.map(({ id, name }) => ({ id, words: foldVietnamese(name) }));
  const [unit, ...units] = unitsMeant(directory.units, written);
  const [person, ...others] = named.filter(({ words }) => ` ${words} `.includes(` ${wanted} `));
  const exact = named.find(({ words }) => words === wanted) ?? (others.length === 0 ? person : undefined);
  if (exact !== undefined) return { kind: 'person', id: exact.id };
  if (unit !== undefined && units.length === 0) return { kind: 'unit', id: unit.id };
  return person === undefined && unit === undefined ? 'nobody' : 'several';
}

export async function showAudit(
  dependencies: Dependencies,
  turn: Turn,
  by: AuditBy,
  skip: number,
): Promise<Reply> {
  const { frame } = turn;
  const refused = whyNot(turn);
  if (refused !== null) return refused;
  if (!isKnown(turn, by)) return outdated(frame);
  const outcome = await readAudit(dependencies, turn.request, by, { skip, limit: PAGE });
  if (outcome.kind === 'refused') return refusal(frame, outcome);
  const entries = outcome.value.slice(0, PAGE);
  const names = await subjectNames(dependencies, entries);
  const older = outcome.value.length > PAGE ? skip + PAGE : null;
  const newer = skip > 0 ? Math.max(0, skip - PAGE) : null;
  return { edit: auditPage(frame, { by, entries, names, older, newer }) };
}

export function chooseAudit(turn: Turn, what: AuditChoice, skip: number): Reply {
  return whyNot(turn) ?? { edit: auditChoice(turn.frame, what, skip) };
}

/** The entries as a spreadsheet, the newest first. */
export async function auditTable(dependencies: Dependencies, turn: Turn, by: AuditBy): Promise<Reply> {
  const { frame, tools } = turn;
  const refused = whyNot(turn);
  if (refused !== null) return refused;
  if (!isKnown(turn, by)) return outdated(frame);
  const outcome = await readAudit(dependencies, turn.request, by, { skip: 0, limit: TABLE_LIMIT });
  if (outcome.kind === 'refused') return refusal(frame, outcome);
  const names = await subjectNames(dependencies, outcome.value);
  const bytes = await tools.tables.write(tableRows(frame, outcome.value, names), WIDTHS);
  const text = frame.t('audit.exported', { count: outcome.value.length, by: byName(frame, by) });
  const attachment = { name: `${frame.t('audit.file')}.xlsx`, type: SPREADSHEET, bytes };
  return say({ ...saying(text), attachment });
}

/** A forged button may name anybody. */
function isKnown({ frame: { directory } }: Turn, by: AuditBy): boolean {
  switch (by.kind) {
    case 'person':
      return directory.people.some(({ id }) => id === by.id);
    case 'unit':
      return directory.units.some(({ id }) => id === by.id);
    case 'all':
    case 'sort':
    case 'days':
      return true;
  }
}

const whyNot = (turn: Turn): Reply | null =>
  refusalHere(turn, 'audit.see', turn.frame.t('audit.privateOnly'));

/** The obligations and launches among the subjects, which stand in no directory. */
async function subjectNames(
  { unitOfWork }: Dependencies,
  entries: readonly AuditEntry[],
): Promise<SubjectNames> {
  const { obligations, launches } = unitOfWork.read;
  const idsOf = (isLaunch: boolean) => [
    ...new Set(
      entries.filter(({ action }) => action.startsWith('launch.') === isLaunch).map(({ subject }) => subject),
    ),
  ];
  const owed = await obligations.byIds(idsOf(false) as ObligationId[]);
  const launched = await Promise.all(idsOf(true).map((id) => launches.byId(id as LaunchId)));
  return {
    obligations: new Map(owed.map((one) => [one.id, one])),
    launches: new Map(launched.flatMap((one) => (one === null ? [] : [[one.id, one.title] as const]))),
  };
}
