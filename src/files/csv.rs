//! The groups as a table (CSV: RFC 4180).
//!
//! It starts with a byte order mark: without one, spreadsheets take it for another encoding and show `Â£15`.
//! A cell that a spreadsheet would take for a formula, since it starts with `=`, `+`, `-` or `@`, full-width
//! or not, or with a tab or a line break, gets an apostrophe before it: the spreadsheet then shows it as text.
//! So does one with nothing but invisible characters before that. Lists in a cell are joined with `; `.

use csv::{Terminator, WriterBuilder};
use jiff::civil::Date;
use rayon::prelude::*;
use unicode_normalization::UnicodeNormalization as _;

use crate::charter::{Charter, Leader, MeetingPlace, Relations, Size};
use crate::config::{Axis, Contact};
use crate::directory::Directory;
use crate::pages::coming::{coming, with_offset};
use crate::pages::view::Label;
use crate::pages::{Address, FileKind, labels, times};
use crate::text::shows;

/// The table's file.
pub(super) const EXPORT: FileKind = FileKind {
    media_type: "text/csv; charset=utf-8",
    plan: |_, add| add(Address::file("groups.csv"), 0),
    make: |site, _| Ok(groups_csv(site.directory)),
};

/// The first row.
const HEADER: [&str; 33] = [
    "id",
    "url",
    "name",
    "summary",
    "fields",
    "subjects",
    "domains",
    "status",
    "membership",
    "places",
    "language",
    "attendance",
    "towns",
    "meets",
    "next_meeting",
    "costs",
    "size_minimum",
    "size_ideal",
    "size_maximum",
    "size_current",
    "who",
    "contact",
    "reply",
    "leaders",
    "founded",
    "reviewed",
    "since",
    "town",
    "region",
    "country",
    "links",
    "part_of",
    "related",
];

/// `/groups.csv`: a byte order mark, a header, then every listed group in a row, in UTF-8 with CRLF at the end of each.
pub fn groups_csv(directory: &Directory) -> String {
    let groups = directory.not_ended().par_iter();
    let rows: Vec<_> =
        groups.map(|group| cells(directory, &directory.groups()[*group]).map(shown)).collect();
    table(HEADER, &rows)
}

#[expect(
    clippy::expect_used,
    reason = "memory takes every row, of which each is as long as the header"
)]
fn table<const WIDTH: usize>(header: [&str; WIDTH], rows: &[[String; WIDTH]]) -> String {
    let bytes = b"\xEF\xBB\xBF".to_vec();
    let mut table = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(bytes);
    table.write_record(header).expect("a row");
    for row in rows {
        table.write_record(row).expect("a row");
    }
    let bytes = table.into_inner().expect("all rows");
    String::from_utf8(bytes).expect("rows of text")
}

fn cells(directory: &Directory, charter: &Charter) -> [String; HEADER.len()] {
    let settings = &directory.config.settings;
    let words = &settings.words;
    let Size { ideal, minimum, maximum, current } = charter.size.unwrap_or_default();
    let number = |number: Option<u32>| number.map(|number| number.to_string()).unwrap_or_default();
    let [fields, subjects, domains] = Axis::ALL.map(|axis| terms(directory, charter, axis));
    let series = charter.current(directory.today);
    let places: Vec<&MeetingPlace> = series.iter().map(|series| &series.place).collect();
    let joining = &charter.joining;
    let based = charter.based.clone().unwrap_or_default();
    let Relations { part_of, related, succeeded_by: _ } = &charter.relations;
    let language = charter.language_in(settings);
    [
        charter.id.clone(),
        settings.base_url.absolute(Address::group(&charter.id).as_str()),
        charter.name.clone(),
        charter.summary.clone().unwrap_or_default(),
        fields,
        subjects,
        domains,
        labels::status(words, charter.status).id.to_owned(),
        word(charter.membership.map(|it| labels::membership(words, it))),
        word(joining.places.map(|places| labels::places(words, places))),
        language.as_str().to_owned(),
        word(labels::mode(words, &places)),
        listed(labels::towns(&places).into_iter().map(str::to_owned)),
        listed(series.iter().map(|series| times::meets(words, series))),
        next_meeting(directory, charter),
        charter.costs.as_ref().map(|costs| labels::costs(words, costs).summary).unwrap_or_default(),
        number(minimum),
        number(ideal),
        number(maximum),
        number(current),
        joining.who.clone().unwrap_or_default(),
        joining.contact.as_ref().map(Contact::as_str).unwrap_or_default().to_owned(),
        joining.reply.clone().unwrap_or_default(),
        listed(charter.leaders.iter().map(leader)),
        day(charter.founded),
        day(charter.reviewed),
        day(charter.since),
        based.town.unwrap_or_default(),
        based.region.unwrap_or_default(),
        based.country.map(|country| country.name).unwrap_or_default(),
        listed(charter.links.iter().map(|it| format!("{}: {}", it.name, it.address.as_str()))),
        listed(part_of.iter().map(|id| id.value.clone())),
        listed(related.iter().map(|id| id.value.clone())),
    ]
}

