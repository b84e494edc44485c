//! A space between two words, and how much it hurts to end a line there.
//!
//! In: the words of a text and two neighbours. Out: a cost; the greatest of what the rules say (compounds,
//! numbers and units, dates, dashes, names). Costs compare with raggedness in `lines`.

use super::words::{Bond, Words, is_dash};

/// The cost of parting a compound, or a name.
const COMPOUND: f32 = 1.0;
/// The cost of parting a compound inside a longer one: *cơ sở* in *cơ sở dữ liệu*.
const INNER: f32 = 1.2;
/// The cost of parting what is most often a compound.
pub(super) const LIKELY: f32 = 0.7;
/// The cost of parting a number from what it counts or from its name.
const NUMBER: f32 = 2.0;
/// The cost of a line that starts with a dash.
const DASH: f32 = 1.0;
/// More capitals in a row are a title in capitals, not a name.
const LONGEST_NAME: usize = 6;

/// Words after which a number belongs to them.
const NUMBERED: [&str; 59] = [
    "đơn vị",
    "số",
    "quý",
    "năm",
    "tháng",
    "ngày",
    "mùng",
    "nhóm",
    "giai đoạn",
    "bước",
    "lần",
    "thứ",
    "lần thứ",
    "bão số",
    "điều",
    "khoản",
    "mục",
    "phase",
    "tuần",
    "lớp",
    "khóa",
    "kỳ",
    "học kỳ",
    "đợt",
    "cấp",
    "mức",
    "mức độ",
    "quận",
    "phường",
    "khu",
    "khu phố",
    "tổ",
    "tổ dân phố",
    "thôn",
    "ấp",
    "tuyến",
    "hạng",
    "loại",
    "chương",
    "phần",
    "tập",
    "trang",
    "bài",
    "nghị quyết",
    "quyết định",
    "nghị định",
    "thông tư",
    "chỉ thị",
    "công văn",
    "kế hoạch",
    "quốc lộ",
    "tỉnh lộ",
    "hương lộ",
    "vành đai",
    "bão",
    "thế kỷ",
    "năm học",
    "nhiệm kỳ",
    "khóa học",
];

/// Words after which a capitalised name belongs to them.
const NAMED: [&str; 72] = [
    "tỉnh",
    "xã",
    "phường",
    "quận",
    "huyện",
    "thành phố",
    "thị xã",
    "thị trấn",
    "đặc khu",
    "phố",
    "thôn",
    "ấp",
    "bản",
    "buôn",
    "làng",
    "khu phố",
    "đường",
    "tuyến đường",
    "quốc lộ",
    "cao tốc",
    "sông",
    "suối",
    "hồ",
    "núi",
    "đèo",
    "đảo",
    "quần đảo",
    "biển",
    "vịnh",
    "cầu",
    "chùa",
    "đình",
    "đền",
    "chợ",
    "cảng",
    "cửa khẩu",
    "sân bay",
    "ga",
    "nhà ga",
    "bến xe",
    "công viên",
    "quảng trường",
    "khu công nghiệp",
    "cụm công nghiệp",
    "khu du lịch",
    "vườn quốc gia",
    "rừng",
    "thác",
    "trường",
    "thpt",
    "thcs",
    "tiểu học",
    "đại học",
    "bệnh viện",
    "bão",
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
    "đồng chí",
    "cô giáo",
    "thầy giáo",
    "bác sĩ",
    "nghệ nhân",
];

/// Abbreviations that end with a stop and do not end a sentence.
const ABBREVIATED: [&str; 16] =
    ["tp.", "tx.", "tt.", "q.", "p.", "h.", "x.", "pgs.", "gs.", "ts.", "ths.", "bs.", "ks.", "cn.", "mr.", "dr."];

/// Words that count thousands and more: what they count follows.
const MAGNITUDES: [&str; 7] = ["trăm", "nghìn", "ngàn", "vạn", "triệu", "tỷ", "tỉ"];

/// Units of money, length, area, mass and energy after a magnitude.
const UNITS: [&str; 19] = [
    "đồng", "usd", "vnd", "euro", "đô", "tấn", "tạ", "kg", "km", "m", "m2", "m²", "m3", "m³", "ha", "héc-ta", "lít",
    "kwh", "mw",
];

/// Words after a number that are not counted by it.
const NOT_COUNTED: [&str; 36] = [
    "và", "là", "để", "với", "tại", "ở", "có", "được", "trong", "của", "cho", "vào", "về", "từ", "so", "khi", "nên",
    "thì", "mà", "sẽ", "đã", "tăng", "giảm", "do", "vì", "trước", "sau", "trên", "qua", "bằng", "theo", "như", "nhưng",
    "không", "cần", "hoặc",
];

/// Kinds that are listed together, with a comma between them.
const LISTED: [&str; 8] =
    ["xã phường", "phường xã", "tỉnh thành", "bộ ngành", "sở ngành", "ban ngành", "thôn ấp", "quận huyện"];

/// A space between two tokens.
pub(super) struct Place<'w> {
    /// The text.
    text: &'w str,
    /// All words.
    words: &'w Words,
    /// The token that would end a line.
    before: usize,
    /// The one that would start the next.
    after: usize,
    /// The former as written.
    first: &'w str,
    /// The latter as written.
    second: &'w str,
}

impl<'w> Place<'w> {
    /// The space between two tokens of a text; none when there are no such tokens.
    pub(super) fn new(text: &'w str, words: &'w Words, before: usize, after: usize) -> Option<Self> {
        let written = |index: usize| text.get(words.tokens.get(index)?.range.clone());
        Some(Self { text, words, before, after, first: written(before)?, second: written(after)? })
    }

