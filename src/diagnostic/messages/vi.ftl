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

MB0201 = lược đồ không phải TOML hợp lệ: { $reason }
    .explain = Lược đồ là tệp TOML. Vị trí nêu ra là chỗ không đọc tiếp được nữa.

MB0202 = không có thiết lập { $key }
    .did-you-mean = có phải ý bạn là { $suggestion }?
    .known = ở đây có: { $known }
    .explain = Lược đồ có một thiết lập mà mocban không biết. Thiết lập ấy bị từ chối, vì một quy tắc viết sai tên sẽ chẳng kiểm tra được gì.

MB0203 = { $key } phải là { $expected ->
        [text] chữ đặt trong ngoặc kép
        [number] một số
        [count] số nguyên từ 0
        [positive] số nguyên từ 1
        [decimals] số không quá 15
        [boolean] true hoặc false
        [texts] danh sách chữ, không để trống
        [unit] chữ, hoặc mỗi ngôn ngữ một chữ
       *[table] một bảng
    }
    .explain = Một thiết lập của lược đồ có giá trị sai loại.

MB0204 = "{ $given }" không dùng được cho { $setting }
    .did-you-mean = có phải ý bạn là { $suggestion }?
    .known = dùng được: { $known }
    .explain = Thiết lập này của lược đồ chỉ nhận một trong vài từ, và từ đã viết không nằm trong số đó.

MB0205 = lược đồ thiếu { $setting }
    .hint = lược đồ nêu cột khoá (key = "id") và kiểu của từng cột
    .explain = Bảng nào cũng có một cột khoá để phân biệt các bản ghi, và cột nào cũng có kiểu: text, number, integer, boolean hoặc date.

MB0206 = cột khoá { $column } chưa được khai báo
    .did-you-mean = có phải ý bạn là { $suggestion }?
    .known = đã khai báo: { $known }
    .explain = Thiết lập key phải là tên một cột mà chính lược đồ ấy khai báo.

MB0207 = cột khoá { $column } phải có kiểu text
    .hint = khoá là tên, không phải số lượng: "007" và "7" là hai khoá
    .explain = Khoá nhận diện bản ghi mãi mãi và đi vào tên tệp, nên được đọc đúng như đã viết.

MB0208 = { $reason ->
        [above-maximum] minimum lớn hơn maximum
       *[type] { $setting } không có nghĩa với cột kiểu { $type }
    }
    .explain = minimum, maximum và unit đi với số và số nguyên, decimals đi với số, allowed và max_length đi với chữ.

MB0209 = không có tệp dữ liệu { $path }
    .did-you-mean = có phải ý bạn là { $suggestion }?
    .known = các tệp dữ liệu hiện có: { $known }
    .explain = Dữ liệu của lược đồ nằm trong tệp mà thiết lập file nêu, trong data/, hoặc trong tệp duy nhất cùng tên.

MB0210 = bảng { $table } có thể là một trong các tệp { $files }
    .hint = hãy nêu rõ: file = "…"
    .explain = Có nhiều tệp dữ liệu cùng tên với lược đồ, mà lược đồ không nói tệp nào.

MB0211 = { $path } không phải loại tệp chứa bảng
    .known = các đuôi tệp đọc được: { $known }
    .explain = Cách đọc tệp dữ liệu tuỳ theo đuôi tệp.

MB0212 = { $path } không có trang tính { $sheet }
    .did-you-mean = có phải ý bạn là { $suggestion }?
    .known = các trang tính trong tệp: { $known }
    .explain = Thiết lập sheet phải đúng tên trên thẻ trang tính, kể cả chữ hoa và dấu cách.

MB0213 = không đọc được sổ tính: { $reason }
    .hint = hãy mở tệp rồi lưu lại thành .xlsx hoặc .ods, không đặt mật khẩu
    .explain = Tệp bị hỏng, có mật khẩu, hoặc khác loại với đuôi tệp.

MB0214 = sổ tính giải nén ra hơn { $maximum } MiB
    .hint = hãy xoá hàng trống và hình ảnh, hoặc lưu trang tính thành CSV
    .explain = Sổ tính là một tệp ZIP. Tệp nhỏ mà giải nén ra hàng gigabyte sẽ làm treo máy, nên có giới hạn.