/// The word of the format.
fn word(label: Option<Label>) -> String {
    label.map(|label| label.id.to_owned()).unwrap_or_default()
}

fn day(date: Option<Date>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}

fn terms(directory: &Directory, charter: &Charter, axis: Axis) -> String {
    let terms = directory.config.vocabulary.terms(axis);
    listed(charter.terms_on(axis).iter().map(|term| terms[*term].name.clone()))
}

/// The start of the first coming meeting of all series, with its offset from UTC.
fn next_meeting(directory: &Directory, charter: &Charter) -> String {
    let series = charter.meetings.iter();
    let coming = series.filter_map(|series| {
        coming(charter, series, directory.today).into_iter().next().map(|next| next.start)
    });
    let next = coming.min_by_key(jiff::ZonedDateTime::timestamp);
    next.as_ref().map(with_offset).unwrap_or_default()
}

fn leader(leader: &Leader) -> String {
    let parts: Vec<&str> =
        [&leader.role, &leader.organisation].into_iter().flatten().map(String::as_str).collect();
    if parts.is_empty() {
        leader.name.clone()
    } else {
        format!("{} ({})", leader.name, parts.join(", "))
    }
}

fn listed(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join("; ")
}

/// A cell as a spreadsheet shows it.
fn shown(text: String) -> String {
    if looks_like_formula(&text) { format!("'{text}") } else { text }
}

/// Whether a spreadsheet would calculate a cell. Some take full-width signs for the plain ones.
fn looks_like_formula(text: &str) -> bool {
    let first = text.chars().find(|character| shows(*character));
    text.starts_with(['\t', '\r', '\n'])
        || first.is_some_and(|first| first.nfkc().any(|plain| "=+-@".contains(plain)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_does_not_end_its_cell() {
        let row = ["plain", "one, two", "the \"best\"", "two\nlines"].map(str::to_owned);
        assert_eq!(
            table(["a", "b", "c", "d"], &[row]),
            "\u{feff}a,b,c,d\r\nplain,\"one, two\",\"the \"\"best\"\"\",\"two\nlines\"\r\n"
        );
    }

    #[test]
    fn a_formula_is_shown_as_text() {
        assert_eq!(shown("=1+1".to_owned()), "'=1+1");
        assert_eq!(shown("@SUM(A1)".to_owned()), "'@SUM(A1)");
        assert_eq!(shown("=HYPERLINK(\"x\",1)".to_owned()), "'=HYPERLINK(\"x\",1)");
        assert_eq!(shown("＝1＋1".to_owned()), "'＝1＋1");
        assert_eq!(shown("﹣1".to_owned()), "'﹣1");
        assert_eq!(shown("\u{200b}=1+1".to_owned()), "'\u{200b}=1+1");
        assert_eq!(shown(" @SUM(A1)".to_owned()), "' @SUM(A1)");
        assert_eq!(shown("a=b".to_owned()), "a=b");
        assert_eq!(shown("…".to_owned()), "…");
    }
}
