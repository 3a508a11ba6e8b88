// @ts-check
import { personName } from './api.js';
import { avatar, h, icon } from './dom.js';
import { language, t } from './i18n.js';
import { attempt, openDialog } from './popup.js';
import { chooseUser, currentPerson, on, state } from './store.js';

/** The people to play, as a list beside the chats. */
export function peopleView() {
  const list = h('ul', { class: 'people-list' });
  const heading = h('h2', { class: 'pane-title', id: 'people-title' });
  const render = () => {
    heading.textContent = t('people.title');
    list.replaceChildren(...people(() => {}));
  };
  on(['world', 'chats', 'language'], render);
  return h('nav', { class: 'people', 'aria-labelledby': 'people-title' }, heading, list);
}

/** Who is played now, as a button that opens the choice. */
export function personButton() {
  const button = h('button', { type: 'button', class: 'person-button', onclick: () => choosePerson() });
  const render = () => {
    const person = currentPerson();
    if (person === undefined) return;
    button.setAttribute('aria-label', `${t('people.choose')}: ${personName(person)}`);
    button.replaceChildren(
      avatar(personName(person), person.id),
      h(
        'span',
        { class: 'person-text' },
        h('strong', {}, personName(person)),
        h('small', {}, person.role[language()]),
      ),
      icon('down'),
    );
  };
  on(['world', 'chats', 'language'], render);
  return button;
}

function choosePerson() {
  openDialog({ label: t('people.choose'), kind: 'sheet' }, (close) => [
    h('h2', {}, t('people.choose')),
    h('ul', { class: 'people-list' }, ...people(close)),
  ]);
}

/** @param {() => void} chosen */
function people(chosen) {
  return (state.world?.users ?? []).map((person) => {
    const current = person.id === state.user;
    const choose = () => {
      chosen();
      void attempt(() => chooseUser(person.id));
    };
    return h(
      'li',
      {},
      h(
        'button',
        { type: 'button', class: 'person', 'aria-current': current ? 'true' : null, onclick: choose },
        avatar(personName(person), person.id),
        h(
          'span',
          { class: 'person-text' },
          h('strong', {}, personName(person)),
          h('small', {}, person.role[language()]),
        ),
        person.unread > 0 &&
          h(
            'span',
            { class: 'badge', 'aria-label': t('chats.unread', { n: person.unread }) },
            String(person.unread),
          ),
      ),
    );
  });
}
