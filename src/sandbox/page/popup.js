// @ts-check
import { h } from './dom.js';
import { t } from './i18n.js';

const TOAST_MS = 4500;

/** Says something in passing. @param {string} text */
export function toast(text) {
  const shown = h('div', { class: 'toast' }, text);
  document.getElementById('toasts')?.append(shown);
  setTimeout(() => shown.remove(), TOAST_MS);
}

/** Says something that has to be put away. @param {string} text */
export function alertBox(text) {
  openDialog({ label: text, kind: 'alert' }, (close) => [
    h('p', { class: 'alert-text' }, text),
    h('button', { type: 'button', class: 'button primary', onclick: close, autofocus: true }, t('popup.ok')),
  ]);
}

/**
 * Opens a dialog: Escape or a press beside it closes it, focus goes back to where it was.
 * @param {{ label: string, kind: string, closed?: () => void }} options
 * @param {(close: () => void) => import('./dom.js').Child[]} content
 */
export function openDialog({ label, kind, closed }, content) {
  const dialog = /** @type {HTMLDialogElement} */ (
    h('dialog', { class: `dialog ${kind}`, 'aria-label': label })
  );
  const close = () => dialog.close();
  dialog.append(h('div', { class: 'dialog-body' }, ...content(close)));
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) close();
  });
  dialog.addEventListener('close', () => {
    dialog.remove();
    closed?.();
  });
  document.body.append(dialog);
  dialog.showModal();
  return close;
}

/**
 * Does something and says so when it fails.
 * @param {() => Promise<unknown>} action
 */
export async function attempt(action) {
  try {
    await action();
  } catch (error) {
    toast(t('popup.failed', { why: error instanceof Error ? error.message : String(error) }));
  }
}
