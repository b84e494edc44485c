kicker = Cầm tay chỉ việc
headline = Ký số một văn bản trong { $n } bước
lead = Làm lần lượt, không bỏ bước.
source = Biên soạn: { $who }. { $notice }.
illustrative = Số liệu minh họa
check = Mã kiểm tra:
