headline = Các mốc mục tiêu chuyển đổi số trong các cơ quan đảng
kicker = Lộ trình { $from }–{ $to }
tag = #ĐảngbộĐồngNaiChuyểnĐổiSố
source = Nguồn: { $source }
illustrative = Số liệu minh họa
check = Mã kiểm tra:
