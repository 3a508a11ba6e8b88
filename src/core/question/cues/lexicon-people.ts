import type { CueTable } from './cue.ts';

/** "trường em", "phòng của chúng tôi", "our school": the asker's own unit. */
const OWN_UNIT = [
  ...pairs(
    'đơn vị|bên|trường|nhà trường|phường|xã|phòng|cơ quan|chỗ|ban|tổ',
    'em|e|mình|tôi|tui|ta|chúng em|chúng mình|chúng tôi|bọn em|bọn mình|tụi em|tụi mình',
    ['', 'của '],
  ),
  ...pairs('our|my', 'unit|school|ward|office|team|department', ['']),
];

/** Words of talk between people, and of talk with the bot about itself. */
export const PEOPLE: CueTable = [
  [
    'mine',
    'của em|của tôi|của mình|của tớ|của tui|của chị|của anh|của cô|của chúng tôi|của bọn em|my|mine|our|ours|for me',
  ],
  ['we', 'we|us'],
  [
    'work mine',
    'on my plate|my work|our work|việc được giao|công việc được giao|nhiệm vụ được giao|việc được phân công|nhiệm vụ được phân công',
  ],
  ['self_unit', OWN_UNIT.join('|')],
  ['self_unit', 'đơn vị chị|đơn vị anh|bên anh|bên chị'],
  ['help', 'trợ giúp|hướng dẫn|help|giúp đỡ|hướng dẫn sử dụng|menu|instructions|guide'],
  ['help command', 'lệnh|các lệnh|câu lệnh|danh sách lệnh|command|commands'],
  ['capability what do', 'làm gì được|làm những gì|làm gì|biết làm gì|để làm gì'],
  [
    'capability what',
    'giúp được những việc gì|giúp được việc gì|giúp những việc gì|làm được những việc gì|làm được việc gì|biết làm những việc gì|làm được gì|làm được những gì|giúp được gì|giúp gì được|giúp gì|giúp được những gì|biết gì|biết những gì|trả lời được gì|hỏi gì được|hỏi được gì|hỏi được những gì|hỏi những gì|có chức năng gì|có những chức năng gì|chức năng gì|chức năng|có tác dụng gì|what can you do|what do you do|who are you|what are you|features',
  ],
  [
    'ability',
    'trả lời|hỏi|giúp|giúp được|hỗ trợ|hỗ trợ được|biết|hiểu|làm được|dùng|sử dụng|xài|hoạt động|tính năng|có thể|chức năng nào|answer|ask',
  ],
  [
    'usage how',
    'dùng thế nào|dùng như thế nào|dùng sao|dùng ra sao|cách dùng|cách sử dụng|sử dụng thế nào|sử dụng như thế nào|xài sao|xài thế nào|cách hỏi|hỏi thế nào|hỏi như thế nào|hỏi sao|dùng bot|sử dụng bot|xài bot|how to use|how do i use|how do you work|gõ lệnh gì|bấm vào đâu|dùng lệnh gì|cách báo cáo|báo cáo thế nào|báo cáo như thế nào',
  ],
  [
    'method how',
    'làm thế nào để|làm cách nào|làm cách nào để|làm sao để|thế nào để|bằng cách nào|cách nào|thì làm thế nào|thì làm sao|how do i|how do we|how can i|how can we|how to',
  ],
  ['bot_self who', 'là ai|ai tạo ra'],
  ['bot_self what', 'tên gì|tên là gì|là gì|hoạt động thế nào|hoạt động ra sao|là con gì'],
  [
    'personal_data',
    'số điện thoại|số đt|đt|sđt|sdt|điện thoại|số máy|phone|phone number|địa chỉ nhà|ngày sinh nhật|căn cước|cccd|số tài khoản|lương|mật khẩu|password|email cá nhân|zalo của|số zalo|nhà riêng|home address',
  ],
  [
    'administer',
    'xoá|xóa|xoá hết|huỷ|hủy|tắt|tắt nhắc|dừng|ngừng|tạm dừng|tạm ngừng|dừng nhắc|thêm việc|tạo việc|giao việc|đuổi|kick|chặn|cho nghỉ|đổi tên|đặt lại|reset|delete|remove|cancel|turn off|disable|mute|assign|add|chấm điểm giúp|cho điểm|phát động giúp|thay đổi hạn|đổi hạn|nhắc các|nhắc giúp|nhắc phường|nhắc xã|nhắc trường|nhắc đơn vị|nhắc cụm|nhắc anh|nhắc chị|nhắc em|nhắc tôi|nhắc phòng|nhắc mọi người|đổi hạn|sửa hạn|dời hạn việc|đặt cơm|nhắc cả|gửi nhắc|thông báo cho|nhắn cho|nhắn giúp|nhắn các|gửi thông báo|remind|đặt lịch|hẹn giờ',
  ],
  [
    'thanks',
    'cảm ơn|cám ơn|thanks|thank|thank you|tks|thks|thanh kiu|cảm tạ|biết ơn|đội ơn|thanks a lot|ghi nhận và biểu dương',
  ],
  [
    'greeting',
    'chào|xin chào|hello|hi|hey|alo|good morning|good afternoon|chào buổi sáng|kính chào|bye|tạm biệt|ngủ ngon',
  ],
  [
    'wish',
    'chúc|chúc mừng|kính chúc|mừng|congratulations|congrats|happy|sinh nhật|chia buồn|kính viếng|chia vui|xin chúc|hoan hô|tuyệt vời|tuyệt quá|giỏi quá|hay quá|đẹp quá|vui quá|khen|welcome|chào mừng|well done|good job|great|looks great|nice',
  ],
  [
    'assent',
    'ok|oki|okie|oke|okela|vâng|dạ|dạ vâng|ừ|uh|ừm|nhất trí|đồng ý|đã rõ|rõ|đã nhận|đã xem|đã biết|roger|noted|yes|yep|sure|hic|huhu|ui|úi|ôi|trời|tuyệt|chuẩn|đúng rồi|sorry|xin lỗi|thôi',
  ],
  ['assent laugh', 'haha|hihi|hehe|kkk|kk|hi hi|ha ha|lol|ahihi|hihihi|hahaha|kaka'],
  [
    'order',
    'đề nghị|yêu cầu|kính đề nghị|trân trọng đề nghị|đừng|hãy|nhớ|lưu ý|chú ý|thông báo|kính gửi|kính mời|trân trọng|trân trọng kính mời|mời|xin mời|khẩn trương|tranh thủ|nhắc các đồng chí|nhắc mọi người|nhắc nhở|vui lòng|làm ơn|thì nộp|thì gửi|thì làm|thì báo|nộp ngay|gửi ngay|nộp gấp|gửi gấp|làm gấp|gấp nhé|gấp ạ|gấp thế|gấp quá|phối hợp giúp|hỗ trợ|thống nhất|triệu tập|quán triệt',
  ],
  [
    'promise',
    'sẽ|để em|để tôi|để chị|để anh|để mình|xin hứa|hứa|cố gắng|will|let me|tí nữa|lát nữa|chút nữa|i will|em xin phép|xin phép',
  ],
  [
    'crowd',
    'mọi người|mọi ng|mn|m.n|cả nhà|cả nhóm|cả cụm|cả lớp|cả phòng|anh em|ae|chị em|các anh|các chị|các anh chị|anh chị|anh chị em|ace|các bác|các cô|các chú|các em|các bạn|các cụ|các thầy|các thầy cô|các cô giáo|thầy cô|các đồng chí|các đ/c|các đc|đồng chí|các sếp|các ông|các bà|các cháu|quý vị|quý anh chị|quý thầy cô|quý đại biểu|quý cơ quan|quý đơn vị|quý đồng chí|quý khách|quý phụ huynh|bà con|everyone|everybody|guys|team|folks|hội mình|nhà mình|chúng ta|mấy anh|mấy chị|mấy bác|mấy em|mấy bạn|các mẹ|các bố|các con|các đại biểu|đại biểu|ladies',
  ],
  ['told', 'bảo|nói|kể|nhắc rồi|nhắc|trả lời|reply|gọi|gọi là|nghe nói|thấy bảo|nghĩ'],
  ['meeting_point', 'mấy giờ|lúc mấy giờ|giờ nào|what time|phòng họp'],
  ['meeting_point where', 'ở đâu|chỗ nào|tại đâu|where'],
  [
    'foreign',
    'luật|nghị định|thông tư|hiệu lực|đi làm|đi học|đi trực|ăn|uống|cơm|nhậu|bia|trà|cà phê|cafe|coffee|sữa|bánh|trái cây|quán|mưa|nắng|bão|thời tiết|đá bóng|chạy bộ|thể dục|karaoke|du lịch|picnic|tham quan|ảnh|hình|video|clip|xe|thang máy|điện|nước|mạng|wifi|máy in|máy chiếu|chìa khoá|chìa khóa|tiền|tiền nhà|tiền điện|tiền nước|học phí|bảo hiểm|thuế|cưới|đám cưới|đám ma|tang|ốm|khám|bệnh|thuốc|tiêm|con em|lớp con|học sinh|khu mình|khu phố|chung cư|hàng xóm|tuyển dụng|thi công|công trình|hợp đồng|vé|tàu|máy bay|taxi|bán|giá|ship|đơn hàng|khuyến mãi|giảm giá|sale|thẻ|ngân hàng|lãi|họp phụ huynh|phụ huynh|đón con|trực|nghỉ phép|nghỉ mát|nghỉ lễ|nghỉ|lương|họp|hội thao|văn nghệ|hậu cần|lễ tân|khánh tiết|loa đài|tập|bóng|trận|phim|nhạc|hạn hán|hạn mặn|xâm nhập mặn|hạn sử dụng|hạn dùng|hạn bảo hành|hạn thẻ|hạn visa|hạn hộ chiếu|hộ chiếu|đăng kiểm|bằng lái|báo đài|đọc báo|tờ báo|nhà báo|báo chí|báo cơm|báo thức|báo mưa|dự báo|meeting|party|lunch|dinner|movie|weather|birthday|football|milk',
  ],
];

function pairs(firsts: string, seconds: string, links: readonly string[]): string[] {
  return firsts
    .split('|')
    .flatMap((first) =>
      seconds.split('|').flatMap((second) => links.map((link) => `${first} ${link}${second}`)),
    );
}
