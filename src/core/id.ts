/**
 * An id of one kind of row: a UUID in canonical text form. Version 7, so that rows sort by creation; an obligation's is
 * version 5, derived from what it is of, so that it is the same wherever it is computed.
 */
export type Id<Kind extends string> = string & { readonly __id: Kind };

export type UnitId = Id<'unit'>;
export type ClusterId = Id<'cluster'>;
export type PersonId = Id<'person'>;
export type ChatId = Id<'chat'>;
export type PlanId = Id<'plan'>;
export type TaskId = Id<'task'>;
export type ObligationId = Id<'obligation'>;
export type LaunchId = Id<'launch'>;
export type NoticeId = Id<'notice'>;
