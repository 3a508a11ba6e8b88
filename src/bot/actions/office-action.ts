import type { ChatId, ClusterId, UnitId } from '../../core/id.ts';
import type { AuditBy } from '../../core/organisation/audit-by.ts';
import type { InvitationId, InvitedRole, ServingRole } from '../../core/organisation/invitation.ts';
import type { SettingName } from '../../core/organisation/setting-choices.ts';

export type AuditChoice = 'people' | 'units' | 'sorts' | 'days';
export type MeChoice = 'show' | 'describe' | 'erase' | 'erase-yes' | 'reminders-on' | 'reminders-off';
/** What one presses for a chat or for oneself. */
export type OwnSetting = 'vi' | 'en' | 'free-on' | 'free-off' | 'here' | 'reminders-on' | 'reminders-off';

/** What buttons do about the office itself: people, groups. */
export type OfficeAction =
  /** Whom to invite: the clusters to choose from, a cluster's units, the units of no cluster. */
  | { readonly kind: 'invite' }
  | { readonly kind: 'invite_cluster'; readonly cluster: ClusterId }
  | { readonly kind: 'invite_others' }
  /** Issues an invitation. */
  | { readonly kind: 'invite_unit'; readonly unit: UnitId; readonly role: InvitedRole }
  /** Issues one for each unit, as a sheet to hand out. */
  | { readonly kind: 'invite_all'; readonly role: ServingRole }
  /** Binds the group in which it is pressed. */
  | { readonly kind: 'bind'; readonly cluster: ClusterId }
  | { readonly kind: 'unbind'; readonly chat: ChatId }
  /** What the presser wants done about what is known of them. */
  | { readonly kind: 'me'; readonly choice: MeChoice }
  /** The audit, entries from `skip` on; what to look at in it; the same as a table. */
  | { readonly kind: 'audit'; readonly by: AuditBy; readonly skip: number }
  | { readonly kind: 'audit_choose'; readonly what: AuditChoice; readonly skip: number }
  | { readonly kind: 'audit_table'; readonly by: AuditBy }
  /** The values of one setting, or the list of settings; choosing one; what is the chat's or one's own. */
  | { readonly kind: 'setting'; readonly name: SettingName | 'all' }
  | { readonly kind: 'set'; readonly name: SettingName; readonly value: string }
  /** Asks how the standing agency is called. */
  | { readonly kind: 'secretariat_name' }
  | { readonly kind: 'own_setting'; readonly choice: OwnSetting }
  /** Whether somebody is who they say. */
  | { readonly kind: 'join'; readonly invitation: InvitationId; readonly answer: 'yes' | 'no' };
