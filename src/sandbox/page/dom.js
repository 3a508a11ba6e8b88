// @ts-check

/** @typedef {Node | string | null | undefined | false} Child */

/**
 * Makes an element. Text always becomes text nodes, never markup.
 * Keys that begin with `on` are listeners; `true` sets a bare attribute, `false` and null leave it out.
 * @param {string} tag
 * @param {Record<string, string | number | boolean | null | undefined | ((event: any) => void)>} [attributes]
 * @param {...Child} children
 * @returns {HTMLElement}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined)
      element.setAttribute(name, String(value));
  }
  element.append(...children.filter(isShown));
  return element;
}

/**
 * @param {Child} child
 * @returns {child is Node | string}
 */
function isShown(child) {
  return child !== null && child !== undefined && child !== false && child !== '';
}

const SVG = 'http://www.w3.org/2000/svg';

/** Strokes on a grid of 24, by name. */
const ICONS = {
  back: 'M15 5l-7 7 7 7',
  send: 'M4 12l16-8-6 16-3-7-7-1z',
  clip: 'M20 11l-8.5 8.5a5 5 0 0 1-7-7L13 4a3.4 3.4 0 0 1 4.8 4.8L9.5 17a1.7 1.7 0 0 1-2.4-2.4L15 7',
  reply: 'M10 8L5 12.5 10 17M5 12.5h8a6 6 0 0 1 6 6',
  close: 'M6 6l12 12M18 6L6 18',
  slash: 'M15 5L9 19',
  gear: 'M4 7h10M18 7h2M4 17h2M10 17h10M16 5v4M8 15v4',
  file: 'M7 3h7l4 4v14H7zM14 3v4h4',
  down: 'M6 9l6 6 6-6',
  pin: 'M9 4h6l-1 6 3 3H7l3-3zM12 13v7',
  clock: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16M12 8v4l3 2',
  link: 'M8 16L16 8M10 8h6v6',
};

/**
 * @param {keyof typeof ICONS} name
 * @returns {SVGElement}
 */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', ICONS[name]);
  svg.append(path);
  return svg;
}

/**
 * A round picture with the initials of a name, its colour by id.
 * @param {string} name
 * @param {number} id
 * @param {string} [kind] further classes
 */
export function avatar(name, id, kind = '') {
  const words = name
    .replace(/[^\p{L}\p{N} .]/gu, '')
    .split(/[\s.]+/)
    .filter(Boolean);
  const initials = [words[0], words.length > 1 ? words.at(-1) : ''].map(
    (word) => Array.from(word ?? '')[0] ?? '',
  );
  return h(
    'span',
    { class: `avatar tint-${Math.abs(id) % 7} ${kind}`, 'aria-hidden': 'true' },
    initials.join('').toUpperCase(),
  );
}
