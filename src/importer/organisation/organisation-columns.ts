import type { ColumnNames } from './table-headings.ts';

const CLUSTER = '(?:cum|khoi)(?: (?:cum|khoi))?(?: thi dua| td)?';
const PLACE = '(?:xa|phuong|thi tran|dac khu)';
const BODY = '(?:co quan|don vi|dia phuong|to chuc|truong(?: hoc)?|nha truong)';
const SORT = `(?:${BODY}|${PLACE})`;
const UNITS = `${SORT}(?:(?: va)? ${SORT})*`;
/** Which units: "Đơn vị công tác", "Các đơn vị trong cụm", "Tên xã, phường mới". */
const WHICH =
  '(?: (?:thanh vien|cong tac|truc thuoc|moi|tham gia|thi dua|(?:thuoc|trong) (?:cum|khoi)(?: thi dua)?|sau (?:khi )?(?:sap xep|sap nhap)))?';
const NAME = '(?:ho (?:va )?ten|ten)';
const TITLE = '(?:chuc vu|chuc danh)(?: chuc vu)?';
const PHONE =
  '(?:(?:so )?(?:dien thoai|dt|dtdd|di dong)(?: (?:di dong|lien he|co quan))?|sdt(?: lien he)?|phone|tel)';
const CONTACT =
  '(?:(?:thong tin )?(?:can bo|cong chuc|chuyen vien|nguoi|nhan su)?(?: (?:lam|phu trach))? ?(?:dau moi|phu trach|lien he|thu ky|cong tac)(?: (?:lien he|dau moi|thi dua(?: khen thuong)?))?|focal point)';
const LEADER =
  '(?:(?:thu truong|lanh dao|nguoi dung dau|hieu truong|dai dien lanh dao)(?: (?:co quan|don vi|nha truong))*|leader)';

const of = (...parts: readonly string[]): RegExp => new RegExp(`^${parts.join(' ')}$`);
/** "Họ tên đầu mối", "Đầu mối: Họ và tên". */
const both = (what: string, whose: string): RegExp => of(`(?:${what} ${whose}|${whose} ${what})`);

/** Columns of an organisation file, one row a unit, with the headings that name them besides their own, folded. */
export const ORGANISATION_COLUMNS = {
  // "Cụm" beside "Tên cụm" is its code, alone its name; so with units. "Khối" beside "Cụm" is what clusters are of.
  cluster_name: [of('ten', CLUSTER), of('cum(?: thi dua| td)?'), of(`(?:(?:thuoc|so) )?${CLUSTER}(?: so)?`)],
  cluster: [of('ma', CLUSTER), 'cluster code', 'Cụm'],
  cluster_kind: [of('loai(?: hinh)? (?:cum|khoi)'), 'cluster type'],
  // "Xã, phường" beside "Trường" is where it stands.
  unit_name: [
    of('ten', `(?!${PLACE})${UNITS}${WHICH}`),
    of(`(?:(?:danh sach|cac) )*(?!${PLACE})${UNITS}${WHICH}`),
    of(`(?:ten |(?:danh sach|cac) )*${UNITS}${WHICH}`),
    of(`(?:ten )?${CLUSTER}(?: va)? (?!truong)${UNITS}`),
  ],
  unit: ['Mã đơn vị', 'Mã', 'unit code', 'Đơn vị'],
  unit_kind: [of('loai(?: hinh)? don vi'), 'unit type'],
  unit_aliases: [of('ten (?:goi )?khac'), of('(?:ten )?(?:goi )?viet tat'), 'aliases'],
  role_in_cluster: [
    of('(?:vai tro|nhiem vu|chuc danh)(?: (?:trong|cua) (?:cum|khoi)(?: thi dua)?)'),
    'Vai trò',
    'role',
  ],
  contact_name: [both(NAME, CONTACT), of(CONTACT), of(NAME)],
  leader_name: [both(NAME, LEADER), of(LEADER)],
  contact_title: [both(TITLE, CONTACT), { of: 'contact_name', name: of(TITLE) }],
  contact_phone: [both(PHONE, CONTACT), { of: 'contact_name', name: of(PHONE) }],
  leader_title: [both(TITLE, LEADER), { of: 'leader_name', name: of(TITLE) }],
  tone: ['Xưng hô', 'Cách xưng hô'],
} as const satisfies ColumnNames<string>;

export type OrganisationColumn = keyof typeof ORGANISATION_COLUMNS;
