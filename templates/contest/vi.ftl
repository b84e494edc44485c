kicker = Cuộc thi trực tuyến
who = Dành cho
what = Nội dung
ask = Thể lệ và cách tham gia
scan = Quét mã để hỏi thể lệ
source = Nguồn: { $source }
illustrative = Số liệu minh họa
check = Mã kiểm tra:
