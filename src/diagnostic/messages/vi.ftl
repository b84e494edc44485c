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

MB0101 = { $key } không thể là { $name }
    .hint = chỉ dùng chữ thường a–z, chữ số và dấu gạch nối đơn, không quá 64 ký tự
    .explain = Tên ngắn (slug) và kỳ của chiến dịch, tên sản phẩm và mã ngôn ngữ nằm trong tên tệp, nên phải ngắn, viết thường, không dấu và không có khoảng trắng.

MB0102 = có hai sản phẩm cùng tên { $name }
    .explain = Tên sản phẩm đứng đầu tên tệp và là tên để --only chọn, nên mỗi sản phẩm có một tên riêng.

MB0103 = không có bảng { $table }
    .did-you-mean = có phải bạn muốn viết { $suggestion }?
    .known = các bảng: { $known }
    .explain = Sản phẩm vẽ các bản ghi của một bảng. Mỗi tệp data/TÊN.schema.toml khai báo một bảng TÊN.

MB0104 = bảng { $table } không có cột { $column }
    .did-you-mean = có phải bạn muốn viết { $suggestion }?
    .known = các cột của bảng: { $known }
    .explain = Bộ lọc, thứ tự sắp xếp hoặc chỗ điền nêu một cột mà lược đồ của bảng không khai báo. Trong bộ lọc và thứ tự, cột nói theo ngôn ngữ phải kèm ngôn ngữ, ví dụ name.vi.

MB0105 = không có mẫu { $template }
    .did-you-mean = có phải bạn muốn viết { $suggestion }?
    .known = các mẫu: { $known }
    .explain = Sản phẩm nêu tên một thư mục trong templates/.

MB0106 = không có khổ { $format }
    .did-you-mean = có phải bạn muốn viết { $suggestion }?
    .known = các khổ: { $known }
    .explain = Khổ là một bề mặt, ví dụ fb-story hoặc a4. "mocban formats" liệt kê các khổ; formats.toml thêm khổ riêng.

MB0107 = bộ nhận diện không có chủ đề { $theme }
    .did-you-mean = có phải bạn muốn viết { $suggestion }?
    .known = các chủ đề: { $known }
    .explain = Các chủ đề được khai báo trong tệp resolver của thư mục brand/.

MB0108 = không có kiểu tệp { $encoding }
    .did-you-mean = có phải bạn muốn viết { $suggestion }?
    .known = các kiểu tệp: { $known }
    .explain = Đây là loại tệp ảnh hoặc tài liệu mà mocban ghi ra được.

MB0109 = { $language } không phải ngôn ngữ của chiến dịch
    .did-you-mean = có phải bạn muốn viết { $suggestion }?
    .known = các ngôn ngữ: { $known }
    .explain = Khoá languages ở đầu campaign.toml liệt kê mọi ngôn ngữ của chiến dịch.

MB0110 = sản phẩm chưa có khổ nào
    .hint = hãy thêm formats = ["fb-square"] với các tên mà "mocban formats" liệt kê
    .explain = Mỗi sản phẩm được làm cho ít nhất một bề mặt.

MB0111 = sản phẩm chỉ vẽ từng bản ghi hoặc vẽ tất cả, không thể cả hai
    .hint = hãy bỏ một trong hai khoá each và all
    .explain = Với each = "bảng", mỗi bản ghi thành một ấn phẩm riêng; với all = "bảng", một ấn phẩm vẽ mọi bản ghi.

MB0112 = { $key } cần một bảng để chọn
    .hint = hãy thêm each = "bảng" hoặc all = "bảng"
    .explain = where, sort và limit chọn trong các bản ghi của bảng mà each hoặc all nêu tên.

MB0113 = { $format } không nhận kiểu tệp nào của sản phẩm
    .hint = hãy thêm một trong các kiểu này vào encodings: { $takes }
    .explain = Một số bề mặt chỉ nhận vài kiểu tệp. Trong các kiểu tệp của sản phẩm, mỗi bề mặt lấy những kiểu nó nhận; ở đây không còn kiểu nào.

MB0114 = { $column } chứa { $kind ->
        [boolean] true hoặc false
        [date] ngày dạng 2026-09-30
       *[number] con số
    }, nên không bao giờ bằng { $value }
    .explain = Giá trị cần lọc khác loại với cột, nên bộ lọc không bao giờ khớp.

MB0115 = có dấu ngoặc nhọn lẻ đôi trong dòng chữ này
    .hint = viết chỗ điền dạng {"{name}"}; muốn có chính dấu ngoặc nhọn thì viết hai lần
    .explain = Tiêu đề, chú thích và văn bản thay thế nhận chỗ điền: tên một cột đặt giữa hai ngoặc nhọn.

MB0116 = cột { $column } chứa đúng hoặc sai nên không dùng làm chỗ điền được
    .hint = hãy dùng cột chữ, số hoặc ngày
    .explain = Chỗ điền in ô dữ liệu như mẫu in, còn đúng hay sai thì không có chữ của riêng nó ở ngôn ngữ nào.

MB0117 = { $key } chưa có bản { $language }
    .hint = hãy thêm { $key }.{ $language }
    .explain = Chữ đã viết thì phải có đủ ở mọi ngôn ngữ mà nó được hiển thị.

MB0118 = { $value } có hai lần trong { $key }
    .explain = Mỗi mục trong danh sách chỉ làm một lần; nhắc lại sẽ ghi đè lên chính những tệp đó.

MB0119 = { $key } đang rỗng
    .explain = Danh sách cần ít nhất một giá trị; bỏ hẳn khoá này để dùng giá trị mặc định.

MB0120 = chiến dịch chưa có sản phẩm nào
    .explain = Không có [[product]] thì không có gì để làm.

MB0121 = { $key } không phải địa chỉ web
    .hint = hãy viết đầy đủ, bắt đầu bằng https://
    .explain = Địa chỉ nằm trong siêu dữ liệu và nguồn tin, nơi chỉ địa chỉ đầy đủ mới dùng được.

MB0122 = chỗ điền { $column } cần một bản ghi để lấy chữ
    .hint = chỗ điền chỉ dùng được ở sản phẩm có each = "bảng"
    .explain = Sản phẩm vẽ tất cả bản ghi, hoặc không vẽ bản ghi nào, thì không có một bản ghi riêng để điền.

MB0126 = chiến dịch không có giai đoạn { $phase }
    .did-you-mean = có phải bạn muốn viết { $suggestion }?
    .known = đã biết: { $known }
    .explain = Giai đoạn được gọi bằng khoá của một bản ghi trong bảng `phases`. Giai đoạn của một sản phẩm dùng để lọc khi tìm và trong lịch; nó không làm hình thay đổi.

MB0123 = { $name } không nói được gì về khai thác dữ liệu
    .did-you-mean = có phải bạn muốn viết { $suggestion }?
    .known = một trong các từ: { $known }
    .explain = data_mining trong [rights] ghi vào từng tệp máy được học gì từ nó, theo từ của chuẩn PLUS: mọi thứ, không gì để huấn luyện mô hình, không gì để huấn luyện mô hình tạo chữ hay hình, chỉ những gì tìm kiếm cần, hoặc không gì cả.

MB0124 = credit_line và data_source cùng nêu dòng ghi nguồn
    .hint = hãy bỏ một trong hai: data_source tạo ra "Đồ họa: tác giả · Số liệu: nguồn, kỳ"
    .explain = Mỗi tệp có một dòng ghi nguồn: hoặc viết trọn trong credit_line, hoặc được dựng theo khuôn cố định từ creator, data_source và kỳ của chiến dịch.

MB0125 = { $code } không phải mã nước
    .hint = hãy dùng ba chữ hoa của ISO 3166, chẳng hạn VNM
    .explain = Các trường của hãng tin chỉ có chỗ cho ba chữ.

MB0127 = bảng { $table } không có bản ghi { $key }
    .did-you-mean = có phải bạn muốn viết { $suggestion }?
    .known = các khóa của bảng: { $known }
    .hint = khóa là giá trị ở cột khóa của bảng, đúng như trong dữ liệu
    .explain = [[correction]] nêu ô theo dạng BẢNG/KHÓA/CỘT; dấu đính chính của một ô không có thật sẽ không nằm trên hình nào.

MB0128 = { $cell } không phải tên ô
    .hint = hãy viết BẢNG/KHÓA/CỘT, ví dụ units/don-vi-59/score; với cột có nhiều ngôn ngữ, TÊN nghĩa là tất cả
    .explain = [[correction]] nêu ô như ở mocban trace.

MB0129 = { $kind } không phải loại đính chính
    .did-you-mean = có phải bạn muốn viết { $suggestion }?
    .known = một trong các từ: { $known }
    .explain = Chữ trên hình là cố định: correction (đính chính) là sửa lỗi, revision (điều chỉnh) là thay đổi đã định trước của số liệu tạm. Số liệu kỳ sau không phải cả hai và không có dấu.

MB0130 = { $date } không phải một ngày
    .hint = hãy viết date = 2026-10-09
    .explain = Ngày đính chính nằm trên mọi hình in ô ấy, theo cách viết ngày của ngôn ngữ trên hình.

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
        [jump] "30%" của giá trị trước, hoặc một số theo đơn vị của cột, lớn hơn 0
        [sums] danh sách bảng, [[sum]]
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
    .explain = minimum, maximum, unit, jump và previous đi với số và số nguyên, decimals đi với số, allowed và max_length đi với chữ.

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

MB0251 = { $setting } gọi { $column }, mà bảng này không có cột ấy
    .did-you-mean = có phải ý bạn là { $suggestion }?
    .known = đã khai báo: { $known }
    .explain = [report] và `previous` gọi tên những cột mà chính lược đồ ấy khai báo: cột kỳ, cột đơn vị, cột ngày báo cáo, cột giá trị trước.

MB0252 = { $setting } không dùng được { $column }: cột kiểu { $type }, cần { $expected }
    .explain = Giá trị các kỳ được so và cộng như số, ngày báo cáo là ngày, còn đơn vị phân biệt bằng chữ.

MB0253 = { $column } có jump mà không có gì để so
    .hint = nêu cột chứa giá trị trước (previous = "…"), hoặc trong [report] nêu cột đơn vị (of = "…") nếu mỗi đơn vị mỗi kỳ có một bản ghi
    .explain = Bước nhảy là thay đổi so với kỳ trước. Giá trị trước nằm ở một cột khác của cùng bản ghi, hoặc ở bản ghi kỳ trước của cùng đơn vị.

MB0254 = { $setting } của phép cộng bị thiếu hoặc sai dạng
    .whole = whole = "bảng/khoá/cột", đúng một ô
    .parts = parts = "bảng.cột", hoặc "cột" của bảng này
    .explain = Phép cộng nói rằng các số của một cột cộng lại bằng một ô: [[sum]] với whole, parts và, khi có làm tròn, tolerance.

MB0255 = phép cộng gọi { $kind ->
        [table] bảng
        [record] bản ghi
       *[column] cột
    } { $name }, mà không có
    .did-you-mean = có phải ý bạn là { $suggestion }?
    .known = đang có { $known }
    .explain = `whole` của phép cộng gọi bảng/khoá/cột của một ô, `parts` gọi một bảng và cột của nó. Tất cả phải có thật, để không phép cộng nào bị bỏ qua lặng lẽ.

### MB03 nhận diện

MB0301 = đây không phải JSON hợp lệ: { $reason }
    .explain = Tệp token và tệp resolver là JSON thuần: không có chú thích, không có dấu phẩy sau phần tử cuối. Vị trí nêu ra là chỗ việc đọc dừng lại.

MB0302 = khoá "{ $key }" xuất hiện hai lần trong cùng một đối tượng
    .explain = Trong hai phần tử trùng tên chỉ một được tính, và mỗi chương trình lại chọn một kiểu. Hãy xoá hoặc đổi tên một phần tử; cả hai vị trí đều được nêu.

MB0303 = "{ $name }" không thể là tên của token hay nhóm
    .hint = tên không được rỗng, không bắt đầu bằng $ và không chứa {"{"}, {"}"} hay dấu chấm
    .explain = Tên token và tên nhóm được nối bằng dấu chấm trong tham chiếu, nên không được chứa dấu chấm hay dấu ngoặc nhọn. Các tên bắt đầu bằng $ thuộc về chính định dạng.

MB0304 = "{ $name }" là { $found }, trong khi token hay nhóm phải là một đối tượng
    .explain = Mọi phần tử của tệp token hoặc là nhóm (đối tượng chứa các phần tử khác), hoặc là token (đối tượng có $value).

MB0305 = token "{ $token }" vừa có giá trị vừa có phần tử con "{ $child }"
    .hint = muốn nhóm có giá trị riêng, hãy đặt trong nhóm một token tên $root
    .explain = Đối tượng có $value là token và không chứa token khác. Hãy chuyển các phần tử con vào một nhóm, còn giá trị đặt làm $root của nhóm.

MB0306 = token "{ $token }" có cả $value lẫn $ref
    .explain = Một token hoặc là giá trị, hoặc là con trỏ tới giá trị. Hãy giữ lại một trong hai.

MB0307 = ở đây định dạng không có thuộc tính { $key }
    .did-you-mean = có phải ý bạn là { $suggestion }?
    .known = các thuộc tính dùng được: { $known }
    .explain = Các tên bắt đầu bằng $ là của định dạng Design Tokens 2025.10. Ghi chú riêng hãy để trong $extensions.

MB0308 = không có kiểu token "{ $type }"
    .did-you-mean = có phải ý bạn là { $suggestion }?
    .known = các kiểu: { $known }
    .explain = Design Tokens 2025.10 có mười ba kiểu; tên kiểu phân biệt chữ hoa và chữ thường.

MB0309 = "{ $key }" phải là { $expected }, không phải { $found }
    .explain = Một thuộc tính của tệp mang giá trị sai loại.

MB0310 = token "{ $token }" không có kiểu
    .hint = hãy thêm "$type" vào token hoặc vào nhóm chứa nó
    .explain = Kiểu của token là $type của chính nó, nếu không có thì là kiểu của token mà nó trỏ tới, sau đó là kiểu của nhóm gần nhất. Kiểu không bao giờ được đoán từ giá trị.

MB0311 = không có "{ $target }" để tham chiếu
    .did-you-mean = có phải ý bạn là { $suggestion }?
    .known = hiện có: { $known }
    .explain = Tham chiếu nêu một token, một nhóm hoặc một phần giá trị không tồn tại trong giao diện màu này. Nếu giao diện khác có, thì giao diện này đang thiếu tập định nghĩa nó.

MB0312 = các tham chiếu chạy vòng tròn: { $chain }
    .explain = Một token trực tiếp hoặc gián tiếp trỏ về chính nó nên không bao giờ có giá trị. Hãy đặt giá trị cho một token trong vòng.

MB0313 = "{ $target }" thuộc kiểu { $found }, trong khi ở đây cần kiểu { $expected }
    .explain = Tham chiếu phải dẫn tới token đúng kiểu mà vị trí đó cần. Cả hai vị trí đều được nêu.

MB0314 = "{ $target }" là nhóm, không phải token
    .hint = hãy nêu một token trong nhóm; token mặc định của nhóm là $root, viết {"{"}{ $target }.$root{"}"}
    .explain = Chỉ token mới có giá trị. Nhóm có thể có token mặc định tên $root, và phải viết tên đó đầy đủ.

MB0315 = không đọc được { $text } như một tham chiếu
    .hint = hãy viết {"{"}nhóm.token{"}"}, hoặc con trỏ bắt đầu bằng #/
    .explain = Tham chiếu là {"{"}a.b{"}"} cho cả token, hoặc một đối tượng có $ref với con trỏ JSON như #/a/b/$value/components/0 cho một phần của token.

MB0316 = $extends nêu "{ $target }", nhưng đó không phải nhóm
    .explain = Nhóm chỉ mở rộng được một nhóm khác. Muốn lấy một token, hãy tham chiếu tới nó từ một token.

MB0317 = các nhóm mở rộng lẫn nhau theo vòng tròn: { $chain }
    .explain = Nhóm không được mở rộng chính nó, nhóm nằm trong nó hoặc bao quanh nó, hay nhóm đang mở rộng nó.

MB0318 = số giá trị của các token vượt quá { $limit }
    .explain = Nhóm mở rộng nhóm, rồi lại mở rộng nhóm khác, có thể nhân lên mãi. Không bộ nhận diện thật nào đến gần giới hạn này.

MB0319 = cần { $expected }, nhưng gặp { $found }
    .explain = Giá trị không có dạng mà kiểu của token đòi hỏi.

MB0320 = { $what } thiếu "{ $key }"
    .hint = token nào cũng có $value
    .explain = Định dạng đòi hỏi phần tử này ở đây.

MB0321 = { $what } không có phần tử "{ $key }"
    .did-you-mean = có phải ý bạn là "{ $suggestion }"?
    .known = các phần tử: { $known }
    .explain = Giá trị có một phần tử mà kiểu của nó không biết. Nếu lặng lẽ bỏ qua thì lỗi gõ sẽ không ai thấy, nên đây là lỗi.

MB0322 = { $what } là { $found }, nằm ngoài khoảng { $range }
    .explain = Con số nằm ngoài khoảng mà định dạng cho phép.

MB0323 = { $found } được viết theo lối cũ
    .hint = hãy viết { $instead }
    .explain = Trước bản 2025.10, màu được viết "#0d9488" và kích thước được viết "16px". Lối cũ vẫn được đọc, nhưng các công cụ khác chờ lối mới.

MB0324 = kiểu chữ này không có { $key }; dùng { $default }
    .explain = Giá trị typography có năm phần tử. Khi thiếu độ đậm, giãn chữ hay giãn dòng thì chương trình tự điền; hãy viết đủ để công cụ nào cũng vẽ giống nhau.

MB0325 = { $found } không phải { $what } đã biết
    .did-you-mean = có phải ý bạn là "{ $suggestion }"?
    .known = các từ dùng được: { $known }
    .explain = Ở vị trí này, định dạng chỉ có một danh sách từ cố định, phân biệt chữ hoa và chữ thường.

MB0326 = token "{ $token }" đã ngừng dùng
    .hint = { $reason }
    .explain = Bộ nhận diện đánh dấu token này là không nên dùng nữa ($deprecated). Hãy tham chiếu tới token thay thế.

MB0330 = phiên bản của tệp resolver là { $found }, không phải "2025.10"
    .explain = Tệp resolver phải ghi phiên bản của mô-đun resolver Design Tokens mà nó tuân theo.

MB0332 = "{ $target }" không phải tập hay bộ biến đổi nào
    .did-you-mean = có phải ý bạn là "{ $suggestion }"?
    .known = hiện có: { $known }
    .explain = Thứ tự phân giải và nguồn của các tập trỏ tới #/sets/TÊN, #/modifiers/TÊN hoặc một phần của tệp token.

MB0333 = bộ biến đổi "{ $name }" có { $count } ngữ cảnh; cần ít nhất hai
    .explain = Bộ biến đổi dùng để chọn giữa các ngữ cảnh. Chỉ có một thì không có gì để chọn: hãy chuyển thành tập.

MB0334 = { $default } không phải ngữ cảnh của bộ biến đổi "{ $name }"
    .did-you-mean = có phải ý bạn là "{ $suggestion }"?
    .known = các ngữ cảnh: { $known }
    .explain = Giá trị mặc định của bộ biến đổi phải là một trong các ngữ cảnh của nó.

MB0335 = các tập chứa lẫn nhau theo vòng tròn: { $chain }
    .explain = Một tập không được chứa chính nó, dù trực tiếp hay qua tập khác.

MB0336 = "{ $target }" không thể làm nguồn
    .hint = nguồn là tập, tệp token, hoặc token viết tại chỗ
    .explain = Tập và bộ biến đổi được chứa tập và tệp token, nhưng không được chứa bộ biến đổi hay mục của thứ tự phân giải.

MB0337 = bộ nhận diện không có tệp "{ $path }"
    .did-you-mean = có phải ý bạn là "{ $suggestion }"?
    .known = các tệp: { $known }
    .explain = Đường dẫn tính từ thư mục của bộ nhận diện, và tệp phải nằm trong thư mục đó.

MB0338 = các bộ biến đổi tạo ra { $count } giao diện màu; nhiều nhất là { $limit }
    .explain = Số ngữ cảnh của các bộ biến đổi nhân với nhau. Hãy bỏ bớt một bộ, hoặc tách thành các chiến dịch riêng.

MB0339 = có hai giao diện màu hoặc hai bộ biến đổi cùng tên "{ $name }"
    .explain = Tên giao diện màu là tên các ngữ cảnh nối bằng dấu gạch; tên phải phân biệt được các giao diện. Hãy đổi tên một ngữ cảnh hoặc một bộ biến đổi.

MB0340 = { $path } không dùng được làm phông chữ: { $reason }
    .explain = Tệp bị hỏng, hoặc không phải phông TrueType hay OpenType có đường nét. Hãy lấy lại tệp từ nguồn.

MB0341 = hai tệp chứa cùng một kiểu chữ: { $family } { $style }
    .explain = Nếu để cả hai thì không rõ tệp nào được dùng để vẽ. Hãy bỏ một tệp; cả hai đều được nêu.

MB0342 = bộ nhận diện không có họ chữ "{ $family }"
    .did-you-mean = có phải ý bạn là "{ $suggestion }"?
    .known = các họ chữ: { $known }
    .explain = Chỉ phông trong brand/fonts được dùng, không bao giờ dùng phông của máy. Tên là tên ghi trong tệp phông, phân biệt chữ hoa và chữ thường.

MB0343 = { $family } không có kiểu { $style }; chỉ có { $available }
    .hint = kiểu gần nhất là { $nearest }
    .explain = Chữ không bao giờ được làm đậm hay làm nghiêng bằng máy. Hãy thêm tệp phông cho độ đậm này, hoặc chọn độ đậm đang có.

MB0344 = { $family } thiếu { $count } chữ cái tiếng Việt: { $letters }
    .hint = chữ có các ký tự đó sẽ không vẽ được; hãy dùng bản phông có tiếng Việt
    .explain = Một kiểu chữ của bộ nhận diện không đủ chữ cái tiếng Việt. Điều này vô hại nếu chỉ dùng để viết số.

MB0345 = { $path } không được đọc
    .hint = hãy chuyển sang .ttf hoặc .otf
    .explain = Phông chữ được đọc từ từng tệp TrueType hay OpenType; không đọc phông web và tệp gộp nhiều phông.

MB0346 = { $path } là phông biến thiên; chỉ kiểu mặc định được dùng
    .hint = hãy thêm tệp phông tĩnh cho từng độ đậm
    .explain = Chữ được đo và vẽ bằng phông tĩnh để hai việc luôn khớp nhau.

MB0347 = trong brand/fonts không có phông chữ nào
    .hint = hãy đặt tệp .ttf hoặc .otf vào đó
    .explain = Chỉ phông của bộ nhận diện được dùng, nên bộ nhận diện không có phông thì không vẽ được chữ.

MB0350 = không đọc được marks.toml: { $reason }
    .explain = Danh sách biểu trưng là tệp TOML: mỗi biểu trưng một bảng, gồm file, clear_space, min_height và alt.

MB0351 = biểu trưng không có khoá "{ $key }"
    .did-you-mean = có phải ý bạn là "{ $suggestion }"?
    .known = các khoá: { $known }
    .explain = Khoá lạ là lỗi, để lỗi gõ không bị bỏ qua.

MB0352 = biểu trưng "{ $mark }" thiếu { $key }
    .explain = Biểu trưng cần có file, clear_space (tính theo chiều cao của nó) và min_height (tính bằng rem).

MB0353 = { $key } của biểu trưng "{ $mark }" phải là { $expected }
    .explain = Giá trị sai loại hoặc nằm ngoài khoảng cho phép.

MB0354 = không đọc được hình vẽ này: { $reason }
    .explain = Biểu trưng là tệp SVG: XML đúng cú pháp, không khai báo loại tài liệu, phần tử ngoài cùng là svg.

MB0355 = hình vẽ này không có viewBox đủ chiều rộng và chiều cao
    .hint = hãy thêm viewBox="0 0 RỘNG CAO" vào phần tử svg
    .explain = Biểu trưng được co giãn theo chỗ đặt; viewBox cho biết phần nào được co giãn.

MB0356 = biểu trưng và biểu tượng không được chứa { $element }
    .hint = hãy chuyển chữ thành đường nét; bỏ mã lệnh, liên kết và chuyển động
    .explain = Biểu trưng phải giống nhau ở mọi nơi và không tự làm gì. Chữ trong biểu trưng được vẽ bằng đường nét nên không cần phông.

MB0357 = hình vẽ này trỏ ra ngoài: { $target }
    .explain = Biểu trưng là một tệp trọn vẹn: không liên kết, không nhập kiểu dáng, không lấy ảnh từ nơi khác. Được phép nhúng ảnh PNG, JPEG và WebP.

MB0358 = các giao diện màu sau không có màu {"{"}{ $token }{"}"}: { $themes }
    .did-you-mean = có phải ý bạn là {"{"}{ $suggestion }{"}"}?
    .known = các màu: { $known }
    .explain = Màu viết dạng {"{"}color.accent{"}"} trong biểu trưng đổi theo giao diện màu, nên giao diện nào cũng phải có màu đó.

MB0359 = hình vẽ này có hơn { $limit } phần tử lồng trong nhau
    .hint = hãy bỏ nhóm trong phần mềm vẽ, hoặc làm hình đơn giản hơn
    .explain = Mỗi phần tử lồng trong phần tử khác đều tốn bộ nhớ khi vẽ, nên độ sâu của biểu trưng và biểu tượng có giới hạn.

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

MB0501 = hai ấn phẩm sẽ cùng ghi vào { $stem }
    .hint = các mã chỉ khác nhau ở chữ hoa, dấu hoặc dấu câu cho cùng một tên tệp; hãy đổi một mã
    .explain = Tên tệp là chữ ASCII viết thường. Hai bản ghi có mã rút gọn trùng nhau sẽ ghi đè lên nhau, nên chưa vẽ gì cho đến khi một mã được đổi.

MB0502 = kế hoạch có { $count } việc; giới hạn là { $limit }
    .hint = hãy bớt khổ hoặc ngôn ngữ của sản phẩm lớn nhất, hoặc lọc bớt bản ghi
    .explain = Số việc bằng bản ghi × ngôn ngữ × chủ đề × khổ, cộng qua các sản phẩm. Vị trí nêu ra là sản phẩm nhiều việc nhất.

MB0503 = { $product } không chọn được bản ghi nào của { $table }
    .explain = Bộ lọc không giữ lại bản ghi nào, hoặc bảng rỗng, nên sản phẩm này không có gì để làm.

MB0504 = chỗ điền { $column } của { $key } để trống; mã bản ghi được dùng thay
    .explain = Bản ghi không có chữ ở cột mà tiêu đề, chú thích hoặc văn bản thay thế cần, nên mã của nó được hiển thị thay.

MB0505 = không có sản phẩm nào tên { $name }
    .did-you-mean = có phải bạn muốn viết { $suggestion }?
    .known = các sản phẩm: { $known }
    .explain = Lệnh yêu cầu một sản phẩm không có trong campaign.toml, hoặc sản phẩm đó không làm ra gì.

MB0506 = không sản phẩm nào dùng khổ { $name }
    .did-you-mean = có phải bạn muốn viết { $suggestion }?
    .known = các khổ đang dùng: { $known }
    .explain = Lệnh yêu cầu một khổ mà không sản phẩm nào trong campaign.toml liệt kê.

MB0507 = không sản phẩm nào có ngôn ngữ { $name }
    .did-you-mean = có phải bạn muốn viết { $suggestion }?
    .known = các ngôn ngữ đang dùng: { $known }
    .explain = Lệnh yêu cầu một ngôn ngữ mà không sản phẩm nào trong campaign.toml liệt kê.

MB0508 = không sản phẩm nào dùng chủ đề { $name }
    .did-you-mean = có phải bạn muốn viết { $suggestion }?
    .known = các chủ đề đang dùng: { $known }
    .explain = Lệnh yêu cầu một chủ đề mà không sản phẩm nào trong campaign.toml dùng.

MB0509 = không có gì khớp với mọi lựa chọn
    .hint = hãy bỏ bớt một trong --only, --format, --lang và --theme, hoặc thêm --all
    .explain = Các tên đã chọn đều có, nhưng không việc nào có đủ tất cả, hoặc chỉ những sản phẩm không làm mặc định mới có.

MB0510 = tên tệp { $stem } quá dài; giới hạn là { $limit } byte
    .hint = hãy rút ngắn tên sản phẩm, tên ngắn của chiến dịch hoặc mã bản ghi
    .explain = Tên tệp ghép từ chiến dịch, sản phẩm, mã, kỳ, khổ, ngôn ngữ và chủ đề. Hệ thống tệp chỉ nhận 255 byte.

MB0511 = { $first } và { $second } sẽ cùng mang mã { $code }
    .hint = hãy ghi salt = "…" khác ở đầu campaign.toml, trước khi in bất cứ thứ gì
    .explain = Mã kiểm tra lập từ salt của chiến dịch, tên ấn phẩm và những gì ấn phẩm in ra. Hai ấn phẩm hầu như không bao giờ trùng mã; nếu trùng thì người đọc gõ mã sẽ không biết là ấn phẩm nào, nên chưa vẽ gì. Salt khác cho mọi ấn phẩm mã khác.

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
        [amount] một số không âm
        [flag] true hoặc false
        [pair] một danh sách hai số không âm
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

MB0618 = { $name } cứ tự nhân lên từ chính nó
    .hint = hãy ghép các phần một lần, trong vòng lặp in chúng ra, thay vì nhân đôi một biến
    .explain = Biến chứa chính nó hai lần thì mỗi lần lại dài gấp đôi; vài dòng là đầy bộ nhớ. Số lần một giá trị được nằm trong giá trị khác có giới hạn.

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

MB0640 = không đọc được bản vẽ: { $reason }
    .hint = hãy lưu lại thành SVG
    .explain = Bản vẽ là một tệp SVG. Bom thực thể và tệp không phải XML bị từ chối.

MB0641 = bản vẽ không có trang
    .hint = hãy đặt khổ trang (trong Inkscape: File, Document Properties) để nó có viewBox
    .explain = Chỗ đứng tính theo phần của trang: trang cần chiều rộng và chiều cao lớn hơn không, không chiều nào hơn năm mươi lần chiều kia.

MB0642 = bản vẽ quá lớn: hơn { $limit } { $what ->
        [deep] nhóm lồng nhau
        [pieces] đoạn chữ, chỗ đặt và cụm hình
        [KiB] KiB hình vẽ
       *[MB] MB
    }
    .hint = hãy bỏ bớt phần mẫu không cần; nhúng ảnh nhỏ hơn
    .explain = Mẫu được đọc mỗi lần làm một hình.

MB0643 = bản vẽ không có gì
    .hint = hãy vẽ hình, chữ hoặc hình chữ nhật có tên; lớp bị ẩn không được lấy
    .explain = Không tìm thấy gì mà một trang hiện được.

MB0644 = đã có sẵn { $path }
    .hint = hãy chọn tên khác bằng --name, hoặc dời nó đi
    .explain = Nhập bản vẽ không bao giờ ghi đè tệp nào: trong đó có thể có công của ai đó.

MB0645 = "{ $name }" không đặt tên mẫu được
    .hint = hãy dùng chữ thường a đến z, chữ số và gạch nối: --name ap-phich-tet
    .explain = Tên mẫu là tên thư mục của nó, và sản phẩm gọi tên ấy trong campaign.toml.

MB0646 = đã bỏ: { $element }
    .explain = Trang gồm hình, chữ và ảnh. Mã lệnh, nội dung ngoại lai, chuyển động và phần tử khác không được lấy.

MB0647 = đã bỏ phần chỉ phần mềm vẽ đọc: { $elements }
    .explain = Khung nhìn, đường dóng, lưới và siêu dữ liệu ở lại trong bản vẽ; không hình nào hiện chúng.

MB0648 = đã bỏ vì bị ẩn: { $element }
    .explain = Lớp và vật bị ẩn hoặc trong suốt hẳn không được lấy. Lớp bị khóa thì được.

MB0649 = bộ nhận diện không có phông { $family }; { $used } thế chỗ
    .hint = hãy vẽ bằng phông của bộ nhận diện: { $known }
    .explain = Hình chỉ dùng phông của bộ nhận diện. Chữ vẽ bằng phông khác sẽ rộng như trong phông của bộ nhận diện.

MB0650 = bộ nhận diện không có { $family } { $style }; { $used } thế chỗ
    .explain = Độ đậm và độ nghiêng là những tệp phông riêng; thiếu thì không bao giờ giả lập.

MB0651 = { $color } không phải màu của bộ nhận diện; { $token } thế chỗ
    .hint = hãy vẽ bằng màu của bộ nhận diện; gần kế đó là { $others }
    .explain = Mẫu gọi tên token, không gọi màu, để chủ đề và bộ nhận diện mới áp vào được. Màu vẽ thành token gần nhất; khi mắt thấy khác thì được báo.

MB0652 = "{ $what }" bị xoay, nghiêng hoặc kéo méo; nay đứng thẳng
    .explain = Chữ và hộp của trang đứng thẳng. Nếu phải nghiêng, hãy đổi thành đường nét trong phần mềm vẽ: khi ấy chúng là hình, ngôn ngữ nào cũng như nhau.

MB0653 = đã bỏ chữ chạy theo đường cong
    .hint = hãy đổi thành đường nét, hoặc thành chữ thường
    .explain = Chữ được đặt theo dòng thẳng.

MB0654 = chữ trong bản vẽ có chữ số không ô dữ liệu nào đứng sau: { $digits }
    .hint = nếu là dữ liệu, hãy vẽ {"{{ value(of=record, field=\"…\") }}"}; hiện chúng nằm trong [[allow]] của template.toml
    .explain = Mọi chữ số trên hình phải đến từ một ô. Chữ số trong chữ vẽ được cho phép từng chuỗi để mẫu chạy được; hãy xem từng chuỗi và ghi lý do.

MB0655 = biểu đồ "{ $name }" không nói nó vẽ gì; hộp của nó để trống
    .hint = hãy thêm chữ vào tên: chart:bars records name score, hoặc chart:ring record score
    .explain = Sau loại biểu đồ là danh sách bản ghi, cột nhãn và cột số; hoặc chữ record và một cột.

MB0656 = không có gì tên là { $name }
    .did-you-mean = có phải bạn muốn viết { $suggestion }?
    .known = là một trong { $known }
    .explain = chart:LOẠI là một loại biểu đồ, mark:TÊN là dấu hiệu của bộ nhận diện, icon:TÊN là biểu tượng của bộ nhận diện.

MB0657 = ảnh không nằm trong bản vẽ: { $address }
    .hint = hãy nhúng ảnh trong phần mềm vẽ, hoặc vẽ hình chữ nhật tên picture:TỆP
    .explain = Nhập bản vẽ chỉ đọc chính bản vẽ, không đọc tệp hay địa chỉ nào khác. Ảnh bên trong là PNG, JPEG hoặc WebP.

MB0658 = không mở được một ảnh trong bản vẽ: { $reason }
    .explain = Dữ liệu của nó hỏng hoặc không phải PNG, JPEG, WebP.

MB0659 = một hình không lấy trọn được: { $reason ->
        [image] ảnh nằm trong hoa văn, mặt nạ hoặc ký hiệu
        [text] chữ nằm trong ký hiệu
        [clip] đường xén hoặc mặt nạ của ảnh
        [mix-blend-mode] cách nó hòa với phần bên dưới
       *[other] { $reason }
    }
    .explain = Hình được giản thành đường nét, dải màu, mặt nạ và bộ lọc. Phần trang không vẽ được thì bỏ.

MB0660 = "{ $name }" đặt cho vật không phải hình chữ nhật; nó vẫn là hình
    .hint = hãy đặt tên ấy cho hình chữ nhật, hoặc cho đoạn chữ
    .explain = Chỗ có tên là khung của một hình chữ nhật. Hình khác không có khung riêng.

MB0661 = chưa có ảnh { $path }
    .hint = hãy đặt tệp vào đó
    .explain = Hình chữ nhật picture:TỆP hiện tệp dưới data/pictures/ hoặc brand/pictures/; picture:CỘT hiện tệp mà cột của bản ghi nêu tên.

MB0662 = "{ $words }" có chữ nhiều cỡ; tất cả lấy cỡ lớn nhất
    .hint = hãy vẽ mỗi cỡ một đoạn chữ riêng
    .explain = Một đoạn chữ của trang có một cỡ, có thể nhỏ lại; bên trong đổi được độ đậm, màu, nghiêng.

MB0663 = chỗ "{ $name }" chưa có chữ; tên của nó đứng đó
    .hint = hãy viết vào các tệp .ftl, hoặc vẽ một đoạn chữ trong hình chữ nhật
    .explain = Hình chữ nhật text:TÊN là khung của chữ. Đoạn chữ vẽ bên trong được lấy; nếu không, khóa TÊN trong các tệp .ftl nói thay.

MB0664 = "{ $first }" và "{ $second }" đè lên nhau
    .hint = hãy tách chúng ra trong bản vẽ
    .explain = Chữ có khung cao bằng các dòng của nó; trên một trang không hai khung nào được chồng nhau.

### MB07 dàn trang

MB0701 = mẫu sau khi điền không phải XML đúng quy cách: { $error }
    .hint = xem lại các thẻ gần dòng này đã đóng chưa và dấu & đã viết là &amp; chưa
    .explain = Sau khi Tera điền mẫu, kết quả phải là XML. Vị trí nêu ra là phần tử mocban gần nhất trước chỗ sai.

MB0702 = không có phần tử "{ $element }"
    .namespace = tiền tố m đang trỏ tới không gian tên khác: hãy viết xmlns:m="{ $namespace }"
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

MB0722 = { $attribute } phải là số không quá { $limit }
    .explain = Chi phí của bộ lọc nhiễu, làm mờ và các bộ lọc khác tăng theo số này mà không có giới hạn nào khác. Độ dài tính theo đơn vị của viewBox.

MB0723 = "{ $words }" được biểu đồ vẽ nhưng không gắn bằng datum
    .hint = hãy viết {"{"}{"{"} datum(of=record, field="…") {"}"}{"}"}
    .explain = Độ dài của một thanh cũng là con số như nhãn của nó. datum gắn cả hai với ô dữ liệu; value chỉ gắn phần chữ in ra.

MB0724 = không có biểu đồ "{ $kind }"
    .did-you-mean = ý bạn là "{ $suggestion }"?
    .known = các biểu đồ: { $known }
    .explain = Hướng dẫn viết mẫu trình bày từng loại.

MB0725 = các phần tử của mảnh SVG lồng nhau sâu quá { $depth } tầng
    .hint = hãy bỏ nhóm trong hình vẽ, hoặc bỏ những nhóm không có tác dụng
    .explain = Mỗi phần tử lồng trong phần tử khác đều tốn bộ nhớ khi vẽ, nên độ sâu có giới hạn.

MB0730 = chữ "{ $words }" không vừa ({ $block })
    .hint = hãy nới hộp, cho thêm dòng, hoặc cho co lại: fit="shrink" min="…"
    .explain = Chữ tràn khung: kể cả ở cỡ nhỏ nhất và đã bỏ mọi thứ được phép bỏ, chữ vẫn cần nhiều chỗ hơn hộp có.

MB0731 = { $block } vượt { $rem } rem ra ngoài hộp bao quanh
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

MB0740 = "{ $label }" có { $values } giá trị, biểu đồ có { $series } chuỗi
    .hint = mỗi m:datum cần một m:value cho mỗi m:series, để trống nếu chưa có số liệu; biểu đồ không có m:series nhận một giá trị
    .explain = Giá trị thuộc về chuỗi theo thứ tự. Thừa hoặc thiếu một giá trị thì con số sẽ rơi vào chuỗi khác.

MB0741 = { $kind } không vẽ m:{ $element }
    .hint = loại này nhận: { $known }
    .explain = Mỗi loại biểu đồ có các phần tử riêng; phần tử không được vẽ là con số không ai thấy. Hướng dẫn viết mẫu liệt kê chúng.

MB0742 = hai chuỗi "{ $one }" và "{ $other }" giống nhau khi in đen trắng
    .hint = hãy chọn màu khác nhau về độ sáng, hoặc đặt trạng thái riêng
    .explain = Bản in đen trắng và người không phân biệt được màu chỉ nhận ra chuỗi nhờ độ sáng.

MB0743 = bộ nhận diện không có kiểu cho lớp biểu đồ "{ $class }"
    .hint = hãy khai báo token chart.LỚP.accent, chart.LỚP.label … trong brand.tokens.json
    .did-you-mean = ý bạn là "{ $suggestion }"?
    .known = các lớp hiện có: { $known }
    .explain = Lớp của biểu đồ lấy màu, kiểu chữ và kích thước từ các token chart.LỚP.VAI-TRÒ.

MB0744 = biểu đồ { $kind } cần { $attribute }
    .hint = hãy viết ở m:chart, hoặc (icon, key) ở từng m:datum
    .explain = Bản đồ cần tên một tệp data/TÊN.geojson và key cho từng số liệu; biểu tượng cần tên biểu tượng.

MB0745 = không phải bản đồ GeoJSON: { $error }
    .hint = bản đồ là một FeatureCollection gồm các đa giác, mã hóa UTF-8
    .explain = Bản đồ là các tệp data/TÊN.geojson. Mỗi đối tượng là một vùng có thuộc tính "key".

MB0746 = đối tượng thứ { $index } không có khóa
    .hint = hãy thêm thuộc tính "key" (chữ hoặc số)
    .explain = Số liệu tìm vùng của mình trên bản đồ nhờ khóa.

MB0747 = hai vùng có cùng khóa "{ $key }"
    .explain = Số liệu có thể được vẽ ở vùng này hoặc vùng kia. Các phần của một vùng phải nằm trong một MultiPolygon.

MB0748 = vùng "{ $key }" không có đa giác
    .hint = hãy dùng hình học kiểu Polygon hoặc MultiPolygon
    .explain = Chỉ vùng mới tô màu được; điểm và đường thì không.

MB0749 = vùng "{ $key }" có một đỉnh không nằm trên trái đất: { $place }
    .hint = hãy xuất bản đồ theo độ (WGS 84, EPSG:4326), kinh độ trước
    .explain = GeoJSON dùng kinh độ từ −180 đến 180 và vĩ độ từ −90 đến 90. Số lớn hơn là do hệ tọa độ phẳng, hoặc do viết vĩ độ trước kinh độ.

MB0750 = vùng "{ $key }" bị xé ở kinh tuyến 180°
    .hint = hãy tách vùng ở 180° thành MultiPolygon, như RFC 7946 yêu cầu
    .explain = Một cạnh dài hơn 180° kinh độ sẽ bị vẽ ngang cả bản đồ.

MB0751 = bản đồ có { $corners } đỉnh, nhiều nhất vẽ được { $limit }
    .hint = hãy giản lược bản đồ, ví dụ bằng mapshaper
    .explain = Mỗi điểm ảnh chỉ thể hiện được vài đỉnh; số còn lại chỉ tốn thời gian.

MB0752 = không có bản đồ "{ $map }"
    .did-you-mean = ý bạn là "{ $suggestion }"?
    .known = các bản đồ: { $known }
    .explain = Bản đồ là các tệp data/TÊN.geojson của chiến dịch.

MB0753 = bản đồ { $map } không có vùng "{ $key }"
    .did-you-mean = ý bạn là "{ $suggestion }"?
    .known = các vùng: { $known }
    .explain = Khóa của số liệu phải trùng từng chữ với khóa của một vùng.

MB0754 = vùng "{ $key }" của bản đồ { $map } có hai số liệu
    .hint = hãy chọn bản ghi của một kỳ
    .explain = Mỗi vùng chỉ có một màu.
MB0760 = không có ảnh { $path }
    .hint = hãy đặt tệp vào đó; hoặc bỏ m:picture khi bản ghi không có ảnh: {"{% if record.photo is not none %}"}
    .did-you-mean = có phải bạn muốn viết { $suggestion }?
    .known = các ảnh của chiến dịch: { $known }
    .explain = m:picture hiện một tệp PNG, JPEG hoặc WebP dưới data/pictures/ hoặc brand/pictures/, gọi tên từ thư mục chiến dịch. Chữ hoa và chữ thường là khác nhau.

MB0761 = { $path } không phải chỗ để ảnh
    .hint = hãy gọi tên từ thư mục chiến dịch: data/pictures/… hoặc brand/pictures/…
    .explain = Mẫu chỉ thấy ảnh dưới data/pictures/ (thuộc dữ liệu) và brand/pictures/ (thuộc bộ nhận diện), không thấy tệp nào khác.

MB0762 = không mở được ảnh { $path }: { $reason }
    .hint = hãy lưu lại thành PNG, JPEG hoặc WebP
    .explain = Tệp hỏng, bị cụt, hoặc không phải loại mà tên nó nói. Ảnh được mở trọn vẹn trước khi vẽ, để không trang nào ra với nửa tấm ảnh.

MB0763 = { $path } có { $width } × { $height } điểm ảnh, quá { $most } triệu
    .hint = hãy lưu một bản nhỏ hơn: trang không hiện nhiều điểm ảnh hơn chính nó có
    .explain = Khi vẽ, ảnh nằm trọn trong bộ nhớ. Cạnh dài nhất được tới 60.000 điểm ảnh.

MB0764 = { $path } là { $kind }, trang không hiện được
    .hint = hãy lưu thành PNG, JPEG hoặc WebP
    .explain = Ảnh là PNG, JPEG hoặc WebP. Hình vẽ (SVG) là dấu hiệu, biểu tượng hoặc mảnh vẽ trong mẫu.

MB0765 = { $path } ở hệ màu CMYK
    .hint = hãy lưu thành sRGB
    .explain = Tệp làm ra ở hệ RGB. Bốn màu mực trông ra sao còn tùy máy in và giấy; phần mềm làm ra ảnh biết điều đó, còn ở đây chỉ có thể đoán.

MB0766 = không đọc được hồ sơ màu của { $path }; màu của nó được coi là sRGB
    .hint = hãy lưu thành sRGB
    .explain = Ảnh có thể mang hồ sơ nói các con số của nó trông ra sao, và được đưa về sRGB theo hồ sơ ấy. Không có, hoặc có mà không đọc được, thì các con số được giữ nguyên.

MB0767 = m:sheet không có ratio
    .hint = hãy nói chiều rộng chia chiều cao của bản vẽ, chẳng hạn ratio="0.8"
    .explain = Tờ vẽ giữ nguyên tỷ lệ khi nó được vẽ.

MB0768 = x và y chỉ dành cho phần con của m:sheet
    .hint = ở chỗ khác các hộp tự xếp; hãy dùng m:layer với align-self và justify-self, hoặc margin
    .explain = Chỉ tờ vẽ có chỗ đặt riêng; trong mọi hộp khác, phần dàn trang tự tìm chỗ.

MB0769 = m:sheet không phải hộp của trang
    .hint = hãy đặt nó ngay trong phần tử svg, cạnh các m:ground
    .explain = Tờ vẽ là trọn một bản vẽ: nó nằm trên khổ thành phẩm, không hộp nào bọc ngoài.

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
    .explain = Một chữ đọc được từ xa khoảng 450 lần chiều cao của nó. Bài trên mạng xã hội được coi là xem trên điện thoại, rộng 65 mm, cách 0,35 m. Đây là quy tắc hình học, không phải khảo sát người đọc.

MB0807 = "{ $words }" có độ tương phản { $contrast }, cần ít nhất { $least }
    .hint = chọn màu xa màu nền hơn, chữ to hoặc đậm hơn, hoặc đặt một mảng nền phía sau chữ
    .explain = WCAG 2.2 mục 1.4.3 yêu cầu độ tương phản 4,5, hoặc 3 với chữ lớn (1,5 rem, hoặc 1,17 rem nếu đậm). Phía sau chữ là các mảng nền, dải chuyển màu được xét tại chỗ có chữ; hình của biểu đồ, hình vẽ và ảnh được vẽ nhỏ rồi xét từng điểm ảnh, bỏ qua một phần mười dòng.

MB0810 = một nét của { $block } rộng { $width }; bề mặt này chỉ thể hiện được nét từ { $least }
    .hint = làm nét dày hơn (stroke-width, biểu tượng lớn hơn), hoặc bỏ nét ở định dạng này
    .explain = Nét phải rộng ít nhất một điểm ảnh; trên bảng LED là hai điểm, trừ khi nằm đúng trên các LED; trên bề mặt biết kích thước thật là 0,25 pt và đủ rộng để nhìn thấy từ khoảng cách xem (một phút góc, 0,29 mm mỗi mét). Với hình vẽ, dấu hiệu và biểu tượng, nét mảnh nhất được tính. Cột của biểu đồ là dữ liệu nên có thể mảnh.

