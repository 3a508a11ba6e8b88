/** What people say around a day without meaning anything by it: “dạ, em xin đến thứ Sáu ạ”. */
const COURTESY = new Set(
  'a ah da vang u em toi minh xin de la thi vao ngay hom nhe nha nhi please'.split(' '),
);

/** Whether words, folded in place, say nothing but courtesies, and those `besides`. */
export const isCourtesy = (folded: string, besides: ReadonlySet<string> = new Set()): boolean =>
  (folded.match(/\w+/g) ?? []).every((word) => COURTESY.has(word) || besides.has(word));
