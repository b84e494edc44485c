//! `kill -9` at sixty random moments: nothing recorded is lost, nothing is wrong but what was left lying about, and the same command
//! makes of it what it would have made undisturbed.
//!
//! Clean means: the check finds no error (half-written files and bytes that no release names yet are warnings), the ledger
//! can be read and begins with all that it said before, every file noted as finished is as it was noted. After the same command
//! has run again the check finds nothing at all; files that an earlier kill left half-written, planted here beside, are gone too. `KILL_SEED` takes the moments elsewhere.

use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::kit::{Files, codes, done, keys, ledger, lists, of, ready, release, told};
use crate::workshop::{Workshop, files_below};

/// How often each of the six commands is killed.
const KILLS: u32 = 10;
/// Every so many times the site is compared too; it follows from what is always compared.
const SITES: u32 = 4;
/// A moment after everything.
const LATER: &str = "2099-01-01T00:00:00Z";

/// Random moments of a span (xorshift64*), for one command.
struct Moments(u64);

impl Moments {
    /// Those of a command; the seed is fixed unless the environment says otherwise.
    fn of(command: &str) -> Self {
        let seed = std::env::var("KILL_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(20_261_009_u64);
        let name = command.bytes().fold(0_u64, |sum, byte| sum.wrapping_mul(31).wrapping_add(u64::from(byte)));
        Self((seed ^ name.rotate_left(32)) | 1)
    }

    /// The next.
    fn next(&mut self, span: Duration) -> Duration {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let part = u32::try_from(self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 44).unwrap();
        span * part / (1 << 20)
    }
}

/// What a command leaves, apart from moments: events, manifests of releases, released bytes, packs, pictures, and the site of a
/// fixed moment.
struct State {
    /// The ledger's events.
    events: Vec<Value>,
    /// Manifests of releases.
    releases: Vec<(String, Value)>,
    /// Everything else of desk and output folder that holds no moment.
    files: Files,
    /// The site; none when it was not asked for.
    site: Option<Files>,
}

/// Takes away what tells a moment, or follows from one.
fn timeless(value: &mut Value) {
    for field in ["at", "before", "seal", "manifest", "made"] {
        value.as_object_mut().unwrap().remove(field);
    }
}

/// A page without its hours: `10:00:00.5` and `10:00` become `:`.
fn without_hours(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    let digits = |bytes: &[u8]| bytes.len() >= 2 && bytes[..2].iter().all(u8::is_ascii_digit);
    while let Some(first) = rest.first() {
        if digits(rest) && rest.get(2) == Some(&b':') && digits(&rest[3..]) {
            out.push(b':');
            let end = rest.iter().position(|byte| !(byte.is_ascii_digit() || b":.".contains(byte)));
            rest = &rest[end.unwrap_or(rest.len())..];
        } else {
            out.push(*first);
            rest = &rest[1..];
        }
    }
    out
}

impl State {
    /// What is there. The site follows from the rest: it is made only sometimes.
    fn of(shop: &Workshop, with_site: bool) -> Self {
        let mut events = ledger(shop);
        events.iter_mut().for_each(timeless);
        let desk = files_below(&shop.path().join("desk"));
        let releases = desk.iter().filter(|(path, _)| path.starts_with("releases/")).map(|(path, bytes)| {
            let mut manifest = serde_json::from_slice(bytes).unwrap();
            timeless(&mut manifest);
            (path.clone(), manifest)
        });
        let releases = releases.collect();
        let kept = desk.into_iter().filter(|(path, _)| path.starts_with("objects/") || path.starts_with("packs/"));
        let out = files_below(&shop.output())
            .into_iter()
            .filter(|(path, _)| path.ends_with(".png") || path.starts_with("packs/") || path.starts_with("site/"));
        let site = with_site.then(|| {
            let mut site = crate::kit::site(shop, Some(LATER), false);
            site.values_mut().for_each(|bytes| *bytes = without_hours(bytes));
            site
        });
        Self { events, releases, files: kept.chain(out).collect(), site }
    }

