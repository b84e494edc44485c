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

MB0601 = template.toml không phải TOML: { $message }
    .explain = Tệp khai báo mẫu không đọc được theo TOML. Vị trí nêu ra là chỗ việc đọc dừng lại.

MB0602 = khoá lạ { $key }
    .did-you-mean = có phải ý bạn là { $suggestion }?
    .known = các khoá có sẵn: { $known }
    .explain = template.toml gồm title, needs, columns, shapes, sequence và các bảng [[allow]] có text và reason. Khoá khác bị từ chối để lỗi gõ không bị bỏ qua âm thầm.

MB0603 = { $key } là { $found }, cần { $expected ->
        [string] một chuỗi
        [words] một chuỗi, hoặc mỗi ngôn ngữ một chuỗi
        [names] danh sách chuỗi
        [columns] danh sách chuỗi cho từng bảng
        [allow] các bảng [[allow]]
       *[other] { $expected }
    }
    .explain = Một khoá của template.toml mang giá trị sai loại.

MB0604 = thiếu { $key }
    .hint = template.toml cần title và shapes; mỗi [[allow]] cần text và reason, tức lý do chuỗi đó đúng
    .explain = Mẫu phải nói tên gọi và những dáng khổ mà nó vẽ được; chuỗi chữ số không lấy từ dữ liệu phải nêu lý do.

MB0605 = { $key } không nhận "{ $value }"
    .did-you-mean = có phải ý bạn là { $suggestion }?
    .known = chọn một trong: { $known }
    .explain = Dáng khổ là wide, square, tall hoặc ticker; trình tự là still, pages hoặc motion.

MB0606 = đoạn này không phải Fluent: { $message }
    .explain = Tệp lời của mẫu (chẳng hạn vi.ftl) có đoạn Fluent không đọc được, hoặc một khoá được viết hai lần. Mỗi lời có dạng "khoá = lời"; các dòng tiếp theo phải thụt vào.

MB0607 = không có tệp mẫu { $name } để chèn
    .did-you-mean = có phải ý bạn là { $suggestion }?
    .known = các tệp chèn được: { $known }
    .explain = Mẫu chỉ chèn được tệp trong thư mục của nó và trong templates/parts, gọi tên kể từ templates/: "parts/frame.svg". Ngoài ra không đọc được gì khác.

MB0608 = chèn { $name } thành vòng lặp hoặc sâu quá { $limit } tệp
    .hint = bỏ bớt một lần chèn, hoặc đổi phần dùng chung thành component
    .explain = Tệp được chèn có thể chèn tệp khác, nhưng chỉ sâu đến mức ấy và không bao giờ chèn lại chính nó.

MB0609 = mẫu không được dùng { $tag }
    .hint = dùng chung nét vẽ bằng include và component; đánh số bằng loop.index, sum và rank
    .explain = extends và set_global của Tera có thể khiến việc điền mẫu đệ quy hoặc phình ra vô hạn, nên mẫu không có hai thẻ này.

MB0610 = cú pháp mẫu: { $message }
    .explain = Tera không đọc được mẫu ở vị trí này.

MB0611 = không có lời cho "{ $key }" bằng ngôn ngữ { $language }
    .did-you-mean = có phải ý bạn là { $suggestion }?
    .known = các khoá hiện có: { $known }
    .explain = Mẫu gọi t(key="…") nhưng tệp lời của ngôn ngữ đó (chẳng hạn vi.ftl) không có khoá này. Mọi ngôn ngữ của chiến dịch đều cần đủ mọi lời.

MB0612 = không có { $kind ->
        [filter] bộ lọc
        [function] hàm
        [test] phép thử
       *[other] component
    } { $name }
    .did-you-mean = có phải ý bạn là { $suggestion }?
    .known = hiện có: { $known }
    .explain = Mẫu dùng một bộ lọc, phép thử, hàm hoặc component không tồn tại.

MB0613 = component { $name } được định nghĩa hai lần
    .hint = đổi tên một cái; mẫu thấy component của chính nó và của cả templates/parts
    .explain = Component chỉ được gọi bằng tên, nên mỗi tên chỉ thuộc về một component trong các tệp của mẫu và các phần dùng chung.

MB0614 = ký tự riêng { $character } đã được dành sẵn
    .hint = bỏ ký tự đó; hãy vẽ biểu tượng bằng path, đừng dùng phông biểu tượng
    .explain = Các ký tự U+E000 đến U+E002 và U+E010 đến U+E019 dùng để gắn giá trị in ra với ô dữ liệu. Mẫu không được tự viết chúng, kể cả bằng tham chiếu ký tự.

MB0615 = tệp mẫu dài quá { $limit } KiB
    .hint = đưa hình vẽ ra tệp ảnh, đưa phần dùng chung vào parts
    .explain = Tệp mẫu có giới hạn độ dài để việc đọc cũng có giới hạn.

MB0616 = không dựng được mẫu: { $message }
    .explain = Tera thấy các mảnh của mẫu không khớp với nhau.

MB0617 = tệp đặt hơn { $limit } biến
    .hint = hãy dùng vòng lặp trên một danh sách
    .explain = Các biến có thể chứa lẫn nhau, nên số biến trong một tệp mẫu có giới hạn.

