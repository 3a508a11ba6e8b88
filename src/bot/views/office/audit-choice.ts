import { AUDIT_ACTIONS } from '../../../app/ports/audit-log.ts';
import type { Message } from '../../../app/ports/message.ts';
import type { AuditBy } from '../../../core/organisation/audit-by.ts';
import { addDays } from '../../../core/time/local-date.ts';
import { fullDate } from '../../../i18n/days.ts';
import type { TextKey } from '../../../i18n/translator.ts';
import type { AuditChoice } from '../../buttons/audit.ts';
import type { Frame } from '../frame.ts';
import { asLabel, button, inRows, saying } from '../message.ts';
import { namedInHistory, nameToChoose } from '../person-name.ts';

/** What is looked at, as the heading says it. */
export function byName(frame: Frame, by: AuditBy): string {
  const { t, directory } = frame;
  switch (by.kind) {
    case 'all':
      return t('audit.by.all');
    case 'person':
      return namedInHistory(frame, by.id);
    case 'unit':
      return directory.units.find(({ id }) => id === by.id)?.name ?? '';
    case 'sort':
      return sortName(frame, by.sort);
    case 'days':
      return t('audit.by.days', { from: fullDate(by.from), to: fullDate(by.to) });
  }
}

const SORTS = [...new Set(AUDIT_ACTIONS.map(sortOf))];

/** `launch` of `launch.sent`. */
function sortOf(action: string): string {
  return action.slice(0, action.indexOf('.'));
}

const sortName = ({ t }: Frame, sort: string): string =>
  SORTS.includes(sort) ? t(`audit.sort.${sort}` as TextKey) : sort;

const CHOICES_A_PAGE = 12;

/** What the audit may be narrowed to, a page of buttons. */
export function auditChoice(frame: Frame, what: AuditChoice, skip: number): Message {
  const { t } = frame;
  const all = choicesOf(frame, what);
  const turn = (label: string, to: number) => button(label, { kind: 'audit_choose', what, skip: to });
  return saying(t(`audit.ask.${what}`), [
    ...inRows(
      all
        .slice(skip, skip + CHOICES_A_PAGE)
        .map(({ label, by }) => button(asLabel(label), { kind: 'audit', by, skip: 0 })),
      2,
    ),
    [
      ...(skip > 0 ? [turn('◀', Math.max(0, skip - CHOICES_A_PAGE))] : []),
      ...(skip + CHOICES_A_PAGE < all.length ? [turn('▶', skip + CHOICES_A_PAGE)] : []),
    ],
    [button(t('audit.all'), { kind: 'audit', by: { kind: 'all' }, skip: 0 })],
  ]);
}

function choicesOf(frame: Frame, what: AuditChoice): { label: string; by: AuditBy }[] {
  const { t, directory, today } = frame;
  switch (what) {
    case 'people':
      return directory.people
        .filter(({ id, name }) => name !== '' || directory.identities.some(({ personId }) => personId === id))
        .map(({ id }) => ({ label: nameToChoose(frame, id), by: { kind: 'person', id } }));
    case 'units':
      return directory.units.map(({ id, name }) => ({ label: name, by: { kind: 'unit', id } }));
    case 'sorts':
      return SORTS.map((sort) => ({ label: sortName(frame, sort), by: { kind: 'sort', sort } }));
    case 'days':
      return (
        [
          ['today', 0],
          ['week', 6],
          ['month', 29],
        ] as const
      ).map(([name, back]) => ({
        label: t(`audit.days.${name}`),
        by: { kind: 'days', from: addDays(today, -back), to: today },
      }));
  }
}
