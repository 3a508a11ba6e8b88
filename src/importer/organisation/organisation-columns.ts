import type { ColumnNames } from './table-columns.ts';

/** Columns of an organisation file, one row a unit, with the headings that name them besides their own. */
export const ORGANISATION_COLUMNS = {
  cluster_name: ['Tên cụm', 'Cụm thi đua', 'Tên cụm thi đua', 'Tên khối', 'Cụm', 'Khối', 'Khối thi đua'],
  // "Cụm" beside "Tên cụm" is its code, alone its name; so with units.
  cluster: ['Mã cụm', 'Mã khối', 'Mã cụm thi đua', 'cluster code', 'Cụm', 'Khối'],
  cluster_kind: ['Loại cụm', 'Loại hình cụm', 'Loại khối', 'cluster type'],
  unit_name: [
    'Tên đơn vị',
    'Đơn vị',
    'Tên cơ quan',
    'Tên cơ quan, đơn vị',
    'Cơ quan, đơn vị',
    'Cơ quan',
    'Đơn vị thành viên',
    'Tên trường',
    'Trường',
    'Tên xã, phường',
    'Xã, phường',
    'Phường, xã',
  ],
  unit: ['Mã đơn vị', 'Mã', 'unit code', 'Đơn vị'],
  unit_kind: ['Loại đơn vị', 'Loại hình đơn vị', 'unit type'],
  unit_aliases: ['Tên khác', 'Tên viết tắt', 'Tên gọi khác', 'Viết tắt', 'aliases'],
  role_in_cluster: ['Vai trò trong cụm', 'Vai trò', 'Chức danh trong cụm', 'Vai trò trong khối', 'role'],
  contact_name: [
    'Đầu mối',
    'Họ tên đầu mối',
    'Cán bộ đầu mối',
    'Người phụ trách',
    'Họ và tên đầu mối',
    'Người đầu mối',
    'Cán bộ phụ trách',
    'Đầu mối liên hệ',
    'Thư ký',
    'focal point',
  ],
  contact_title: ['Chức vụ đầu mối', 'Chức danh đầu mối'],
  contact_phone: [
    'Điện thoại',
    'Số điện thoại',
    'Điện thoại đầu mối',
    'SĐT đầu mối',
    'SĐT thư ký',
    'SĐT',
    'ĐT',
    'phone',
  ],
  leader_name: [
    'Thủ trưởng',
    'Họ tên thủ trưởng',
    'Lãnh đạo',
    'Người đứng đầu',
    'Họ tên lãnh đạo',
    'Thủ trưởng đơn vị',
    'Hiệu trưởng',
    'leader',
  ],
  leader_title: ['Chức vụ thủ trưởng', 'Chức vụ lãnh đạo', 'Chức vụ người đứng đầu'],
  tone: ['Xưng hô', 'Cách xưng hô'],
} as const satisfies ColumnNames<string>;

export type OrganisationColumn = keyof typeof ORGANISATION_COLUMNS;