MB0811 = một nét của { $block } có màu thuần và rộng { $width }; trên bảng LED màu như vậy cần { $least }
    .hint = làm nét rộng hai LED, hoặc dùng màu gần trắng hay xám hơn
    .explain = Màu thuần chỉ do một hoặc hai trong ba bóng của mỗi LED tạo ra, và bảng thường nhận video có độ phân giải màu bằng một nửa: một LED màu thuần trông tối hơn dự định hoặc lẫn màu của LED bên cạnh.

MB0812 = "{ $words }" quá mảnh với bề mặt này: { $what ->
        [marks] chữ hoa cao { $is }, chữ Việt có hai dấu chồng cần { $least }
       *[strokes] nét mảnh nhất rộng { $is }, cần { $least }
    }
    .hint = dùng kiểu chữ lớn hoặc đậm hơn ở định dạng này
    .explain = Nét được đo trên đường viền của chính kiểu chữ (thân chữ l, đỉnh chữ o). Trên bảng LED nét không được dưới một LED, và chữ có hai dấu chồng nhau cần chữ hoa cao mười hàng; trên giấy nét cần 0,25 pt.

MB0813 = { $picture } ở đây có { $ppi } điểm ảnh mỗi inch; cần { $least } (rộng { $pixels } điểm ảnh)
    .hint = dùng ảnh lớn hơn, hoặc vẽ nhỏ hơn ở định dạng này
    .explain = Ảnh cần đủ điểm ảnh mà mắt phân biệt được từ khoảng cách xem (87 / số mét, trên mỗi inch); trên giấy còn cần một nửa độ phân giải in, trên màn hình ba điểm ảnh cho bốn điểm. Dưới một nửa mức đó là MB0819.

MB0814 = { $block } thiếu { $missing } mới tới hết phần tràn lề ở cạnh { $side ->
        [top] trên
        [right] phải
        [bottom] dưới
       *[left] trái
    }
    .hint = đặt vào m:ground (phủ hết phần tràn lề), hoặc cho kết thúc bên trong đường xén
    .explain = Cái gì chạm đường xén thì phải kéo tới hết phần tràn lề: dao không bao giờ xén đúng tuyệt đối, mép trắng sẽ lộ ra. Hình tròn có thể kết thúc ở bất cứ đâu; cái kết thúc bên trong đường xén không bị xét.

MB0815 = { $block } nằm ngoài vùng an toàn của { $format }
    .hint = đặt vào khung của trang; chỉ nền mới ra ngoài vùng này
    .explain = Dấu hiệu, biểu đồ và biểu tượng nằm ngoài vùng an toàn có thể bị dao xén, khung hoặc nút của điện thoại che mất. Biểu tượng trong m:ground là trang trí nên không bị xét, hình vẽ và ảnh ở mọi nơi cũng vậy.

MB0816 = "{ $first }" và "{ $second }" có màu mà { $vision ->
        [grey] bản sao đen trắng không phân biệt được
        [protanopia] người mù màu đỏ coi là một
        [deuteranopia] người mù màu lục coi là một
       *[tritanopia] người mù màu lam coi là một
    } (chênh lệch { $difference }, cần ít nhất { $least })
    .hint = chọn màu khác nhau cả về độ sáng
    .explain = Màu dùng để phân biệt dữ liệu phải khác nhau với mọi người. Màu được xét như người mù màu đỏ, lục, lam nhìn thấy (ma trận của Machado, Oliveira và Fernandes, 2009), trên giấy còn xét cả thang xám; chênh lệch là khoảng cách trong OKLab.

MB0817 = hai màu { $first } và { $second } trông giống nhau với { $vision ->
        [protanopia] người mù màu đỏ
        [deuteranopia] người mù màu lục
       *[tritanopia] người mù màu lam
    } (chủ đề { $theme }: chênh lệch { $difference }, cần ít nhất { $least })
    .hint = đổi độ sáng của một màu
    .explain = Các màu của một bộ (token dưới indicator, series, category, status hoặc data; positive và negative) mang nghĩa khác nhau. Chúng phải khác nhau cả với người mù màu đỏ, lục, lam: ít nhất 0,05 trong OKLab.

MB0818 = màu của "{ $name }" có độ tương phản { $contrast } với nền, cần ít nhất 3
    .hint = chọn màu đậm hơn cho số liệu hoặc cho accent của biểu đồ (nhạt hơn trên nền tối)
    .explain = WCAG 2.2 mục 1.4.11: hình mang thông tin cần độ tương phản 3. Chỉ xét những màu phân biệt dữ liệu; không xét vạch nhạt của giá trị kỳ trước, số liệu lùi về sau và rãnh nền, vì con số của chúng được in bên cạnh.

MB0819 = { $picture } ở đây có { $ppi } điểm ảnh mỗi inch, chưa được một nửa của { $least } cần có (rộng { $pixels } điểm ảnh)
    .hint = dùng ảnh lớn hơn, hoặc vẽ nhỏ hơn ở định dạng này
    .explain = Ai cũng nhìn thấy các điểm ảnh. Mức cần thiết được nói ở MB0813.

MB0820 = { $product } không có văn bản thay thế bằng ngôn ngữ { $language }
    .hint = viết trong alt_text hoặc caption hình cho thấy gì, không chỉ nhắc lại tiêu đề
    .explain = Người không nhìn được hình sẽ nhận văn bản thay thế. Văn bản để trống, nhắc lại tiêu đề hoặc chỉ là tên tệp không nói được gì.

MB0821 = { $what ->
        [headline] tiêu đề
       *[alt] văn bản thay thế
    } của { $product } ({ $language }) dài { $length } { $what ->
        [headline] byte
       *[alt] ký tự
    }; kho lưu trữ giữ { $most }
    .hint = viết ngắn lại; caption có thể dài
    .explain = Các kho lưu trữ cũ cắt tiêu đề sau 256 byte (IPTC IIM 2:105); IPTC khuyên văn bản thay thế không quá 250 ký tự.

MB0822 = bộ lọc của trang này xử lý { $cost } triệu điểm ảnh; ở đây nên giữ dưới { $budget }
    .hint = dùng shadow="…" (vẽ không cần bộ lọc), hình nhỏ hơn, hoặc bớt bước trong bộ lọc
    .explain = Mỗi bước của bộ lọc SVG xử lý mọi điểm ảnh của hình, khoảng 85 ns mỗi điểm, và biến hình thành điểm ảnh trong PDF. Giới hạn tùy vào công dụng của bề mặt.

MB0823 = "{ $words }" { $how ->
        [across] nằm vắt qua mép của một hình
       *[against] đứng sát mép của một hình
    }
    .hint = thêm padding cho hình, hoặc cho chữ một chỗ riêng
    .explain = Chữ cách hai bên của hình chứa nó 0,12 em, cách trên và dưới 0,06 em. Chữ vắt qua mép rất khó đọc.

MB0824 = "{ $words }" nằm dưới một hình được vẽ sau
    .hint = đặt hình trước chữ trong m:layer
    .explain = Cái đứng sau trong mẫu được vẽ đè lên cái đứng trước. Hơn một phần hai mươi của dòng bị che.

MB0825 = mã { $block } rộng { $width } mm; để quét được ở đây cần { $least } mm
    .hint = làm mã lớn hơn, hoặc bỏ mã ở nơi không ai lại gần được
    .explain = Máy ảnh đọc được mã từ xa khoảng mười lần chiều rộng của nó. Trên giấy, nơi người xem lại gần được, cần 20 mm; trên pano và bảng điện tử cần một phần mười khoảng cách xem.

MB0826 = số đã đính chính được vẽ mà không có dấu ({ $template })
    .hint = hãy thêm <m:text name="correction" when="corrected">{"{{"} correction.word {"}}"} {"{{"} correction.date {"}}"}</m:text> vào mẫu
    .explain = Hình in một ô có trong [[correction]] phải ghi rõ, để ai còn giữ hình cũ thấy được hình nào đúng. Nơi chỉ đủ chỗ cho thông điệp (bảng LED, bản in khổ lớn) thì là cảnh báo.

MB0827 = dấu đính chính cỡ { $size } px, cần ít nhất { $least } px
    .explain = Dấu phải đọc được: ít nhất nửa rem.

MB0830 = mục cho phép không có lý do
    .hint = viết reason = "…": lý do có mặt trong mọi báo cáo
    .explain = [[allow]] chấp nhận các phát hiện của khâu kiểm tra trước in. Không có lý do thì về sau không ai đánh giá được.

MB0831 = không thể cho phép { $code }
    .hint = gắn con số với ô dữ liệu, hoặc hiện nhãn
    .explain = Số không có nguồn và số liệu minh họa không có nhãn không bao giờ được xuất ra. Với chữ số không phải dữ liệu (số hiệu văn bản) đã có [[allow]] trong template.toml, từng chuỗi chính xác kèm lý do.

MB0832 = không còn gì để cho phép: ở đây không còn { $code }
    .hint = xóa mục cho phép này
    .explain = Mọi hình mà [[allow]] này nói tới đều đã được kiểm tra và không hình nào có phát hiện đó. Một mục bị bỏ quên sẽ che lỗi lần sau.

MB0833 = { $code } không phải là phát hiện có thể cho phép
    .did-you-mean = có phải bạn muốn viết { $suggestion }?
    .known = có thể cho phép: { $known }
    .explain = [[allow]] chấp nhận phát hiện của khâu kiểm tra trước in (MB08…) và khối bị bỏ vì thiếu chỗ (MB1013). Lỗi của dữ liệu, thương hiệu, mẫu và dàn trang phải được sửa.

MB0834 = không có sản phẩm { $product } để cho phép
    .did-you-mean = có phải bạn muốn viết { $suggestion }?
    .known = các sản phẩm: { $known }
    .explain = product trong [[allow]] là tên một sản phẩm của chiến dịch; bỏ trống nghĩa là mọi sản phẩm.

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
    .explain = Khổ đặt giới hạn bằng max_bytes. Chất lượng đã hạ tới 50 (PNG, TIFF: đã nén hết mức) mà cả tệp, kể cả siêu dữ liệu, vẫn lớn hơn; con số nêu ra là dung lượng nhỏ nhất đạt được.

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

MB0913 = tệp { $encoding } làm xong không ghi đúng những gì phải ghi: { $fields }
    .hint = hãy làm lại với --fresh; nếu vẫn lỗi thì đó là lỗi của mocban, xin báo lại kèm chữ của bản ghi
    .explain = Siêu dữ liệu được ghi sau cùng, và tệp nào cũng được đọc lại trước khi giữ. Một trường thiếu hay sai sẽ đến mọi tòa soạn nhận tệp, nên tệp đó không được ghi ra.

MB0914 = { $unmarked } con số vẽ trong hình không được đánh dấu trong tệp { $encoding }
    .explain = Tệp đánh dấu chỗ vẽ từng con số bằng vùng ảnh. Siêu dữ liệu có chỗ cho chừng 80 con số trong JPEG và 350 trong tệp loại khác, và chiếm nhiều nhất một phần tám giới hạn dung lượng của khổ. Các số lớn nhất được đánh dấu; các số khác vẫn được vẽ và truy vết như thường.

MB0915 = { $width } × { $height } điểm ảnh thành tệp lớn hơn 4 GiB, quá sức chứa của TIFF
    .hint = hãy chọn png cho khổ này, hoặc dpi nhỏ hơn
    .explain = TIFF chỉ chỗ trong tệp bằng số 32 bit. Loại lớn hơn, BigTIFF, không được ghi: nhiều phần mềm không mở được.

### MB10 kho, danh mục, lượt in

MB1001 = { $path } không phải bản kê đọc được
    .hint = các tệp của nó coi như chưa có và sẽ được làm lại; `mocban index` cho biết trong thư mục có gì
    .explain = Bản kê liệt kê các tệp của thư mục kết quả. Bản này bị cắt, bị sửa hoặc do phiên bản mới hơn ghi. Lúc nào cũng có thể làm lại nó từ chiến dịch.

MB1002 = { $path } có { $count } mục không đọc được
    .hint = lần in sau sẽ làm lại các tệp đó
    .explain = Một số mục của bản kê hoặc nhật ký bị hỏng, hoặc chỉ ra ngoài thư mục kết quả. Các mục ấy bị bỏ qua; những mục khác vẫn được dùng.

