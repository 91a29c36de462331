//! Pages and cards of groups that do not exist, into which the form puts the answers: whoever answers sees the page that
//! the theme will make of them.
//!
//! A specimen is made like every group, from a charter to HTML. Its texts are tokens, `⟦leaders.0.name⟧`, each named
//! after the answer that belongs in its place. The specimens differ in what decides which words a page has.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use serde::Serialize;

use super::tokens;
use crate::charter::Membership::Closed;
use crate::charter::Places::{Full, WaitingList};
use crate::charter::Status::{Ended, Forming, Paused};
use crate::charter::{self, Charter, Context, Joining, Pattern, Reading};
use crate::config::{Axis, Config, Contact};
use crate::diagnostic::Diagnostic;
use crate::directory::Directory;
use crate::files::{KINDS, json_text};
use crate::pages::view::{Body, View};
use crate::pages::{Address, Page, PageKind, Plan, Site};
use crate::source::SourceFile;
use crate::text::QUOTATION_MARKS;

/// A charter that says everything, and meets in the future.
const CHARTER: &str = include_str!("specimen.md");

type Change = fn(&mut Charter);

/// The specimens by name, and in what each differs from that charter. Those of a status, with its places or whether it
/// has a date, are whole; the form takes single parts from the others.
const SPECIMENS: &[(&str, Change)] = &[
    ("active-unsaid", |it| it.joining.places = None),
    ("active-open", |_| ()),
    ("active-waiting-list", |it| it.joining.places = Some(WaitingList)),
    ("active-full", |it| it.joining.places = Some(Full)),
    ("over-unsaid", |it| {
        it.joining.places = None;
        meet_on(it, &long_ago());
    }),
    ("over-open", |it| meet_on(it, &long_ago())),
    ("forming-unsaid", |it| (it.status, it.joining.places) = (Forming, None)),
    ("forming-open", |it| it.status = Forming),
    ("forming-waiting-list", |it| (it.status, it.joining.places) = (Forming, Some(WaitingList))),
    ("forming-full", |it| (it.status, it.joining.places) = (Forming, Some(Full))),
    ("paused", |it| (it.status, it.since) = (Paused, None)),
    ("paused-since", |it| it.status = Paused),
    ("ended", |it| (it.status, it.since) = (Ended, None)),
    ("ended-since", |it| it.status = Ended),
    ("ended-closed", |it| (it.status, it.membership) = (Ended, Some(Closed))),
    ("other", |it| {
        it.membership = Some(Closed);
        it.joining.contact = Some(Contact::Web("https://example.org".to_owned()));
        meet_on(it, &Pattern::Varies { when: String::new() });
    }),
    ("linked", |it| it.joining.contact = None),
    ("blank", |it| {
        it.membership = None;
        it.joining = Joining::default();
        (it.meetings, it.links) = (Vec::new(), Vec::new());
    }),
];

fn long_ago() -> Pattern {
    Pattern::Dates(vec![Date::constant(2000, 1, 1)])
}

fn meet_on(charter: &mut Charter, pattern: &Pattern) {
    for series in &mut charter.meetings {
        series.pattern = pattern.clone();
    }
}

/// What the form fetches to show a page.
#[derive(Serialize)]
struct Specimens<'a> {
    groups: BTreeMap<&'a str, Specimen>,
    guidance: Vec<Guidance<'a>>,
    /// The quotation marks of languages.
    quotation_marks: [(&'a [&'a str], [&'a str; 2]); QUOTATION_MARKS.len()],
}

/// A group's card and its page, without what other groups add to it.
#[derive(Serialize)]
struct Specimen {
    card: String,
    page: String,
}

/// A page of the guidance, and the parts of a group's page that it explains.
#[derive(Serialize)]
struct Guidance<'a> {
    id: &'a str,
    name: &'a str,
    about: &'a [&'static str],
}

/// The specimens as JSON. None where no charter is valid: a directory without terms has no group to show.
pub(super) fn specimens(site: &Site<'_>) -> Result<String, Vec<Diagnostic>> {
    let config = &site.directory.config;
    let readings: Vec<Reading> =
        SPECIMENS.iter().filter_map(|it| read(config, site.directory.today, it)).collect();
    let (directory, _) = Directory::join(Arc::clone(config), site.directory.today, readings.iter());
    let (plan, _) = Plan::new(&directory, readings.iter(), KINDS, &[]);
    let mut groups = BTreeMap::new();
    for (position, charter) in directory.groups().iter().enumerate() {
        let kind = PageKind::Group(position);
        let mut view = plan.view(&directory, &Page { address: Address::group(&charter.id), kind });
        if let Body::Group(group) = &mut view.body {
            tokens::put_into(group);
        }
        groups.insert(&*charter.id, render(site, &view)?);
    }
    let guidance = guidance(config);
    Ok(json_text(&Specimens { groups, guidance, quotation_marks: QUOTATION_MARKS }))
}

/// The charter of a specimen, with the first term of the directory.
fn read(config: &Config, today: Date, (name, change): &(&str, Change)) -> Option<Reading> {
    let first = |axis: Axis| Some((axis.key(), &*config.vocabulary.terms(axis).first()?.id));
    let (key, term) = Axis::ALL.into_iter().find_map(first)?;
    let text = CHARTER.replacen('\n', &format!("\n{key}: [{term}]\n"), 1);
    let source = Arc::new(SourceFile::new(format!("content/groups/{name}.md"), text));
    let mut reading = charter::read(&source, Context { config, today });
    change(Arc::get_mut(reading.charter.as_mut()?)?);
    Some(reading)
}

fn render(site: &Site<'_>, view: &View) -> Result<Specimen, Vec<Diagnostic>> {
    let (card, page) = (site.group)(view)?;
    Ok(Specimen { card, page: article(&page).to_owned() })
}

/// What is in the first to the last `article` of a page.
fn article(page: &str) -> &str {
    const END: &str = "</article>";
    let start = page.find("<article").unwrap_or_default();
    let end = page.rfind(END).map_or(page.len(), |end| end + END.len());
    page.get(start..end).unwrap_or_default()
}

fn guidance(config: &Config) -> Vec<Guidance<'_>> {
    let pages = config.guidance.iter();
    pages.map(|it| Guidance { id: &it.id, name: &it.title, about: &it.about }).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::charter::Key;

    /// Keys whose answers a page shows without their texts: tokens stand for them in the view, or other groups do.
    const IN_THE_VIEW: [&str; 12] = [
        "aliases",
        "based",
        "domains",
        "fields",
        "language",
        "links",
        "part_of",
        "picture",
        "related",
        "standards",
        "subjects",
        "succeeded_by",
    ];

    #[test]
    fn the_specimen_answers_every_other_key() {
        let is_answered = |key: &str| CHARTER.contains(&format!("\n{key}:"));
        let keys = Key::all().iter().map(|key| key.path).filter(|path| !path.contains(['.', '[']));
        let open: BTreeSet<&str> = keys.filter(|key| !is_answered(key)).collect();
        assert_eq!(open, BTreeSet::from(IN_THE_VIEW));
    }
}
