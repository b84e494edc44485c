//! The fourteen colour spaces of Design Tokens 2025.10, turned into sRGB.
//!
//! The maths and matrices are those of CSS Color Module Level 4 (sample code); colours outside sRGB are clamped.

/// A colour space that a token may name.
#[derive(Debug, Clone, Copy)]
pub(super) struct ColorSpace {
    /// Its name in a token.
    pub(super) name: &'static str,
    /// Lowest and highest value of each component.
    pub(super) ranges: [(f64, f64); 3],
    /// Whether the component of this index is a hue, whose highest value is itself left out.
    pub(super) hue: Option<usize>,
    /// To gamma-encoded sRGB, not yet clamped.
    convert: fn([f64; 3]) -> [f64; 3],
}

/// Zero to one.
const UNIT: (f64, f64) = (0.0, 1.0);
/// A percentage.
const PERCENT: (f64, f64) = (0.0, 100.0);
/// An angle in degrees.
const HUE: (f64, f64) = (0.0, 360.0);
/// A chroma.
const CHROMA: (f64, f64) = (0.0, f64::INFINITY);
/// A signed axis.
const AXIS: (f64, f64) = (f64::NEG_INFINITY, f64::INFINITY);

/// A space whose components all run from 0 to 1.
const fn unit(name: &'static str, convert: fn([f64; 3]) -> [f64; 3]) -> ColorSpace {
    ColorSpace { name, ranges: [UNIT; 3], hue: None, convert }
}

/// All spaces.
pub(super) const SPACES: [ColorSpace; 14] = [
    unit("srgb", |c| c),
    unit("srgb-linear", |c| c.map(srgb_encode)),
    ColorSpace { name: "hsl", ranges: [HUE, PERCENT, PERCENT], hue: Some(0), convert: hsl },
    ColorSpace { name: "hwb", ranges: [HUE, PERCENT, PERCENT], hue: Some(0), convert: hwb },
    ColorSpace { name: "lab", ranges: [PERCENT, AXIS, AXIS], hue: None, convert: lab },
    ColorSpace { name: "lch", ranges: [PERCENT, CHROMA, HUE], hue: Some(2), convert: |c| lab(polar(c)) },
    ColorSpace { name: "oklab", ranges: [UNIT, AXIS, AXIS], hue: None, convert: oklab },
    ColorSpace { name: "oklch", ranges: [UNIT, CHROMA, HUE], hue: Some(2), convert: |c| oklab(polar(c)) },
    unit("display-p3", |c| from_d65(times(&P3_TO_XYZ, c.map(srgb_decode)))),
    unit("a98-rgb", |c| from_d65(times(&A98_TO_XYZ, c.map(|v| v.powf(563.0 / 256.0))))),
    unit("prophoto-rgb", |c| from_d50(times(&PROPHOTO_TO_XYZ, c.map(prophoto_decode)))),
    unit("rec2020", |c| from_d65(times(&REC2020_TO_XYZ, c.map(rec2020_decode)))),
    unit("xyz-d65", from_d65),
    unit("xyz-d50", from_d50),
];

impl ColorSpace {
    /// The space of a name.
    pub(super) fn named(name: &str) -> Option<&'static Self> {
        SPACES.iter().find(|space| space.name == name)
    }

    /// The components as sRGB channels from 0 to 1.
    pub(super) fn to_srgb(self, components: [f64; 3]) -> [f64; 3] {
        (self.convert)(components).map(|v| if v.is_nan() { 0.0 } else { v.clamp(0.0, 1.0) })
    }
}

/// A matrix by rows.
type Matrix = [[f64; 3]; 3];

