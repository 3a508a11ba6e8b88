import { auditTable, chooseAudit, showAudit } from '../answers/office/audit.ts';
import type { AUDIT_BUTTONS } from '../buttons/audit.ts';
import type { HandlersOf } from './handlers.ts';

export const AUDIT_HANDLERS: HandlersOf<typeof AUDIT_BUTTONS> = {
  audit: (dependencies, turn, { by, skip }) => showAudit(dependencies, turn, by, skip),
  audit_choose: (_, turn, { what, skip }) => chooseAudit(turn, what, skip),
  audit_table: (dependencies, turn, { by }) => auditTable(dependencies, turn, by),
};
