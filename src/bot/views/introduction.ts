import type { Message } from '../../app/ports/message.ts';
import { ADDRESSES, addressChoice, type IntroductionStep } from '../dialogues/introduction-form.ts';
import type { Frame } from './frame.ts';
import { button, inRows, saying } from './message.ts';

/** Asks how somebody is addressed, called and titled, one after another. */
export function introductionQuestion({ t }: Frame, step: IntroductionStep): Message {
  const cancel = button(t('button.cancel'), { kind: 'dialogue', choice: 'cancel' });
  switch (step) {
    case 'address':
      return saying(t('introduction.askAddress'), [
        ...inRows(
          ADDRESSES.map((address) =>
            button(t(`introduction.address.${address}`), {
              kind: 'dialogue',
              choice: addressChoice(address),
            }),
          ),
        ),
        [cancel],
      ]);
    case 'name':
    case 'title':
      return saying(t(step === 'name' ? 'introduction.askName' : 'introduction.askTitle'), [
        [button(t('button.back'), { kind: 'dialogue', choice: 'back' }), cancel],
      ]);
  }
}
