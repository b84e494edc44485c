kicker = Digital transformation in party offices
tag = #ĐảngbộĐồngNaiChuyểnĐổiSố
check = Check:
