//! What a web server is to answer for files that were taken back, and how long it may let others keep what it gives.

use std::fmt::Write as _;

use super::preview;
use crate::feed::address;
use crate::published::{Audience, Published};

/// Rules for caches, for servers that read `_headers`.
const HEADERS: &str = "/f/*\n  Cache-Control: public, max-age=31536000, immutable\n  X-Content-Type-Options: nosniff\n  Content-Security-Policy: sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:\n/p/*\n  Cache-Control: public, max-age=31536000, immutable\n/*\n  X-Content-Type-Options: nosniff\n";
/// The same for Apache.
const APACHE: &str = "<IfModule mod_headers.c>\n  Header set X-Content-Type-Options nosniff\n  Header set Cache-Control no-cache\n  <If \"%{REQUEST_URI} =~ m#/[fp]/[0-9a-f]{16}#\">\n    Header set Cache-Control \"public, max-age=31536000, immutable\"\n  </If>\n  <If \"%{REQUEST_URI} =~ m#/f/[0-9a-f]{16}#\">\n    Header set Content-Security-Policy \"sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:\"\n  </If>\n</IfModule>\n";

/// Addresses that were once given and give nothing now.
pub(super) fn gone(published: &Published) -> Vec<String> {
    let back = published.versions().filter(|(_, version)| !version.is_served());
    let mut gone: Vec<String> = back
        .flat_map(|(_, version)| {
            let preview = preview::source(version).map(address::preview);
            version.asset.files.iter().map(address::file).chain(preview)
        })
        .collect();
    let served = published.versions().filter(|(_, version)| version.is_served());
    let served: std::collections::BTreeSet<String> = served
        .flat_map(|(_, version)| {
            let preview = preview::source(version).map(address::preview);
            version.asset.files.iter().map(address::file).chain(preview)
        })
        .collect();
    // The same bytes may still stand in a version that may be used.
    gone.retain(|path| !served.contains(path));
    gone.sort();
    gone.dedup();
    gone
}

/// Files that say so to people and to servers.
pub(super) fn files(published: &Published) -> impl Iterator<Item = (String, Vec<u8>)> {
    let gone = gone(published);
    let mut list = String::new();
    let mut apache = APACHE.to_owned();
    if !published.facts.base_url.is_empty() {
        let base = published.facts.base_url.split_once("://").map_or("", |(_, rest)| rest);
        let path = base.split_once('/').map_or(String::new(), |(_, path)| format!("/{path}"));
        let _infallible = writeln!(apache, "ErrorDocument 404 {path}/404.html");
    }
    if !gone.is_empty() {
        apache.push_str("<IfModule mod_rewrite.c>\n  RewriteEngine On\n");
        for path in &gone {
            let _infallible = writeln!(list, "{path}");
            let _infallible = writeln!(apache, "  RewriteRule ^{}$ - [G,L]", path.replace('.', "\\."));
        }
        apache.push_str("</IfModule>\n");
    }
    let robots = match published.audience {
        Audience::Press => "User-agent: *\nDisallow: /\n".to_owned(),
        Audience::Public => {
            format!("User-agent: *\nAllow: /\nSitemap: {}\n", address::absolute(&published.facts, "sitemap.xml"))
        }
    };
    [("gone.txt", list), (".htaccess", apache), ("_headers", HEADERS.to_owned()), ("robots.txt", robots)]
        .into_iter()
        .map(|(path, text)| (path.to_owned(), text.into_bytes()))
}
