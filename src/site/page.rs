//! The frame of a page: head, header, footer; links that work from a folder as from a server.

use jiff::Timestamp;
use serde_json::Value;

use super::look::Look;
use super::record::Records;
use super::said;
use crate::feed::{Wordbook, address, json};
use crate::html::Html;
use crate::published::{Audience, Published};

/// A page: what its head says, and its body.
pub(super) struct Page {
    /// Its address below the site: a folder with a slash at its end, or a file.
    pub(super) path: String,
    /// The language of its words.
    pub(super) language: String,
    /// Its title.
    pub(super) title: String,
    /// What it is about, in a sentence.
    pub(super) description: String,
    /// The address of a picture that stands for it, below the site.
    pub(super) image: Option<String>,
    /// What it says to programs (schema.org).
    pub(super) data: Option<Value>,
    /// The same page in other languages: language and address.
    pub(super) translations: Vec<(String, String)>,
    /// When it last changed in substance.
    pub(super) updated: Option<Timestamp>,
    /// Whether search engines are told of it.
    pub(super) listed: bool,
    /// Whether it does without style sheet, fonts and script.
    pub(super) light: bool,
    /// What stands in it.
    pub(super) body: Html,
}

/// What all pages are written with.
pub(super) struct Shell<'a> {
    /// What is published.
    pub(super) published: &'a Published,
    /// How pages look.
    look: &'a Look,
    /// The records that are drawn.
    pub(super) records: Records<'a>,
    /// Words by language of pages.
    books: Vec<(String, Wordbook)>,
}

/// Where a page stands, for links from it.
#[derive(Debug, Clone)]
pub(super) struct Here(String);

impl Here {
    /// A page by its address.
    pub(super) fn at(path: &str) -> Self {
        Self("../".repeat(path.matches('/').count()))
    }

    /// The link to an address below the site, with the file's name, so that it works from a folder too.
    pub(super) fn to(&self, path: &str) -> String {
        let (page, anchor) = path.split_once('#').map_or((path, None), |(page, anchor)| (page, Some(anchor)));
        let file = if page.is_empty() || page.ends_with('/') { "index.html" } else { "" };
        let link = format!("{}{page}{file}", self.0);
        anchor.map_or(link.clone(), |anchor| format!("{link}#{anchor}"))
    }
}

/// What the header leads to: address and word.
const SECTIONS: [(&str, &str); 5] = [
    ("", "nav-news"),
    ("record/", "nav-data"),
    ("calendar/", "nav-calendar"),
    ("corrections/", "nav-corrections"),
    ("check/", "nav-check"),
];
/// What the footer leads to besides.
const MORE: [(&str, &str); 4] =
    [("feeds/", "nav-feeds"), ("licence/", "nav-licence"), ("contact/", "nav-contact"), ("text/", "nav-text")];

impl<'a> Shell<'a> {
    /// Everything pages are written with.
    pub(super) fn new(published: &'a Published, look: &'a Look) -> Self {
        let mut languages = published.facts.languages.clone();
        if languages.is_empty() {
            languages.push("vi".to_owned());
        }
        let books = languages.into_iter().map(|language| (language.clone(), Wordbook::of(&language))).collect();
        Self { published, look, records: Records::of(published), books }
    }

    /// Languages of pages, the first one at the root.
    pub(super) fn languages(&self) -> impl Iterator<Item = &str> {
        self.books.iter().map(|(language, _)| language.as_str())
    }

