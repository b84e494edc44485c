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

MB0701 = mẫu sau khi điền không phải XML đúng quy cách: { $error }
    .hint = xem lại các thẻ gần dòng này đã đóng chưa và dấu & đã viết là &amp; chưa
    .explain = Sau khi Tera điền mẫu, kết quả phải là XML. Vị trí nêu ra là phần tử mocban gần nhất trước chỗ sai.

MB0702 = không có phần tử "{ $element }"
    .did-you-mean = ý bạn là "{ $suggestion }"?
    .known = ở đây dùng được: { $known }
    .explain = Một trang gồm các phần tử của mocban (m:column, m:row, m:grid, m:layer, m:pages, m:ground, m:text, m:chart, m:mark, m:icon, m:space, m:rule) và các mảnh svg thường.

MB0703 = { $element } không có thuộc tính "{ $attribute }"
    .did-you-mean = ý bạn là "{ $suggestion }"?
    .known = dùng được: { $known }
    .explain = Thuộc tính được kiểm tra để chữ gõ nhầm không bị lặng lẽ bỏ qua. Hướng dẫn viết mẫu liệt kê thuộc tính của từng phần tử.

MB0704 = "{ $value }" không phải một độ dài
    .hint = hãy viết rem, %, fr (trong lưới), hairline, auto, 0 hoặc một token kích thước như {"{"}space.m{"}"}
    .explain = Kích thước trong mẫu là rem, phần trăm, fr hoặc hairline, không bao giờ là pixel: mỗi khổ tự đặt rem theo cỡ và tầm nhìn, nhờ đó một mẫu dùng cho mọi khổ.

MB0705 = chủ đề { $theme } không có token "{ $token }"
    .did-you-mean = ý bạn là "{ $suggestion }"?
    .known = có: { $known }
    .explain = Màu, kiểu chữ, bóng đổ và kích thước được gọi bằng đường dẫn trong brand.tokens.json, đặt trong ngoặc nhọn.

MB0706 = "{ $value }" không phải một màu của bộ nhận diện
    .hint = hãy gọi một token màu, như {"{"}color.ink{"}"} hoặc {"{"}color.ink{"}"}/40%
    .explain = Mẫu không chứa mã màu, để bộ token khác đổi được mọi hình.

MB0707 = có một giá trị gắn ô dữ liệu nằm trong thuộc tính "{ $attribute }"
    .hint = hãy in giá trị trong văn bản; biểu đồ nhận giá trị trong m:value
    .explain = Hàm value in chữ mà vị trí được theo dõi tới tận hình vẽ. Trong thuộc tính vị trí ấy sẽ mất; ở đó hãy đọc record.field.

MB0708 = "{ $value }" không hợp với { $attribute }: { $expected }
    .explain = Thuộc tính này chỉ nhận các giá trị đã nêu.

MB0709 = một bộ lọc đã cắt đôi giá trị gắn ô dữ liệu
    .hint = hãy định dạng bằng tham số của value(…) thay vì bộ lọc rút ngắn như truncate
    .explain = Giá trị được in giữa các dấu vô hình. Bộ lọc làm mất một dấu sẽ tách con số khỏi ô của nó.

MB0710 = bộ nhận diện không có phông { $family } { $weight }
    .hint = các phông đang có: { $faces }
    .explain = Chỉ dùng phông trong brand/fonts, đúng các độ đậm đang có; không giả lập và không lấy từ hệ thống.

MB0711 = { $family } không có chữ cho { $characters }
    .hint = hãy dùng họ phông khác cho đoạn này, hoặc bỏ ký tự đó
    .explain = Ký tự thiếu sẽ hiện thành ô trống. Không có gì tự ý chuyển sang phông khác.

MB0712 = phần tử ngoài cùng của mẫu không phải <svg>
    .hint = hãy bắt đầu bằng <svg xmlns="http://www.w3.org/2000/svg" xmlns:m="urn:mocban:1">
    .explain = Mẫu là một tài liệu SVG có các phần tử của mocban bên trong.

MB0713 = một trang cần đúng một hộp ngoài các nền, ở đây có { $count }
    .hint = hãy đặt chúng vào một m:column, m:row, m:grid hoặc m:layer
    .explain = Hộp duy nhất ấy lấp đầy vùng an toàn; các m:ground lấp đầy phần tràn lề phía sau.

MB0714 = các hộp lồng nhau quá { $depth } tầng
    .explain = Độ sâu như vậy do mẫu tự gọi chính nó.

MB0715 = chữ "{ $words }" nằm trực tiếp trong hộp
    .hint = hãy đặt vào m:text
    .explain = Chỉ m:text được đo và dàn; chữ để rời sẽ bị mất.

MB0716 = mảnh SVG cần có kích thước
    .hint = hãy cho width hoặc height theo rem hay %, hoặc grow
    .explain = Mảnh vẽ có toạ độ riêng; phần dàn trang phải biết hiện nó to bao nhiêu.

MB0717 = bộ nhận diện không có dấu hiệu "{ $mark }"
    .did-you-mean = ý bạn là "{ $suggestion }"?
    .known = các dấu hiệu: { $known }
    .explain = Dấu hiệu được khai trong brand/marks/marks.toml.

MB0718 = bộ nhận diện không có biểu tượng "{ $icon }"
    .did-you-mean = ý bạn là "{ $suggestion }"?
    .known = các biểu tượng: { $known }
    .explain = Biểu tượng là các tệp SVG trong brand/icons.

