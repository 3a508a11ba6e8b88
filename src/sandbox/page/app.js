// @ts-check
import { chatList } from './chat-list.js';
import { clockBar, troubleBanner } from './clock-bar.js';
import { conversation } from './conversation.js';
import { h } from './dom.js';
import { loadLanguage } from './i18n.js';
import { peopleView, personButton } from './people-view.js';
import { closeChat, emit, goToPlace, open, state } from './store.js';

await loadLanguage();
document
  .getElementById('app')
  ?.append(
    clockBar(),
    troubleBanner(),
    h(
      'div',
      { class: 'panes' },
      peopleView(),
      h('div', { class: 'side' }, personButton(), chatList()),
      conversation(),
    ),
  );
emit('language', 'chat');
await open();

addEventListener('hashchange', () => void goToPlace().catch(() => emit('connection')));

// Escape leaves the chat, where nothing else on the page wants it.
document.addEventListener('keydown', (event) => {
  const typing = event.target instanceof HTMLTextAreaElement && event.target.value !== '';
  const quiet = document.querySelector('dialog[open]') === null && state.replyTo === null;
  if (event.key === 'Escape' && quiet && !typing && !event.defaultPrevented) closeChat();
});
