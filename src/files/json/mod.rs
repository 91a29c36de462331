//! The groups as data: `groups.json`.
//!
//! The types here are a contract with whoever reads the file, apart from those of a charter. The schema
//! `docs/groups.schema.json` says the same, and tests hold the file to it. `version` changes when a
//! reader of the earlier one could go wrong. A fact that a charter leaves open is `null`, never missing.

mod meeting;
mod place;

use std::borrow::Cow;

use jiff::civil::Date;
use serde::{Serialize, Serializer};

use self::meeting::{Meeting, meeting};
use self::place::{Land, land};
use super::axes::{AxisData, axes};
use super::plain::plain;
use super::{JSON, json_text};
use crate::charter::{Charter, Costs, GroupLink, Leader, MeetingPlace, Per, Relations};
use crate::config::{Axis, Contact};
use crate::directory::Directory;
use crate::pages::{Address, FileKind, labels};
use crate::words::Words;

/// The data's file.
pub(super) const EXPORT: FileKind = FileKind {
    media_type: JSON,
    plan: |_, add| add(Address::file("groups.json"), 0),
    make: |site, _| Ok(groups_json(site.directory)),
};

/// The version of the contract.
const VERSION: u32 = 2;

#[derive(Serialize)]
struct Export<'a> {
    version: u32,
    title: &'a str,
    url: &'a str,
    /// The build date.
    date: String,
    /// All terms, with those above them. A group has its own alone.
    axes: Vec<AxisData<'a>>,
    groups: Groups<'a>,
}

/// The groups, each made when it is written: all at once would take as much memory as the file again.
struct Groups<'a>(&'a Directory);

impl Serialize for Groups<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(directory) = self;
        serializer.collect_seq(directory.groups().iter().map(|charter| group(directory, charter)))
    }
}

#[derive(Serialize)]
struct Group<'a> {
    id: &'a str,
    url: String,
    name: &'a str,
    summary: Option<&'a str>,
    /// Plain text.
    purpose: Option<String>,
    status: &'static str,
    since: Option<String>,
    part_of: Option<&'a str>,
    related: Vec<&'a str>,
    succeeded_by: Option<&'a str>,
    picture: Option<Image<'a>>,
    based: Option<Home<'a>>,
    links: Vec<Linked<'a>>,
    membership: Option<&'static str>,
    language: &'a str,
    terms: Terms<'a>,
    attendance: Option<&'static str>,
    meetings: Vec<Meeting<'a>>,
    costs: Option<Money<'a>>,
    size: Option<Members>,
    joining: Join<'a>,
    leaders: Vec<Person<'a>>,
    founded: Option<String>,
    reviewed: Option<String>,
}

#[derive(Serialize)]
struct Image<'a> {
    url: String,
    alt: &'a str,
}

/// Where a group is at home.
#[derive(Serialize)]
struct Home<'a> {
    town: Option<&'a str>,
    region: Option<&'a str>,
    country: Option<Land<'a>>,
}

/// Where a group talks or publishes.
#[derive(Serialize)]
struct Linked<'a> {
    name: &'a str,
    url: Cow<'a, str>,
}

#[derive(Serialize)]
struct Terms<'a> {
    fields: Vec<Term<'a>>,
    subjects: Vec<Term<'a>>,
    domains: Vec<Term<'a>>,
}

#[derive(Serialize)]
struct Term<'a> {
    id: &'a str,
    name: &'a str,
    url: String,
}

#[derive(Serialize)]
struct Money<'a> {
    words: String,
    free: bool,
    amount: Option<&'a str>,
    currency: Option<&'static str>,
    per: Option<&'static str>,
    covers: Option<&'a str>,
    concessions: Option<&'a str>,
}

#[derive(Serialize)]
struct Members {
    minimum: Option<u32>,
    ideal: Option<u32>,
    maximum: Option<u32>,
    current: Option<u32>,
}

#[derive(Serialize)]
struct Join<'a> {
    places: Option<&'static str>,
    who: Option<&'a str>,
    /// Plain text.
    steps: Vec<String>,
    contact: Option<Reach<'a>>,
    reply: Option<&'a str>,
    welcome: Option<&'a str>,
}

/// The one address of the group.
#[derive(Serialize)]
#[serde(rename_all = "lowercase", tag = "kind", content = "address")]
enum Reach<'a> {
    Email(&'a str),
    Web(&'a str),
}

#[derive(Serialize)]
struct Person<'a> {
    name: &'a str,
    role: Option<&'a str>,
    organisation: Option<&'a str>,
    responsibilities: &'a [String],
    url: Option<&'a str>,
}

/// `/groups.json`: every group, those that have ended last, with the facts by which one chooses and joins it.
pub fn groups_json(directory: &Directory) -> String {
    let settings = &directory.config.settings;
    let export = Export {
        version: VERSION,
        title: &settings.title,
        url: settings.base_url.as_str(),
        date: directory.today.to_string(),
        axes: axes(directory),
        groups: Groups(directory),
    };
    json_text(&export) + "\n"
}