/// Linear Display P3 to XYZ (D65).
const P3_TO_XYZ: Matrix = [
    [608_311.0 / 1_250_200.0, 189_793.0 / 714_400.0, 198_249.0 / 1_000_160.0],
    [35_783.0 / 156_275.0, 247_089.0 / 357_200.0, 198_249.0 / 2_500_400.0],
    [0.0, 32_229.0 / 714_400.0, 5_220_557.0 / 5_000_800.0],
];
/// Linear A98 RGB to XYZ (D65).
const A98_TO_XYZ: Matrix = [
    [573_536.0 / 994_567.0, 263_643.0 / 1_420_810.0, 187_206.0 / 994_567.0],
    [591_459.0 / 1_989_134.0, 6_239_551.0 / 9_945_670.0, 374_412.0 / 4_972_835.0],
    [53_769.0 / 1_989_134.0, 351_524.0 / 4_972_835.0, 4_929_758.0 / 4_972_835.0],
];
/// Linear ProPhoto RGB to XYZ (D50).
const PROPHOTO_TO_XYZ: Matrix = [
    [0.797_766_644_900_642_3, 0.135_181_297_400_533_08, 0.031_347_734_128_392_2],
    [0.288_074_828_819_401_3, 0.711_835_234_241_873, 0.000_089_936_938_725_64],
    [0.0, 0.0, 0.825_104_602_510_460_2],
];
/// Linear Rec. 2020 to XYZ (D65).
const REC2020_TO_XYZ: Matrix = [
    [63_426_534.0 / 99_577_255.0, 20_160_776.0 / 139_408_157.0, 47_086_771.0 / 278_816_314.0],
    [26_158_966.0 / 99_577_255.0, 472_592_308.0 / 697_040_785.0, 8_267_143.0 / 139_408_157.0],
    [0.0, 19_567_812.0 / 697_040_785.0, 295_819_943.0 / 278_816_314.0],
];
/// XYZ (D65) to linear sRGB.
const XYZ_TO_SRGB: Matrix = [
    [12_831.0 / 3_959.0, -329.0 / 214.0, -1_974.0 / 3_959.0],
    [-851_781.0 / 878_810.0, 1_648_619.0 / 878_810.0, 36_519.0 / 878_810.0],
    [705.0 / 12_673.0, -2_585.0 / 12_673.0, 705.0 / 667.0],
];
/// XYZ from white D50 to white D65 (Bradford).
const D50_TO_D65: Matrix = [
    [0.955_473_421_488_075, -0.023_098_454_948_764_71, 0.063_259_243_200_570_72],
    [-0.028_369_709_333_863_7, 1.009_995_398_081_304_1, 0.021_041_441_191_917_323],
    [0.012_314_014_864_481_998, -0.020_507_649_298_898_964, 1.330_365_926_242_124],
];
/// Oklab to the cube roots of LMS.
const OKLAB_TO_LMS: Matrix = [
    [1.0, 0.396_337_777_376_174_9, 0.215_803_757_309_913_6],
    [1.0, -0.105_561_345_815_658_6, -0.063_854_172_825_813_3],
    [1.0, -0.089_484_177_529_811_9, -1.291_485_548_019_409_2],
];
/// LMS to XYZ (D65).
const LMS_TO_XYZ: Matrix = [
    [1.226_879_875_845_924_3, -0.557_814_994_460_217_1, 0.281_391_045_665_964_7],
    [-0.040_575_745_214_800_8, 1.112_286_803_280_317, -0.071_711_058_065_516_4],
    [-0.076_372_936_674_660_1, -0.421_493_332_402_243_2, 1.586_924_019_836_781_6],
];
/// White point D50 in XYZ.
const D50: [f64; 3] = [0.3457 / 0.3585, 1.0, (1.0 - 0.3457 - 0.3585) / 0.3585];

/// Matrix times vector.
fn times(matrix: &Matrix, [x, y, z]: [f64; 3]) -> [f64; 3] {
    matrix.map(|[a, b, c]| a * x + b * y + c * z)
}

/// Linear light to sRGB's curve, mirrored for negative values.
fn srgb_encode(v: f64) -> f64 {
    let size = v.abs();
    if size > 0.003_130_8 { v.signum() * (1.055 * size.powf(1.0 / 2.4) - 0.055) } else { 12.92 * v }
}

/// sRGB's curve (and Display P3's) to linear light.
fn srgb_decode(v: f64) -> f64 {
    if v <= 0.040_45 { v / 12.92 } else { ((v + 0.055) / 1.055).powf(2.4) }
}

/// ProPhoto's curve to linear light.
fn prophoto_decode(v: f64) -> f64 {
    if v <= 16.0 / 512.0 { v / 16.0 } else { v.powf(1.8) }
}

/// Rec. 2020's curve (ITU-R BT.2020-2, table 4) to linear light.
fn rec2020_decode(v: f64) -> f64 {
    let (alpha, beta) = (1.099_296_826_809_44, 0.018_053_968_510_807);
    if v < beta * 4.5 { v / 4.5 } else { ((v + alpha - 1.0) / alpha).powf(1.0 / 0.45) }
}

/// XYZ (D65) to sRGB.
fn from_d65(xyz: [f64; 3]) -> [f64; 3] {
    times(&XYZ_TO_SRGB, xyz).map(srgb_encode)
}

