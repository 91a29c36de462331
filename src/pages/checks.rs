//! Every link inside the site that a text has leads somewhere.

use std::collections::HashSet;

use super::Address;
use super::links::{Broken, LinkSource, address_of_file, candidates, resolve};
use super::offers::Offers;
use super::plan::Plan;
use crate::charter::Reading;
use crate::config::{Article, Axis};
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::directory::Directory;
use crate::markdown::SiteLink;
use crate::source::SourceFile;

/// The most anchors of a page that are named.
const MOST_ANCHORS: usize = 6;

/// The most broken links of one text that are reported.
const MOST_BROKEN: usize = 100;

/// Finds the links that lead nowhere.
#[derive(Debug)]
pub struct Problems<'a> {
    directory: &'a Directory,
    plan: &'a Plan,
    /// The addresses to offer in a broken link's place.
    offers: Offers<'a>,
    /// The addresses of pages whose files have errors: they may not be there yet, and will be.
    awaited: HashSet<String>,
}

impl<'a> Problems<'a> {
    /// For the texts of a directory and the plan of its site. A link to the page of a file with errors, or to an
    /// earlier address of such a group, is not reported as a second mistake.
    pub fn new<'f>(
        directory: &'a Directory,
        plan: &'a Plan,
        faulty_files: impl Iterator<Item = &'f str>,
        faulty_aliases: impl Iterator<Item = &'f str>,
    ) -> Self {
        let pages = faulty_files.filter_map(address_of_file);
        let addresses = pages.chain(faulty_aliases.map(Address::alias));
        let awaited = addresses.map(|address| address.to_string()).collect();
        Self { directory, plan, offers: Offers::of(plan), awaited }
    }

    /// The links of a charter.
    pub fn in_charter(&self, reading: &Reading) -> Vec<Diagnostic> {
        if reading.links.is_empty() {
            return Vec::new();
        }
        self.of(&reading.source, &Address::group(&reading.id), &reading.links)
    }

    /// The links of terms, guidance and pages.
    pub fn in_the_guilds_own_texts(&self) -> Vec<Diagnostic> {
        let config = &self.directory.config;
        let article = |article: &Article, address: Address| {
            self.of(&article.source, &address, article.body.links())
        };
        let guidance = config.guidance.iter().flat_map(|it| article(it, Address::guidance(&it.id)));
        let pages = config.pages.iter().flat_map(|it| article(it, Address::article(&it.id)));
        let terms = Axis::ALL.into_iter().flat_map(|axis| config.vocabulary.terms(axis));
        let terms = terms.flat_map(|term| {
            self.of(&term.source, &Address::term(term.axis, &term.id), term.introduction.links())
        });
        guidance.chain(pages).chain(terms).collect()
    }

    fn of(&self, source: &SourceFile, address: &Address, links: &[SiteLink]) -> Vec<Diagnostic> {
        let from = LinkSource { file: source.path(), address };
        let broken = |link: &SiteLink| {
            let reason = resolve(self.directory, self.plan, from, link).err()?;
            if candidates(from, &link.path).any(|address| self.is_awaited(&address)) {
                return None;
            }
            let (message, help) = self.words(link, &reason);
            Some(Diagnostic::new(Code::Link, source.place(link.span), message).help(help))
        };
        let mut found: Vec<_> = links.iter().filter_map(broken).take(MOST_BROKEN).collect();
        if found.len() == MOST_BROKEN {
            let message = "This file may have more broken links than are reported here.";
            let problem = Diagnostic::new(Code::Limits, source.whole(), message)
                .help("Fix these first, then check again to see the others.");
            found.push(problem);
        }
        found
    }

    /// Whether an address is one that is awaited, or lies below one.
    fn is_awaited(&self, address: &str) -> bool {
        let mut folders = address.match_indices('/').map(|(at, _)| &address[..=at]);
        self.awaited.contains(address) || folders.any(|folder| self.awaited.contains(folder))
    }

    fn words(&self, link: &SiteLink, reason: &Broken) -> (String, String) {
        let path = crate::diagnostic::shorten(&link.path);
        match reason {
            Broken::Nowhere => {
                let vocabulary = &self.directory.config.vocabulary;
                let is_meant = |axis: &Axis| *link.path == *Address::axis(*axis).as_str();
                let empty = Axis::ALL.into_iter().find(is_meant);
                let help = match &self.offers.instead_of(&link.path)[..] {
                    _ if empty.is_some_and(|axis| vocabulary.terms(axis).is_empty()) => {
                        format!("This page is there once content{path} has a term. Until then, remove the link.")
                    }
                    [] => "Write the address of a page on this site, such as /groups/, or a full address that \
                           starts with https://"
                        .to_owned(),
                    found => format!("Did you mean {}?", found.join(" or ")),
                };
                (format!("This link leads nowhere: the site has no {path}."), help)
            }
            Broken::NeedsSlash(address) => (
                "The slash at the end of this link is missing.".to_owned(),
                format!("Write {address}"),
            ),
            Broken::NoAnchor(address, names) => {
                let id = crate::diagnostic::shorten(link.fragment.as_deref().unwrap_or_default());
                (
                    format!("The page {address} has no heading or anchor called #{id}."),
                    anchor_help(&id, names),
                )
            }
            Broken::NotAPicture => (
                format!("There is no picture {path}."),
                "Put the picture into content/static/, and write its path from there: /picture.png"
                    .to_owned(),
            ),
        }
    }
}

/// The anchor that was probably meant, or those that there are.
fn anchor_help(id: &str, names: &[String]) -> String {
    if let Some(name) = nearest(id, names.iter().map(String::as_str)) {
        return format!("Did you mean #{name}?");
    }
    let first: Vec<_> = names.iter().take(MOST_ANCHORS).map(|name| format!("#{name}")).collect();
    if first.is_empty() {
        return "Remove the # and what follows it.".to_owned();
    }
    format!(
        "Write one that it has, such as {}, or remove the # and what follows it.",
        first.join(", ")
    )
}