MB0620 = không có biến { $name }
    .did-you-mean = có phải ý bạn là { $suggestion }?
    .known = hiện có: { $known }
    .explain = Mẫu thấy records, tables, campaign, product, format, language và theme; chỉ có record khi sản phẩm làm mỗi bản ghi một hình.

MB0621 = không có trường { $field }
    .did-you-mean = có phải ý bạn là { $suggestion }?
    .known = các trường hiện có: { $known }
    .explain = Mẫu gọi một trường mà bản ghi, hoặc giá trị đang xét, không có. Cột theo ngôn ngữ được gọi không kèm ngôn ngữ: name, không phải name.vi. Bảng phải có tên trong needs của template.toml.

MB0622 = mẫu cần bảng { $table } nhưng dữ liệu không có
    .did-you-mean = có phải ý bạn là { $suggestion }?
    .known = các bảng hiện có: { $known }
    .explain = template.toml liệt kê những bảng mà mẫu đọc; mỗi bảng phải có trong dữ liệu của chiến dịch.

MB0623 = mẫu cần cột { $column } nhưng bảng { $table } không có
    .did-you-mean = có phải ý bạn là { $suggestion }?
    .known = các cột hiện có: { $known }
    .explain = template.toml liệt kê những cột mà bảng phải có; cột này không có trong lược đồ của bảng.

MB0624 = { $function } không có tham số { $argument }
    .did-you-mean = có phải ý bạn là { $suggestion }?
    .known = các tham số của hàm: { $known }
    .explain = Mẫu gọi hàm với một tham số mà hàm không có.

MB0625 = { $function }: { $argument } phải là { $expected ->
        [string] một chuỗi
        [flag] true hoặc false
        [record] một bản ghi
        [records] danh sách bản ghi
        [decimals] số nguyên từ 0 đến 12
        [unit] true, false hoặc một chuỗi
        [from] một trường hoặc một bản ghi
        [amount] số đã in, một bản ghi hoặc danh sách bản ghi
       *[other] { $expected }
    }, không phải { $found ->
        [nothing] để trống
       *[other] { $found }
    }
    .hint = truyền cả bản ghi, như value(of=record, field="score")
    .explain = Mẫu gọi hàm với tham số sai loại, hoặc thiếu một tham số bắt buộc.

MB0626 = { $function } không tính được với { $cell }: ô này không phải số
    .explain = Tổng, trung bình, chênh lệch và thứ hạng chỉ tính trên cột số. Ô trống được bỏ qua; chữ, ngày tháng và đúng/sai là lỗi.

MB0627 = không điền được lời cho "{ $key }": { $message }
    .explain = Một lời trong tệp Fluent của mẫu dùng biến mà mẫu không truyền vào, hoặc nhắc đến thứ không tồn tại.

MB0628 = in ra hơn { $limit } giá trị
    .hint = vẽ ít bản ghi hơn, hoặc chia thành nhiều trang
    .explain = Số giá trị mà một lần điền mẫu in ra, và số ô dữ liệu đứng sau chúng, đều có giới hạn.

MB0629 = mẫu sau khi điền dài quá { $limit } MiB
    .hint = tìm vòng lặp lồng nhau; vẽ ít bản ghi hơn, hoặc chia thành nhiều trang
    .explain = Kết quả của một lần điền mẫu có giới hạn. Vị trí nêu ra là phần tử cuối cùng đã viết.

MB0630 = điền mẫu lâu quá { $seconds } giây
    .hint = tìm vòng lặp lồng nhau, hoặc một range rất dài
    .explain = Một lần điền mẫu chỉ mất chưa đầy một giây. Vị trí nêu ra là vòng lặp sau phần tử cuối cùng đã viết, nhiều khả năng là vòng lặp không dừng.

MB0631 = component gọi nhau quá sâu
    .hint = chặn đệ quy bằng điều kiện; giới hạn là 20 tầng
    .explain = Component có thể gọi chính nó, nhưng chỉ sâu 20 tầng.

MB0632 = một bộ lọc đã cắt hoặc lồng giá trị in ra
    .hint = hãy dùng các bộ lọc như truncate, reverse, split trên trường gốc, hoặc bỏ chúng đi
    .explain = Giá trị do value() in ra được gắn với ô dữ liệu bằng các ký tự ẩn bao quanh. Đổi chữ hoa, chữ thường hay thay chữ vẫn giữ được chúng; bộ lọc cắt văn bản thì làm mất mối gắn, nên không còn truy được con số.

MB0633 = điền mẫu không thành: { $message }
    .explain = Tera không tính được một biểu thức: các giá trị không hợp loại với nhau, thiếu giá trị, hoặc mẫu gọi throw.

MB0634 = không có mẫu { $name }
    .did-you-mean = có phải ý bạn là { $suggestion }?
    .known = các mẫu hiện có: { $known }
    .explain = Sản phẩm gọi tên một mẫu không phải là thư mục nào trong templates/.

MB0635 = ngôn ngữ mẫu gặp lỗi bên trong
    .explain = Khi điền mẫu này, chính chương trình gặp lỗi. Các việc khác không bị ảnh hưởng; xin báo lỗi kèm theo mẫu.

### MB07 dàn trang

### MB08 kiểm tra trước in

### MB09 mã hoá và xuất

### MB10 kho, danh mục, lượt in

### MB11 dòng lệnh
