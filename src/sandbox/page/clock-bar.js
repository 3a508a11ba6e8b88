// @ts-check
import { ask } from './api.js';
import { h, icon } from './dom.js';
import { dateOf, shortWeekdayOf, timeOf, weekdayOf } from './format.js';
import { t } from './i18n.js';
import { attempt } from './popup.js';
import { openSettings } from './settings.js';
import { emit, loadWorld, now, on, state } from './store.js';

/** The clock of the world with the buttons that move it, and what is wrong with the world. */
export function clockBar() {
  const day = h('span', { class: 'clock-day' });
  const shortDay = h('span', { class: 'clock-day-short' });
  const time = h('time', { class: 'clock-time' });
  const reading = h('div', { class: 'clock-reading' }, icon('clock'), time, day, shortDay);
  const moves = [
    move('clock.hour', 'clock.hourHint', { ms: 3_600_000 }),
    move('clock.day', 'clock.dayHint', { ms: 86_400_000 }),
    move('clock.digest', 'clock.digestHint', { until: 'digest' }, 'clock.digestShort'),
  ];
  const buttons = h('div', { class: 'clock-moves' }, ...moves.map(({ button }) => button));
  const gear = h('button', { type: 'button', class: 'icon-button', onclick: openSettings }, icon('gear'));
  const bar = h('header', { class: 'clock-bar', role: 'banner' }, reading, buttons, gear);
  const tick = () => {
    const at = now();
    time.textContent = timeOf(at);
    day.textContent = `${weekdayOf(at)}, ${dateOf(at)}`;
    shortDay.textContent = `${shortWeekdayOf(at)} ${dateOf(at).slice(0, 5)}`;
    bar.classList.toggle('walking', state.world?.clock.walking === true);
  };
  const relabel = () => {
    reading.setAttribute('aria-label', t('clock.label'));
    gear.setAttribute('aria-label', t('settings.open'));
    for (const { relabel: again } of moves) again();
    tick();
  };
  on(['clock'], tick);
  on(['language', 'world'], relabel);
  setInterval(tick, 1000);
  return bar;
}

/**
 * @param {string} label
 * @param {string} hint
 * @param {Record<string, unknown>} by
 * @param {string} [short]
 */
function move(label, hint, by, short) {
  const advance = () => void attempt(() => ask('POST', 'clock/advance', by));
  const button = h('button', { type: 'button', class: 'button move', onclick: advance });
  const relabel = () => {
    button.title = t(hint);
    button.setAttribute('aria-label', t(hint));
    button.replaceChildren(
      h('span', { class: 'long' }, t(label)),
      h('span', { class: 'short' }, t(short ?? label)),
    );
  };
  return { button, relabel };
}

/** A line that says that Telegram cannot be reached or the sandbox is gone. */
export function troubleBanner() {
  const banner = h('div', { class: 'trouble', role: 'alert', hidden: true });
  const end = async () => {
    await ask('POST', 'outage', { on: false });
    await loadWorld();
    emit('world');
  };
  const render = () => {
    const outage = state.world?.outage === true;
    banner.hidden = state.connected && !outage;
    if (!state.connected) banner.replaceChildren(t('popup.offline'));
    else if (outage) {
      banner.replaceChildren(
        t('outage.banner'),
        h('button', { type: 'button', class: 'button', onclick: () => void attempt(end) }, t('outage.end')),
      );
    }
  };
  on(['world', 'connection', 'language'], render);
  return banner;
}