MB1003 = { $path } có trong bản kê nhưng không thấy tệp
    .hint = lần in sau sẽ làm lại tệp này
    .explain = Một tệp của thư mục kết quả đã bị xoá hoặc chuyển đi sau khi làm xong. `mocban index` bỏ mục của nó khỏi bản kê; `mocban fsck` chỉ báo.

MB1004 = { $path } không còn như lúc được ghi
    .hint = lần in sau sẽ làm lại tệp này; đừng gửi nó cho ai
    .explain = Độ dài hoặc mã băm của tệp khác với bản kê: tệp bị cắt, bị sửa hoặc hỏng sau khi làm xong.

MB1005 = { $path } không có trong bản kê nào
    .hint = nếu là tệp của bạn, hãy chuyển nó ra khỏi thư mục kết quả; mocban không đụng đến nó
    .explain = Trong thư mục kết quả có một tệp không do lượt in nào ghi lại. Tệp này không có trong danh mục.

MB1010 = { $path } là liên kết tượng trưng
    .hint = hãy đặt chính tệp đó vào đây
    .explain = Liên kết không được đi theo, để chiến dịch không đọc gì ngoài thư mục của nó.

MB1011 = { $path } lớn hơn { $limit } MB
    .explain = Không đầu vào nào của chiến dịch lớn như vậy; tệp không được đọc.

MB1012 = mẫu { $template } không vẽ cho khổ { $format }: { $unfit ->
        [shape] khổ này có dáng { $shape }
        [aspect] vùng an toàn { $width } × { $height } rem quá hẹp hoặc quá dẹt
        [led] mẫu không dành cho bảng LED
       *[size] vùng an toàn { $width } × { $height } rem quá nhỏ
    }
    .hint = hãy bỏ khổ này khỏi sản phẩm, hoặc nới shapes, aspect hay least trong template.toml rồi xem kết quả
    .explain = Mỗi mẫu khai những khổ mà nó đã được vẽ và xem lại: dáng (wide, square, tall, ticker) và, nếu có, tỷ lệ cùng cỡ nhỏ nhất của vùng an toàn. `mocban template list` cho biết mỗi mẫu nhận những khổ nào.

MB1013 = ở khổ { $format }, mẫu { $template } bỏ bớt vì thiếu chỗ: { $blocks }
    .explain = Các khối có độ ưu tiên bị bỏ từ thấp đến cao ở khổ không đủ chỗ.

MB1014 = làm { $asset } ({ $format }) hỏng bên trong mocban: { $fault }
    .hint = đây là lỗi của chương trình: xin báo lại kèm chiến dịch
    .explain = Một việc dừng ngoài ý muốn. Các việc khác vẫn tiếp tục và các tệp làm trước đó được giữ nguyên.

MB1015 = không xuất được { $asset }: { $error }
    .explain = Thư viện vẽ hoặc mã hoá hỏng ở hình này.

MB1016 = { $key } chưa báo cáo kỳ { $period } ({ $table })
    .explain = Bản ghi của kỳ ấy không có số ở cột số nào.

MB1020 = <m:{ $element }> nằm trong phần tử khác, hoặc trang có hai phần tử như vậy
    .hint = hãy đặt một lần, ngay trong <svg>; điều kiện có thể chọn chữ của nó
    .explain = Mẫu nói về hình của mình bằng tiêu đề, chú thích và văn bản thay thế: mỗi thứ một lần, ở gốc của trang.

MB1021 = <m:{ $element }> chứa phần tử con
    .hint = nó chỉ chứa chữ và giá trị
    .explain = Lời nói về hình đi vào siêu dữ liệu và được đọc thành tiếng, nên không có kiểu chữ.

MB1022 = <m:{ $element }> nói "{ $number }" mà không lấy từ ô dữ liệu nào
    .hint = hãy in bằng value(), hoặc liệt kê ở [[allow]] trong template.toml
    .explain = Con số trong lời nói về hình gắn với ô dữ liệu như con số trong hình, để hai bên cùng thay đổi.

MB1023 = { $key } nói { $numbers }, còn hình thì không
    .hint = hãy lấy con số từ ô dữ liệu của nó: {"{cột}"}
    .explain = Con số gõ thẳng vào campaign.toml vẫn nguyên khi dữ liệu đổi. Chú thích hay văn bản thay thế chỉ nêu con số mà hình có hoặc lấy từ ô dữ liệu.

MB1030 = trang { $page } của bảng nhận diện trống
    .explain = Một trang của bảng nhận diện, có thể là trang riêng của chiến dịch trong brand/sheet/, điền xong không có gì để vẽ.

MB1031 = bộ nhận diện không có kiểu chữ nào để trình bày bản duyệt
    .hint = hãy thêm token typography type.body
    .explain = Bản duyệt PDF được trình bày bằng type.body của bộ nhận diện.

MB1040 = { $path } là tệp dở dang của một lần chạy bị dừng
    .hint = `mocban fsck --repair` hoặc `mocban clean` sẽ xoá; lần in sau cũng tự xoá
    .explain = Một tệp viết dở, hoặc bản ghi đầu vào mà không hình nào dùng. Nó không gây hại, chỉ chiếm chỗ.

MB1041 = { $path } không khớp với bản kê
    .hint = `mocban fsck --repair` xoá nó; lần in sau ghi lại
    .explain = Mục lục bên cạnh bản kê, để khỏi phải đọc hết bản kê, đã bị cắt hoặc sửa. Lần chạy sau có thể tin nhầm nó.

MB1042 = { $path } { $fault ->
        [missing] không còn
       *[other] bị hỏng
    }
    .hint = các hình không bị ảnh hưởng; `mocban render --fresh` ghi lại nó
    .explain = Bản ghi hình được làm từ những gì mang tên là mã băm của chính nó, mà nay không khớp hoặc đã mất. Thiếu nó, plan không nói được vì sao phải làm lại hình, và đính chính không biết số từ đâu ra.

MB1043 = danh mục { $path } { $fault ->
        [damaged] bị hỏng
       *[other] nói khác bản kê
    }
    .hint = `mocban fsck --repair` hoặc `mocban index` làm lại nó
    .explain = Danh mục suy ra từ bản kê, từng dòng một. Danh mục này đã bị sửa, hoặc tệp bị hỏng; tìm có thể ra thừa hoặc thiếu.

MB1044 = { $path } đã được đặt vào chỗ hoặc gỡ đi bởi một lượt chạy bị dừng trước khi kịp ghi lại
    .hint = lần dựng sau làm lại hoặc gỡ lại tệp rồi ghi vào bản kê
    .explain = Không có gì hỏng: nhật ký nói lượt chạy ấy đã bắt đầu đúng việc này. Những gì đã phát hành không phụ thuộc vào tệp này.

MB1050 = "{ $given }" không phải một kỳ báo cáo
    .hint = viết quý (2026q3, "quý III/2026"), nửa năm (2026h1, "6 tháng đầu năm 2026") hoặc năm (2026)
    .explain = Tiếp nhận hỏi một quý, nửa năm hoặc năm. Không có --period thì lấy kỳ của chiến dịch.

MB1051 = không bảng nào có báo cáo cho kỳ { $period }
    .hint = lược đồ đánh dấu bảng của mình bằng [report]; xem data/README.md
    .explain = Ai đã báo cáo được đọc từ những bảng có [report] trong lược đồ, và từ bản ghi của bảng khác có cột `period` nói đúng kỳ ấy. Ở đây không có cả hai.

MB1060 = không biết gì về { $what }
    .did-you-mean = có phải bạn muốn viết { $suggestion }?
    .known = hiện có: { $known }
    .hint = `mocban list` nêu các tệp và ấn phẩm; một ô là bảng/khoá/cột, như `mocban plan` và `mocban trace TỆP` viết
    .explain = `mocban trace` nhận một tệp đã làm, một ấn phẩm, hoặc một ô dữ liệu. Ô có thể bỏ ngôn ngữ: towns/north/name là cả name.vi lẫn name.en.

MB1061 = { $count } tệp không có ghi chép về những gì được vẽ
    .hint = hãy render lại: phần thiếu được ghi lại, các tệp giữ nguyên
    .explain = Bên cạnh các tệp, mỗi hình có một bản ghi về các ô đứng sau từng con số và khung của nó (.mocban/lineage). Bản ghi bị xoá, bị hỏng, hoặc do phiên bản cũ không ghi, được lần chạy sau làm lại.

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

MB1110 = không hình nào có { $facet } là { $value }
    .did-you-mean = có phải bạn muốn viết { $suggestion }?
    .known = đang có { $known }
    .explain = Bộ lọc gọi một giá trị mà không gì trong danh mục có. Chữ hoa, dấu và dấu câu không quan trọng; phần còn lại phải đúng. `mocban search --facets` liệt kê các giá trị.

say-error = lỗi

say-warning = cảnh báo

say-allowed = được phép

say-reason = lý do

say-found = Phát hiện: lỗi { $errors } · cảnh báo { $warnings } · được phép { $allowed }

say-inspected-columns = mã | mức | phát hiện | số hình | định dạng

say-hint = gợi ý

say-artwork = ở

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

say-facets = Tìm thấy { $assets } hình. Dấu sao là điều bộ lọc đang chọn.

say-more-values = … và { $more } giá trị nữa

say-indexed = Danh mục có { $files } tệp.

say-checked-files = Đã kiểm { $files } tệp · sai: { $findings }

say-repaired = đã sửa: { $path }

say-intake-columns = việc | ở đâu | nội dung | chỗ

say-intake-missing = chưa báo cáo

say-intake-jump = thay đổi lớn

say-intake-sum = cộng lệch

say-intake = { $period }: đã báo cáo { $reported } · chưa { $missing } · thay đổi lớn cần người thứ hai duyệt { $jumps } · phép cộng chưa khớp { $sums }

say-jump-share = { $by }%, từ { $limit }% là phải xem lại

say-jump-amount = { $by }, từ { $limit } là phải xem lại

say-jump-sign = đổi dấu

say-sum = ghi { $said }; { $parts } cộng được { $added } (đếm { $counted }, thiếu { $missing })

say-cleaned = Số tệp đã xóa: { $files }.

say-clearable = Số tệp sẽ xóa: { $files }.

say-watching = Đang theo dõi thay đổi. Nhấn Ctrl-C để kết thúc.

say-trace-numbers = chữ in | giá trị | ô dữ liệu | vị trí (x,y w×h theo điểm ảnh, hoặc số tệp) | nguồn

say-trace-uses = ô dữ liệu | tệp | chữ in | vị trí (x,y w×h theo điểm ảnh)

say-trace-said = được nói, không vẽ

say-trace-read = (có thể đã đọc)

say-trace-nowhere = Không tệp nào vẽ hay đọc ô này.

say-imported = Đã ghi templates/{ $name } ({ $places } đoạn chữ, chỗ đặt và ảnh), vẽ cho khổ { $shape }. Tiếp theo: gọi tên nó trong campaign.toml, rồi mocban check

say-created = Đã ghi chiến dịch vào { $dir }. Tiếp theo: mocban -C { $dir } render

say-correct-nothing = Không phiên bản đã phát hành nào in như vậy.

say-affected = Số phiên bản có ô này: { $count }

say-recall = Thông báo { $notice }: chưa trả lời { $unanswered } trên { $holders } · nơi còn treo { $up }

say-holders = Số nơi giữ biết tên: { $holders } · nơi còn treo { $up }

say-no-notices = Không thông báo nào chờ trả lời.

say-kill-advice = Trang và gói biết khi được làm lại: mocban publish, mocban pack

say-corrected = Đã đính chính bằng thông báo { $notice }. Tiếp theo: mocban publish, mocban pack; báo cho những nơi dưới đây.

say-delivered = Đã giao { $to }: { $versions } phiên bản, mục { $number }

say-logged = Đã đọc { $read } dòng; số phiên bản đếm được nơi giữ: { $versions }

say-confirmed = Đã ghi là mục { $number }.

say-changes = thay đổi { $changed } · thêm { $added } · không có { $absent } · không đổi { $unchanged }

### MB12 bàn phát hành

MB1201 = dòng { $line } của sổ cái đã bị sửa, hoặc một dòng trước nó đã mất
    .hint = sổ cái chỉ được ghi thêm. Hãy khôi phục sổ cái từ bản sao lưu gần nhất; trước đó không ghi thêm được gì
    .explain = Mỗi dòng được niêm bằng mã băm và giữ mã của dòng trước, nên không thể lén viết lại những gì đã duyệt, đã phát hành hay đã thu hồi. Nửa dòng ở cuối do mất điện không phải là sửa: nó được cắt bỏ.

MB1202 = đợt phát hành { $release } không còn như sổ cái ghi: { $error }
    .hint = mocban restore khôi phục từ bản sao lưu
    .explain = Sổ cái ghi mã băm của từng bản kê phát hành; bản kê bị mất hay bị sửa không còn là cái đã phát hành.

MB1203 = { $file } không còn như lúc phát hành: { $error }
    .hint = mocban restore khôi phục từ bản sao lưu
    .explain = Các byte đã phát hành nằm trong bàn phát hành theo mã băm và không bao giờ thay đổi.

MB1204 = { $path } không thuộc đợt phát hành nào
    .hint = không ai cần tệp này; đợt phát hành bị ngắt giữa chừng để lại tệp như vậy, và chạy lại lệnh sẽ dùng đến
    .explain = Tệp được ghi trước, dòng sổ cái ghi sau cùng, nên đợt phát hành bị ngắt coi như chưa xảy ra.

MB1210 = không có gì để phát hành
    .hint = nêu sản phẩm bằng --only, hoặc nêu tên đồ họa; mocban status liệt kê những gì đã được duyệt
    .explain = Một đợt phát hành gồm các đồ họa đã duyệt của những sản phẩm được nêu, và không tìm thấy đồ họa nào.

MB1211 = { $asset } chưa được duyệt đúng như bản đang có
    .hint = dùng mocban submit rồi mocban approve; đồ họa thay đổi sau khi duyệt lại là bản nháp. --unapproved LÝ_DO để vẫn phát hành
    .explain = Duyệt là duyệt đúng một bản: người duyệt đã xem chính đồ họa này, không phải bản làm từ số liệu ngày mai.

MB1212 = { $asset } vẽ số liệu minh họa
    .hint = --illustrative LÝ_DO để vẫn phát hành; lý do được ghi vào sổ cái
    .explain = Số liệu dựng để minh họa không được lọt ra báo chí do sơ ý.

MB1213 = { $asset } không còn khớp với dữ liệu hiện tại, hoặc có lỗi khi kiểm tra
    .hint = mocban render sẽ làm lại hoặc nói rõ lỗi. --stale LÝ_DO để vẫn phát hành
    .explain = Chiến dịch được điền lại trước khi phát hành, và tệp của đồ họa này không phải là tệp sẽ được làm lúc này.

MB1214 = { $asset } vẽ một giá trị thay đổi đột ngột mà chưa đủ hai người duyệt
    .hint = cần thêm một người khác duyệt; mocban intake cho biết giá trị nào. --jumps LÝ_DO để vẫn phát hành
    .explain = Một giá trị khác xa kỳ trước hoặc là kết quả vượt bậc, hoặc là gõ nhầm; cần thêm một người xem lại.

MB1215 = { $asset } trùng mã kiểm tra { $code } với { $other }
    .hint = hãy đặt salt khác cho chiến dịch
    .explain = Một mã trả lời cho một đồ họa. Hai đồ họa chung mã sẽ khiến đồ họa này bị nhận nhầm là đồ họa kia.

MB1220 = trong kho không có đồ họa { $asset }
    .did-you-mean = có phải ý bạn là { $suggestion }?
    .known = hiện có { $known }
    .explain = Tên đồ họa là tên mà mocban list hiển thị.

MB1221 = { $asset } đang ở bước { $stage }, không làm việc này được
    .hint = bản nháp được trình bằng mocban submit, sau đó mới duyệt hoặc trả lại
    .explain = Đồ họa đi từ nháp (draft) đến chờ duyệt (review) rồi đã duyệt (approved); bản thay đổi lại là nháp. Không ai duyệt hai lần cùng một bản.

MB1222 = { $by } đã trình { $asset } nên không thể tự duyệt
    .hint = cần người khác duyệt; --by cho biết ai đang làm việc
    .explain = Nguyên tắc bốn mắt: người trình không phải là người duyệt.

MB1223 = không có gì ở bước phù hợp
    .hint = mocban status cho biết từng đồ họa đang ở đâu
    .explain = Trong phần được chọn không có đồ họa nào ở bước mà lệnh này áp dụng.

MB1224 = { $name } không dùng làm tên đợt phát hành được
    .hint = chữ thường, chữ số và dấu gạch nối đơn, ví dụ 2026q3-bo-sung
    .explain = Tên đợt phát hành nằm trong địa chỉ và tên tệp.

MB1225 = đã có đợt phát hành { $name }
    .hint = đợt phát hành không bao giờ thay đổi; hãy đặt tên khác
    .explain = Ai đã nhận đợt cũ phải tìm lại được đúng như nó đã có.

MB1226 = không đợt phát hành nào có đồ họa { $asset }
    .did-you-mean = có phải ý bạn là { $suggestion }?
    .known = hiện có { $known }
    .explain = Chỉ tạm dừng hay thu hồi được những gì đã phát hành: nêu tên đồ họa, hoặc ĐỒ_HỌA@PHIÊN_BẢN.

MB1230 = hiện chưa được thấy đợt phát hành { $release }
    .hint = tạo bằng mocban release, hoặc chờ đến giờ; --press thấy được phần hẹn giờ cho báo chí
    .did-you-mean = có phải là { $suggestion }?
    .known = đang có { $known }
    .explain = Gói chỉ gồm những gì người nhận được thấy lúc này. Cái đang niêm phong thì xem như chưa có.

MB1231 = không có gì của đợt phát hành { $release } được đưa ra lúc này
    .hint = tất cả đang tạm dừng, đã thu hồi hoặc hết hạn; xem mocban status
    .explain = Gói không có hình sẽ bị tưởng là gói đầy đủ.

MB1232 = ở đây chưa từng tạo gói đầy đủ { $pack }
    .hint = ghi tên đợt phát hành hoặc tên gói có trong sổ; mocban pack RELEASE tạo gói đầy đủ
    .explain = Gói bổ sung đi từ đúng các tệp mà nơi nhận đang giữ. Bàn làm việc giữ danh mục của từng gói đầy đủ đã tạo; gói khác thì không biết.

MB1233 = { $name } không đặt làm tên khóa được
    .hint = chữ thường không dấu, chữ số và gạch nối đơn, ví dụ press-2026
    .explain = Tên khóa cũng là tên tệp của nó.

MB1234 = đã có khóa { $key }
    .hint = đặt tên khác cho khóa mới, rồi cho khóa cũ nghỉ bằng mocban key retire
    .explain = Những gì một khóa đã ký phải luôn kiểm tra được theo tên khóa đó.

MB1235 = khóa riêng không được để trong thư mục chiến dịch: { $dir }
    .hint = chỉ một thư mục bên ngoài bằng --keys
    .explain = Thư mục chiến dịch được chép, chia sẻ, công bố; ai có khóa riêng thì ký được thay cơ quan.

MB1236 = không có khóa { $key }
    .did-you-mean = có phải là { $suggestion }?
    .known = đang có { $known }
    .explain = mocban key list cho xem các khóa.

MB1237 = phần cuối tệp bị hỏng hoặc bị thiếu, hoặc đây không phải là gói
    .hint = tải lại; tải dở dang thì tệp bị cụt
    .explain = Tệp ZIP để mục lục ở cuối, và gói không có khoảng trống. Gói do chương trình khác nén lại cũng không còn đúng như khi ký.

MB1238 = mục của { $file } trong danh mục tệp ZIP bị hỏng
    .hint = tải lại gói
    .explain = Mỗi tệp được ghi hai lần: trước nội dung và ở cuối. Ở đây hai chỗ không khớp, hoặc không đúng như đã ghi.

MB1239 = { $file } bị hỏng
    .hint = tải lại gói
    .explain = Nội dung tệp này không đúng mã kiểm tra ghi trong tệp ZIP.

MB1240 = không có SHA256SUMS đọc được
    .hint = tải lại gói
    .explain = Danh sách này ghi từng tệp kèm mã băm, và chữ ký là ký cho nó.

MB1241 = thiếu { $file }
    .hint = tải lại gói
    .explain = SHA256SUMS có ghi tệp này mà trong gói không có.

MB1242 = { $file } không phải là tệp ghi trong SHA256SUMS
    .hint = đừng dùng; hỏi lại nơi đưa gói
    .explain = Mã kiểm tra của nó đúng, nên không phải hỏng trên đường mà là bị tráo, hoặc danh sách bị sửa.

MB1243 = { $file } không có trong SHA256SUMS
    .hint = đừng dùng; có người đã thêm vào
    .explain = Mọi tệp có trong gói khi ký đều nằm trong danh sách.

MB1244 = gói chưa được ký
    .hint = mocban key new tạo khóa, từ đó các gói được ký
    .explain = Các tệp còn nguyên, nhưng không ai đứng ra bảo đảm.

MB1245 = chữ ký không thuộc khóa nào của chiến dịch này, hoặc danh sách đã bị sửa
    .hint = đừng dùng gói này; mocban key list cho biết chữ ký của ai được công nhận
    .explain = Chữ ký chỉ đúng với chính xác các byte của SHA256SUMS.

MB1246 = ký bằng khóa { $key } đã nghỉ từ { $time }, và sổ không biết gói này
    .hint = hỏi xem gói từ đâu ra: gói tạo trước khi khóa nghỉ đều có trong sổ
    .explain = Những gì khóa đã ký trước khi nghỉ vẫn có giá trị. Gói này ký trước hay sau thì không biết được.

MB1247 = khóa { $key } đã cho nghỉ rồi
    .explain = Không cần làm gì thêm.

MB1248 = gói chưa được ký: trong { $dir } không có khóa nào được phép ký (đang có: { $known })
    .hint = mocban key new TÊN tạo khóa; --keys chỉ nơi để khóa riêng
    .explain = Nơi tải gói chưa ký kiểm tra được gói còn nguyên, nhưng không biết ai làm ra.

MB1249 = { $budget } byte là quá ít: riêng phần chữ đã cần { $least }
    .hint = cho --budget lớn hơn
    .explain = Chú thích, giấy phép và danh sách tệp có trong mọi gói.

MB1250 = { $path } có những tệp không thuộc trang tin
    .hint = chọn một thư mục trống bằng --to: mọi thứ không thuộc trang tin sẽ bị xóa khỏi thư mục của nó
    .explain = Khi xuất bản, những gì không còn được công bố bị xóa khỏi thư mục của trang tin, nên lệnh chỉ làm việc trên thư mục do chính nó tạo.

MB1251 = chiến dịch chưa có địa chỉ, nên nguồn tin ghi một địa chỉ không tồn tại
    .hint = base_url trong campaign.toml cho biết trang tin sẽ nằm ở đâu; đợt phát hành sau sẽ dùng địa chỉ ấy
    .explain = Nguồn tin, mục ninjs và schema.org gọi tên bằng địa chỉ đầy đủ. Thiếu base_url thì địa chỉ nằm dưới .invalid, không mở được; các trang vẫn dùng được.

MB1252 = không đọc được bộ nhận diện, nên các trang để trơn
    .hint = mocban check cho biết sai ở đâu
    .explain = Đính chính và thu hồi không thể chờ một phông chữ: trang tin được xuất bản với màu và chữ riêng.

MB1260 = danh sách không có cột { $column }
    .hint = dòng đầu nêu tên các cột: { $columns }
    .explain = Hai danh sách desk/agencies.csv và desk/placements.csv được đọc theo tên cột ở dòng đầu.

MB1261 = danh sách không dùng cột { $column }
    .did-you-mean = có phải ý bạn là { $suggestion }?
    .known = hiện có { $known }
    .explain = Cột gõ sai tên sẽ bị bỏ qua mà không ai biết, kéo theo một địa chỉ hay một phiên bản.

MB1262 = { $value } không dùng làm tên được
    .hint = chữ thường, chữ số và dấu gạch nối đơn, ví dụ bao-vi-du
    .explain = Sổ cái nêu cơ quan và nơi treo bằng id, dùng mãi về sau.

MB1263 = { $value } có hai lần trong danh sách
    .hint = đổi id của một dòng; id đã có trong sổ cái thì giữ nguyên
    .explain = Một lần giao hay một lời đáp phải dẫn đến đúng một cơ quan, một lần gỡ đến đúng một nơi.

