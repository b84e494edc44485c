kicker = Chuyển đổi số trong các cơ quan đảng
tag = #ĐảngbộĐồngNaiChuyểnĐổiSố
check = Mã kiểm tra:
