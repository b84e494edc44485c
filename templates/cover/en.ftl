kicker = { $from }–{ $to }
headline = Digital transformation in party offices
tag = #ĐảngbộĐồngNaiChuyểnĐổiSố