    /// The language pages about something in a language are in: its own, else the first.
    pub(super) fn language<'b>(&'b self, wanted: &str) -> &'b str {
        let own = self.languages().find(|known| *known == wanted);
        own.or_else(|| self.languages().next()).unwrap_or("vi")
    }

    /// The words of a language of pages.
    pub(super) fn book(&self, language: &str) -> &Wordbook {
        let own = self.books.iter().find(|(known, _)| known == language);
        // There is always one: an empty list of languages has become Vietnamese.
        own.map_or(&self.books[0].1, |(_, book)| book)
    }

    /// Where the pages in a language begin.
    pub(super) fn root(&self, language: &str) -> String {
        address::root(&self.published.facts, language)
    }

    /// The page that has the same address in each language, empty yet.
    pub(super) fn page(&self, language: &str, path: &str, title: String) -> Page {
        let others = self.languages().filter(|other| *other != language);
        Page {
            path: format!("{}{path}", self.root(language)),
            language: language.to_owned(),
            title,
            description: String::new(),
            image: None,
            data: None,
            translations: others.map(|other| (other.to_owned(), format!("{}{path}", self.root(other)))).collect(),
            updated: None,
            listed: true,
            light: false,
            body: Html::new(),
        }
    }

    /// The file of a page.
    pub(super) fn write(&self, page: &Page) -> Vec<u8> {
        let here = if page.path == "404.html" {
            // A server gives it at any depth.
            Here(format!("{}/", address::base(&self.published.facts)))
        } else {
            Here::at(&page.path)
        };
        let mut html = Html::new();
        html.raw("<!doctype html>\n<html lang=\"").text(&page.language).raw("\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.raw("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n");
        self.head(&mut html, page, &here);
        html.raw("</head>\n<body>\n");
        self.header(&mut html, page, &here);
        html.raw("<main id=\"main\">\n").add(&page.body).raw("</main>\n");
        self.footer(&mut html, page, &here);
        html.raw("</body>\n</html>\n");
        html.done().into_bytes()
    }

    /// What programs read first.
    fn head(&self, html: &mut Html, page: &Page, here: &Here) {
        let facts = &self.published.facts;
        let campaign = said(&facts.title, &page.language);
        let title = if page.title.is_empty() || page.title == campaign {
            campaign.to_owned()
        } else {
            format!("{} · {campaign}", page.title)
        };
        html.element("<title>", &title, "</title>\n");
        let mut meta = |name: &'static str, value: &str| {
            if !value.is_empty() {
                html.raw("<meta ").raw(name).raw(" content=\"").text(value).raw("\">\n");
            }
        };
        meta("name=\"description\"", &page.description);
        if !page.listed || self.published.audience == Audience::Press {
            meta("name=\"robots\"", "noindex");
        }
        meta("property=\"og:type\"", "article");
        meta("property=\"og:title\"", if page.title.is_empty() { campaign } else { &page.title });
        meta("property=\"og:description\"", &page.description);
        meta("property=\"og:site_name\"", campaign);
        meta("property=\"og:locale\"", if page.language.starts_with("vi") { "vi_VN" } else { &page.language });
        meta("property=\"og:url\"", &address::absolute(facts, &page.path));
        if let Some(image) = &page.image {
            meta("property=\"og:image\"", &address::absolute(facts, image));
            meta("name=\"twitter:card\"", "summary_large_image");
        }
        for (language, path) in &page.translations {
            html.raw("<link rel=\"alternate\" hreflang=\"").text(language).raw("\" href=\"").text(&here.to(path));
            html.raw("\">\n");
        }
        if page.light {
            html.raw("<style>body{max-width:40rem;margin:1rem auto;padding:0 1rem;font:1rem/1.5 sans-serif}a{padding:.6rem 0;display:inline-block}.skip,.mark{display:none}</style>\n");
        } else {
            html.raw("<link rel=\"stylesheet\" href=\"").text(&here.to("style/site.css")).raw("\">\n");
            html.raw("<script defer src=\"").text(&here.to("style/site.js")).raw("\"></script>\n");
            if self.look.has_mark() {
                html.raw("<link rel=\"icon\" type=\"image/svg+xml\" href=\"").text(&here.to("style/mark.svg"));
                html.raw("\">\n");
            }
        }
        let feed = format!("feeds/{}/all.atom", address::part(&page.language));
        html.raw("<link rel=\"alternate\" type=\"application/atom+xml\" href=\"").text(&here.to(&feed)).raw("\">\n");
        if let Some(data) = &page.data {
            html.raw("<script type=\"application/ld+json\">\n").data(&json(data)).raw("</script>\n");
        }
    }

    /// Mark, title, ways.
    fn header(&self, html: &mut Html, page: &Page, here: &Here) {
        let (facts, book, root) = (&self.published.facts, self.book(&page.language), self.root(&page.language));
        html.element(
            "<a class=\"skip\" href=\"#main\">",
            &book.say("skip"),
            "</a>\n<header class=\"top\"><div class=\"wide\">",
        );
        html.raw("<a class=\"name\" href=\"").text(&here.to(&root)).raw("\">");
        if self.look.has_mark() && !page.light {
            html.raw("<img class=\"mark\" src=\"").text(&here.to("style/mark.svg"));
            html.raw("\" alt=\"\" width=\"40\" height=\"40\">");
        }
        html.element("<span><b>", said(&facts.title, &page.language), "</b> <small>");
        html.text(&book.say("newsroom")).raw("</small></span></a>\n<nav aria-label=\"").text(&book.say("nav"));
        html.raw("\"><ul>");
        for (path, word) in SECTIONS {
            let path = format!("{root}{path}");
            html.raw("<li><a href=\"").text(&here.to(&path)).raw("\"");
            html.raw(if path == page.path { " aria-current=\"page\">" } else { ">" });
            html.text(&book.say(word)).raw("</a></li>");
        }
        for (language, path) in &page.translations {
            html.raw("<li class=\"tongue\"><a hreflang=\"").text(language).raw("\" lang=\"").text(language);
            html.raw("\" href=\"").text(&here.to(path)).raw("\">");
            html.text(&Wordbook::of(language).say("language-name")).raw("</a></li>");
        }
        html.raw("</ul></nav></div></header>\n");
        if self.published.audience == Audience::Press {
            html.element("<p class=\"press\">", &book.say("press-edition"), "</p>\n");
        }
    }

    /// Other ways, whom to ask, whose it is.
    fn footer(&self, html: &mut Html, page: &Page, here: &Here) {
        let (facts, book, root) = (&self.published.facts, self.book(&page.language), self.root(&page.language));
        html.raw("<footer class=\"end\"><div class=\"wide\"><ul>");
        for (path, word) in MORE {
            html.raw("<li><a href=\"").text(&here.to(&format!("{root}{path}"))).raw("\">");
            html.text(&book.say(word)).raw("</a></li>");
        }
        html.raw("</ul>");
        for said_of in [&facts.rights.credit_line, &facts.rights.copyright_notice] {
            let line = said(said_of, &page.language);
            if !line.is_empty() {
                html.element("<p>", line, "</p>");
            }
        }
        html.raw("</div></footer>\n");
    }
}
