/** Short forms of chat and office, by how they are typed in lower case without marks. */
const SHORT_FORMS: Readonly<Record<string, string>> = {
  attp: 'an toàn thực phẩm',
  bh: 'bao giờ',
  bjo: 'bây giờ',
  bn: 'bao nhiêu',
  bnh: 'bao nhiêu',
  bnhieu: 'bao nhiêu',
  bc: 'báo cáo',
  bcao: 'báo cáo',
  cb: 'chuẩn bị',
  cchc: 'cải cách hành chính',
  cds: 'chuyển đổi số',
  cv: 'công việc',
  cviec: 'công việc',
  ctri: 'chủ trì',
  ctr: 'chủ trì',
  ct: 'cụm trưởng',
  dv: 'đơn vị',
  dvi: 'đơn vị',
  dl: 'deadline',
  dealine: 'deadline',
  deadlien: 'deadline',
  dhtt: 'điển hình tiên tiến',
  dk: 'đăng ký',
  gui: 'gửi',
  hdan: 'hướng dẫn',
  hnay: 'hôm nay',
  hna: 'hạn',
  hqua: 'hôm qua',
  hthanh: 'hoàn thành',
  ht: 'hoàn thành',
  hd: 'hướng dẫn',
  j: 'gì',
  gj: 'gì',
  ji: 'gì',
  ko: 'không',
  k: 'không',
  hok: 'không',
  hong: 'không',
  hem: 'không',
  hum: 'không',
  kg: 'không',
  kh: 'kế hoạch',
  khg: 'không',
  kho: 'không',
  kop: 'không',
  kp: 'không phải',
  khong: 'không',
  lm: 'làm',
  lsao: 'làm sao',
  mk: 'mình',
  ng: 'người',
  nma: 'nhưng mà',
  ntm: 'nông thôn mới',
  ntn: 'như thế nào',
  ntnao: 'như thế nào',
  ntvt: 'người tốt việc tốt',
  nv: 'nhiệm vụ',
  nvu: 'nhiệm vụ',
  ptr: 'phong trào',
  ptrao: 'phong trào',
  pt: 'phong trào',
  qhan: 'quá hạn',
  qh: 'quá hạn',
  r: 'rồi',
  rui: 'rồi',
  s: 'sao',
  tdkt: 'thi đua khen thưởng',
  td: 'thi đua',
  tgian: 'thời gian',
  tg: 'thời gian',
  tw: 'trung ương',
  tp: 'thành phố',
  thnao: 'thế nào',
  tnao: 'thế nào',
  th: 'tháng',
  thg: 'tháng',
  tiendo: 'tiến độ',
  tr: 'trước',
  trc: 'trước',
  trg: 'trong',
  tk: 'tổng kết',
  tkct: 'tổng kết',
  vde: 'vấn đề',
  ds: 'danh sách',
  dsach: 'danh sách',
  vc: 'việc',
  vd: 'ví dụ',
  vs: 'với',
  z: 'vậy',
  v: 'vậy',
};

/** Words that these forms mean only at the end; elsewhere they stand for themselves. */
const AT_THE_END: Readonly<Record<string, string>> = { kh: 'không', h: 'không', o: 'không' };

/** Forms that a neighbour settles. */
const BESIDE: readonly {
  readonly form: string;
  readonly before?: readonly string[];
  readonly after?: readonly string[];
  readonly full: string;
}[] = [
  { form: 'ct', after: ['viec', 'vc', 'nv', 'nhiem', 'muc', 'so', 'task', 'stt', 'dong'], full: 'chi tiết' },
  { form: 'h', before: ['bao', 'may', 'bay'], full: 'giờ' },
  { form: 'hn', after: ['so', 'tong', 'ky', 'tk', 'dien', 'nay'], full: 'hội nghị' },
  { form: 'dc', before: ['co', 'lam', 'nop', 'xong', 'xem', 'hoi', 'bao'], full: 'được' },
];

/** The words, without marks, on both sides of a short form; null at an end. */
export type Neighbours = { readonly before: string | null; readonly after: string | null };

/** The spelled-out words of a short form, or null. */
export function spelledOut(plain: string, near: Neighbours): string | null {
  const settled = BESIDE.find(
    ({ form, before, after }) =>
      form === plain &&
      (before === undefined || before.includes(near.before ?? '')) &&
      (after === undefined || after.includes(near.after ?? '')),
  );
  if (settled !== undefined) return settled.full;
  if (near.after === null && Object.hasOwn(AT_THE_END, plain)) return AT_THE_END[plain] ?? null;
  return Object.hasOwn(SHORT_FORMS, plain) ? (SHORT_FORMS[plain] ?? null) : null;
}
