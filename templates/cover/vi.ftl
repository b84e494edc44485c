kicker = { $from }–{ $to }
headline = Chuyển đổi số trong các cơ quan đảng
tag = #ĐảngbộĐồngNaiChuyểnĐổiSố
