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

MB1001 = { $path } không phải bản kê đọc được
    .hint = các tệp của nó coi như chưa có và sẽ được làm lại; `mocban index` cho biết trong thư mục có gì
    .explain = Bản kê liệt kê các tệp của thư mục kết quả. Bản này bị cắt, bị sửa hoặc do phiên bản mới hơn ghi. Lúc nào cũng có thể làm lại nó từ chiến dịch.

MB1002 = { $path } có { $count } mục không đọc được
    .hint = lần in sau sẽ làm lại các tệp đó
    .explain = Một số mục của bản kê hoặc nhật ký bị hỏng, hoặc chỉ ra ngoài thư mục kết quả. Các mục ấy bị bỏ qua; những mục khác vẫn được dùng.

MB1003 = { $path } có trong bản kê nhưng không thấy tệp
    .hint = lần in sau sẽ làm lại tệp này
    .explain = Một tệp của thư mục kết quả đã bị xoá hoặc chuyển đi sau khi làm xong. Mục của nó được bỏ khỏi bản kê.

MB1004 = { $path } không còn như lúc được ghi
    .hint = lần in sau sẽ làm lại tệp này; đừng gửi nó cho ai
    .explain = Độ dài hoặc mã băm của tệp khác với bản kê: tệp bị cắt, bị sửa hoặc hỏng sau khi làm xong.

MB1005 = { $path } không có trong bản kê nào
    .hint = nếu là tệp của bạn, hãy chuyển nó ra khỏi thư mục kết quả; mocban không đụng đến nó
    .explain = Trong thư mục kết quả có một tệp không do lượt in nào ghi lại. Tệp này không có trong danh mục.

### MB11 dòng lệnh
