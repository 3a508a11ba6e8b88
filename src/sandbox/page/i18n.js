// @ts-check

/** @typedef {'vi' | 'en'} Language */

const KEY = 'sandbox.language';

/** @type {Record<string, string>} */
let texts = {};
/** @type {Language} */
let current = 'vi';

/** @returns {Language} */
export function language() {
  return current;
}

/** Loads the texts of the language chosen before, else of the browser. */
export async function loadLanguage() {
  const kept = localStorage.getItem(KEY);
  const wanted = kept ?? (navigator.language.startsWith('en') ? 'en' : 'vi');
  await useLanguage(wanted === 'en' ? 'en' : 'vi');
}

/** @param {Language} wanted */
export async function useLanguage(wanted) {
  const response = await fetch(`/page/locales/${wanted}.json`);
  texts = await response.json();
  current = wanted;
  localStorage.setItem(KEY, wanted);
  document.documentElement.lang = wanted;
  document.title = t('app.title');
}

/**
 * The text of a key, its `{name}` places filled.
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 */
export function t(key, values = {}) {
  const text = texts[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''));
}