    /// Says where two differ.
    fn assert_is(&self, other: &Self, when: &str) {
        assert_eq!(self.events, other.events, "{when}");
        assert!(self.releases == other.releases, "{when}: manifests differ");
        let sites = self.site.as_ref().zip(other.site.as_ref()).map(|(one, other)| ("site", one, other));
        for (what, one, other) in [("files", &self.files, &other.files)].into_iter().chain(sites) {
            let mut differing = one.keys().chain(other.keys()).filter(|path| one.get(*path) != other.get(*path));
            let first = differing.next().map(|path| (path, parting(one.get(path), other.get(path))));
            assert_eq!(first, None, "{when}: {what}, and {} more", differing.count());
        }
    }
}

/// Where two files part, some words of each.
fn parting(one: Option<&Vec<u8>>, other: Option<&Vec<u8>>) -> [String; 2] {
    let [one, other] = [one, other].map(|bytes| bytes.map_or(&[][..], Vec::as_slice));
    let at = one.iter().zip(other).position(|(one, other)| one != other).unwrap_or(0).saturating_sub(80);
    [one, other].map(|bytes| String::from_utf8_lossy(bytes.get(at..).unwrap_or_default()).chars().take(240).collect())
}

/// Kills a command at random moments, each time on a fresh copy of a campaign, and has it given again.
fn try_kills(shop: &Workshop, command: &str, args: &[&str]) {
    // The desk's clock has seconds: what was released within one would stand in another order on the site.
    std::thread::sleep(Duration::from_millis(1100));
    let twin = shop.again();
    let start = Instant::now();
    done(&twin, args);
    let span = start.elapsed();
    let (whole, before) = (State::of(&twin, true), ledger(shop));
    let (mut moments, mut cut) = (Moments::of(command), 0);
    for nth in 0..KILLS {
        let (copy, moment) = (shop.again(), moments.next(span));
        let when = format!("{command} #{nth}, killed after {moment:?} of {span:?}");
        let mut child = copy.start(args);
        std::thread::sleep(moment);
        cut += u32::from(child.try_wait().unwrap().is_none());
        child.kill().unwrap();
        child.wait().unwrap();
        let (found, _) = told(&copy, &["fsck"]);
        assert!(codes(&found, Some("error")).is_empty(), "{when}: {found:?}");
        assert!(ledger(&copy).starts_with(&before), "{when}: the ledger lost a line");
        done(&copy, args);
        let (found, code) = told(&copy, &["fsck"]);
        assert_eq!((codes(&found, None).len(), code), (0, Some(0)), "{when}: left after the second run: {found:?}");
        State::of(&copy, nth % SITES == 0).assert_is(&whole, &when);
        assert_eq!(hidden(copy.path()), Vec::<String>::new(), "{when}");
    }
    assert!(cut > 0, "{command}: no run was alive to be killed within {span:?}");
}

/// Half-written files anywhere in a campaign.
fn hidden(campaign: &Path) -> Vec<String> {
    let name = |path: &String| path.rsplit('/').next().unwrap_or_default().to_owned();
    files_below(campaign).into_keys().filter(|path| name(path).starts_with(".tmp")).collect()
}

#[test]
fn a_render() {
    let shop = Workshop::new();
    shop.render(&[]);
    shop.edit("data/towns.csv", "71.5", "72.5");
    // Files that are made otherwise, that are new, and that go.
    shop.edit("data/towns.csv", "east,Đông,East,-3.25", "west,Tây,West,4.5");
    try_kills(&shop, "render", &["render"]);
}

#[test]
fn a_release() {
    let shop = Workshop::new();
    release(&shop, "r1", &[]);
    shop.edit("data/towns.csv", "71.5", "72.5");
    ready(&shop);
    shop.write("desk/objects/00/.tmp-cut", "half");
    shop.write("desk/releases/.tmp-cut", "half");
    try_kills(&shop, "release", &["release", "r2", "--by", "Minh"]);
}

#[test]
fn a_pack() {
    let shop = Workshop::new();
    release(&shop, "r1", &[]);
    let keys = keys(&shop, "press");
    shop.write("desk/packs/.tmp-cut", "half");
    shop.write("output/packs/.tmp-cut", "half");
    try_kills(&shop, "pack", &["pack", "r1", "--keys", keys.path().to_str().unwrap(), "--by", "Minh"]);
}

#[test]
fn a_correction() {
    let shop = Workshop::new();
    lists(&shop, &["bao-vd"], &[]);
    release(&shop, "r1", &[]);
    done(&shop, &["deliver", "bao-vd", "--release", "r1", "--door", "mail", "--by", "Lan"]);
    shop.edit("data/towns.csv", "71.5", "72.5");
    ready(&shop);
    let note = ["--kind", "correction", "--note", "Số đúng là 72,5%", "--by", "Minh"];
    try_kills(&shop, "correct", &[&["correct", "towns/north/score", "--release", "r2"], &note[..]].concat());
}

#[test]
fn a_publication() {
    let shop = Workshop::new();
    release(&shop, "r1", &[]);
    done(&shop, &["publish", "--at", LATER]);
    done(&shop, &["kill", "t_card_east_2026_vi", "--reason", "sai đơn vị", "--by", "Minh"]);
    shop.write("output/site/p/.tmp-cut", "half");
    try_kills(&shop, "publish", &["publish", "--at", LATER]);
}

#[test]
fn a_recall_with_site_and_packs() {
    const EAST: &str = "t_card_east_2026_vi";
    let shop = Workshop::new();
    release(&shop, "r1", &[]);
    let keys = keys(&shop, "press");
    let folder = keys.path().to_str().unwrap();
    done(&shop, &["publish"]);
    crate::kit::pack(&shop, keys.path(), &["r1"]);
    crate::kit::pack(&shop, keys.path(), &["r1", "--mini"]);
    let file = crate::kit::address(&shop, "r1", EAST);
    let bytes = std::fs::read(shop.output().join("site").join(&file)).unwrap();
    let args = ["kill", EAST, "--reason", "sai đơn vị", "--publish", "--keys", folder, "--by", "Minh"];
    let start = Instant::now();
    let said = done(&shop.again(), &args);
    let (span, packed) = (start.elapsed(), of(&said, "packed").len());
    assert_eq!((of(&said, "published").len(), packed), (1, 2));
    let mut moments = Moments::of("kill");
    for nth in 0..KILLS {
        let (copy, moment) = (shop.again(), moments.next(span));
        let when = format!("kill #{nth}, killed after {moment:?} of {span:?}");
        let mut child = copy.start(&args);
        std::thread::sleep(moment);
        child.kill().unwrap();
        child.wait().unwrap();
        let (found, _) = told(&copy, &["fsck"]);
        assert!(codes(&found, Some("error")).is_empty(), "{when}: {found:?}");
        done(&copy, &args);
        assert_eq!(ledger(&copy).iter().filter(|line| line["event"] == "killed").count(), 1, "{when}: said once");
        assert!(files_below(&copy.output().join("site")).values().all(|one| *one != bytes), "{when}: the site has it");
        assert_eq!(told(&copy, &["fsck"]).1, Some(0), "{when}");
        let recalled = done(
            &copy,
            &["recall", &ledger(&copy).iter().find(|line| line["event"] == "killed").unwrap()["number"].to_string()],
        );
        assert_eq!(of(&recalled, "pack").len(), 0, "{when}: packs that still have it");
        assert_eq!(hidden(copy.path()), Vec::<String>::new(), "{when}");
    }
}
