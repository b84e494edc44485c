title = Phiếu kết quả
subject = Nội dung
score = Kết quả
change = Thay đổi
place = Xếp thứ
illustrative = Số liệu minh họa
source = Đơn vị, con số đều bịa ra để đo tốc độ.
