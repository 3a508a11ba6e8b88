import type { Message } from '../../../app/ports/message.ts';
import { ADDRESSES, addressChoice, type IntroductionStep } from '../../forms/people/introduction-form.ts';
import type { Frame } from '../frame.ts';
import { cancelling, choice, inRows, saying } from '../message.ts';

/** Asks how somebody is addressed, called and titled, one after another. */
export function introductionQuestion({ t }: Frame, step: IntroductionStep): Message {
  const cancel = cancelling(t);
  switch (step) {
    case 'address':
      return saying(t('introduction.askAddress'), [
        ...inRows(
          ADDRESSES.map((address) => choice(t(`introduction.address.${address}`), addressChoice(address))),
        ),
        [cancel],
      ]);
    case 'name':
    case 'title':
      return saying(t(step === 'name' ? 'introduction.askName' : 'introduction.askTitle'), [
        [choice(t('button.back'), 'back'), cancel],
      ]);
  }
}
