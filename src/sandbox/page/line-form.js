// @ts-check
import { h } from './dom.js';
import { attempt } from './popup.js';

/**
 * A field with a button beside it. What is written, or chosen where there are options, goes to `run`; a failure is
 * said.
 * @param {{ label: string, button: string, options?: { value: number, label: string }[], run: (value: string) =>
 * Promise<unknown> }} given
 */
export function lineForm({ label, button, options, run }) {
  const field = /** @type {HTMLInputElement | HTMLSelectElement} */ (
    options === undefined
      ? h('input', {
          class: 'input',
          required: true,
          maxlength: 128,
          placeholder: label,
          'aria-label': label,
        })
      : h(
          'select',
          { class: 'input', required: true, 'aria-label': label },
          h('option', { value: '' }, label),
          ...options.map((one) => h('option', { value: one.value }, one.label)),
        )
  );
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    void attempt(() => run(field.value));
  };
  return h('form', { class: 'line-form', onsubmit: submit }, field, h('button', { class: 'button' }, button));
}
