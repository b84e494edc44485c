tag = #ĐảngbộĐồngNaiChuyểnĐổiSố
