import type { Button } from '../../app/ports/message.ts';
import type { Action } from '../buttons/action.ts';
import type { Frame } from './frame.ts';
import { button } from './message.ts';

/** What is shown of a long list. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly skip: number;
  readonly perPage: number;
  readonly total: number;
}

/** From the start again where the list has grown shorter since the button was drawn. */
export function pageOf<Item>(list: readonly Item[], from: number, perPage: number): Page<Item> {
  const skip = from < list.length ? from : 0;
  return { items: list.slice(skip, skip + perPage), skip, perPage, total: list.length };
}

/** Buttons to the page before and the page after, where there are such. */
export function turning(
  { t }: Frame,
  { skip, perPage, total }: Page<unknown>,
  to: (skip: number) => Action,
): Button[] {
  return [
    ...(skip > 0 ? [button(t('button.back'), to(Math.max(0, skip - perPage)))] : []),
    ...(skip + perPage < total ? [button(t('button.more'), to(skip + perPage))] : []),
  ];
}
