// @ts-check
import { ask } from './api.js';
import { h } from './dom.js';
import { language, t, useLanguage } from './i18n.js';
import { attempt, openDialog } from './popup.js';
import { emit, loadWorld, state } from './store.js';

const WAIT_SECONDS = 10;

/** What can go wrong with Telegram, and the language of the page. */
export function openSettings() {
  openDialog({ label: t('settings.title'), kind: 'sheet' }, (close) => [
    h('h2', {}, t('settings.title')),
    toggle('settings.outage', 'settings.outageHint', state.world?.outage === true, async (on) => {
      await ask('POST', 'outage', { on });
      await loadWorld();
    }),
    toggle('settings.tooMany', 'settings.tooManyHint', false, async (on) => {
      await ask('DELETE', 'faults');
      if (on)
        await ask('POST', 'faults', {
          kind: 'too_many_requests',
          method: 'sendMessage',
          retryAfter: WAIT_SECONDS,
        });
    }),
    languages(close),
    h('button', { type: 'button', class: 'button primary', onclick: close }, t('settings.close')),
  ]);
}

/**
 * @param {string} label
 * @param {string} hint
 * @param {boolean} isOn
 * @param {(on: boolean) => Promise<unknown>} change
 */
function toggle(label, hint, isOn, change) {
  const box = /** @type {HTMLInputElement} */ (
    h('input', {
      type: 'checkbox',
      role: 'switch',
      checked: isOn,
      onchange: () => void attempt(() => change(box.checked)),
    })
  );
  const text = h('span', { class: 'setting-text' }, h('strong', {}, t(label)), h('small', {}, t(hint)));
  return h('label', { class: 'setting' }, text, box);
}

/** @param {() => void} close */
function languages(close) {
  const choose = (/** @type {'vi' | 'en'} */ wanted) => async () => {
    await useLanguage(wanted);
    emit('language', 'messages', 'chat');
    close();
  };
  const option = (/** @type {'vi' | 'en'} */ wanted, /** @type {string} */ name) =>
    h(
      'button',
      {
        type: 'button',
        class: 'button',
        lang: wanted,
        'aria-pressed': String(language() === wanted),
        onclick: () => void attempt(choose(wanted)),
      },
      name,
    );
  return h(
    'div',
    { class: 'setting', role: 'group', 'aria-label': t('settings.language') },
    h('span', { class: 'setting-text' }, h('strong', {}, t('settings.language'))),
    h('span', { class: 'segments' }, option('vi', 'Tiếng Việt'), option('en', 'English')),
  );
}
