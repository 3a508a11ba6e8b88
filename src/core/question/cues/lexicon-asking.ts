import type { CueTable } from './cue.ts';

/** How a question or a request to the bot is put. */
export const ASKING: CueTable = [
  ['what', 'gì|cái gì|những gì|có chi|việc chi|làm chi|cái chi|gì không|what|what all'],
  ['which', 'nào|mấy|which|any|anything'],
  ['what there_is', 'có gì|có những gì|có j|co j|what is there|anything'],
  ['what there_is soon', 'what is coming up|what s coming up'],
  ['what there_is remaining', 'còn gì|còn những gì'],
  [
    'when',
    'khi nào|bao giờ|ngày nào|trước ngày nào|trước ngày mấy|ngày mấy|ngày bao nhiêu|tháng mấy|tháng nào|tháng bao nhiêu|hôm nào|lúc nào|bao lâu|bao lâu nữa|mấy ngày nữa|mấy hôm nữa|mấy tuần nữa|mấy tháng nữa|bao nhiêu ngày nữa|chừng nào|quý mấy|quý nào|thời gian nào|thời điểm nào|mấy tháng mấy|mùng mấy|when|what date|what day|which month|which day|how long|how soon',
  ],
  ['who', 'ai|những ai|who|whose|whom|anyone|anybody'],
  [
    'who which_unit',
    'bên nào|đơn vị nào|những đơn vị nào|các đơn vị nào|phòng nào|phòng ban nào|ban nào|cơ quan nào|ngành nào|trường nào|những trường nào|phường nào|những phường nào|xã nào|tổ nào|đoàn thể nào|chỗ nào|nơi nào|which unit|which units|which office|which department|which ward|which wards|which school|which schools|what unit',
  ],
  ['who which_unit lead', 'thuộc phòng nào|thuộc ban nào|thuộc đơn vị nào|thuộc bên nào'],
  ['who which_cluster', 'cụm nào|những cụm nào|khối nào|which cluster|which clusters'],
  ['how', 'sao|thế nào|ra sao|như thế nào|như nào|thế sao|how|how about|what about'],
  ['how status', 'đến đâu|tới đâu|đến mức nào|đến bước nào|how far'],
  [
    'how status self_unit',
    'how are we doing|how are we getting on|are we on track|on track|where do we stand|how do we stand|where are we|how far along are we|how far are we|are we up to date|up to date',
  ],
  ['how status', 'how is it going|how are things|how does it stand|doing'],
  ['where', 'về đâu|cho đâu|đến chỗ nào|where to'],
  ['whether', 'không|hay không|có không|phải không|đúng không|whether'],
  ['whether permission', 'được không|được chứ|được chưa'],
  ['yet', 'chưa|hay chưa|yet'],
  ['yet submit', 'chưa báo cáo'],
  ['not', 'not|haven|hasn|didn|isn|aren'],
  ['really', 'hả|à|ư|nhỉ|hử|vậy hả|thế hả|chăng|is there|are there|do we|does|did|do|is|are|has|have'],
  ['often', 'một lần|1 lần|tần suất'],
  ['many often', 'mấy lần|bao nhiêu lần|how often|how many times'],
  ['many', 'bao nhiêu|nhiêu|mấy cái|how many|how much|tổng số|đếm'],
  [
    'ask_for',
    'cho biết|cho xem|cho hỏi|cho em hỏi|cho em xin|cho anh xin|cho chị xin|cho tôi xin|cho mình xin|cho xin|cho hay|xin hỏi|hỏi|liệt kê|danh sách|danh mục|xin danh sách|list|show|show me|tell me|give me|tra cứu|tra|thống kê|điểm qua|điểm lại|xem lại|xem|tìm|check|check lại|rà|rà giúp|nhắc lại|cho mình hỏi|cho tôi hỏi|cho anh hỏi|cho chị hỏi|xin cho hỏi|muốn biết|muốn hỏi|cần biết|i want to know|need to know|lookup|look up|see',
  ],
  [
    'do_for_me',
    'báo|báo cho|nói cho|thông tin cho|báo giúp|giúp|giùm|dùm|hộ|giúp em với|please|pls|plz|kindly|can you|could you|help me',
  ],
  ['nearest', 'gần nhất|sớm nhất|sắp tới nhất|tiếp theo|kế tiếp|next one|nearest|soonest|đầu tiên'],
  [
    'when due',
    'what is the deadline|what s the deadline|what is the due date|what s the due date|deadline là khi nào|hạn là khi nào|hạn là bao giờ|hạn là ngày nào|hạn khi nào|hạn bao giờ|hạn ngày nào|hạn ngày mấy',
  ],
  [
    'nearest due',
    'sắp tới hạn nhất|sắp đến hạn nhất|gần hạn nhất|gần đến hạn nhất|next deadline|next due date|next due|next due task|next task|hạn gần nhất|hạn tiếp theo|hạn kế tiếp',
  ],
  [
    'soon',
    'sắp|sắp tới|sắp đến|sắp sửa|thời gian tới|tới đây|trong thời gian tới|thời gian sắp tới|upcoming|coming up|soon|gần tới|gần đến|dạo tới|trước mắt',
  ],
  ['remaining', 'still|còn|vẫn còn|còn lại|remaining|left'],
  ['remaining missing', 'chưa xong|chưa hoàn thành'],
  ['missing', 'thiếu|sót|còn thiếu|còn sót|missing'],
  ['past', 'vừa rồi|vừa qua|đã qua|mới rồi|last time|trước đây'],
];