MB1264 = { $value } không phải địa chỉ thư điện tử
    .hint = ten@noi.vn, hoặc để trống
    .explain = Ai đang giữ đồ họa có lỗi sẽ được báo qua địa chỉ này.

MB1265 = { $value } không phải ngày
    .hint = năm, tháng, ngày: 2026-10-09
    .explain = Một nơi treo có từ ngày đến ngày, tính cả hai ngày.

MB1266 = { $value } không phải phiên bản
    .hint = một số từ 1, như trong tên tệp sau _v; để trống nếu không ai ghi lại
    .explain = Nơi treo không ghi phiên bản sẽ được liệt kê dù phiên bản nào của đồ họa bị đính chính.

MB1267 = { $placement } treo { $asset } mà không đợt phát hành nào có phiên bản ấy
    .hint = mocban status liệt kê những gì đã phát hành; không ghi phiên bản thì hiểu là bất kỳ
    .explain = Nơi treo ghi sai tên đồ họa sẽ bị bỏ sót khi đồ họa ấy bị đính chính.

MB1268 = { $agency } không có trong danh sách phân phối
    .did-you-mean = có phải ý bạn là { $suggestion }?
    .hint = thêm một dòng vào desk/agencies.csv; dấu gạch ngang thay cho người giữ không rõ tên
    .explain = Chỉ ai có trong danh sách mới báo được khi có đính chính.

MB1269 = sổ không có nơi treo { $placement }
    .did-you-mean = có phải ý bạn là { $suggestion }?
    .hint = thêm một dòng vào desk/placements.csv
    .explain = Những gì đang treo hay đang chạy ở đâu được ghi trong desk/placements.csv.

MB1270 = chưa có gói { $pack }
    .did-you-mean = có phải ý bạn là { $suggestion }?
    .hint = tên gói là tên tệp bỏ .zip; mocban pack tạo gói
    .explain = Giao một gói là giao mọi phiên bản trong gói.

MB1271 = mục { $notice } của sổ cái không phải đính chính, thu hồi hay tạm dừng
    .hint = mocban recall liệt kê các thông báo đang chờ trả lời
    .explain = Cơ quan trả lời một thông báo theo số của nó, ghi trong danh sách thu hồi và các nguồn tin.

MB1272 = không có đợt phát hành { $name }
    .did-you-mean = có phải ý bạn là { $suggestion }?
    .known = hiện có { $known }
    .explain = Tên đợt phát hành là tên đã đặt ở mocban release.

MB1273 = không đợt phát hành nào vẽ { $cell }
    .did-you-mean = có phải ý bạn là { $suggestion }?
    .hint = tên ô là BẢNG/KHÓA/CỘT, ví dụ units/01/dossiers
    .explain = Đính chính bắt đầu từ một ô đã in ra, hoặc từ đó đã tính ra điều được in.

MB1274 = chưa nêu giao những gì
    .hint = nêu tên đồ họa, --pack TÊN hoặc --release TÊN
    .explain = Một lần giao cho biết từ nay ai giữ những gì.

MB1275 = { $count } dòng không phải nhật ký truy cập, dòng đầu tiên là dòng { $line }
    .hint = đọc được dạng common và combined; hãy chờ nhật ký được xoay vòng để dòng cuối trọn vẹn
    .explain = Các dòng khác đã được đếm.

MB1276 = không dòng nào của nhật ký nói về tệp đã phát hành hay về gói
    .hint = tệp của trang nằm dưới f/; đây có đúng là nhật ký của trang?
    .explain = Không ghi gì vào sổ, số người giữ không rõ tên vẫn là không rõ.

MB1277 = { $asset } có ô này mà trong { $name } không có bản thay
    .hint = dựng và duyệt lại để đợt phát hành có nó, hoặc thu hồi trước: mocban kill { $asset }
    .explain = Đính chính bỏ sót một đồ họa sẽ để lỗi còn nguyên ở đó mà không ai được báo.

MB1278 = không có gì vẽ ô này thay đổi
    .hint = sửa số liệu, rồi mocban render, submit và approve; mocban plan cho biết gì sẽ đổi
    .explain = Đính chính thay phiên bản bằng phiên bản có nội dung khác, mà trong kho không có. Thay đổi làm tròn ra cùng một chữ thì không đổi gì.

MB1279 = đợt phát hành { $name } đang trong thời gian cấm công bố
    .hint = tạo đợt đính chính không cấm công bố
    .explain = Ai đang giữ lỗi phải được báo ngay; đính chính mà công chúng chưa được xem thì không phải đính chính.

MB1280 = theo sổ cái thì { $agency } không giữ gì trong đó
    .hint = mocban deliver ghi lại lần giao đã có; lời đáp vẫn được giữ
    .explain = Cơ quan trả lời mà không có lần giao nào được ghi tức là đã nhận qua một ngả chưa được ghi.

MB1281 = gói còn chứa những bản mà từ đó đến nay đã được báo là không dùng nguyên như vậy nữa: { $versions } ({ $count })
    .hint = làm lại bằng mocban pack { $release } và báo cho nơi đang giữ gói này: mocban recall
    .explain = Các byte của gói vẫn như lúc làm ra. Những gì được đính chính, tạm dừng hay thu hồi sau đó nằm trong sổ, không nằm trong gói.

MB1282 = campaign.toml không có mục đính chính cho { $cell } nên hình không mang dấu
    .hint = hãy thêm [[correction]] với cells = ["{ $cell }"] và date = {"<"}ngày{">"}, rồi render, submit và approve lại
    .explain = Hình đã sửa mang dấu thấy được (ĐÍNH CHÍNH và ngày). Dấu là đầu vào của bản vẽ: người sửa ô ấy viết nó vào campaign.toml.

### Bản duyệt

proof-stamp = BẢN DUYỆT
proof-lead = Để duyệt, không phát hành: hình thu nhỏ và đóng dấu.
proof-number = Bản duyệt số { $number }
proof-artworks = hình
proof-files = tệp
proof-clean = không có lưu ý
proof-warned = có cảnh báo
proof-failed = không làm được
proof-by-finding = Lưu ý
proof-by-product = Sản phẩm
proof-show-all = Tất cả
proof-show-found = Có lưu ý
proof-show-failed = Không làm được
proof-show-clean = Không có lưu ý
proof-no-picture = Không làm được
proof-pages = { $count } trang
proof-more = và { $count } lưu ý nữa, xem proof.html
proof-approve = Duyệt
proof-change = Cần sửa
proof-foot = Đây là bản duyệt. Cùng một kế hoạch cho cùng một bản duyệt; hình làm từ dữ liệu khác mang số khác.

### Words of packs

pack-is-whole = Gói báo chí của đợt phát hành { $release }, bản { $version }, cập nhật { $time }: { $graphics } đồ họa, { $pictures } tệp.
pack-is-mini = Gói nhỏ của đợt phát hành { $release }, bản { $version }, cập nhật { $time }: { $graphics } đồ họa, { $pictures } tệp, cho đường truyền yếu.
pack-contents = Trong gói có:
pack-folder-index = mở tệp này trước: toàn bộ hình kèm chú thích, không cần mạng
pack-folder-news = bài và văn bản cho tòa soạn
pack-folder-print = hình cho báo in
pack-folder-web = hình cho trang web
pack-folder-social = hình cho Zalo, Facebook và các mạng xã hội khác
pack-folder-led = hình cho màn hình LED
pack-folder-television = hình cho truyền hình, 16:9
pack-folder-large = pano, băng rôn, phông
pack-folder-data = số liệu có trên hình và mô tả các bảng của chúng
pack-folder-captions = chú thích, chữ thay ảnh, dòng ghi nguồn; mỗi tệp một dòng
pack-folder-licence = giấy phép và liên hệ
pack-folder-sheet = bảng hình tổng hợp, để in
pack-folder-meta = cho máy đọc: danh mục, nguồn gốc số liệu
pack-not-made = Hình ở hệ màu RGB. Gói không có tệp CMYK hay PDF/X: nhà in cần thì hỏi.
pack-credit-how = Ghi nguồn mỗi hình đúng dòng trong tệp chú thích. Dùng nguyên hình, luôn kèm kỳ số liệu.
pack-credit-drawn = Đồ họa: { $who }
pack-credit-data = Số liệu: { $who }
pack-ask = Người trả lời: { $who }
pack-licence = Giấy phép
pack-contact = Liên hệ
pack-check = Để kiểm tra các tệp còn nguyên vẹn, chạy trong thư mục này:
pack-check-signature = Để kiểm tra ai làm ra gói:
pack-check-key = Khóa ở đó phải đúng là khóa công bố tại { $url }.
pack-unsigned = Gói này chưa được ký.
pack-embargo = HẸN GIỜ: không đăng trước thời điểm ghi trong tệp chú thích.
pack-embargoed = hẹn giờ đến { $time }
pack-see-corrections = Gói này đính chính các gói trước: đọc { $file }.
pack-corrections = Đính chính. Thay tệp cũ ở mọi nơi đã dùng.
pack-file-out = - thôi dùng: { $file }
pack-file-in = + dùng thay: { $file }
pack-left-out = Không có trong gói này:
pack-why-withheld = đang tạm dừng
pack-why-canceled = đã thu hồi, không dùng
pack-why-expired = đã hết hạn
pack-dropped = Bỏ bớt cho nhẹ; gói đầy đủ có:
pack-dropped-part = { $what }: { $files } tệp, { $bytes } byte
pack-made-small = { $files } hình được thu nhỏ ({ $what })
pack-delta-how = Gói này đưa { $old } lên { $new }. Chép các tệp đè lên thư mục cũ, xóa các tệp liệt kê ở đây, rồi chuyển SHA256SUMS và SHA256SUMS.sig trong meta/delta ra ngoài, thay tệp cũ.
pack-delta-remove = Tệp cần xóa:
pack-sheet = Bảng hình
pack-no-preview = không có hình xem trước
pack-search = Tìm
pack-caption = Chú thích
pack-alt = Chữ thay ảnh
pack-credit = Ghi nguồn
pack-copy = Chép
pack-files = Tệp
pack-illustrative = số liệu minh họa
pack-corrected = bản đính chính

### Danh sách thu hồi, báo cáo thay đổi, kiểm tra

recall-title = Danh sách báo thu hồi
recall-holders = Ai đang giữ
recall-placements = Nơi phải gỡ
recall-packs = Gói phải làm lại
recall-versions = Những gì có ô này
recall-cell = ô
recall-before = trước
recall-after = nay
recall-done = đã trả lời
recall-wait = chưa trả lời: báo trong hôm nay
recall-remind = { $days } ngày chưa trả lời: nhắc lại
recall-call = { $days } ngày chưa trả lời: gọi điện
recall-escalate = { $days } ngày chưa trả lời: báo cấp trên
recall-unlisted = (không còn trong danh sách phân phối)
recall-up = còn treo
recall-ended = đã hết hạn
recall-down = đã gỡ
recall-never-known = Tải ẩn danh, chuyển tiếp, ảnh chụp màn hình: không rõ
recall-at-least = Không rõ tên ({ $door }): ít nhất { $count }
recall-uncounted = Không rõ tên ({ $door }): không rõ bao nhiêu
change-heading = Những gì thay đổi: { $from } → { $to }
change-store = kho hiện nay
change-texts = Chữ và số thay đổi
change-pictures = số hình
change-changed = thay đổi
change-added = thêm mới
change-absent = không có trong đợt này
change-unchanged = không đổi
change-more-cells = và { $more } ô nữa
change-no-picture = Không tệp nào mở được thành hình.
change-headline = Tiêu đề:
change-caption = Chú thích:
change-alt-text = Lời thay hình:
change-files = Tệp: thêm { $add }, bỏ { $remove }, giữ { $keep }
verify-identical = Trùng từng byte: đây là tệp đã phát hành.
verify-compare = Có mẫu này. Hãy so từng con số với hình: mã thật hay hình giống không nói gì về các chữ số.
verify-not-found = Không tìm thấy: không hình nào đã phát hành trùng nội dung, mã hay hình dạng này.
verify-current = đang dùng
verify-superseded = đã có bản mới hơn
verify-revised = đã điều chỉnh
verify-corrected = đã đính chính: bản này có lỗi
verify-withheld = tạm dừng: chưa được dùng
verify-recalled = đã thu hồi: không được dùng
verify-expired = đã hết hạn
