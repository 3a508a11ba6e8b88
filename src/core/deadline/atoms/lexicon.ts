import type { Cycle } from '../rule.ts';
import type { Bound, DayAnchor, Mark, Meaning, Part } from './atom.ts';

/** Short words that are something else under other marks ("tư", "đen", "tối"): the spelling that counts in accented text. */
const SPELT: ReadonlyMap<string, readonly string[]> = new Map([
  ['tu', ['từ']],
  ['den', ['đến']],
  ['toi', ['tới']],
  ['sau', ['sau']],
  ['han', ['hạn']],
  ['theo', ['theo']],
  ['tuy', ['tùy']],
  ['khong', ['không']],
  ['al', ['al', 'âl']],
  ['dau', ['đầu']],
  ['cuoi', ['cuối']],
  ['nam', ['năm']],
  ['he', ['hè']],
  ['thang', ['tháng']],
  ['tuan', ['tuần']],
  ['thu', ['thứ']],
  ['quy', ['quý', 'quí']],
  ['khoang', ['khoảng']],
  ['xong', ['xong']],
  ['lui', ['lùi']],
  ['tru', ['trừ']],
  ['hoan', ['hoãn']],
  ['nghi', ['nghỉ']],
  ['neu', ['nếu']],
  ['sang', ['sang']],
]);

/** Whether a word is written with the marks that count, wherever on the syllable its tone was put ("qúy", "tơí"). */
export function isSpeltAsMeant(word: string, raw: string): boolean {
  const spellings = SPELT.get(word);
  if (spellings === undefined) return true;
  const written = raw.toLowerCase();
  return spellings.includes(written) || spellings.some((meant) => syllableOf(meant) === syllableOf(written));
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Its letters, then its tone. */
function syllableOf(word: string): string {
  const letters = word.normalize('NFD');
  return `${letters.replace(TONES, '')}${(letters.match(TONES) ?? []).join('')}`;
}

/** Folded words and what they mean, the longest run first. */
export interface Entry {
  readonly words: readonly string[];
  readonly meaning: Meaning;
}

const BOUNDS: { readonly [B in Bound]: string } = {
  before: 'truoc|truocngay|trc|trc ngay|before|prior to',
  by: 'cham nhat|muon nhat|tre nhat|han cuoi|han chot|han nop|het|khong qua|khong sau|khong vuot qua|khong muon hon|khong cham hon|khong tre hon|cung lam|muon lam|cham lam|tre lam|deadline|no later than|not later than|by|due|until|xong trong',
  from: 'tu|trong khoang tu|khoang thoi gian tu|trong khoang thoi gian tu|bat dau|bat dau tu|ke tu|tinh tu|som nhat|khong som hon|khong truoc|from|since|start|starting|start date',
  to: 'den het|toi het|den|toi|cho den|cho toi|end :|end date',
  in: 'thoi han|han|xong|hoan thanh|ket thuc|trong|vao|during|within',
  after: 'sau|after',
};

const EVERY: { readonly [C in Cycle]: string } = {
  week: 'hang tuan|moi tuan|tung tuan|cac tuan|dinh ky tuan|theo tuan|weekly|every week',
  month:
    'hang thang|moi thang|each month|tung thang|cac thang|dinh ky thang|theo thang|monthly|every month|thang mot lan',
  quarter:
    'hang quy|moi quy|each quarter|every quarter|tung quy|cac quy|dinh ky quy|theo quy|quarterly|every quarter|quy mot lan',
  half_year: 'nua nam|ban nien|half yearly|moi nua nam',
  year: 'hang nam|moi nam|tung nam|cac nam|thuong nien|dinh ky nam|yearly|annually|every year|each year|nam mot lan|of each year',
  semester: 'hang hoc ky|moi hoc ky|tung hoc ky|cac hoc ky',
  school_year: 'hang nam hoc|moi nam hoc|tung nam hoc|cac nam hoc',
  on_demand: 'dot xuat|khi can thiet|khi can',
};

const ENGLISH_PARTS: { readonly [P in Part]?: string } = {
  start: 'early|beginning of|start of',
  middle: 'mid|middle of',
  end: 'late',
};

const ANCHORS: { readonly [A in DayAnchor]?: string } = {
  same_month: 'thang bao cao|thang do|cung thang|thang nay',
  previous_month: 'thang lien ke truoc|thang truoc lien ke|thang lien truoc|thang ke truoc|thang ngay truoc',
  next_month:
    'thang tiep theo|thang ke tiep|thang lien ke|thang lien sau|thang toi|thang sau lien ke|thang ke sau|thang tiep sau|thang lien ke tiep theo|next month|following month|the following month|the next month',
  last_month_of_quarter: 'last month of the quarter|last month of each quarter|last month of every quarter',
  first_month_of_next_quarter:
    'thang dau tien sau khi ket thuc quy|thang dau sau khi ket thuc quy|thang dau tien sau khi het quy|thang dau tien sau quy bao cao|thang dau sau quy bao cao|thang sau quy bao cao',
  last_month_of_reporting_period:
    'thang cuoi ky bao cao|thang cuoi cua ky bao cao|thang cuoi cung cua ky bao cao|thang cuoi thuoc ky bao cao|thang cuoi cung thuoc ky bao cao|thang cuoi trong ky bao cao|thang cuoi cung ky bao cao|thang cuoi ky|thang cuoi cua ky|thang cuoi cung cua ky',
};

const SHIFTS: { readonly [S in '-1' | '0' | '1']: string } = {
  1: 'nam sau|nam tiep theo|nam ke tiep|nam lien ke|nam tiep sau|nam sau lien ke|nam lien ke sau|nam ke sau|nam toi|nam lien sau|nam sau do|nam duong lich tiep theo|nam tai chinh sau|nam tai chinh ke tiep|nam tai chinh tiep theo|nam ngan sach sau|nam ngan sach ke tiep|nam tiep theo nam bao cao|nam sau nam bao cao|nam ke tiep nam bao cao|nam lien ke nam bao cao|following year|next year',
  0: 'nam bao cao|nam thuoc ky bao cao|nam hien hanh|cung nam|nam do|nam ke hoach|nam hien tai|nam thuc hien',
  '-1': 'nam lien truoc|nam truoc do|nam lien ke truoc|nam truoc lien ke|nam truoc ky bao cao|nam truoc nam bao cao|nam truoc nam ke hoach|previous year',
};

/** Years counted from the one it is, against those of a report. */
const YEARS_FROM_NOW: { readonly [Y in '0' | '1']: string } = {
  0: 'nam nay|trong nam nay',
  1: 'sang nam|sang nam sau|sang nam toi',
};

const MARKS: { readonly [M in Mark]?: string } = {
  lunar: 'am lich|al',
  tentative:
    'du kien|tam thoi|lich tam|han tam|moc tam|tam lay|tam chot|tam xac dinh|tam dat|khoang|khoang thoi gian|tentatively|dang xem xet|gan ngay|quanh ngay|tam ngay|chung ngay|trong khoang|vao khoang|xap xi',
  occasion: 'dip|nhan dip|nhan ngay|chao mung|huong ung|ky niem',
  minimum: 'toi thieu|it nhat|khong it hon|som nhat la',
  ongoing:
    'thuong xuyen|tx|lien tuc|quanh nam|suot nam|xuyen suot|hang ngay|moi ngay|thuong truc|lau dai|duy tri|ongoing',
  status:
    'dang trien khai|dang thuc hien|dang tien hanh|dang xu ly|dang trinh|dang xay dung|dang lay y kien|dang tham dinh|da hoan thanh|da thuc hien|da trien khai|da bao cao|da gui|da xong|da lam xong|da thuc hien xong|da trien khai xong|da to chuc xong|da nop|da ban hanh|da to chuc|da ket thuc|da co|da trinh|chua thuc hien|chua trien khai|chua hoan thanh|tam dung|khong thuc hien|tu ngay ky|ke tu ngay ky|tu ngay ky ban hanh|ke tu ngay ky ban hanh|co hieu luc tu ngay ky|co hieu luc ke tu ngay ky',
  same: 'nhu muc|nhu nhiem vu|nhu dong|nhu noi dung|nhu tren|nt|nhu muc tren|nhu nhiem vu tren|nhu dong tren|as above',
  reporting:
    'ky bao cao|ky so lieu|so lieu|thoi ky bao cao|thoi gian lay so lieu|thoi gian chot so lieu|ky thong ke|ky tinh so lieu|thoi diem chot so lieu|nien do|moc so lieu',
  vision: 'tam nhin|tam nhin den|dinh huong|dinh huong den|dinh huong toi',
  onward:
    'tro di|tro ve sau|nhung nam tiep theo|cac nam tiep theo|nhung nam sau|cac nam sau|nhung nam ke tiep|cac nam ke tiep|nhung nam tiep|va tiep theo|tu nam sau|tu nam toi',
  takes_effect:
    'co hieu luc|hieu luc|hieu luc thi hanh|ap dung|ap dung tu|bat dau ap dung|khoi cong|bat dau trien khai|bat dau thuc hien|bat dau tu|bat dau tinh|trien khai tu|thuc hien tu|tinh tu|ke tu',
  event_year: 'nam to chuc|nam dien ra|nam co|nam dai hoi|nam tien hanh',
  depends:
    'cac ngay le|nhung ngay le|cac dip le|ngay le lon|nhu ke hoach|nhu cong van|nhu quyet dinh|nhu huong dan|nhu quy dinh|nhu thong bao|khi|sau khi|truoc khi|truoc khi het|truoc khi ket thuc|den khi|theo|tuy|tuy theo|tuy thuoc|can cu|phu thuoc|phat sinh|cho y kien|cho huong dan|cho chi dao|linh hoat|phu hop',
  unsettled:
    'chua xac dinh|chua an dinh|chua quyet dinh|chua ro|chua co|co thong bao sau|thong bao sau|se thong bao|bo sung sau',
  at_once: 'ngay sau khi|ngay sau|ngay khi|ngay lap tuc',
  phase: 'giai doan|nhiem ky|thoi ky',
  whole_year: 'ca nam|trong nam|trong ca nam|tron nam',
  moved:
    'gia han|gia han them|lui|lui lai|doi sang|doi thanh|doi lai|doi lich|doi ngay|doi den|tam hoan|hoan den|hoan sang|hoan lai|keo dai|dieu chinh|sua thanh|sua lai|chuyen sang|nay la|han moi|thoi han moi|moc moi|extended',
  replaced:
    'thay cho|thay vi|thay the cho|thay the|khong phai|khong phai la|chu khong phai|instead of|truoc day la|truoc do la|han cu|thoi han cu|moc cu|lich cu|ke hoach cu|kh cu|ban dau|luc dau',
};

/** Words that name a place of their own whose letters would mislead: never read as time. */
const IGNORED =
  'co quan thuong truc|ban thuong truc|van phong thuong truc|to thuong truc|uy vien thuong truc|thuong truc hdnd|thuong truc hoi dong|thuong truc dang uy|thuong truc thanh uy|thuong truc quan uy|thuong truc huyen uy|thuong truc tinh uy|thuong truc uy ban|thuong truc ban|uoc tinh hinh|trong du kien|du kien nhu cau|du kien kinh phi|du kien nhan su|cho nam sau|cho nam tiep theo|cho nam ke tiep|ke hoach nam sau|ke hoach nam tiep theo|viet nam|mien nam|ha nam|quang nam|viet nam anh hung|thoi gian|ngay hoi|ngay cong|nam dinh|truoc het|truoc mat|truoc day|nhu truoc|dau tu|han che|han che|den nay|tiep tuc|trong do|sau day|sau do|truoc do|neu co|neu tren|de nghi|nghi quyet|nghi dinh|hoi nghi|neu tai|co the hien|ket thuc tot|hoan thanh tot|hoan thanh xuat sac';

/** Words beside which a day does not hold for all, or may not hold. */
const UNCLEAR =
  'nam nhuan|nam dau|nam dau tien|nam thu nhat|nam thu hai|nam thu ba|nam thu tu|nam thu nam|nam dau nhiem ky|nam cuoi nhiem ky|cach nam|cach quy|cach thang|cach tuan|nam chan|nam le|nam tron|cac nam chan|cac nam le|cac nam tron|thang chan|thang le|cac thang chan|cac thang le|tru|ngoai tru|truong hop khac|khong ke|khong bao gom|khong tinh|khong ap dung|co the thay doi|neu|huy bo|bai bo|bi huy|uoc tinh|uoc khoang|tam tinh|tam an dinh|chua chot|nghi|dau sang nam|giua sang nam|cuoi sang nam|ram hang thang|tot nhat|unless|except|som hon|muon hon|tre hon|qua han|het hieu luc|hoan|xin gia han|xin lui|xin doi|de nghi gia han|de xuat gia han|de nghi lui|chua thong nhat';

export const LEXICON: ReadonlyMap<string, readonly Entry[]> = index([
  ...entries(BOUNDS, (bound) => ({ kind: 'bound', bound })),
  ...entries(EVERY, (cycle) => ({ kind: 'every', cycle })),
  ...entries(ENGLISH_PARTS, (part) => ({ kind: 'part', part })),
  ...entries(ANCHORS, (anchor) => ({ kind: 'anchor', anchor })),
  ...entries(SHIFTS, (years) => ({ kind: 'shift', years: years === '1' ? 1 : years === '0' ? 0 : -1 })),
  ...entries(YEARS_FROM_NOW, (years) => ({ kind: 'year_from_now', years: years === '1' ? 1 : 0 })),
  ...entries(MARKS, (mark) => ({ kind: 'mark', mark })),
  ...entries({ ignored: IGNORED }, () => ({ kind: 'words' })),
  ...entries({ unclear: UNCLEAR }, () => ({ kind: 'unclear' })),
]);

function entries<Key extends string>(
  table: { readonly [K in Key]?: string },
  meaningOf: (key: Key) => Meaning,
): Entry[] {
  return (Object.keys(table) as Key[]).flatMap((key) =>
    (table[key] ?? '').split('|').map((words) => ({ words: words.split(' '), meaning: meaningOf(key) })),
  );
}

function index(all: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const byFirst = new Map<string, Entry[]>();
  for (const entry of [...all].sort((one, other) => other.words.length - one.words.length)) {
    const first = entry.words[0] ?? '';
    byFirst.set(first, [...(byFirst.get(first) ?? []), entry]);
  }
  return byFirst;
}
