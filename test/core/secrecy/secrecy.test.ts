import { expect, test } from 'vitest';
import { secrecyOf } from '../../../src/core/secrecy/secrecy.ts';

const file = (fileName: string, text = '') => secrecyOf({ fileName, text });
const text = (words: string) => secrecyOf({ fileName: null, text: words });

test.each([
  'TỐI MẬT - Báo cáo quý.docx',
  'BC_TUYỆT MẬT.pdf',
  'BÁO CÁO TỐI MẬT NĂM 2024.pdf',
  'Bao cao 12 [MẬT].pdf',
  'Công văn MẬT số 12.docx',
  'CÔNG VĂN MẬT.pdf',
  'MẬT.pdf',
  'MẬT_cong van 12.pdf',
  'Tối mật báo cáo.docx',
  'TOI MAT_bao cao.docx',
  'BC-TUYET-MAT.pdf',
  'Báo cáo TỐI MẬT.docx'.normalize('NFD'),
])('%s is marked', (name) => {
  expect(file(name)).toBe('secret');
});

test.each([
  'Quy chế bảo vệ bí mật nhà nước.pdf',
  'QUY CHẾ BẢO VỆ BÍ MẬT NHÀ NƯỚC.pdf',
  'Kế hoạch BẢO MẬT thông tin.docx',
  'QUYẾT ĐỊNH BAN HÀNH DANH MỤC BÍ MẬT NHÀ NƯỚC ĐỘ TUYỆT MẬT, TỐI MẬT.pdf',
  'Quy định chế độ tối mật.pdf',
  'Bảng mật độ dân số.xlsx',
  'BẢNG MẬT ĐỘ DÂN SỐ.xlsx',
  'Đổi mật khẩu.docx',
  'Cách nuôi ONG MẬT.pdf',
  'Hướng dẫn MẬT KHẨU wifi.docx',
  'DANH SÁCH HỘ NUÔI ONG MẬT.xlsx',
  'toi mat dien thoai.jpg',
  'bao mat.docx',
  'MAT BANG.pdf',
  'MẶT TRẬN TỔ QUỐC.docx',
  'Báo cáo quý IV.docx',
  'TOMATO.pdf',
])('%s is not', (name) => {
  expect(file(name)).toBeNull();
});

test.each([
  ['kh.pdf', 'MAT'],
  ['kh.pdf', 'toi mat'],
  ['kh.pdf', 'Tuyệt mật'],
  ['kh.pdf', 'gui cac dong chi tai lieu mat'],
  ['kh.pdf', 'Gửi các đồng chí công văn mật số 12'],
  ['kh.pdf', 'do mat: toi mat'],
  ['kh.pdf', 'Độ mật: Mật'],
  ['van_ban_MAT.pdf', ''],
  ['van ban toi mat.pdf', ''],
  ['Văn bản (Mật).pdf', ''],
  ['BAO CAO MAT.pdf', ''],
  ['MAT.pdf', ''],
])('a degree without marks or in small letters is one: %s “%s”', (name, caption) => {
  expect(file(name, caption)).toBe('secret');
});

test.each([
  ['kh.pdf', 'mat'],
  ['bao cao mat bang.pdf', 'bao cao mat bang'],
  ['Báo cáo mất.pdf', 'tôi mất'],
  ['hop.pdf', 'moi hop mat cuoi nam'],
  ['kh.pdf', 'De nghi khong gui tai lieu mat len nhom'],
  ['kh.pdf', 'toi mat dien thoai'],
  ['kh.pdf', 'kế hoạch mặt trận'],
])('what only looks like one is none: %s “%s”', (name, caption) => {
  expect(file(name, caption)).toBeNull();
});

test('a caption marks its file', () => {
  expect(file('scan001.pdf', 'Gửi các đồng chí văn bản TỐI MẬT')).toBe('secret');
  expect(file('photo-12.jpg', 'Độ mật: MẬT')).toBe('secret');
  expect(file('scan001.pdf', 'Gửi các đồng chí quy chế bảo vệ bí mật nhà nước')).toBeNull();
});

test.each([
  'MẬT',
  'TỐI MẬT\nSố: 12/BC-UBND',
  'UBND QUẬN\nĐộ mật: TUYỆT MẬT',
  '[MẬT] Báo cáo tình hình',
  '(TOI MAT)',
])('a text that carries the mark as a document does: %s', (words) => {
  expect(text(words)).toBe('secret');
});

test.each([
  'Đề nghị không đăng tài liệu TỐI MẬT lên nhóm',
  'tôi mất điện thoại',
  'TOI MAT DIEN THOAI',
  'đây là bí mật',
  'MẬT KHẨU WIFI LÀ GÌ',
  'tháng này có gì đến hạn?',
])('a text that only speaks of it: %s', (words) => {
  expect(text(words)).toBeNull();
});

test.each([
  'So yeu ly lich Nguyen Van A.pdf',
  'Sơ yếu lý lịch.docx',
  'CCCD_NguyenVanA.jpg',
  'ho so dang vien.pdf',
  'SYLL Nguyen Van A.docx',
])('%s is about one person', (name) => {
  expect(file(name)).toBe('personal');
});

test.each([
  'Mẫu sơ yếu lý lịch.docx',
  'Hướng dẫn kê khai hồ sơ cán bộ.pdf',
  'Hồ sơ khen thưởng Cụm.pdf',
  'Quyết định cấp CCCD lưu động.pdf',
])('%s is not', (name) => {
  expect(file(name)).toBeNull();
});

test('papers of a person are known by the words under a picture, not by prose', () => {
  expect(file('photo-3.jpg', 'cccd của tôi')).toBe('personal');
  expect(text('đồng chí gửi giúp sơ yếu lý lịch')).toBeNull();
});