MB0719 = SVG không có viewBox gồm bốn số
    .hint = hãy thêm viewBox="0 0 24 24" hoặc tương tự
    .explain = viewBox cho biết phần toạ độ nào được hiện; thiếu nó thì không co giãn được hình.

MB0720 = "{ $element }" không được nằm trong mảnh SVG
    .hint = chữ đặt vào m:text, ảnh đặt vào bộ nhận diện; màu là thuộc tính như fill="{"{"}color.ink{"}"}"
    .explain = Mảnh vẽ chỉ chứa hình: không có gì tự chạy, tự nạp, chuyển động hay đưa chữ vượt qua phần dàn trang.

MB0721 = { $attribute }="{ $value }" trỏ ra ngoài hình vẽ
    .hint = chỉ được tham chiếu dạng #ten trong cùng mảnh
    .explain = Mẫu không được tin cậy: không đọc tệp hay địa chỉ nào.

MB0722 = numOctaves tối đa là { $limit }
    .explain = Chi phí của bộ lọc nhiễu tăng theo số octave và không có giới hạn nào khác.

MB0723 = "{ $words }" được biểu đồ vẽ nhưng không gắn bằng datum
    .hint = hãy viết {"{"}{"{"} datum(of=record, field="…") {"}"}{"}"}
    .explain = Độ dài của một thanh cũng là con số như nhãn của nó. datum gắn cả hai với ô dữ liệu; value chỉ gắn phần chữ in ra.

MB0724 = không có biểu đồ "{ $kind }"
    .did-you-mean = ý bạn là "{ $suggestion }"?
    .known = các biểu đồ: { $known }
    .explain = Hướng dẫn viết mẫu trình bày từng loại.

MB0730 = chữ "{ $words }" không vừa ({ $block })
    .hint = hãy nới hộp, cho thêm dòng, hoặc cho co lại: fit="shrink" min="…"
    .explain = Chữ tràn khung: kể cả ở cỡ nhỏ nhất và đã bỏ mọi thứ được phép bỏ, chữ vẫn cần nhiều chỗ hơn hộp có.

MB0731 = { $block } vượt ra ngoài hộp bao quanh
    .hint = hãy cho thứ gì đó co lại (fit="shrink") hoặc được bỏ (priority="1")
    .explain = Không gì được nằm ngoài hộp cha, nhờ đó không gì nằm ngoài vùng an toàn.

MB0732 = biểu đồ { $block } không đủ chỗ cho: { $words }
    .hint = hãy nới chỗ, hoặc rút ngắn nhãn
    .explain = Mọi nhãn của biểu đồ đều được vẽ trọn vẹn hoặc được báo lại.

MB0733 = dấu hiệu { $block } cao { $height } px, cần ít nhất { $least }
    .hint = hãy cho thêm chiều cao
    .explain = Dấu hiệu có cỡ nhỏ nhất, dưới cỡ đó không nhận ra được (marks.toml: min_height).

MB0734 = quá { $limit } trang
    .explain = Bảng chữ chạy hay tập trang dài như vậy là do nhầm trong mẫu hoặc phần chọn bản ghi.

MB0735 = không dàn được trang: { $error }
    .explain = Phần dàn hộp hỏng bên trong; xin báo lại kèm mẫu.

### MB08 kiểm tra trước in

MB0801 = con số { $number } không gắn với ô dữ liệu nào: "{ $words }"
    .hint = hãy in bằng value(…), hoặc thêm vào [[allow]] trong template.toml kèm lý do
    .explain = Mọi chữ số trên hình phải đến từ một ô dữ liệu, để truy được nguồn và đính chính được. Chuỗi không phải dữ liệu (số văn bản, năm trong tên gọi) được cho phép từng chuỗi một.

MB0802 = số liệu minh họa được vẽ mà không ghi rõ ({ $template })
    .hint = hãy thêm <m:text name="illustrative" when="illustrative">…</m:text> vào mẫu
    .explain = Bản ghi có status là "illustrative" là số giả định. Mọi hình vẽ chúng phải ghi rõ ("Số liệu minh họa").

MB0803 = nhãn số liệu minh họa cỡ { $size } px, cần ít nhất { $least } px
    .explain = Nhãn phải đọc được: ít nhất nửa rem.

MB0804 = chữ "{ $words }" nằm ngoài vùng an toàn của { $format }
    .hint = hãy đặt chữ trong hộp của trang; chỉ nền mới tràn lề
    .explain = Phần ngoài vùng an toàn có thể bị dao xén, khung hay nút bấm trên điện thoại che mất.

MB0805 = { $second } nằm đè lên { $first }
    .hint = hãy cho mỗi khối một ô hoặc một hàng riêng
    .explain = Hai khối chữ chiếm cùng một chỗ.

MB0806 = "{ $words }" cao { $height } mm; nhìn từ { $distance } m cần { $least } mm
    .hint = hãy dùng kiểu chữ lớn hơn ở khổ này, hoặc bỏ khối đó đi
    .explain = Một chữ đọc được từ xa khoảng 450 lần chiều cao của nó. Đây là quy tắc hình học, không phải khảo sát người đọc.

### MB09 mã hoá và xuất

### MB10 kho, danh mục, lượt in

### MB11 dòng lệnh
