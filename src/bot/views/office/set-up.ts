import { missingSteps, type SetUpState, type SetUpStep } from '../../../app/office/set-up-state.ts';
import type { Button, Message } from '../../../app/ports/message.ts';
import type { Frame } from '../frame.ts';
import { bold, button, entry, inRows, message } from '../message.ts';
import { trialState } from './trial.ts';

/** Back to what is set up and what is missing. */
export const toSetUp = ({ t }: Frame): Button => button(t('setUp.button'), { kind: 'set_up', page: 'show' });

/**
 * What is set up and what is missing, each one press away.
 * @param isNamed whether whoever reads it has said their name: who comes by a link has not
 */
export function setUpMessage(frame: Frame, state: SetUpState, isNamed: boolean): Message {
  const { t } = frame;
  const missing = new Set(missingSteps(state));
  const count = missing.size + (isNamed ? 0 : 1);
  const line = (step: SetUpStep) =>
    entry(t(missing.has(step) ? 'setUp.missing' : 'setUp.done', { line: lineOf(frame, state, step) }));
  const to = (page: SetUpStep | 'rehearsal') => button(t(`setUp.to.${page}`), { kind: 'set_up', page });
  return message(
    [
      entry([bold(t(count === 0 ? 'setUp.complete' : 'setUp.heading', { count }))]),
      line('organisation'),
      line('plan'),
      line('groups'),
      line('people'),
      ...(isNamed ? [] : [entry(t('setUp.missing', { line: t('setUp.nameless') }))]),
      entry(t('setUp.trial', { state: trialState(frame) })),
    ],
    [
      ...inRows([to('organisation'), to('plan'), to('groups'), to('people'), to('rehearsal')]),
      isNamed ? [] : [button(t('setUp.name'), { kind: 'me', choice: 'describe' })],
      [
        button(t('trial.settings'), { kind: 'trial', choice: 'open' }),
        button(t('button.help'), { kind: 'help' }),
        button(t('setUp.refresh'), { kind: 'set_up', page: 'show' }),
      ],
    ],
  );
}

function lineOf({ t }: Frame, state: SetUpState, step: SetUpStep): string {
  const { units, clusters, plans, drafts, bound, served, invited } = state;
  switch (step) {
    case 'organisation':
      return units === 0 ? t('setUp.organisationNone') : t('setUp.organisation', { units, clusters });
    case 'plan':
      if (plans > 0) return t('setUp.plan', { count: plans });
      return drafts > 0 ? t('setUp.planDrafts', { count: drafts }) : t('setUp.planNone');
    case 'groups':
      return clusters === 0 ? t('setUp.groupsLater') : t('setUp.groups', { bound, clusters });
    case 'people':
      return units === 0 ? t('setUp.peopleLater') : t('setUp.people', { served, units, invited });
  }
}

/** A page of one step, with the way back under it. */
export const withSetUp = (frame: Frame, page: Message): Message => ({
  ...page,
  buttons: [...page.buttons, [toSetUp(frame)]],
});

export const organisationPage = (frame: Frame): Message =>
  message(
    [entry([bold(frame.t('setUp.to.organisation'))]), entry(frame.t('setUp.organisationHow'))],
    [[button(frame.t('setUp.template'), { kind: 'set_up_file', file: 'template' }), toSetUp(frame)]],
  );