fn group<'a>(directory: &'a Directory, charter: &'a Charter) -> Group<'a> {
    let settings = &directory.config.settings;
    let words = &settings.words;
    let series = charter.current(directory.today);
    let places: Vec<&MeetingPlace> = series.iter().map(|series| &series.place).collect();
    let language = charter.language_in(settings);
    let Relations { part_of, related, succeeded_by } = &charter.relations;
    Group {
        id: &charter.id,
        url: settings.base_url.absolute(Address::group(&charter.id).as_str()),
        name: &charter.name,
        summary: charter.summary.as_deref(),
        purpose: charter.purpose.as_ref().map(plain),
        status: labels::status(words, charter.status).id,
        since: day(charter.since),
        part_of: part_of.as_ref().map(|id| &*id.value),
        related: related.iter().map(|id| &*id.value).collect(),
        succeeded_by: succeeded_by.as_ref().map(|id| &*id.value),
        picture: charter.picture.as_ref().map(|picture| Image {
            url: settings.base_url.absolute(Address::file(&picture.file).as_str()),
            alt: &picture.alt,
        }),
        based: charter.based.as_ref().map(|based| Home {
            town: based.town.as_deref(),
            region: based.region.as_deref(),
            country: based.country.as_ref().map(land),
        }),
        links: charter.links.iter().map(linked).collect(),
        membership: charter.membership.map(|it| labels::membership(words, it).id),
        language: language.as_str(),
        terms: Terms {
            fields: terms(directory, charter, Axis::Field),
            subjects: terms(directory, charter, Axis::Subject),
            domains: terms(directory, charter, Axis::Domain),
        },
        attendance: labels::mode(words, &places).map(|mode| mode.id),
        meetings: charter.meetings.iter().map(|it| meeting(directory, charter, it)).collect(),
        costs: charter.costs.as_ref().map(|costs| money(words, costs)),
        size: charter.size.map(|size| Members {
            minimum: size.minimum,
            ideal: size.ideal,
            maximum: size.maximum,
            current: size.current,
        }),
        joining: join(words, charter),
        leaders: charter.leaders.iter().map(person).collect(),
        founded: day(charter.founded),
        reviewed: day(charter.reviewed),
    }
}

fn day(date: Option<Date>) -> Option<String> {
    date.map(|date| date.to_string())
}

fn linked(link: &GroupLink) -> Linked<'_> {
    let url = match &link.address {
        Contact::Email(address) => Cow::Owned(format!("mailto:{address}")),
        Contact::Web(address) => Cow::Borrowed(&**address),
    };
    Linked { name: &link.name, url }
}

fn terms<'a>(directory: &'a Directory, charter: &Charter, axis: Axis) -> Vec<Term<'a>> {
    let config = &directory.config;
    let all = config.vocabulary.terms(axis);
    let term = |position: &usize| {
        let term = &all[*position];
        let address = Address::term(axis, &term.id);
        let url = config.settings.base_url.absolute(address.as_str());
        Term { id: &term.id, name: &term.name, url }
    };
    charter.terms_on(axis).iter().map(term).collect()
}

fn money<'a>(words: &Words, costs: &'a Costs) -> Money<'a> {
    let words = labels::costs(words, costs).summary;
    match costs {
        Costs::Free => Money {
            words,
            free: true,
            amount: None,
            currency: None,
            per: None,
            covers: None,
            concessions: None,
        },
        Costs::Paid { amount, per, covers, concessions } => Money {
            words,
            free: false,
            amount: Some(&amount.number),
            currency: Some(amount.currency.code()),
            per: Some(match per {
                Per::Meeting => "meeting",
                Per::Month => "month",
                Per::Year => "year",
                Per::Once => "once",
            }),
            covers: covers.as_deref(),
            concessions: concessions.as_deref(),
        },
    }
}

fn join<'a>(words: &Words, charter: &'a Charter) -> Join<'a> {
    let joining = &charter.joining;
    Join {
        places: joining.places.map(|places| labels::places(words, places).id),
        who: joining.who.as_deref(),
        steps: joining.steps.iter().map(plain).collect(),
        contact: joining.contact.as_ref().map(|contact| match contact {
            Contact::Email(address) => Reach::Email(address),
            Contact::Web(address) => Reach::Web(address),
        }),
        reply: joining.reply.as_deref(),
        welcome: joining.welcome.as_deref(),
    }
}

fn person(leader: &Leader) -> Person<'_> {
    Person {
        name: &leader.name,
        role: leader.role.as_deref(),
        organisation: leader.organisation.as_deref(),
        responsibilities: &leader.responsibilities,
        url: leader.url.as_deref(),
    }
}
