/** An id of one kind of row: a UUIDv7 in canonical text form. Time-ordered, so that rows sort by creation. */
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
