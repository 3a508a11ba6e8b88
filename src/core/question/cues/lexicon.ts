import { buildTypoIndex, type TypoIndex } from '../words/typo.ts';
import { buildLexicon, type Lexicon } from './cue.ts';
import { ASKING } from './lexicon-asking.ts';
import { FIELD } from './lexicon-field.ts';
import { FILLER } from './lexicon-filler.ts';
import { PEOPLE } from './lexicon-people.ts';

/** Words of the grammar of time that the other tables do not hold. */
const TIME_WORDS =
  'hôm mai mốt kia đêm ngày tuần tháng quý năm học kỳ tết thứ hai ba tư năm sáu bảy chủ nhật nửa đầu giữa cuối trước sau tới từ đến hết sắp vòng noel january february april june july august september october november december monday tuesday wednesday thursday friday saturday sunday tomorrow today week month quarter year next this one two three four five six seven eight nine ten days weeks months years quarters day semester term weekend past half middle early late mid beginning start remainder rest until till before after between since within ahead through onwards nov dec jan feb oct sept sep jul jun aug apr tomorrow yesterday christmas lunar ii iii iv giêng chạp';

export const LEXICON: Lexicon = buildLexicon([
  ASKING,
  FIELD,
  PEOPLE,
  FILLER,
  [['filler', TIME_WORDS.split(' ').join('|')]],
]);

export const LEXICON_TYPOS: TypoIndex = buildTypoIndex(LEXICON.words.keys());