MB0215 = thiếu cột { $column }
    .did-you-mean = có phải là cột { $suggestion }?
    .known = các cột chưa ai khai báo: { $known }
    .explain = Cột nào lược đồ khai báo cũng phải có trong tệp, với đúng tên cột ấy.

MB0216 = cột { $column } chưa được khai báo nên sẽ bị bỏ qua
    .did-you-mean = có phải ý bạn là { $suggestion }?
    .known = đã khai báo: { $known }
    .explain = Tệp có một cột mà lược đồ không biết. Hãy khai báo hoặc xoá cột ấy.

MB0217 = cột { $column } có hai lần
    .explain = Hai cột cùng tên thì không ai biết cột nào là đúng.

MB0218 = hàng { $row } không có tên cột
    .hint = thiết lập header_row nói tên cột nằm ở hàng nào
    .explain = Tệp trống, hoặc tên cột nằm ở hàng khác với lược đồ.

MB0219 = có giá trị nằm dưới một cột không tên
    .hint = hãy đặt tên cho cột, hoặc xoá giá trị
    .explain = Cột không tên thì không khớp được với lược đồ, nên giá trị của nó bị bỏ qua.

MB0220 = các ô có vẻ được ngăn bằng "{ $delimiter }"
    .hint = hãy thêm delimiter = "{ $delimiter }" vào lược đồ
    .explain = Hàng tên cột chỉ là một ô, trong đó có dấu ngăn khác. Excel tiếng Việt ghi CSV bằng dấu chấm phẩy.

MB0221 = một ô mở ngoặc kép mà không đóng
    .hint = hãy đóng ngoặc kép; ngoặc kép bên trong ô viết hai lần: ""
    .explain = Một ô bắt đầu bằng ngoặc kép và nuốt hết phần còn lại của tệp. Vị trí nêu ra là chỗ bắt đầu.

MB0222 = có chữ nằm sau dấu đóng ngoặc kép
    .hint = ngoặc kép bên trong ô có ngoặc viết hai lần: ""
    .explain = Trong CSV, ô có ngoặc kép kết thúc ở dấu đóng ngoặc; sau đó là dấu ngăn hoặc hết dòng.

MB0223 = hàng có { $found } ô, còn hàng tên cột có { $expected }
    .hint = hãy đặt trong ngoặc kép những ô có chứa dấu ngăn hoặc dấu xuống dòng
    .explain = Hàng dài hơn hoặc ngắn hơn hàng tên cột thì giá trị rơi vào sai cột.

MB0224 = { $column } là bắt buộc
    .explain = Lược đồ nói bản ghi nào cũng có giá trị ở đây, nhưng bản ghi này để trống.

MB0225 = khoá { $key } có hai lần
    .hint = vị trí thứ hai là nơi khoá được dùng lần đầu
    .explain = Mỗi khoá nhận diện một bản ghi của bảng, nên hai bản ghi không được trùng khoá.

MB0226 = "{ $key }" không dùng làm khoá được
    .hint = hãy dùng chữ cái không dấu, chữ số, "-", "_" và ".": don-vi-01
    .explain = Khoá đi vào tên tệp và địa chỉ, nên không có dấu cách và chữ có dấu.

MB0227 = { $column }: "{ $given }" không phải số viết theo kiểu { $locale }
    .hint = hãy để trống ô khi không có giá trị
    .looks-vi = trông như kiểu Việt Nam (1.234,5): đặt locale = "vi", hoặc viết theo lược đồ
    .looks-en = trông như kiểu Anh (1,234.5): đặt locale = "en", hoặc viết theo lược đồ
    .looks-iso = trông như kiểu 1234.5: đặt locale = "iso", hoặc viết theo lược đồ
    .percent = đơn vị của cột không phải %: hãy bỏ dấu phần trăm, hoặc đặt unit = "%"
    .explain = Số trong ô chữ được đọc theo locale mà lược đồ khai báo: vi 1.234,5 · en 1,234.5 · iso 1234.5. Không bao giờ đoán, vì 1.234 là số trong cả ba kiểu.