    /// How much it hurts to end a line here.
    pub(super) fn cost(&self) -> f32 {
        let Some(tail) = self.words.tokens.get(self.after) else { return 0.0 };
        if tail.parted {
            return self.after_punctuation();
        }
        let bond = match tail.bond {
            Bond::Free => 0.0,
            Bond::Likely => LIKELY,
            Bond::Compound => COMPOUND,
            Bond::Inner => INNER,
        };
        self.number().max(self.dash()).max(bond).max(self.name())
    }

    /// A token as written; empty when there is none.
    fn written(&self, index: Option<usize>) -> &'w str {
        let range = index.and_then(|at| self.words.tokens.get(at)).map(|token| token.range.clone());
        range.and_then(|range| self.text.get(range)).unwrap_or_default()
    }

    /// The cost where punctuation stands: none, but for abbreviations and listed kinds.
    fn after_punctuation(&self) -> f32 {
        if self.first.ends_with('.') && begins_name(self.second) {
            let short = ABBREVIATED.iter().any(|known| known.trim_end_matches('.') == self.words.bare(self.before));
            return if short { NUMBER } else { 0.0 };
        }
        let listed = self.first.ends_with(',')
            && LISTED.iter().any(|pair| {
                let (one, other) = pair.split_once(' ').unwrap_or_default();
                one == self.words.bare(self.before) && other == self.words.bare(self.after)
            });
        if listed { LIKELY } else { 0.0 }
    }

    /// The cost of parting a number from its name or from what it counts.
    fn number(&self) -> f32 {
        let (before, after) = (self.words.bare(self.before), self.words.bare(self.after));
        if is_number(self.second, after) && self.led(self.after) {
            return NUMBER;
        }
        // "km/giờ", "đồng/lít": the unit before the stroke tells.
        let unit = UNITS.contains(&after.split('/').next().unwrap_or(after));
        if !before.starts_with(is_digit) {
            let counted = self.before.checked_sub(1).is_some_and(|index| self.words.bare(index).ends_with(is_digit));
            let counts = unit || matches!(after, "người" | "lượt" | "ca");
            return if counts && counted && MAGNITUDES.contains(&before) { NUMBER } else { 0.0 };
        }
        let date = before.contains('/');
        if !date && (unit || MAGNITUDES.contains(&after)) || self.second.starts_with('°') {
            return NUMBER;
        }
        let led = self.led(self.before);
        if led && matches!(after, "tháng" | "năm") {
            return NUMBER;
        }
        let closed = led || date || self.first.ends_with('%');
        let counts = after.starts_with(char::is_alphabetic) && !NOT_COUNTED.contains(&after);
        if closed || !counts { 0.0 } else { NUMBER }
    }

    /// Whether the word before a token takes numbers: "ngày 2", "Đơn vị 01".
    fn led(&self, index: usize) -> bool {
        let parted = self.words.tokens.get(index).is_none_or(|token| token.parted);
        !parted && index.checked_sub(1).is_some_and(|last| NUMBERED.contains(&self.words.ending(last)))
    }

    /// The cost of a line that starts with a dash, or ends with one that joins two names.
    fn dash(&self) -> f32 {
        if self.second.chars().all(is_dash) {
            return DASH;
        }
        if !self.first.chars().all(is_dash) {
            return 0.0;
        }
        // Bắc – Nam, Bến Lức – Long Thành; xanh – sạch – đẹp.
        let is_list = |part: &str| !part.is_empty() && part.chars().all(is_dash);
        let names = begins_name(self.second) && begins_name(self.written(self.before.checked_sub(1)));
        let list = is_list(self.written(self.before.checked_sub(2))) || is_list(self.written(Some(self.after + 1)));
        if names || list { COMPOUND } else { 0.0 }
    }

    /// The cost of parting a proper name, or a name from its kind.
    fn name(&self) -> f32 {
        if !begins_name(self.second) {
            return 0.0;
        }
        if NAMED.contains(&self.words.ending(self.before)) {
            return COMPOUND;
        }
        if !begins_name(self.first) || self.row() > LONGEST_NAME {
            return 0.0;
        }
        // At the start of a sentence the capital says little: Người Việt Nam.
        if self.words.tokens.get(self.before).is_some_and(|token| token.parted) { LIKELY } else { COMPOUND }
    }

    /// How many capitalised tokens stand in a row around this place.
    fn row(&self) -> usize {
        let capital = |index: &usize| {
            let letters = self.written(Some(*index)).trim_start_matches(|c: char| !c.is_alphanumeric());
            letters.starts_with(char::is_uppercase)
        };
        let back = (0..=self.before).rev().take(LONGEST_NAME + 1).take_while(capital).count();
        back + (self.after..).take(LONGEST_NAME + 1).take_while(capital).count()
    }
}

/// Whether a character is a digit.
fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}

/// Whether a token is a number, a date or a Roman number.
fn is_number(token: &str, bare: &str) -> bool {
    let roman = || token.chars().take_while(|c| c.is_alphabetic()).all(|c| "IVXLC".contains(c));
    bare.starts_with(is_digit) || (token.starts_with(char::is_uppercase) && roman())
}

/// Whether a token starts like a syllable of a name: a capital and then small letters or nothing.
fn begins_name(token: &str) -> bool {
    let mut letters = token.chars().filter(|c| c.is_alphanumeric());
    letters.next().is_some_and(char::is_uppercase) && letters.all(|c| c.is_lowercase() || c.is_ascii_digit())
}
