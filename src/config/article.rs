//! Guidance and other pages of text.

use std::sync::Arc;

use jiff::civil::Date;

use super::{Aliases, Settings, check_https, latest_today, optional_line, required_line};
use crate::diagnostic::{Code, Diagnostic, Span, Spanned};
use crate::markdown::{self, Origin, Prose};
use crate::source::{SourceFile, Sources};
use crate::yaml::{self, Decoder, Fields, Node};

/// A page of text: guidance, or any other.
#[derive(Debug)]
pub struct Article {
    /// The file that it was read from.
    pub source: Arc<SourceFile>,
    /// The id: the last part of its address.
    pub id: String,
    /// Its title.
    pub title: String,
    /// One line on it.
    pub summary: String,
    /// Words that people type for it, and its earlier addresses.
    pub aliases: Aliases,
    /// Its position among other pages: lower first, none last.
    order: Option<u32>,
    /// Whether groups declare that they follow it.
    pub minimum_standard: bool,
    /// The parts of a group's page that it explains, by their ids.
    pub about: Vec<&'static str>,
    /// The document that it speaks of: an `https` address.
    pub link: Option<String>,
    /// When its text was last looked at.
    pub updated: Option<Date>,
    /// The text.
    pub body: Prose,
}

/// The folder of the guidance.
pub(super) const GUIDANCE_FOLDER: &str = "content/guidance/";

const GUIDANCE: &[&str] =
    &["title", "summary", "aliases", "order", "minimum_standard", "about", "source", "updated"];
/// The parts of a group's page that guidance may explain: those with ideas that are not the group's own.
pub(crate) const PARTS: &[&str] = &[
    "join",
    "leaders",
    "purpose",
    "membership",
    "structure",
    "aims",
    "objectives",
    "values",
    "standards",
    "conflict",
];
const PAGES: &[&str] = &["title", "summary", "aliases", "updated"];

/// Reads `content/guidance/`, in reading order: by `order`, then by title, then by id.
pub(super) fn read_guidance(
    sources: &Sources,
    settings: &Settings,
    today: Date,
    found: &mut Vec<Diagnostic>,
) -> Vec<Article> {
    let mut articles = read_folder(sources, GUIDANCE_FOLDER, GUIDANCE, settings, today, found);
    articles.sort_by(|a, b| {
        let key = |article: &Article| article.order.unwrap_or(u32::MAX);
        (key(a), &a.title, &a.id).cmp(&(key(b), &b.title, &b.id))
    });
    articles
}

/// Reads `content/pages/`, in the order of the ids.
pub(super) fn read_pages(
    sources: &Sources,
    settings: &Settings,
    today: Date,
    found: &mut Vec<Diagnostic>,
) -> Vec<Article> {
    read_folder(sources, "content/pages/", PAGES, settings, today, found)
}

fn read_folder(
    sources: &Sources,
    folder: &str,
    keys: &[&str],
    settings: &Settings,
    today: Date,
    found: &mut Vec<Diagnostic>,
) -> Vec<Article> {
    let read = |source: &Arc<SourceFile>| {
        let (root, body) = yaml::parse_front_matter(source, found)?;
        let mut decoder = Decoder::new(source, &root);
        let article = decode(&mut decoder, &root, source, keys, body);
        if let Some((_, Some(updated))) = &article {
            check_date(&mut decoder, *updated, settings, today);
        }
        found.extend(decoder.finish());
        article.map(|(article, _)| article)
    };
    sources.folder(folder).filter_map(read).collect()
}

fn decode<'a>(
    decoder: &mut Decoder<'_>,
    root: &'a Node,
    source: &'a Arc<SourceFile>,
    keys: &[&str],
    body: Span,
) -> Option<(Article, Option<Spanned<Date>>)> {
    let fields = decoder.fields(root, yaml::opening_line(source), keys)?;
    let title = required_line(decoder, &fields, "title", "what the page is called", 100);
    let summary = required_line(decoder, &fields, "summary", "one line on the page", 200);
    let order = fields.get("order").and_then(|node| decoder.whole_number(node, 0));
    let minimum_standard = fields.get("minimum_standard").and_then(|node| decoder.flag(node));
    let about = fields.get("about").map(|node| parts(decoder, node)).unwrap_or_default();
    let link = optional_line(decoder, &fields, "source", 2000);
    if let (Some(Err(reason)), Some(node)) = (link.map(check_https), fields.get("source")) {
        decoder.report(Code::Value, node.span, reason, "For example: https://example.org/guide");
    }
    let updated = updated(decoder, &fields, keys);
    let text = &source.text()[body.range()];
    let origin = Origin { source, span: body, key: "", prefix: "h", top_level: 2 };
    let article = Article {
        source: Arc::clone(source),
        id: source.stem().to_owned(),
        title: title.unwrap_or(source.stem()).to_owned(),
        summary: summary.unwrap_or_default().to_owned(),
        aliases: Aliases::read(decoder, &fields),
        order: order.map(|order| order.value),
        minimum_standard: minimum_standard.unwrap_or(false),
        about,
        link: link.filter(|link| check_https(link).is_ok()).map(str::to_owned),
        updated: updated.map(|date| date.value),
        body: markdown::read(text, &origin, decoder.diagnostics()),
    };
    Some((article, updated))
}

/// The parts of a group's page in a list.
fn parts(decoder: &mut Decoder<'_>, node: &Node) -> Vec<&'static str> {
    let words: Vec<(&str, &'static str)> = PARTS.iter().map(|part| (*part, *part)).collect();
    let items = decoder.list(node).unwrap_or_default();
    items.iter().filter_map(|item| decoder.one_of(item, &words)).map(|part| part.value).collect()
}

/// Guidance says when it was updated; other pages may.
fn updated(decoder: &mut Decoder<'_>, fields: &Fields<'_>, keys: &[&str]) -> Option<Spanned<Date>> {
    if keys == GUIDANCE && fields.get("updated").is_none() {
        let help = "Add `updated: YYYY-MM-DD`, with the date on which the text was last reviewed.";
        decoder.missing(fields, "updated", "when its text was last reviewed", help);
    }
    fields.get("updated").and_then(|node| decoder.date(node))
}

fn check_date(decoder: &mut Decoder<'_>, updated: Spanned<Date>, settings: &Settings, today: Date) {
    if updated.value > latest_today(today) {
        let message = "This page says that it was updated on a date in the future.";
        decoder.report(
            Code::FutureDate,
            updated.span,
            message,
            "Write the date of the last change.",
        );
    } else if settings.review_after.after(updated.value) < today {
        let message = "The text of this page has not been reviewed for a long time.";
        let help = "Read it again, correct what has changed, and write today's date.";
        decoder.report(Code::Stale, updated.span, message, help);
    }
}
