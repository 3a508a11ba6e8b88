import type { CueTable } from './cue.ts';

/** The field's own words: deadlines, work, those who do it, movements, reports. */
export const FIELD: CueTable = [
  [
    'due',
    'hạn|đến hạn|tới hạn|vào hạn|thời hạn|kỳ hạn|hạn chót|hạn cuối|hạn nộp|hạn định|hết hạn|deadline|deadlines|due|due date|due dates|mốc|mốc thời gian|mốc hạn|lịch nộp|lịch hạn|milestone|milestones',
  ],
  [
    'work',
    'việc|công việc|nhiệm vụ|đầu việc|phần việc|task|tasks|todo|to do|to dos|things to do|work item|duties|duty|assignment|assignments',
  ],
  ['must', 'phải|cần|cần phải|have to|has to|must|need to|needs to|should|supposed to'],
  ['do', 'làm|thực hiện|triển khai|tổ chức|giải quyết|hold|organise|organize|carry out|chuẩn bị|tham gia'],
  [
    'do submit',
    'nộp|gửi|trình|ký|đăng ký|ký kết|nộp lên|submit|submitted|reported|handed in|turned in|send|sign|signed|register',
  ],
  [
    'done',
    'xong|hoàn thành|hoàn tất|xong xuôi|xong hết|đủ|đủ hết|đủ cả|done|finished|finish|completed|complete|hoàn thiện',
  ],
  ['already', 'đã|rồi|vừa|mới|already|vừa mới'],
  ['already assent', 'rồi nhé'],
  ['done already', 'xong rồi|xong cả rồi|đã xong'],
  [
    'doing',
    'đang|đang triển khai|đang làm|đang thực hiện|in progress|working on|dự kiến|sẽ xong|vướng|đang vướng|vướng mắc|gặp khó khăn|stuck|blocked',
  ],
  [
    'late due',
    'quá hạn|trễ hạn|chậm hạn|muộn hạn|overdue|behind schedule|past due|quá thời hạn|quá deadline|trễ deadline|chậm tiến độ|trượt hạn|lố hạn|lỡ hạn|hết hạn chưa xong',
  ],
  [
    'late',
    'miss|missed|trễ|chậm|chậm muộn|tồn đọng|late|behind|chậm trễ|quá thời gian|nộp muộn|làm muộn|muộn màng',
  ],
  ['late owe', 'nợ|còn nợ|đang nợ|owe|owes|outstanding'],
  [
    'status',
    'tiến độ|tình hình|tình trạng|trạng thái|kết quả|kết quả thực hiện|status|progress|tình hình thực hiện|update|cập nhật tình hình',
  ],
  ['percent', 'phần trăm|bao nhiêu phần trăm|bao nhiêu %|mấy %|tỷ lệ|tỉ lệ|percent|percentage|rate'],
  [
    'compare',
    'best|worst|top|cao nhất|thấp nhất|giỏi nhất|kém nhất|tốt hơn|nhanh hơn|chậm hơn|cao hơn|thấp hơn|khá hơn|tốt nhất|nhanh nhất|dẫn đầu|đứng đầu|đứng nhất|về nhất|so sánh|xếp hạng|compare|đối chiếu|ranking|rank',
  ],
  [
    'lead',
    'chủ trì|phụ trách|tham mưu|chịu trách nhiệm|làm chính|làm đầu mối|đầu mối|cầm trịch|lo|chủ công|lead|leads|leading|in charge|in charge of|responsible|responsible for|responsibility|đứng mũi|trực tiếp làm|cơ quan chủ trì|đơn vị chủ trì|được giao|giao cho|giao|handles|phân công|nhận',
  ],
  [
    'coordinate',
    'phối hợp|cùng làm|đơn vị phối hợp|coordinate|coordinates|coordinating|support|supports|phối kết hợp',
  ],
  ['head', 'cụm trưởng|khối trưởng|trưởng cụm|trưởng khối|cluster head|head of cluster|head of the cluster'],
  ['deputy', 'cụm phó|khối phó|phó cụm|phó khối|cluster deputy|deputy head'],
  ['follow', 'theo dõi|được phân công theo dõi|thành viên hội đồng'],
  [
    'movement',
    'phong trào|phong trào thi đua|các phong trào|movement|movements|campaign|campaigns|cuộc vận động|đợt thi đua|chuyên đề thi đua',
  ],
  [
    'event',
    'kỷ niệm|kỉ niệm|ngày kỷ niệm|ngày lễ|lễ kỷ niệm|ngày lễ lớn|sự kiện|sự kiện lớn|ngày thành lập|ngày truyền thống|ngày quốc khánh|quốc khánh|anniversary|anniversaries|event|events|holiday|holidays|năm chẵn|năm tròn|ngày giải phóng|giải phóng thủ đô|ngày thương binh liệt sĩ|ngày hội quốc phòng|commemoration|commemorations|ngày sinh|ngày lớn|bầu cử',
  ],
  ['day_of_what what', 'là ngày gì|ngày gì'],
  ['day_of_what', 'thành lập'],
  ['event congress topic', 'đại hội|đại hội đảng|đại hội thi đua|congress'],
  ['report topic', 'báo cáo|bản báo cáo|report|reports'],
  [
    'summary',
    'báo cáo tiến độ|báo cáo tổng hợp|bản tổng hợp|bảng tổng hợp|tổng hợp tiến độ|tổng hợp tình hình|tổng hợp kết quả|báo cáo kết quả|báo cáo tháng|báo cáo quý|báo cáo tuần|báo cáo năm|báo cáo nhanh|báo cáo tình hình|báo cáo tóm tắt|bản tóm tắt|bản báo cáo tiến độ|bản báo cáo|tóm tắt tiến độ|tóm tắt tình hình|progress report|summary|summary report|monthly report|weekly report|quarterly report|report for|digest|tổng hợp|tóm tắt|thống kê kết quả',
  ],
  [
    'make',
    'lập|tạo|xuất|xuất ra|in ra|làm giúp|soạn|soạn giúp|làm cho|tạo giúp|export|generate|create|prepare|draft|make|gửi cho|dựng',
  ],
  [
    'extension',
    'xin gia hạn|xin phép gia hạn|xin phép lùi hạn|xin lùi hạn|hoãn hạn|xin thêm thời gian|thêm thời gian|nới hạn|kéo dài thời hạn|xin chậm|xin nộp chậm|xin nộp muộn|xin lùi|xin hoãn|lùi lại|extension|extend|more time|xin khất|khất',
  ],
  ['extension postpone', 'lùi hạn|dời hạn|lùi|gia hạn|hoãn|postpone'],
  [
    'postpone',
    'đổi hạn|dời|đổi lịch|thay đổi thời hạn|điều chỉnh thời hạn|điều chỉnh hạn|thay đổi hạn|đổi thời hạn|thay đổi thời gian|extended|postponed|changed|moved',
  ],
  ['change', 'đổi|thay đổi|điều chỉnh|dịch|xê dịch|change'],
  [
    'correct',
    'nhầm|bấm nhầm|ghi nhầm|báo nhầm|ghi sai|báo sai|sai rồi|sửa lại|sửa giúp|đính chính|cập nhật lại|điều chỉnh lại|không phải là xong|undo|mistake|by mistake|correction|correct it|rút lại|huỷ báo cáo|hủy báo cáo|nhập sai|nhập nhầm|chọn nhầm|ấn nhầm|chỉnh lại',
  ],
  [
    'record',
    'ghi nhận|cập nhật|xác nhận|ghi giúp|ghi lại|đánh dấu|tích|note giúp|note|lưu lại|báo bot|mark|record|mark as done|log|ghi sổ|ghi',
  ],
  [
    'detail',
    'chi tiết|cụ thể|nội dung|nói rõ|giải thích|details|detail|explain|describe|mô tả|thông tin|full text|toàn văn',
  ],
  ['detail what', 'yêu cầu gì|gồm những gì|gồm gì|nói gì|nói về gì|quy định gì|yêu cầu những gì'],
  ['row', 'việc số|mục|mục số|nhiệm vụ số|nhiệm vụ thứ|dòng|dòng số|số thứ tự|stt|tt|item|row|số'],
  [
    'source',
    'văn bản nào|theo văn bản nào|theo văn bản|căn cứ|căn cứ nào|căn cứ vào đâu|theo kế hoạch nào|kế hoạch nào|quy định ở đâu|nguồn|nguồn nào|theo quy định nào|which document|what document|source|ở đâu ra|lấy ở đâu|trích ở đâu|công văn nào|quyết định nào',
  ],
  [
    'many unit_word',
    'bao nhiêu đơn vị|bao nhiêu trường|bao nhiêu phường|bao nhiêu xã|mấy đơn vị|mấy trường|mấy phường|mấy xã|how many units|how many schools|how many wards',
  ],
  ['unit_word', 'đơn vị|các đơn vị|cơ quan|unit|units|thành viên|các thành viên|member|members'],
  [
    'unit_group',
    'các phường|các xã|các trường|các phòng|các phòng ban|các ngành|các đoàn thể|các trường học|khối trường|khối phường|khối phòng ban|khối đoàn thể|wards|schools|the wards|the schools|trường học|nhà trường|các ban ngành',
  ],
  ['cluster_word', 'cụm|khối|cluster|cụm thi đua|khối thi đua'],
  [
    'cluster_word own_cluster',
    'cụm mình|cụm ta|cụm này|cụm em|cụm tôi|cụm tui|cụm chúng ta|cụm bọn em|cụm bọn mình|cụm tụi em|cụm tụi mình|cụm của mình|cụm của em|cụm của tôi|cụm của chúng ta|khối mình|khối ta|khối này|khối em|our cluster|my cluster',
  ],
  [
    'all_clusters',
    'các cụm|toàn quận|cả quận|toàn phường|toàn thành phố|toàn huyện|toàn xã|toàn tỉnh|tất cả các cụm|các khối|tất cả cụm|all clusters|every cluster|clusters|toàn hệ thống|mỗi cụm|từng cụm|cụm với nhau',
  ],
  ['topic launch', 'phát động|khởi xướng|launched|launch'],
  ['topic submit do', 'ký giao ước|ký kết giao ước|ký giao ước thi đua|ký kết giao ước thi đua'],
  [
    'school cluster_word',
    'cụm trường|các cụm trường|cụm trường học|các cụm trường học|khối trường học|khối các trường|cụm các trường|school clusters|school cluster|khối trường',
  ],
  ['school', 'trường học|các trường|các trường học|schools|nhà trường|ngành giáo dục'],
  [
    'administrative cluster_word',
    'cụm hành chính|khối hành chính|cụm các đơn vị hành chính|cụm đơn vị hành chính|cụm phường|cụm các phường|khối phường|administrative clusters|administrative cluster|các cụm hành chính|các cụm đơn vị hành chính|cụm phòng ban',
  ],
  [
    'topic',
    'thi đua|khen thưởng|thi đua khen thưởng|giao ước|giao ước thi đua|sơ kết|tổng kết|bình xét|suy tôn|điển hình|điển hình tiên tiến|người tốt việc tốt|gương người tốt|sáng kiến|tập huấn|kế hoạch|kế hoạch năm|quy chế|tiêu chí|chuyên đề|mô hình|hội nghị|cuộc thi viết|hồ sơ|danh hiệu|kiểm tra chéo|tự chấm|tự chấm điểm|chấm điểm|đánh giá|xếp loại|biểu dương|tuyên truyền|gương|cải cách hành chính|đề nghị khen thưởng|bảng điểm|thang điểm|công văn|văn bản|biên bản|minh chứng|tờ trình|phụ lục|pact|emulation|commendation|award|awards|review|interim review|final review|year end review|year-end review|mid year review|training|plan|plans|initiative|initiatives|food safety|reform|administrative reform|security|countryside|contest|writing contest|signing|pact signing|ceremony|conference|food|businesses|culture|poor|kế hoạch thi đua|hoạt động',
  ],
];
