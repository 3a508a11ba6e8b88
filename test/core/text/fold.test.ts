import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldVietnamese, tidySpaces } from '../../../src/core/text/fold.ts';

describe('foldVietnamese', () => {
  test.each([
    ['Trước ngày 30/3 hằng năm', 'truoc ngay 30/3 hang nam'],
    ['ĐỐI VỚI Cụm các đơn vị', 'doi voi cum cac don vi'],
    ['Uỷ ban, Ủy ban', 'uy ban, uy ban'],
    ['Quý Ⅳ', 'quy iv'],
    ['', ''],
  ])('%s', (text, folded) => {
    expect(foldVietnamese(text)).toBe(folded);
  });

  test('gives the same for composed and decomposed text, and again for itself', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(...'ắ ằ ẳ ẵ ặ â ấ ầ đ ê ế ề ô ố ộ ơ ớ ợ ư ứ ự Đ Á Ỳ y z - 9'.split(' ')),
          maxLength: 40,
        }),
        (text) => {
          const folded = foldVietnamese(text);

          expect(foldVietnamese(text.normalize('NFD'))).toBe(folded);
          expect(foldVietnamese(folded)).toBe(folded);
          expect(folded).toMatch(/^[\x20-\x7e]*$/);
        },
      ),
    );
  });
});

test('tidySpaces composes letters and leaves one plain space between words', () => {
  expect(tidySpaces('hằng \u00adnăm, thi\u00adđua')).toBe('hằng năm, thiđua');
  expect(tidySpaces('  Tru\u031bo\u031b\u0301c\u00a0ngày\n\u200b 30/3 ')).toBe('Trước ngày 30/3');
});