MB0228 = { $column }: { $given } không phải số nguyên
    .hint = nếu cần phần lẻ, hãy khai báo type = "number"
    .explain = Cột kiểu integer dùng để đếm.

MB0229 = { $column }: { $given } { $bound ->
        [minimum] nhỏ hơn mức thấp nhất
       *[maximum] lớn hơn mức cao nhất
    } { $limit }
    .explain = Lược đồ nói giá trị của cột này nằm trong khoảng nào.

MB0230 = { $column }: { $given } quá lớn, không giữ được chính xác
    .explain = Số nguyên chính xác đến 2^53, khoảng chín triệu tỉ; giá trị vô hạn không phải dữ liệu.

MB0231 = { $column }: "{ $given }" không phải ngày viết theo kiểu { $locale }
    .hint = vi 31/12/2026 · en 12/31/2026 · kiểu nào cũng đọc được 2026-12-31
    .looks-vi = trông như kiểu Việt Nam (ngày/tháng/năm): đặt locale = "vi", hoặc viết 2026-12-31
    .looks-en = trông như kiểu Mỹ (tháng/ngày/năm): đặt locale = "en", hoặc viết 2026-12-31
    .no-such-day = lịch không có ngày này
    .explain = Ngày trong ô chữ được đọc theo locale mà lược đồ khai báo; năm có bốn chữ số. 2026-12-31 thì đâu cũng đọc được.

MB0232 = { $column }: "{ $given }" không phải có, cũng không phải không
    .hint = hãy viết true hoặc false, có hoặc không, yes hoặc no, 1 hoặc 0
    .explain = Cột kiểu boolean chỉ chứa có hoặc không.

MB0233 = { $column }: "{ $given }" không được phép ở đây
    .did-you-mean = có phải ý bạn là { $suggestion }?
    .known = được phép: { $known }
    .explain = Lược đồ liệt kê những từ mà cột này được chứa.

MB0234 = { $column }: dài { $length } ký tự, chỉ được { $maximum }
    .hint = hãy viết ngắn lại, hoặc tăng max_length nếu mẫu nào cũng đủ chỗ
    .explain = Lược đồ giới hạn độ dài của chữ để vừa chỗ vẽ.

MB0235 = { $column } có ký tự { $character } không vẽ được
    .hint = hãy xoá đi; ký tự này thường theo chữ chép từ PDF hoặc phông cũ
    .explain = Ký tự điều khiển, và dấu thay cho chữ đã mất khi chuyển mã trước đó (U+FFFD), không có chỗ trong dữ liệu.

MB0236 = { $column } có ký tự vùng dùng riêng { $character }
    .hint = hãy xoá đi; đó thường là biểu tượng hoặc chữ của phông cũ
    .explain = Các ký tự từ U+E000 đến U+F8FF mỗi phông hiểu một khác, và mocban dùng vài ký tự trong đó để đánh dấu con số.

MB0237 = { $path } có chữ ghép từ chữ cái và dấu rời
    .hint = không cần làm gì: chữ được ghép lại (NFC) khi đọc; lưu tệp ở dạng NFC thì hết cảnh báo
    .explain = "ế" có thể là một ký tự hoặc ba. Trông như nhau nhưng tìm và so sánh thì khác, nên dữ liệu được đọc về dạng dựng sẵn.

MB0238 = { $column } có lỗi bảng tính { $error }
    .hint = hãy sửa công thức, hoặc để trống ô
    .explain = Công thức của ô không có kết quả. Lỗi không bao giờ được vẽ thành giá trị.

MB0239 = { $column } cần { $expected ->
        [text] chữ
        [number] số
        [integer] số nguyên
        [boolean] có hoặc không
       *[date] ngày
    }, còn ô này là { $found ->
        [number] số
        [boolean] có hoặc không
        [date] ngày
        [nested] danh sách hoặc đối tượng
       *[text] chữ
    }
    .hint = hãy sửa giá trị, hoặc sửa kiểu cột trong lược đồ
    .as-text = hãy định dạng ô là văn bản trong bảng tính, hoặc đặt giá trị trong ngoặc kép
    .explain = Chính tệp nói giá trị này thuộc loại gì, và loại ấy khác với lược đồ.

