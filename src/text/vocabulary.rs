//! Small closed classes of Vietnamese words that the rules of line breaking ask for.

/// Words after which a number belongs to them.
pub(super) const NUMBERED: [&str; 46] = [
    "vị",
    "số",
    "quý",
    "năm",
    "tháng",
    "ngày",
    "nhóm",
    "đoạn",
    "bước",
    "lần",
    "thứ",
    "điều",
    "khoản",
    "mục",
    "phase",
    "tuần",
    "lớp",
    "khóa",
    "kỳ",
    "đợt",
    "cấp",
    "mức",
    "độ",
    "lộ",
    "quận",
    "phường",
    "khu",
    "tuyến",
    "hạng",
    "loại",
    "chương",
    "phần",
    "tập",
    "trang",
    "bài",
    "quyết",
    "định",
    "tư",
    "thị",
    "bão",
    "tổ",
    "thôn",
    "ấp",
    "kỷ",
    "thế",
    "mùng",
];

/// Words after which a capitalised name belongs to them.
pub(super) const NAMED: [&str; 62] = [
    "tỉnh",
    "xã",
    "phường",
    "quận",
    "huyện",
    "phố",
    "trấn",
    "thôn",
    "ấp",
    "bản",
    "buôn",
    "làng",
    "đường",
    "sông",
    "suối",
    "hồ",
    "núi",
    "đèo",
    "đảo",
    "biển",
    "vịnh",
    "cầu",
    "chùa",
    "đình",
    "đền",
    "chợ",
    "cảng",
    "bay",
    "ga",
    "bão",
    "trường",
    "ông",
    "bà",
    "anh",
    "chị",
    "em",
    "cô",
    "thầy",
    "cụ",
    "bác",
    "chú",
    "bé",
    "cháu",
    "chí",
    "sĩ",
    "giáo",
    "thpt",
    "thcs",
    "đồng",
    "quần",
    "vườn",
    "rừng",
    "thác",
    "động",
    "tp",
    "tx",
    "tt",
    "ts",
    "pgs",
    "gs",
    "ths",
    "bs",
];

/// Abbreviations that end with a stop and do not end a sentence.
pub(super) const ABBREVIATED: [&str; 16] =
    ["tp.", "tx.", "tt.", "q.", "p.", "h.", "x.", "pgs.", "gs.", "ts.", "ths.", "bs.", "ks.", "cn.", "mr.", "dr."];

/// Words that count thousands and more: what they count follows.
pub(super) const MAGNITUDES: [&str; 7] = ["trăm", "nghìn", "ngàn", "vạn", "triệu", "tỷ", "tỉ"];

/// Units of money, length, area, mass and energy after a magnitude.
pub(super) const UNITS: [&str; 22] = [
    "đồng", "usd", "vnd", "euro", "đô", "tấn", "tạ", "kg", "km", "m", "m2", "m²", "m3", "m³", "ha", "héc-ta", "lít",
    "kwh", "mw", "người", "lượt", "ca",
];

/// Words after a number that are not counted by it.
pub(super) const NOT_COUNTED: [&str; 36] = [
    "và", "là", "để", "với", "tại", "ở", "có", "được", "trong", "của", "cho", "vào", "về", "từ", "so", "khi", "nên",
    "thì", "mà", "sẽ", "đã", "tăng", "giảm", "do", "vì", "trước", "sau", "trên", "qua", "bằng", "theo", "như", "nhưng",
    "không", "cần", "hoặc",
];

/// Kinds that are listed together, with a comma between them.
pub(super) const LISTED: [&str; 8] =
    ["xã phường", "phường xã", "tỉnh thành", "bộ ngành", "sở ngành", "ban ngành", "thôn ấp", "quận huyện"];
