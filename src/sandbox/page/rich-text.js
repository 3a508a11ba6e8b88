// @ts-check
import { h } from './dom.js';
import { t } from './i18n.js';

/** @typedef {import('./api.js').Entity} Entity */
/** @typedef {{ command: (text: string) => void, link: (url: string) => void }} Actions */

/** Entities that are one element around their text. @type {Record<string, string>} */
const TAGS = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strikethrough: 's',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
  expandable_blockquote: 'blockquote',
};

/**
 * A text with its entities as nodes; entities may lie in one another. Text is never read as markup.
 * @param {string} text
 * @param {readonly Entity[]} entities
 * @param {Actions} actions
 * @returns {Node[]}
 */
export function richText(text, entities, actions) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return stretch(text, 0, text.length, sorted, actions);
}

/**
 * @param {string} text
 * @param {number} from
 * @param {number} to
 * @param {readonly Entity[]} entities
 * @param {Actions} actions
 * @returns {Node[]}
 */
function stretch(text, from, to, entities, actions) {
  /** @type {Node[]} */
  const nodes = [];
  let at = from;
  let rest = entities;
  while (rest.length > 0) {
    const [entity, ...after] = rest;
    if (entity === undefined) break;
    const start = Math.max(entity.offset, at);
    const end = Math.min(entity.offset + entity.length, to);
    if (end <= start) {
      rest = after;
      continue;
    }
    const inside = after.filter(({ offset }) => offset < end);
    if (start > at) nodes.push(document.createTextNode(text.slice(at, start)));
    nodes.push(wrap(entity, text.slice(start, end), stretch(text, start, end, inside, actions), actions));
    at = end;
    rest = after.filter(({ offset }) => offset >= end);
  }
  if (at < to) nodes.push(document.createTextNode(text.slice(at, to)));
  return nodes;
}

/**
 * @param {Entity} entity
 * @param {string} text
 * @param {Node[]} children
 * @param {Actions} actions
 */
function wrap(entity, text, children, actions) {
  const tag = TAGS[entity.type];
  if (tag !== undefined) return h(tag, {}, ...children);
  if (entity.type === 'bot_command') {
    return h(
      'button',
      { type: 'button', class: 'inline-link', onclick: () => actions.command(text) },
      ...children,
    );
  }
  if (entity.type === 'url' || entity.type === 'text_link')
    return link(entity.url ?? text, children, actions);
  if (entity.type === 'spoiler') return spoiler(children);
  if (entity.type === 'mention' || entity.type === 'text_mention' || entity.type === 'hashtag') {
    return h('span', { class: 'mark' }, ...children);
  }
  return h('span', {}, ...children);
}

/**
 * @param {string} url
 * @param {Node[]} children
 * @param {Actions} actions
 */
function link(url, children, actions) {
  const address = /^https?:/i.test(url) ? url : `https://${url}`;
  const open = (/** @type {Event} */ event) => {
    event.preventDefault();
    actions.link(address);
  };
  return h('a', { href: address, rel: 'noopener noreferrer', target: '_blank', onclick: open }, ...children);
}

/** @param {Node[]} children */
function spoiler(children) {
  const button = h(
    'button',
    { type: 'button', class: 'spoiler', 'aria-label': t('message.spoiler'), onclick: () => reveal() },
    ...children,
  );
  const reveal = () => {
    button.classList.add('shown');
    button.removeAttribute('aria-label');
  };
  return button;
}