MB0240 = JSON không hợp lệ: { $reason }
    .hint = JSON cần ngoặc kép, dấu phẩy giữa các mục và không có dấu phẩy sau mục cuối
    .explain = Không đọc được tệp theo JSON. Vị trí nêu ra là chỗ không đọc tiếp được nữa.

MB0241 = YAML không hợp lệ: { $reason }
    .hint = hãy xem lại thụt lề và dấu hai chấm; đặt trong ngoặc kép những chữ có ": " hoặc "#"
    .explain = Không đọc được tệp theo YAML. Vị trí nêu ra là chỗ không đọc tiếp được nữa.

MB0242 = dữ liệu không dùng bí danh
    .hint = hãy viết hẳn giá trị ra
    .explain = Bí danh YAML (*tên) lặp lại phần khác của tệp. Vài dòng như thế có thể nở ra hàng gigabyte, nên dữ liệu không dùng.

MB0243 = { $expected ->
        [object] mỗi bản ghi phải là một đối tượng có các giá trị mang tên
        [depth] dữ liệu lồng nhau quá sâu
        [document] tệp dữ liệu chỉ chứa một văn bản YAML
        [name] tên phải là chữ thường, không phải danh sách hay đối tượng
       *[list] tệp phải chứa một danh sách bản ghi
    }
    .hint = [{"{"}"id": …{"}"}, …] hoặc {"{"}"records": [ … ]{"}"}
    .explain = Dữ liệu JSON và YAML là danh sách đối tượng, mỗi đối tượng một bản ghi; ngôn ngữ có thể lồng một lớp: name, rồi vi và en.

MB0244 = và { $count } điều nữa trong { $path }
    .explain = Mỗi tệp chỉ nêu một trăm điều đầu tiên. Hãy sửa rồi xem lại.

MB0245 = bảng có hơn { $maximum } bản ghi
    .explain = Cả bảng nằm trong bộ nhớ nên có giới hạn. Hãy chia nhỏ, hoặc vẽ từ bảng tổng hợp.

MB0246 = tệp có hơn { $maximum } cột
    .explain = Hàng tên cột rộng đến thế là do lỡ tay (một ô lạc ở tận bên phải) hoặc không phải bảng.

MB0247 = không lược đồ nào đọc { $path }
    .hint = hãy khai báo trong { $schema }, hoặc chuyển tệp ra khỏi data/
    .explain = Trong data/ có tệp dữ liệu mà không lược đồ nào nhắc đến, nên giá trị trong đó không được kiểm tra hay vẽ.

MB0248 = { $path } là UTF-16, không phải UTF-8
    .hint = hãy lưu tệp ở dạng UTF-8 ("CSV UTF-8" trong Excel, không phải "Unicode Text")
    .explain = Mọi tệp văn bản của chiến dịch đều ở dạng UTF-8. Tệp này dùng hai byte cho mỗi chữ.

MB0249 = "{ $name }" không phải tên mà mẫu dùng được
    .table = hãy đặt tên lược đồ bằng chữ cái không dấu, chữ số và "_", bắt đầu bằng chữ cái: units.schema.toml
    .column = hãy dùng chữ cái không dấu, chữ số và "_", bắt đầu bằng chữ cái, sau dấu chấm là ngôn ngữ: name.vi; header = "…" nêu tên cột trong tệp
    .explain = Mẫu viết data.units và record.name, nên tên bảng và tên cột là những tên đơn giản.

MB0250 = { $column }: ô chứa { $given } nhưng hiện { $shown }%
    .hint = hãy ghi { $shown } và định dạng ô là số thường
    .explain = Ô bảng tính định dạng phần trăm chứa một phần trăm của số đang hiện. Để không ai đọc 74 mà lại vẽ 0,74, những ô như thế bị từ chối.

### MB03 nhận diện

### MB04 khổ

### MB05 kế hoạch

### MB06 mẫu

### MB07 dàn trang

### MB08 kiểm tra trước in

### MB09 mã hoá và xuất

### MB10 kho, danh mục, lượt in

### MB11 dòng lệnh
