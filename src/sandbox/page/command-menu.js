// @ts-check
import { h } from './dom.js';
import { t } from './i18n.js';
import { on, state } from './store.js';

/**
 * The bot's commands: opens while one is typed, is walked with the arrows, and sends or completes.
 * @param {HTMLTextAreaElement} input
 * @param {(text: string) => void} send
 */
export function commandMenu(input, send) {
  const list = h('ul', { class: 'command-menu', role: 'listbox', id: 'command-menu', hidden: true });
  let chosen = 0;
  let forced = false;

  const matching = () => {
    const typed = /^\/([a-z0-9_]*)$/i.exec(input.value)?.[1];
    if (typed === undefined) return forced ? state.commands : [];
    return state.commands.filter(({ command }) => command.startsWith(typed.toLowerCase()));
  };
  const render = () => {
    const found = matching();
    chosen = Math.min(chosen, Math.max(found.length - 1, 0));
    list.hidden = found.length === 0;
    list.setAttribute('aria-label', t('composer.commands'));
    list.replaceChildren(...found.map((one, index) => option(one, index)));
    input.setAttribute('aria-expanded', String(!list.hidden));
    if (list.hidden) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', `command-${chosen}`);
    list.children[chosen]?.scrollIntoView({ block: 'nearest' });
  };
  const option = (
    /** @type {import('./api.js').Command} */ { command, description },
    /** @type {number} */ index,
  ) =>
    h(
      'li',
      {
        role: 'option',
        id: `command-${index}`,
        'aria-selected': String(index === chosen),
        onmousedown: (/** @type {Event} */ event) => event.preventDefault(),
        onclick: () => pick(index),
      },
      h('strong', {}, `/${command}`),
      h('span', {}, description),
    );
  const pick = (/** @type {number} */ index) => {
    const command = matching()[index]?.command;
    close();
    if (command !== undefined) send(`/${command}`);
  };
  const close = () => {
    forced = false;
    chosen = 0;
    render();
  };
  const move = (/** @type {number} */ by) => {
    const { length } = matching();
    chosen = (chosen + by + length) % length;
    render();
  };

  /** @type {Record<string, () => void>} */
  const keys = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => pick(chosen),
    Tab: () => {
      input.value = `/${matching()[chosen]?.command ?? ''} `;
      close();
    },
    Escape: () => {
      if (input.value.startsWith('/')) input.value = '';
      close();
    },
  };
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-autocomplete', 'list');
  input.addEventListener('input', () => {
    chosen = 0;
    render();
  });
  input.addEventListener('blur', () => close());
  on(['commands', 'chat'], close);
  return {
    element: list,
    close,
    toggle: () => {
      const open = list.hidden === true;
      input.focus();
      forced = open;
      render();
    },
    /** Whether the menu has taken the key. @param {KeyboardEvent} event */
    key: (event) => {
      const act = keys[event.key];
      if (list.hidden || act === undefined) return false;
      event.preventDefault();
      act();
      return true;
    },
  };
}
