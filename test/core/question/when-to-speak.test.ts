import { describe, expect, test } from 'vitest';
import { understand } from '../../../src/core/question/understand.ts';
import { mayAnswer, speaksToPeople } from '../../../src/core/question/when-to-speak.ts';
import { contextAt } from './sample.ts';

const question = understand('tháng 12 có việc gì đến hạn', contextAt());

describe('when to speak', () => {
  test('a question put to the bot is answered', () =>
    expect(mayAnswer(question, { addressed: true, freeQuestionsOn: false })).toBe(true));

  test('a question put to nobody is answered only where that is on', () => {
    expect(mayAnswer(question, { addressed: false, freeQuestionsOn: false })).toBe(false);
    expect(mayAnswer(question, { addressed: false, freeQuestionsOn: true })).toBe(true);
  });

  test('what changes a state is heard only when addressed', () => {
    const report = understand('bot ghi nhận phường Kim Mã đã nộp báo cáo', contextAt());

    expect(report.intent).toBe('report_progress');
    expect(mayAnswer(report, { addressed: false, freeQuestionsOn: true })).toBe(false);
  });

  test('what is not for the bot is never answered', () => {
    const chatter = understand('ok chị', contextAt());

    expect(mayAnswer(chatter, { addressed: true, freeQuestionsOn: true })).toBe(false);
  });
});

describe('speaking to people', () => {
  test.each([
    'Mọi người nộp chưa ạ',
    'Các đồng chí cho ý kiến',
    'Chị Hà ơi xong chưa',
    'hạn là ngày nào hả anh',
    '@lan_nguyen xem giúp',
    'chi oi gui e file',
    'Anh Nam gửi em file',
    'quý anh chị cho ý kiến',
  ])('"%s" does', (text) => expect(speaksToPeople(text, ['ThiDuaBot'])).toBe(true));

  test.each([
    '@ThiDuaBot tháng này có gì',
    'chi tiết việc số 8 giúp em',
    'có việc gì sắp đến hạn không ạ',
    'co viec gi den han khong a',
    'cho em hỏi tháng 12',
    'cụm mn xong chưa',
    'ban hành quy chế',
  ])('"%s" does not', (text) => expect(speaksToPeople(text, ['ThiDuaBot'])).toBe(false));
});
