// @ts-check
import { language, t } from './i18n.js';

/** The office's zone, whatever the zone of the one who looks. */
const ZONE = 'Asia/Ho_Chi_Minh';

/**
 * @param {Intl.DateTimeFormatOptions} options
 * @param {number} at epoch ms
 * @param {string} [locale]
 */
function format(options, at, locale = language() === 'vi' ? 'vi-VN' : 'en-GB') {
  return new Intl.DateTimeFormat(locale, { timeZone: ZONE, ...options }).format(at);
}

/** `07:55` @param {number} at */
export function timeOf(at) {
  return format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, at, 'en-GB');
}

/** `04/11/2024` @param {number} at */
export function dateOf(at) {
  return format({ day: '2-digit', month: '2-digit', year: 'numeric' }, at, 'en-GB');
}

/** `Thứ Hai` @param {number} at */
export function weekdayOf(at) {
  return format({ weekday: 'long' }, at);
}

/** `T2`, `Mon` @param {number} at */
export function shortWeekdayOf(at) {
  const day = new Date(at + 7 * 3_600_000).getUTCDay();
  if (language() === 'en') return format({ weekday: 'short' }, at);
  return day === 0 ? 'CN' : `T${day + 1}`;
}

/** A key that is equal for instants of one day. @param {number} at */
export function dayKey(at) {
  return format({ year: 'numeric', month: '2-digit', day: '2-digit' }, at, 'sv-SE');
}

/**
 * The heading above the messages of a day.
 * @param {number} at
 * @param {number} now
 */
export function dayHeading(at, now) {
  if (dayKey(at) === dayKey(now)) return t('day.today');
  if (dayKey(at) === dayKey(now - 86_400_000)) return t('day.yesterday');
  return `${weekdayOf(at)}, ${dateOf(at)}`;
}

/**
 * A time for a list: the hour today, the day otherwise.
 * @param {number} at
 * @param {number} now
 */
export function shortMoment(at, now) {
  if (dayKey(at) === dayKey(now)) return timeOf(at);
  return format({ day: '2-digit', month: '2-digit' }, at, 'en-GB');
}

/** `12,3 KB` @param {number} bytes */
export function sizeOf(bytes) {
  const units = ['B', 'KB', 'MB'];
  const step = bytes < 1024 ? 0 : bytes < 1024 * 1024 ? 1 : 2;
  const number = bytes / 1024 ** step;
  const digits = step === 0 || number >= 100 ? 0 : 1;
  return `${number.toLocaleString(language() === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: digits })} ${units[step]}`;
}
