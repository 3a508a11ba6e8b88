import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  ADDRESSES,
  addressChoice,
  EMPTY_INTRODUCTION,
  type IntroductionStep,
  stepIntroduction,
} from '../../../src/bot/forms/people/introduction-form.ts';

const words = (address: string) => `<${address}>`;
const typed = (step: IntroductionStep, value: string) =>
  stepIntroduction(step, EMPTY_INTRODUCTION, { kind: 'text', value }, words);
const pressed = (step: IntroductionStep, value: string) =>
  stepIntroduction(step, EMPTY_INTRODUCTION, { kind: 'choice', value }, words);

test.each(ADDRESSES)('%s is chosen by its button', (address) => {
  expect(pressed('address', addressChoice(address))).toEqual({
    kind: 'ask',
    step: 'name',
    form: { ...EMPTY_INTRODUCTION, address: words(address) },
  });
});

test('three answers finish, tidied', () => {
  const address = typed('address', 'bác');
  const form = address.kind === 'ask' ? address.form : EMPTY_INTRODUCTION;
  const name = stepIntroduction('name', form, { kind: 'text', value: ' Lê\n  Na ' }, words);
  const named = name.kind === 'ask' ? name.form : EMPTY_INTRODUCTION;

  expect(stepIntroduction('title', named, { kind: 'text', value: 'Hiệu trưởng' }, words)).toEqual({
    kind: 'finish',
    form: { address: 'bác', name: 'Lê Na', title: 'Hiệu trưởng' },
  });
});

test.each([
  ['Le Van Tam', { address: 'đồng chí', name: 'Le Van Tam' }],
  ['Lê Na', { address: 'đồng chí', name: 'Lê Na' }],
  ['ANH Lê Văn Tâm', { address: 'anh', name: 'Lê Văn Tâm' }],
  ['dong chi le van tam', { address: 'đồng chí', name: 'Le Van Tam' }],
])('a name in the place of a form of address is taken as one: %s', (text, form) => {
  const spoken = (address: string) => ({ comrade: 'đồng chí', brother: 'anh' })[address] ?? address;

  expect(stepIntroduction('address', EMPTY_INTRODUCTION, { kind: 'text', value: text }, spoken)).toEqual({
    kind: 'ask',
    step: 'title',
    form: { ...EMPTY_INTRODUCTION, ...form },
  });
});

test.each([
  ['nguyễn thị lan anh', 'Nguyễn Thị Lan Anh'],
  ['đỗ mai', 'Đỗ Mai'],
  ['LÊ THU HÀ', 'LÊ THU HÀ'],
  ['Trần thị Bé', 'Trần thị Bé'],
])('a name typed in small letters alone gets its capitals: %s', (given, name) => {
  expect(typed('name', given)).toMatchObject({ step: 'title', form: { name } });
});

test('a form of address of one’s own stays one', () => {
  expect(typed('address', 'quý thầy')).toMatchObject({ step: 'name', form: { address: 'quý thầy' } });
});

test('what has no letter is no name, and a choice of another step is not taken', () => {
  expect(typed('name', '…123')).toEqual({ kind: 'wants_text' });
  expect(pressed('name', 'comrade')).toEqual({ kind: 'not_offered' });
  expect(pressed('address', 'back')).toEqual({ kind: 'not_offered' });
  expect(pressed('title', 'back')).toMatchObject({ kind: 'ask', step: 'name' });
});

test('nothing typed is kept longer than it may be', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('address', 'name', 'title' as const),
      fc.string({ maxLength: 300 }),
      (step, text) => {
        const move = typed(step, text);
        if (move.kind !== 'ask' && move.kind !== 'finish') return;
        expect(Array.from(move.form[step as IntroductionStep]).length).toBeLessThanOrEqual(120);
      },
    ),
  );
});
