import { expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { organisationTemplate } from '../../src/exporter/organisation-template.ts';
import { readOrganisationFile } from '../../src/importer/organisation/read-organisation.ts';
import { readPeopleCsv } from '../../src/importer/organisation/read-people.ts';
import { csv, doubtsOf, organisation, placesOf } from './read-list.ts';

test('reads one row a unit, with its cluster, office and people', async () => {
  const reading = await csv(
    'cluster,cluster_name,cluster_kind,unit,unit_name,unit_kind,role_in_cluster,contact_name,contact_phone,tone',
    'CUM1,Cụm thi đua số 1,administrative,P-KIMMA,UBND phường Kim Mã,ward,lead,Phạm Văn Đức,024 5550 0102,formal',
    'CUM1,Cụm thi đua số 1,administrative,P-DOICAN,UBND phường Đội Cấn,ward,member,,,',
    ',,,PNV,Phòng Nội vụ,department,,,,',
  );

  expect(reading.clusters).toMatchObject([
    { code: 'CUM1', name: 'Cụm thi đua số 1', kind: 'administrative' },
  ]);
  expect(reading.units).toMatchObject([
    {
      code: 'P-KIMMA',
      membership: { cluster: 'CUM1', office: 'lead' },
      contact: { name: 'Phạm Văn Đức' },
      tone: 'formal',
      row: 2,
    },
    { code: 'P-DOICAN', membership: { cluster: 'CUM1', office: 'member' }, contact: null, row: 3 },
    { code: 'PNV', membership: null, kind: 'department', row: 4 },
  ]);
  expect(reading.problems).toEqual([]);
});

test('reads Vietnamese headings and words for kinds and offices, in a workbook with a title', async () => {
  const rows = [
    ['DANH SÁCH CỤM THI ĐUA NĂM 2025'],
    [],
    ['Tên cụm', 'Loại cụm', 'Tên đơn vị', 'Vai trò', 'Tên viết tắt'],
    ['Cụm trường học số 1', 'Trường học', 'Trường THCS Ba Đình', 'Cụm trưởng', 'THCS BĐ; Ba Đình'],
    ['Cụm trường học số 1', '', 'Trường THCS Giảng Võ', 'Cụm phó', ''],
  ];
  const bytes = await writeXlsxFile(
    rows.map((row) => row.map((value) => ({ value, type: String }))),
  ).toBuffer();

  const reading = await organisation('cum.xlsx', bytes);

  expect(reading.clusters).toMatchObject([
    { code: 'CUM-TRUONG-HOC-SO-1', name: 'Cụm trường học số 1', kind: 'school' },
  ]);
  expect(reading.units).toMatchObject([
    { code: 'TRUONG-THCS-BA-DINH', aliases: ['THCS BĐ', 'Ba Đình'], membership: { office: 'lead' }, row: 4 },
    { code: 'TRUONG-THCS-GIANG-VO', membership: { office: 'deputy' }, row: 5 },
  ]);
  expect(reading.problems.map(({ code, row }) => [code, row])).toEqual([
    ['ORG_CLUSTER_CODE_MADE', 4],
    ['ORG_UNIT_CODE_MADE', 4],
    ['ORG_UNIT_CODE_MADE', 5],
  ]);
});

test('lists what is odd by row and mends nothing silently', async () => {
  const reading = await csv(
    'cluster;cluster_name;cluster_kind;unit;unit_name;role_in_cluster;contact_phone',
    'C1;Cụm 1;administrative;A;Đơn vị A;lead;gọi sau',
    'C1;Cụm một;school;B;Đơn vị B;lead;',
    'C1;Cụm 1;;A;Đơn vị A;chủ nhiệm;',
    'C2;Cụm 2;;;;;',
    ';;;D;Đơn vị D;member;',
  );

  expect(reading.problems.map(({ code, row }) => `${row} ${code}`)).toEqual([
    '1 ORG_CLUSTER_WITHOUT_LEAD',
    '2 ORG_PHONE_ODD',
    '3 ORG_CLUSTER_NAME_DIFFERS',
    '3 ORG_CLUSTER_KIND_DIFFERS',
    '3 ORG_CLUSTER_SEVERAL_LEADS',
    '4 ORG_ROLE_UNKNOWN',
    '4 ORG_UNIT_REPEATED',
    '5 ORG_UNIT_NAME_MISSING',
    '5 ORG_CLUSTER_KIND_MISSING',
    '6 ORG_ROLE_WITHOUT_CLUSTER',
  ]);
  expect(
    reading.problems.filter(({ code }) => code.endsWith('LEAD') || code.endsWith('LEADS')),
  ).toMatchObject([{ words: 'Cụm 2' }, { words: 'Cụm 1' }]);
});

test.each([
  ['Đơn vị hành chính', 'administrative'],
  ['Khối các cơ quan hành chính', 'administrative'],
  ['UBND phường', 'administrative'],
  ['Khối trường', 'school'],
  ['Trường THCS', 'school'],
  ['Cụm các trường mầm non', 'school'],
  ['schools', 'school'],
])('“%s” is a usual kind of cluster', async (words, kind) => {
  const reading = await csv(
    'cluster;cluster_name;cluster_kind;unit;unit_name;role_in_cluster',
    `C1;Cụm 1;${words};A;Đơn vị A;lead`,
  );

  expect(reading.clusters.map((cluster) => cluster.kind)).toEqual([kind]);
  expect(reading.problems).toEqual([]);
});

test('a kind of cluster that is no usual one is told of once, in the words of the file', async () => {
  const reading = await csv(
    'cluster;cluster_name;cluster_kind;unit;unit_name;role_in_cluster',
    'C1;Cụm 1;Doanh nghiệp;A;Đơn vị A;lead',
    'C2;Cụm 2;doanh nghiệp;B;Đơn vị B;lead',
  );

  expect(reading.clusters.map(({ kind }) => kind)).toEqual(['doanh_nghiep', 'doanh_nghiep']);
  expect(reading.problems).toEqual([{ code: 'ORG_CLUSTER_KIND_NEW', row: 2, words: 'Doanh nghiệp' }]);
});

test('a telephone number whose first 0 was lost is odd', async () => {
  const phones = ['0912345678', '+84 912 345 678', '(024) 5550 0102', '912345678', '84912345678'];
  const reading = await csv(
    'unit;unit_name;contact_phone',
    ...phones.map((phone, index) => `U${index};Đơn vị ${index};${phone}`),
  );

  expect(reading.problems.map(({ code, words }) => [code, words])).toEqual([
    ['ORG_PHONE_ODD', '912345678'],
    ['ORG_PHONE_ODD', '84912345678'],
  ]);
});

test('a row that leaves the code of its cluster out means the cluster of that name above it', async () => {
  const reading = await csv(
    'cluster;cluster_name;cluster_kind;unit;unit_name;role_in_cluster',
    'C1;Cụm 1;administrative;A;Đơn vị A;lead',
    ';Cụm 1;;B;Đơn vị B;',
  );

  expect(reading.clusters).toMatchObject([{ code: 'C1', name: 'Cụm 1', kind: 'administrative' }]);
  expect(reading.units.map(({ membership }) => membership?.cluster)).toEqual(['C1', 'C1']);
  expect(reading.problems).toEqual([]);
});

test('clusters over tables of their own, with the headings again, and offices in a column of another name', async () => {
  const reading = await csv(
    'CỤM THI ĐUA SỐ 1;;',
    'STT;Đơn vị;Ghi chú',
    '1;Phường Hoàn Kiếm;Cụm trưởng',
    '2;Phường Cửa Nam;',
    'CỤM THI ĐUA SỐ 2;;',
    'STT;Đơn vị;Ghi chú',
    '1;Trạm Y tế;Phó cụm trưởng',
    '2;Trường Mầm non Hoa Sen;Trưởng cụm',
  );

  expect(placesOf(reading)).toEqual([
    'Phường Hoàn Kiếm: CỤM THI ĐUA SỐ 1, lead',
    'Phường Cửa Nam: CỤM THI ĐUA SỐ 1, member',
    'Trạm Y tế: CỤM THI ĐUA SỐ 2, deputy',
    'Trường Mầm non Hoa Sen: CỤM THI ĐUA SỐ 2, lead',
  ]);
  expect(doubtsOf(reading)).toEqual(['1 ORG_CLUSTER_KIND_OF_COMMUNES', '5 ORG_CLUSTER_KIND_MISSING']);
});

test('a cross under an office, the head of a school as its leader and its secretary as whom one calls', async () => {
  const reading = await csv(
    'STT;Tên trường;Địa bàn;Cụm trưởng (x);Phó cụm (x);Hiệu trưởng;SĐT Hiệu trưởng;Thư ký;SĐT thư ký',
    ';Cụm THCS số 1;;;;;;;',
    '1;THCS Ba Đình;Ba Đình;x;;Trần Hải;0912000001;Lý Mai;0912000002',
    '2;THCS Phan Chu Trinh;Ba Đình;;x;Lê Hạnh;0912000003;Đào Lan;0912000004',
    '3;THCS Thành Công;Giảng Võ;;;Vũ Long;0912000005;Bùi Nga;0912000006',
  );

  expect(placesOf(reading)).toEqual([
    'THCS Ba Đình: Cụm THCS số 1, lead',
    'THCS Phan Chu Trinh: Cụm THCS số 1, deputy',
    'THCS Thành Công: Cụm THCS số 1, member',
  ]);
  expect(reading.units[0]?.contact).toMatchObject({
    name: 'Lý Mai',
    phone: '0912000002',
    leaderName: 'Trần Hải',
  });
  expect(reading.clusters).toMatchObject([{ kind: 'school', kindMade: true }]);
  expect(doubtsOf(reading)).toEqual(['1 ORG_COLUMN_PASSED_OVER', '2 ORG_CLUSTER_KIND_OF_SCHOOLS']);
});

test('one row a cluster, its units under their offices', async () => {
  const reading = await csv(
    'TT|Cụm thi đua|Cụm trưởng|Cụm phó|Các đơn vị thành viên'.replaceAll('|', '\t'),
    '1|Cụm số 1|UBND xã Hòa Bình|UBND xã Tân Lập|UBND xã Đông Sơn, UBND xã Tây Sơn'.replaceAll('|', '\t'),
    '2|Cụm số 2|Trường THPT Lê Lợi||"Trường THPT Chu Văn An\nTrường THPT Nguyễn Trãi"'.replaceAll('|', '\t'),
  );

  expect(placesOf(reading)).toEqual([
    'UBND xã Hòa Bình: Cụm số 1, lead',
    'UBND xã Tân Lập: Cụm số 1, deputy',
    'UBND xã Đông Sơn: Cụm số 1, member',
    'UBND xã Tây Sơn: Cụm số 1, member',
    'Trường THPT Lê Lợi: Cụm số 2, lead',
    'Trường THPT Chu Văn An: Cụm số 2, member',
    'Trường THPT Nguyễn Trãi: Cụm số 2, member',
  ]);
});

test('a template without units is a list of none', async () => {
  const reading = await organisation('mau.xlsx', await organisationTemplate('vi'));

  expect(reading).toEqual({ clusters: [], units: [], problems: [] });
});

test('a file without units is refused', async () => {
  const outcome = await readOrganisationFile({ name: 'a.csv', bytes: Buffer.from('a,b\n1,2\n') });

  expect(outcome).toMatchObject({ kind: 'refused', code: 'IMPORT_NO_ORGANISATION_TABLE' });
});

test('reads a list of people, each with a role', async () => {
  const people = await readPeopleCsv(
    Buffer.from(
      'channel,user,name,title,address,role,unit\ntelegram,101,Trần Thị Hương,Chuyên viên,đồng chí,secretariat,PNV\n',
    ),
  );

  expect(people).toEqual([
    {
      channel: 'telegram',
      user: '101',
      name: 'Trần Thị Hương',
      title: 'Chuyên viên',
      address: 'đồng chí',
      role: 'secretariat',
      unit: 'PNV',
      cluster: '',
      row: 2,
    },
  ]);
});

test('a cluster written once, over its units or beside the first, is that of those below it; sums and notes are none', async () => {
  const reading = await csv(
    'TT;Cụm thi đua;Đơn vị;Vai trò',
    '1;Cụm thi đua số 1;UBND phường A;Trưởng cụm',
    '2;;UBND phường B;Phó cụm',
    '3;;UBND phường C;',
    ';Cụm thi đua số 2;;',
    '4;;Trường TH D;Cụm trưởng',
    '5;;Trường TH Đ;Thành viên',
    'Cộng;;5 đơn vị;',
    ';Ghi chú: danh sách tháng 11;;',
    'Tổng số: 05 đơn vị;;;',
  );

  expect(
    reading.units.map(({ code, membership }) => `${code} ${membership?.cluster} ${membership?.office}`),
  ).toEqual([
    'UBND-PHUONG-A CUM-THI-DUA-SO-1 lead',
    'UBND-PHUONG-B CUM-THI-DUA-SO-1 deputy',
    'UBND-PHUONG-C CUM-THI-DUA-SO-1 member',
    'TRUONG-TH-D CUM-THI-DUA-SO-2 lead',
    'TRUONG-TH-D-2 CUM-THI-DUA-SO-2 member',
  ]);
  expect(reading.clusters).toHaveLength(2);
  expect(reading.problems.filter(({ code }) => code === 'ORG_ROW_PASSED_OVER').map(({ row }) => row)).toEqual(
    [8, 9, 10],
  );
  expect(reading.problems.map(({ code }) => code)).not.toContain('ORG_UNIT_NAME_MISSING');
});

test('a cluster beside its name is its code, alone its name', async () => {
  const both = await csv('Cụm;Tên cụm;Đơn vị;Tên đơn vị', 'CUM2;Cụm thi đua số 2;P-A;UBND phường A');
  const alone = await csv('Cụm;Đơn vị', 'Cụm thi đua số 2;UBND phường A');

  expect(both).toMatchObject({
    clusters: [{ code: 'CUM2', name: 'Cụm thi đua số 2' }],
    units: [{ code: 'P-A', name: 'UBND phường A' }],
  });
  expect(alone).toMatchObject({
    clusters: [{ name: 'Cụm thi đua số 2' }],
    units: [{ name: 'UBND phường A' }],
  });
});
