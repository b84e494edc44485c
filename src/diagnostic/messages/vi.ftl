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

MB0901 = không đọc được bản vẽ đã dàn xong như một SVG: { $said }
    .hint = hãy tìm chỗ đánh dấu sai trong mẫu, hoặc trong SVG mà mẫu đưa vào (dấu hiệu, biểu tượng)
    .explain = Sau khi dàn trang, bản vẽ phải là SVG đúng cú pháp và có kích thước. Bản này bị bộ đọc SVG từ chối; nguyên văn lời báo đứng sau dấu hai chấm.

MB0902 = bản vẽ đòi mở { $address }, thứ không nằm trong nó
    .hint = hãy đặt ảnh vào thư mục chiến dịch rồi gọi tên trong mẫu; trong bản vẽ chỉ có thể có ảnh PNG, JPEG và WebP
    .explain = Bản vẽ phải tự đủ: khi vẽ không mở tệp nào, không vào mạng và không mở SVG lồng trong ảnh. Ảnh được mang sẵn bên trong dưới dạng PNG, JPEG hoặc WebP.

MB0903 = bản vẽ sẽ thiếu một phần: { $said }
    .hint = hãy sửa phần tử hoặc thuộc tính được nêu, hoặc bỏ nó khỏi mẫu
    .explain = Bộ đọc hoặc bộ vẽ SVG bỏ qua những gì nó không hiểu và chỉ ghi vào nhật ký. Hình thiếu một phần thì không bao giờ được phát hành, nên đây là lỗi. Nguyên văn lời báo đứng sau dấu hai chấm.

MB0904 = không vẽ được khung { $width } × { $height } điểm ảnh
    .hint = khung có ít nhất một điểm ảnh và nhiều nhất { $most } triệu; hãy chọn dpi nhỏ hơn trong formats.toml
    .explain = Khung vẽ là khổ thành phẩm cộng phần tràn lề mỗi cạnh, tính theo dpi của khổ. Bản in lớn được nhìn từ xa nên cần ít điểm ảnh trên mỗi inch.

MB0905 = bộ nhận diện không có kiểu chữ { $face } mà PDF cần
    .hint = hãy thêm tệp phông vào brand/fonts/, hoặc dùng độ đậm và dáng chữ mà bộ nhận diện có
    .explain = Chữ trong PDF là chữ thật, vẽ bằng kiểu chữ của chính bộ nhận diện, không bao giờ bằng phông của máy. Họ chữ, độ đậm và dáng chữ phải có đúng y như vậy.

MB0906 = tệp { $encoding } của khổ { $format } nặng { $size } byte, trong khi chỉ được { $limit }
    .hint = hãy chọn kiểu mã hoá khác, dpi nhỏ hơn, hoặc nâng max_bytes của khổ
    .hint-png = hãy chọn jpeg hoặc webp cho khổ này: PNG giữ nguyên mọi màu nên không thể nhỏ hơn
    .explain = Khổ đặt giới hạn bằng max_bytes. Chất lượng đã hạ tới 50 (PNG: đã nén hết mức) mà cả tệp, kể cả siêu dữ liệu, vẫn lớn hơn; con số nêu ra là dung lượng nhỏ nhất đạt được.

MB0907 = { $width } × { $height } điểm ảnh là quá nhiều với { $encoding }, mỗi cạnh chỉ chứa được { $longest }
    .hint = hãy chọn png hoặc jpeg cho khổ này, hoặc dpi nhỏ hơn
    .explain = Mỗi kiểu tệp có cạnh dài nhất: 16.383 điểm ảnh với WebP, 65.535 với JPEG và AVIF.

MB0908 = bản mocban này không ghi được AVIF
    .hint = hãy biên dịch với tính năng avif của cargo, hoặc bỏ avif khỏi danh sách mã hoá của sản phẩm
    .explain = AVIF cần một bộ mã hoá chỉ được biên dịch khi có tính năng avif của cargo; tính năng này bật sẵn.

MB0909 = siêu dữ liệu nặng { $size } byte mà một tệp JPEG chỉ chứa được { $limit }
    .hint = hãy rút ngắn chú thích, văn bản thay thế hoặc điều khoản sử dụng
    .explain = JPEG giữ siêu dữ liệu XMP trong một đoạn dài nhiều nhất 64 KB.

MB0910 = bản vẽ lồng { $layers } lớp vào nhau trên { $width } × { $height } điểm ảnh
    .hint = hãy bớt opacity, filter, mask và clip-path trên các phần tử nằm trong nhau
    .explain = Mỗi phần tử có độ mờ, bộ lọc, mặt nạ hoặc đường cắt có thể được vẽ trên một lớp lớn bằng cả khung. Các lớp lồng nhau cùng nằm trong bộ nhớ; ở đây chúng có thể chiếm hơn 4 GB.

MB0911 = numOctaves là { $octaves }, trong khi nhiều nhất là { $most }
    .hint = hãy chọn numOctaves nhỏ hơn; quá 8 thì mắt không còn thấy khác
    .explain = Mỗi quãng của bộ lọc feTurbulence tốn thời gian như quãng đầu, mà các quãng mịn thì nhỏ hơn một điểm ảnh.

MB0912 = bản vẽ chứa { $part }, thứ vượt quá một hình vẽ
    .hint = hãy bỏ nó khỏi mẫu, hoặc khỏi dấu hiệu hay biểu tượng đã mang nó vào
    .explain = Tệp SVG phát hành không chứa mã lệnh, không bắt sự kiện, không có nội dung loại khác và không trỏ ra ngoài, để mở ở đâu cũng an toàn và trông như nhau. Chỉ thẻ <a> được dẫn tới một trang.

### MB10 kho, danh mục, lượt in

### MB11 dòng lệnh
