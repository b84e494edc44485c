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
