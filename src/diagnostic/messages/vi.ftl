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

MB0010 = không phải TOML hợp lệ: { $problem }
    .explain = Tệp cài đặt (campaign.toml, formats.toml, …) sai cú pháp TOML tại chỗ này, chẳng hạn thiếu dấu ngoặc kép đóng. Phần còn lại của tệp chỉ được kiểm tra khi tệp đã đọc được.

MB0011 = không có khoá { $key }
    .did-you-mean = có phải bạn muốn viết { $suggestion }?
    .known = các khoá dùng được ở đây: { $known }
    .explain = Tệp cài đặt chỉ nhận những khoá đã biết, để một yêu cầu viết sai không bị lặng lẽ bỏ qua.

MB0012 = { $key } phải là { $wanted ->
        [text] chữ trong dấu ngoặc kép
        [number] một con số
        [whole] số nguyên từ 0 trở lên
        [boolean] true hoặc false
        [list] danh sách trong ngoặc vuông
        [table] một bảng
       *[scalar] một giá trị đơn
    }
    .explain = Khoá thì đúng nhưng giá trị thuộc loại khác. Chữ đặt trong dấu ngoặc kép; số, true và false thì không.

MB0013 = thiếu khoá { $key }
    .explain = Không có khoá này thì không hiểu được bảng. Vị trí nêu ra là vị trí của bảng.

MB0014 = chữ của { $key } chứa ký tự mà mocban dùng riêng
    .hint = hãy xoá các ký tự dùng riêng không nhìn thấy, từ U+E000 đến U+E01F
    .explain = Các ký tự từ U+E000 đến U+E01F đánh dấu giá trị trên đường từ dữ liệu đến hình, nên dữ liệu vào không được chứa chúng. Chúng thường lẫn vào khi chép từ tệp PDF hoặc phông biểu tượng.

### MB01 chiến dịch

### MB02 dữ liệu

### MB03 nhận diện

### MB04 khổ

MB0401 = không thể đặt tên khổ là { $name }
    .hint = chỉ dùng chữ thường a–z, chữ số và dấu gạch nối đơn, không quá 64 ký tự
    .explain = Tên khổ nằm trong tên tệp, nên phải ngắn, viết thường, không dấu và không có khoảng trắng.

MB0402 = { $key } không phải một độ dài
    .hint = hãy viết số kèm đơn vị: "1080px", "210mm", "60cm", "12m"
    .physical = hãy viết số lớn hơn 0 kèm đơn vị: "10mm", "35cm", "12m"
    .safe = hãy viết một độ dài ("5%", "10mm", "20px") hoặc bốn: [trên, phải, dưới, trái]
    .explain = Độ dài là chữ gồm một số đi liền với px, mm, cm hoặc m. Chỉ vùng an toàn mới nhận thêm %. Khoảng cách nhìn và bước điểm LED là độ dài thật: mm, cm hoặc m.

MB0403 = { $key } phải lớn hơn 0
    .explain = Chiều rộng, chiều cao và dpi của bề mặt phải lớn hơn 0; mỗi chiều ít nhất một điểm ảnh.

MB0404 = { $key } không phải một dung lượng
    .hint = hãy viết số nguyên kèm đơn vị: "500kB", "1MB", "2MiB"
    .explain = kB và MB tính theo nghìn, KiB và MiB tính theo 1024. Con số phải nguyên và lớn hơn 0.

MB0405 = kích thước tính bằng milimét cần có dpi
    .hint = hãy thêm dpi, ví dụ dpi = 300 cho bản in cầm tay, dpi = 30 cho pano
    .explain = Số điểm ảnh tính từ milimét và dpi. Bảng LED thì dùng bước điểm (pitch) thay cho dpi.

MB0406 = bề mặt kể cả phần xén dài { $pixels } điểm ảnh; giới hạn là { $limit }
    .hint = hãy giảm dpi: bề mặt nhìn từ xa không cần nhiều
    .explain = Không cạnh nào của bề mặt, kể cả phần xén, được dài quá 60.000 điểm ảnh.

MB0407 = vùng an toàn chừa lại chưa đến một phần tư cạnh
    .hint = hãy giảm các khoảng cách của safe
    .explain = Vùng an toàn giữ nội dung khỏi chỗ bị cắt hoặc bị che. Nếu nó chừa lại chưa đến một phần tư chiều rộng hoặc chiều cao thì không dàn trang được.

MB0408 = bảng LED { $width } × { $height } điểm ảnh không gồm những mô-đun { $module } nguyên vẹn
    .hint = kích thước nguyên mô-đun gần nhất là { $better }
    .explain = Bảng LED ghép từ các mô-đun. Kích thước không chia hết cho mô-đun, hoặc milimét không ra số điểm nguyên, thường là do ghi sai bước điểm hoặc kích thước.

MB0409 = mô-đun LED là danh sách hai số, ví dụ [32, 16]
    .explain = Mô-đun cho biết số điểm ảnh của một tấm LED, chiều rộng trước, chiều cao sau.

MB0410 = { $key } không thể là { $value }
    .did-you-mean = có phải bạn muốn viết { $suggestion }?
    .known = có thể là: { $known }
    .explain = Khoá này của khổ chỉ nhận vài từ; gợi ý liệt kê các từ đó.

MB0411 = { $value } không phải ngày hoặc tháng
    .hint = hãy viết dạng "2026-11-20" hoặc "2026-11"
    .explain = Ngày kiểm tra số liệu của khổ là ngày theo ISO, hoặc năm và tháng.

### MB05 kế hoạch

### MB06 mẫu

### MB07 dàn trang

### MB08 kiểm tra trước in

### MB09 mã hoá và xuất

### MB10 kho, danh mục, lượt in

### MB11 dòng lệnh
