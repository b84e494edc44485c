//! The files of a new campaign, as they are written. In: the files beside this room; out: one list.

/// A text file of `skeleton/` under the same path.
macro_rules! own {
    ($path:literal) => {
        ($path, include_bytes!(concat!("skeleton/", $path)))
    };
}

/// A file of the shipped brand under the same path.
macro_rules! shipped {
    ($path:literal) => {
        ($path, include_bytes!(concat!("../../", $path)))
    };
}

/// Path in the campaign folder, and contents.
pub(super) const FILES: &[(&str, &[u8])] = &[
    own!("campaign.toml"),
    own!("README.md"),
    // Without its dot here, so that git does not take it for its own.
    (".gitignore", include_bytes!("skeleton/gitignore")),
    own!("output/README.md"),
    own!("data/services.csv"),
    own!("data/services.schema.toml"),
    own!("brand/brand.tokens.json"),
    own!("brand/dark.tokens.json"),
    own!("brand/brand.resolver.json"),
    own!("brand/marks/marks.toml"),
    own!("brand/marks/mark.svg"),
    own!("templates/card/template.svg"),
    own!("templates/card/template.toml"),
    own!("templates/card/vi.ftl"),
    own!("templates/card/en.ftl"),
    shipped!("brand/fonts/BeVietnamPro-OFL.txt"),
    shipped!("brand/fonts/BeVietnamPro_400Regular.ttf"),
    shipped!("brand/fonts/BeVietnamPro_700Bold.ttf"),
    shipped!("brand/fonts/Inter-OFL.txt"),
    shipped!("brand/fonts/Inter_400Regular.ttf"),
    shipped!("brand/fonts/Inter_700Bold.ttf"),
];
