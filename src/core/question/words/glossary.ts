/** English words of the field and the Vietnamese that plans are written in; longer phrases first. */
const ENGLISH: readonly (readonly [english: RegExp, vietnamese: string])[] = [
  [/\b(?:emulation )?pacts?\b|\bcommitments?\b/giu, 'giao ước thi đua'],
  [/\b(?:year[- ]end|final|annual|end[- ]of[- ]year) reviews?\b/giu, 'tổng kết bình xét'],
  [/\b(?:mid[- ]year|interim|six[- ]month|half[- ]year|semester|6[- ]month) reviews?\b/giu, 'sơ kết 6 tháng'],
  [/\bfood (?:safety|hygiene)\b/giu, 'an toàn thực phẩm'],
  [/\badministrative reforms?\b/giu, 'cải cách hành chính'],
  [/\b(?:new|rural) (?:countryside|development|areas?)\b/giu, 'nông thôn mới'],
  [/\bgood people,? good deeds\b/giu, 'người tốt việc tốt'],
  [/\b(?:exemplary|advanced|role) (?:models?|people|examples?)\b/giu, 'điển hình tiên tiến'],
  [/\btraining(?: courses?| sessions?)?\b/giu, 'tập huấn'],
  [/\binitiatives?\b/giu, 'sáng kiến'],
  [/\b(?:public |national )?security\b/giu, 'bảo vệ an ninh tổ quốc'],
  [/\bpoor\b|\bpoverty\b/giu, 'người nghèo'],
  [/\b(?:business(?:es)?|enterprises?)\b/giu, 'doanh nghiệp'],
  [/\bcultur(?:e|al)(?: life)?\b/giu, 'đời sống văn hoá'],
  [/\bpublicity\b|\bpropaganda\b/giu, 'tuyên truyền'],
  [/\binspections?\b/giu, 'kiểm tra'],
  [/\bwriting contests?\b/giu, 'cuộc thi viết'],
  [/\b(?:annual|yearly|work) plans?\b/giu, 'kế hoạch năm'],
  [/\bplans?\b/giu, 'kế hoạch'],
  [/\breports?\b/giu, 'báo cáo'],
  [/\bclusters?\b/giu, 'cụm'],
  [/\bmovements?\b|\bcampaigns?\b/giu, 'phong trào'],
  [/\bcommendations?\b|\bawards?\b/giu, 'khen thưởng'],
  [/\bemulation\b/giu, 'thi đua'],
  [/\bcongress\b/giu, 'đại hội'],
  [/\bcity\b/giu, 'Thành phố'],
  [/\bcentral(?: government)?\b/giu, 'Trung ương'],
  [/\bgovernment\b/giu, 'Chính phủ'],
];

/** The Vietnamese of an English topic, or null if none of its words is known. */
export function englishTopic(text: string): string | null {
  let translated = text;
  for (const [english, vietnamese] of ENGLISH) translated = translated.replace(english, vietnamese);
  return translated === text ? null : translated;
}
