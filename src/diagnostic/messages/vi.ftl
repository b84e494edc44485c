# Lời của các chẩn đoán, bằng tiếng Việt. Mỗi mã: câu báo; .hint hoặc gợi ý khác; .explain cho `mocban explain`.
# Phòng: MB00 tệp · MB01 chiến dịch · MB02 dữ liệu · MB03 nhận diện · MB04 khổ · MB05 kế hoạch · MB06 mẫu ·
# MB07 dàn trang · MB08 kiểm tra trước in · MB09 mã hoá và xuất · MB10 kho, danh mục, lượt in · MB11 dòng lệnh

### MB00 tệp

MB0001 = không có tệp { $path }
    .hint = đường dẫn tính từ thư mục chiến dịch và phân biệt chữ hoa, chữ thường
    .explain = Một tệp được tệp khác nhắc đến, hoặc chiến dịch nào cũng phải có, không nằm trong thư mục chiến dịch.

MB0002 = { $path } không phải văn bản UTF-8
    .hint = hãy lưu tệp ở dạng UTF-8 ("CSV UTF-8" trong Excel)
    .explain = Mọi tệp văn bản của chiến dịch đều ở dạng UTF-8. Vị trí nêu ra là byte sai đầu tiên.

### MB01 chiến dịch

### MB02 dữ liệu

### MB03 nhận diện

### MB04 khổ

### MB05 kế hoạch

### MB06 mẫu

### MB07 dàn trang

### MB08 kiểm tra trước in

### MB09 mã hoá và xuất

### MB10 kho, danh mục, lượt in

### MB11 dòng lệnh

MB1101 = không có campaign.toml trong { $dir }
    .hint = hãy vào thư mục chiến dịch, chỉ nó bằng -C DIR, hoặc tạo mới bằng `mocban new DIR`
    .explain = Mọi lệnh trừ `new` và `explain` đều làm việc trên một thư mục chiến dịch, tức thư mục có campaign.toml. Đó là thư mục hiện tại, trừ khi -C chỉ thư mục khác.

MB1102 = không có thư mục { $dir }
    .hint = -C nhận thư mục chiến dịch; đường dẫn tính từ nơi bạn đang đứng
    .explain = Thư mục nêu sau -C không tồn tại, hoặc là một tệp.

MB1103 = không có mã { $code }
    .hint = mã nằm trong ngoặc vuông sau chữ "lỗi" hoặc "cảnh báo", ví dụ MB0001
    .did-you-mean = có phải ý bạn là { $suggestion }?
    .known = các mã đã biết: { $known }
    .explain = `mocban explain` nhận mã của một chẩn đoán: MB và bốn chữ số. Có thể viết thường, bỏ "MB" và các số 0 đứng đầu.

MB1104 = thư mục { $dir } không trống
    .hint = hãy nêu một thư mục chưa có
    .explain = `mocban new` ghi vào một thư mục riêng, không bao giờ ghi lẫn vào các tệp đã có, kể cả tệp ẩn.

MB1105 = { $dir } không phải là thư mục
    .hint = hãy nêu một thư mục chưa có
    .explain = Tên đưa cho `mocban new` là của một thứ đã tồn tại mà không phải thư mục.

say-error = lỗi

say-warning = cảnh báo

say-hint = gợi ý

say-again = { $place }: { $code } lặp lại thêm { $more } lần

say-more = { $place }: còn { $more } lỗi { $code } nữa (xem hết: --message-format short)

say-started = { $renditions } tệp của { $jobs } ấn phẩm

say-progress = đã in { $rendered } · dùng lại { $cached } · hỏng { $failed }

say-left = còn

say-finished = Đã in { $rendered } · dùng lại { $cached } · hỏng { $failed } trong { $seconds } giây

say-stopping = Đang làm nốt các tệp dở dang. Nhấn Ctrl-C lần nữa để dừng ngay; chạy lại lệnh này để làm tiếp.

say-checked = Đã kiểm tra: lỗi { $errors } · cảnh báo { $warnings }

say-plan-empty = Kế hoạch trống.

say-plan-new = + { $count } mới

say-plan-changed = ~ { $count } thay đổi: { $changes }

say-plan-missing = + { $count } đã mất tệp

say-plan-damaged = ! { $count } có tệp bị hỏng

say-plan-fresh = ~ { $count } không đổi, làm lại vì có --fresh

say-plan-unchanged = = { $count } không đổi

say-plan-more = … và { $more } tệp nữa

say-format-columns = khổ | dáng | điểm ảnh | mm | ppi | rem px | giới hạn | ngày kiểm | độ tin cậy

say-nothing-found = Không tìm thấy gì.

say-indexed = Danh mục có { $files } tệp.

say-watching = Đang theo dõi thay đổi. Nhấn Ctrl-C để kết thúc.

say-created = Đã ghi chiến dịch vào { $dir }. Tiếp theo: mocban -C { $dir } render
