import type { CueTable } from './cue.ts';

/** Words that a question may hold without changing its meaning; all others are unexplained. */
export const FILLER: CueTable = [
  [
    'particle',
    'ạ|á|nhé|nha|nhá|nghen|nghe|hen|he|hè|ha|nhể|nhở|ơi|với|vậy|thế|dạ|đi|mà|thôi|luôn|cơ|chứ|đấy|đó|này|nè|kìa|kia|ấy|đây|z|vs|dz|dzậy|zậy|zị|vại|hem|á nha|nhen|đê|nào nhỉ|b|nhaa|ak|ah|uh|hi|ơ|ê|này nhé',
  ],
  // Typed so, these are no "chỗ em", "chỗ mình".
  ['filler', 'cho em|cho mình|cho anh|cho chị|cho tôi'],
  [
    'filler',
    'công tác|có|là|thì|ở|tại|trong|ngoài|trên|dưới|của|cho|về|và|hay|hoặc|hoặc là|cùng|cả|tất cả|toàn bộ|mọi|các|những|một|từng|mỗi|được|bị|do|bởi|vì|theo|từ|đến|tới|vào|ra|lên|xuống|lại|nữa|thêm|hết|cũng|vẫn|chỉ|ngay|nếu|khi|lúc|đang|cần|xin|muốn|biết|em|anh|chị|cô|chú|bác|tôi|mình|ta|tui|tớ|bọn em|chúng tôi|chúng em|chúng mình|bạn|cháu|số|thứ|phần|nhóm|bên|phía|người|cái|cuộc|đợt|lần|kỳ|kì|bản|bảng|file|tên|loại|dạng|mức|tổng|chung|riêng|khác|chính|phụ|lớn|nhỏ|mới|cũ|quan trọng|cụ thể|chi tiết|dành cho|dành|áp dụng|liên quan|thuộc|đối với|gồm|bao gồm|kèm|trước|sau|giữa|đầu|cuối|tiếp|tới nay|đến nay|hiện|hiện nay|hiện tại|hiện giờ|bây giờ|giờ|nay|lâu|sớm|nhanh|gấp|kịp|đúng|sai|chắc|hình như|thật|rất|quá|lắm|hơn|nhất|bao|mấy|đâu|sao|chưa|không|quận|phường|huyện|thành phố|thủ đô|trung ương|chính phủ|thủ tướng|xã|tỉnh|cấp|ubnd|hđnd|hđ|hội đồng|thường trực|hội đồng thi đua|cơ quan thường trực|khối|trường|phòng|ban|tổ|ngành|đoàn thể|việc|ngày|tháng|năm|quý|tuần|hôm|chưa biết|nhỉ|tiến hành|diễn ra|rơi vào|bắt đầu|kết thúc|vậy thì|thế thì|còn|nhớ|quên|lịch|thời gian|vụ|phần mềm|hệ thống|trợ lý|ai|gì|nào|danh sách|xem thử|thử|chút|tí|xíu|một chút|phát|tụi em|tụi mình|bọn mình|ghê|đó giờ',
  ],
  [
    'filler',
    'city|central|government|province|open|pending|current|currently|question|the|a|an|of|in|on|at|for|to|by|from|with|and|or|this|that|these|those|it|its|we|i|you|me|us|they|them|be|was|were|will|would|there|here|all|some|more|other|new|now|due|just|only|also|about|as|up|out|if|then|than|so|everything|along|get|got|give|tell|want|need|know|hi|hey|dear|district|ward|school|office|department|each|every|our|your|their|his|her|per|vs|give|going|happening|coming|next|last|end|beginning|start|year|month|week|day|quarter|status|hold|held|been|yet|does|what|s|re|ll|m|t',
  ],
];
