//! The desk is lost and brought back: the site is what it was, old packs hold, and what is done next goes on from there.

use std::fs;

use crate::kit::{done, keys, ledger, lists, new_key, one, pack, release, site, told};
use crate::workshop::{Workshop, files_below};

/// A moment after everything.
const LATER: &str = "2099-01-01T00:00:00Z";

#[test]
fn a_lost_desk_comes_back_as_it_was_with_keys_that_changed_meanwhile() {
    let shop = Workshop::new();
    lists(&shop, &["bao-vd"], &["pano,t_card_north_2026_vi,og,1,Ngã tư,6 × 12 m,0900,2026-01-01,"]);
    shop.write("desk/press/thong-cao.txt", "Thông cáo");
    let folder = keys(&shop, "first");
    let keep = tempfile::tempdir().unwrap();
    let (disk, packs) = (keep.path().join("disk"), keep.path().join("packs"));
    let [disk, to] = [&disk, &packs].map(|path| path.to_str().unwrap());
    release(&shop, "r1", &[]);
    let (old, old_said) = pack(&shop, folder.path(), &["r1", "--to", to]);
    done(&shop, &["backup", disk]);
    // The key changes after the first back-up; the second takes only what is new.
    done(&shop, &["key", "retire", "first", "--reason", "mất USB", "--keys", folder.path().to_str().unwrap()]);
    new_key(&shop, folder.path(), "second");
    shop.edit("data/towns.csv", "71.5", "72.5");
    release(&shop, "r2", &[]);
    done(&shop, &["deliver", "bao-vd", "--release", "r1", "--door", "mail"]);
    done(&shop, &["kill", "t_card_east_2026_vi", "--reason", "sai", "--by", "Minh"]);
    let (new, new_said) = pack(&shop, folder.path(), &["r2", "--to", to]);
    done(&shop, &["backup", disk]);
    let (before, desk, recall) =
        (site(&shop, Some(LATER), false), files_below(&shop.path().join("desk")), done(&shop, &["recall"]));

    fs::remove_dir_all(shop.path().join("desk")).unwrap();
    assert!(ledger(&shop).is_empty());
    done(&shop, &["restore", disk]);
    let visible = |path: &str| !path.split('/').any(|part| part.starts_with('.'));
    let kept: Vec<_> = desk.iter().filter(|(path, _)| visible(path)).collect();
    let back = files_below(&shop.path().join("desk"));
    assert_eq!(back.iter().filter(|(path, _)| visible(path)).collect::<Vec<_>>(), kept);
    assert!(site(&shop, Some(LATER), false) == before, "byte for byte");
    assert_eq!(done(&shop, &["recall"]), recall);
    assert_eq!(done(&shop, &["fsck"]).iter().filter(|line| line["event"] == "diagnostic").count(), 0);
    for (pack, key) in [(&old, "first"), (&new, "second")] {
        let checked = done(&shop, &["pack", "--check", pack.to_str().unwrap()]);
        let checked = one(&checked, "checked");
        assert_eq!(
            (&checked["signed_by"], &checked["whole"], &checked["entered"]),
            (&key.into(), &true.into(), &true.into())
        );
    }
    let (_, again) = pack(&shop, folder.path(), &["r2", "--to", to]);
    assert_eq!((&again["sha256"], &again["entered"]), (&new_said["sha256"], &false.into()));
    let (_, led) = pack(&shop, folder.path(), &["r2", "--since", old_said["pack"].as_str().unwrap()]);
    assert_eq!(led["signed_with"], "second", "a pack that an office holds is led on from, its list being at the desk");

    // The ledger goes on; a back-up that is behind it is not brought back over it.
    done(&shop, &["withhold", "t_card_south_2026_vi", "--reason", "chờ", "--by", "Minh"]);
    let now = ledger(&shop);
    let refused = shop.run(&["restore", disk]);
    assert_eq!((refused.success, ledger(&shop)), (false, now), "{}", refused.stderr);
    assert_eq!(told(&shop, &["fsck"]).1, Some(0));
}