/// XYZ (D50) to sRGB.
fn from_d50(xyz: [f64; 3]) -> [f64; 3] {
    from_d65(times(&D50_TO_D65, xyz))
}

/// Lightness, chroma, hue in degrees to lightness and two axes.
fn polar([l, chroma, hue]: [f64; 3]) -> [f64; 3] {
    let (sine, cosine) = hue.to_radians().sin_cos();
    [l, chroma * cosine, chroma * sine]
}

/// CIE Lab (D50) to sRGB.
fn lab([l, a, b]: [f64; 3]) -> [f64; 3] {
    let (kappa, epsilon) = (24_389.0 / 27.0, 216.0 / 24_389.0);
    let y = (l + 16.0) / 116.0;
    let root = |f: f64| if f.powi(3) > epsilon { f.powi(3) } else { (116.0 * f - 16.0) / kappa };
    let height = if l > kappa * epsilon { y.powi(3) } else { l / kappa };
    let [x, y, z] = [root(y + a / 500.0), height, root(y - b / 200.0)];
    from_d50([x * D50[0], y * D50[1], z * D50[2]])
}

/// Oklab to sRGB.
fn oklab(components: [f64; 3]) -> [f64; 3] {
    from_d65(times(&LMS_TO_XYZ, times(&OKLAB_TO_LMS, components).map(|v| v.powi(3))))
}

/// Hue in degrees, saturation and lightness in percent to sRGB.
fn hsl([hue, saturation, lightness]: [f64; 3]) -> [f64; 3] {
    let (s, l) = (saturation / 100.0, lightness / 100.0);
    [0.0, 8.0, 4.0].map(|n| {
        let k = (n + hue / 30.0).rem_euclid(12.0);
        l - s * l.min(1.0 - l) * (k - 3.0).min(9.0 - k).clamp(-1.0, 1.0)
    })
}

/// Hue in degrees, whiteness and blackness in percent to sRGB.
fn hwb([hue, whiteness, blackness]: [f64; 3]) -> [f64; 3] {
    let (white, black) = (whiteness / 100.0, blackness / 100.0);
    if white + black >= 1.0 {
        return [white / (white + black); 3];
    }
    hsl([hue, 100.0, 50.0]).map(|v| v * (1.0 - white - black) + white)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Channels as 8-bit numbers.
    fn rgb8(space: &str, components: [f64; 3]) -> [f64; 3] {
        ColorSpace::named(space).unwrap().to_srgb(components).map(|v| (v * 255.0).round())
    }

    #[test]
    fn one_green_in_every_space() {
        // Pairs of the CSS Color 4 test suite: each is `green`, #008000.
        for (space, components) in [
            ("srgb", [0.0, 128.0 / 255.0, 0.0]),
            ("srgb-linear", [0.0, 0.21586, 0.0]),
            ("hsl", [120.0, 100.0, 25.1]),
            ("hwb", [120.0, 0.0, 49.8]),
            ("lab", [46.2775, -47.5621, 48.5837]),
            ("lch", [46.2775, 67.9892, 134.3912]),
            ("oklab", [0.51975, -0.1403, 0.10768]),
            ("oklch", [0.51975, 0.17686, 142.495]),
            ("display-p3", [0.21604, 0.49418, 0.13151]),
            ("a98-rgb", [0.281_363, 0.498_012, 0.116_746]),
            ("prophoto-rgb", [0.230_479, 0.395_789, 0.129_968]),
            ("rec2020", [0.235_202, 0.431_704, 0.085_432]),
            ("xyz-d65", [0.07719, 0.15438, 0.02573]),
            ("xyz-d50", [0.08312, 0.154_746, 0.020_961]),
        ] {
            assert_eq!(rgb8(space, components), [0.0, 128.0, 0.0], "{space}");
        }
    }

    #[test]
    fn out_of_gamut_is_clamped_and_edges_hold() {
        assert_eq!(rgb8("display-p3", [1.0, 0.0, 0.0]), [255.0, 0.0, 0.0]);
        assert_eq!(rgb8("oklch", [0.7, 0.5, 30.0])[0], 255.0);
        assert_eq!(rgb8("hwb", [0.0, 80.0, 80.0]), [128.0; 3]);
        assert_eq!(rgb8("lab", [100.0, 0.0, 0.0]), [255.0; 3]);
        assert_eq!(rgb8("lab", [0.0, 0.0, 0.0]), [0.0; 3]);
        assert_eq!(rgb8("lch", [50.0, f64::MAX, 10.0]).len(), 3);
    }
}
