import type { Message } from '../../../app/ports/message.ts';
import type { Launch, LaunchReceipt, RegistrationState } from '../../../core/launch/launch.ts';
import { unitById } from '../../../core/organisation/directory.ts';
import { type Frame, withSecretariat } from '../frame.ts';
import { bold, button, cancelling, entry, message, paragraph, saying, shortTitle } from '../message.ts';

/** What has become of the registrations of a reader's units. */
export function registrationAnswer(frame: Frame, launch: Launch, decided: readonly LaunchReceipt[]): Message {
  const { t } = frame;
  return message(
    [
      entry([bold(t('launch.registration.heading', { title: launch.title }))]),
      ...decided.map((receipt) => paragraph(...registrationLines(frame, receipt))),
    ],
    decided.some(({ registration }) => registration.state === 'returned')
      ? [[button(t('launch.registration.add'), { kind: 'launch_register', launch: launch.id })]]
      : [],
  );
}

function registrationLines(frame: Frame, { unitId, registration }: LaunchReceipt): string[] {
  const { t, directory } = frame;
  const { state, text, note } = registration;
  return [
    t('launch.registration.line', {
      unit: unitById(directory, unitId).name,
      state: t(`launch.registration.state.${state}`),
    }),
    ...(text === null ? [] : [text]),
    ...(note === null || note === ''
      ? []
      : [t('launch.registration.note', withSecretariat(frame, { note }))]),
  ];
}

/** What the units have sent so far, and what is asked of them now. */
export function registrationQuestion(frame: Frame, launch: Launch, open: readonly LaunchReceipt[]): Message {
  const { t, directory } = frame;
  const has = (state: RegistrationState) => open.some(({ registration }) => registration.state === state);
  const ask = has('returned') ? 'askMore' : has('waiting') ? 'askAgain' : 'ask';
  return message(
    [
      entry([bold(t('launch.registration.heading', { title: shortTitle(launch.title) }))]),
      ...open.map((receipt) =>
        entry(
          ...(receipt.registration.state === 'none'
            ? [unitById(directory, receipt.unitId).name]
            : registrationLines(frame, receipt)),
        ),
      ),
      paragraph(t(`launch.registration.${ask}`)),
    ],
    [[cancelling(t)]],
  );
}

/** The first registration that waits, for the secretariat to decide; null where none does. */
export function registrationToDecide(
  frame: Frame,
  launch: Launch,
  receipts: readonly LaunchReceipt[],
): Message {
  const { t } = frame;
  const waiting = receipts.filter(({ registration }) => registration.state === 'waiting');
  const [first] = waiting;
  if (first === undefined) {
    return saying(t('launch.registration.none', { title: shortTitle(launch.title) }), [
      [button(t('button.inbox'), { kind: 'inbox' })],
    ]);
  }
  const { unitId } = first;
  return message(
    [
      entry([bold(t('launch.registration.waiting', { title: launch.title, count: waiting.length }))]),
      paragraph(...registrationLines(frame, first)),
    ],
    [
      [
        button(t('launch.button.approve'), {
          kind: 'registration',
          launch: launch.id,
          unit: unitId,
          answer: 'yes',
        }),
        button(t('launch.button.more'), {
          kind: 'registration',
          launch: launch.id,
          unit: unitId,
          answer: 'more',
        }),
      ],
    ],
  );
}
