kicker = Chuyển đổi số trong các cơ quan đảng
tag = #ĐảngbộĐồngNaiChuyểnĐổiSố
