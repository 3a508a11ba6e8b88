import { expect, test } from 'vitest';
import { markRepeatedIn } from '../../src/bot/mark-repeated.ts';
import type { Locale } from '../../src/core/organisation/locale.ts';
import { sampleOffice } from '../support/sample-office.ts';
import { shown } from './shown.ts';

test.each<[Locale | null, string]>([
  [null, 'may be a repeat'],
  ['vi', 'có thể bị gửi lặp'],
])(
  'what may be a repeat says so in the language of the chat: chosen there %s, of an office in English',
  async (locale, words) => {
    const office = await sampleOffice();
    const { settings, chats } = await office.read.organisation.directory();
    await office.dependencies.unitOfWork.run((tx) =>
      tx.organisation.saveSettings({ ...settings, locale: 'en' }),
    );
    const [chat] = chats;
    if (chat === undefined) throw new Error('no chat');

    const marked = await markRepeatedIn(office.read)({ entries: [['1']], buttons: [] }, { ...chat, locale });

    expect(shown(marked)).toContain(words);
  },
);
