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

MB0356 = biểu trưng không được chứa { $element }
    .hint = hãy chuyển chữ thành đường nét; bỏ mã lệnh, liên kết và chuyển động
    .explain = Biểu trưng phải giống nhau ở mọi nơi và không tự làm gì. Chữ trong biểu trưng được vẽ bằng đường nét nên không cần phông.

MB0357 = hình vẽ này trỏ ra ngoài: { $target }
    .explain = Biểu trưng là một tệp trọn vẹn: không liên kết, không nhập kiểu dáng, không lấy ảnh từ nơi khác. Được phép nhúng ảnh PNG, JPEG và WebP.

MB0358 = các giao diện màu sau không có màu {"{"}{ $token }{"}"}: { $themes }
    .did-you-mean = có phải ý bạn là {"{"}{ $suggestion }{"}"}?
    .known = các màu: { $known }
    .explain = Màu viết dạng {"{"}color.accent{"}"} trong biểu trưng đổi theo giao diện màu, nên giao diện nào cũng phải có màu đó.

### MB04 khổ

### MB05 kế hoạch

### MB06 mẫu

### MB07 dàn trang

### MB08 kiểm tra trước in

### MB09 mã hoá và xuất

### MB10 kho, danh mục, lượt in

### MB11 dòng lệnh
