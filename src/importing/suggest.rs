//! A first map, from the names of the columns and what is in them.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::dates::{self, DateFault};
use super::input::Rows;
use super::map::DateOrder;
use super::shape::{Shape, joined};
use crate::charter::{Key, Kind, plain_name};
use crate::config::fold;
use crate::text::{on_one_line, shorten};

/// What words of other directories mean here, for the keys that choose from some words.
const WORDS: &[(&str, &str, &str)] = &[
    ("status", "forming", "prospective planned proposed new starting upcoming pending"),
    ("status", "active", "live running current yes ongoing meeting"),
    ("status", "paused", "inactive dormant on-hold suspended sleeping hiatus no"),
    (
        "status",
        "ended",
        "retired closed archived disbanded finished dissolved past cancelled defunct",
    ),
    ("membership", "open", "public yes anyone"),
    ("membership", "closed", "private no invitation invitation-only by-invitation members-only"),
    ("joining.places", "open", "yes available"),
    ("joining.places", "full", "no none closed"),
    ("joining.places", "waiting-list", "waiting waitlist"),
];

/// How many words of a column are put into a table.
const MOST_WORDS: usize = 12;

/// A map that takes each column for the key that its name suggests, with what has no place yet in comments.
pub fn suggest(name: &str, rows: &Rows) -> String {
    let mut writer = Writer { shape: &rows.shape, placed: BTreeSet::new(), text: String::new() };
    for key in Key::of_charter() {
        writer.key(key);
    }
    let head = format!(
        "# A map of {}: for each key of a charter, where it comes from.\n\
         # \"{{City}}\" is what stands in the column City. Any other text is written into every charter as it stands.\n\
         # Each group needs a name, and a term under fields, subjects or domains.\n\n",
        on_one_line(name)
    );
    head + &order(&rows.shape) + "charter:\n" + &writer.text + &writer.rest()
}

struct Writer<'r> {
    shape: &'r Shape,
    /// The paths of the columns that have a place.
    placed: BTreeSet<String>,
    text: String,
}

impl Writer<'_> {
    fn key(&mut self, key: &'static Key) {
        let before = self.text.len();
        match key.kind {
            Kind::List(Kind::Mapping(parts), ..) => self.list_of_sets(key, parts),
            Kind::Mapping(parts) | Kind::FreeOr(parts) => self.set(key, parts),
            _ => {
                if let Some((path, shape)) = self.column(key, self.shape, "") {
                    self.line(key, &path, shape, 2);
                }
            }
        }
        if key.name == "links" {
            self.links();
        }
        if self.text.len() == before {
            let _ = writeln!(self.text, "  # {}: …   {}", key.name, key.label);
        }
    }

    /// The column that a key's names suggest, with what is in it.
    fn column<'s>(&self, key: &Key, shape: &'s Shape, above: &str) -> Option<(String, &'s Shape)> {
        let mut columns = Vec::new();
        leaves("", shape, &mut columns);
        let plain = |path: &str| plain_name(&path.replace("(s)", "s"));
        let is_free = |path: &String| !self.placed.contains(&format!("{above}{path}"));
        key.columns().find_map(|name| {
            let fits = |(path, _): &&(String, &Shape)| is_free(path) && plain(path) == name;
            columns.iter().find(fits).cloned()
        })
    }

    /// A key of one value, or of a list of values.
    fn line(&mut self, key: &Key, path: &str, shape: &Shape, indent: usize) {
        self.placed.insert(path.to_owned());
        let quoted = quoted(path);
        let _ = write!(self.text, "{:indent$}{}:", "", key.name);
        let (kind, is_list) = match key.kind {
            Kind::List(inner, ..) => (*inner, true),
            kind => (kind, false),
        };
        let split = separator(shape).filter(|_| is_list);
        let split =
            split.map(|split| format!(", split: {}", quoted_text(split))).unwrap_or_default();
        match kind {
            Kind::Term(_) => {
                let _ = writeln!(self.text, " {{column: {quoted}{split}, make: yes}}");
            }
            Kind::Word(words) => self.words(key, &quoted, words, shape, indent),
            _ if !split.is_empty() => {
                let _ = writeln!(self.text, " {{column: {quoted}{split}}}");
            }
            _ => {
                let _ = writeln!(self.text, " {}", gap(path));
            }
        }
    }

    /// A key that has one of some words: what each word of the column means.
    fn words(&mut self, key: &Key, column: &str, words: &[&str], shape: &Shape, indent: usize) {
        let _ = writeln!(self.text, "\n{:indent$}  column: {column}\n{:indent$}  words:", "", "");
        let mut seen = BTreeSet::new();
        for typed in &shape.examples {
            let (pattern, word) = match dated(typed) {
                Some(before) if key.path == "status" && Key::at("since").is_some() => {
                    (format!("{before} {{since}}"), before)
                }
                _ => (typed.replace('{', "{{").replace('}', "}}"), typed.as_str()),
            };
            if !seen.insert(fold(&pattern)) || seen.len() > MOST_WORDS {
                continue;
            }
            let pattern = quoted_text(&pattern);
            let _ = match meant(key.path, word, words) {
                Some(word) => writeln!(self.text, "{:indent$}    {pattern}: {word}", ""),
                None => {
                    writeln!(
                        self.text,
                        "{:indent$}    # {pattern}: …   one of {}",
                        "",
                        words.join(", ")
                    )
                }
            };
        }
    }

    fn set(&mut self, key: &'static Key, parts: &'static [Key]) {
        if let Some((path, shape)) = self.column(key, self.shape, "") {
            return self.line(key, &path, shape, 2);
        }
        let before = self.text.len();
        let _ = writeln!(self.text, "  {}:", key.name);
        let start = self.text.len();
        self.parts(parts, self.shape, "", 4);
        if self.text.len() == start {
            self.text.truncate(before);
        }
    }

    /// The parts of a set that columns suggest. `above` is the path of the list in whose entries the columns are.
    fn parts(&mut self, parts: &'static [Key], shape: &Shape, above: &str, indent: usize) {
        for part in parts {
            if let Kind::Mapping(inner) = part.kind {
                let before = self.text.len();
                let _ = writeln!(self.text, "{:indent$}{}:", "", part.name);
                let start = self.text.len();
                self.parts(inner, shape, above, indent + 2);
                if self.text.len() == start {
                    self.text.truncate(before);
                }
            } else if let Some((path, shape)) = self.column(part, shape, above) {
                self.line(part, &path, shape, indent);
                self.placed.insert(format!("{above}{path}"));
            }
        }
    }

    /// A list of sets: from a list of sets, from a text with several names, or from columns of the row.
    fn list_of_sets(&mut self, key: &'static Key, parts: &'static [Key]) {
        if let Some((path, shape)) = self.column(key, self.shape, "") {
            let entries = shape.entries.as_deref().filter(|entries| !entries.parts.is_empty());
            let Some(entries) = entries else { return self.line(key, &path, shape, 2) };
            let quoted = quoted(&path);
            let _ = writeln!(self.text, "  {}:\n    column: {quoted}\n    each:", key.name);
            self.parts(parts, entries, &format!("{path}[]."), 6);
            self.placed.insert(path);
            return;
        }
        if key.name != "meetings" {
            return;
        }
        let before = self.text.len();
        let _ = writeln!(self.text, "  {}:", key.name);
        let start = self.text.len();
        self.parts(parts, self.shape, "", 6);
        match self.text.get(start..).and_then(|lines| lines.strip_prefix("      ")) {
            Some(lines) => {
                let lines = format!("    - {lines}");
                self.text.replace_range(start.., &lines);
            }
            None => self.text.truncate(before),
        }
    }

    /// Columns of web addresses that have no other place. One with braces in its name cannot be a gap.
    fn links(&mut self) {
        let mut columns = Vec::new();
        leaves("", self.shape, &mut columns);
        let is_address = |text: &String| {
            ["https://", "http://", "www."].iter().any(|start| text.starts_with(start))
        };
        let mut links = columns.iter().filter(|(path, shape)| {
            !self.placed.contains(path)
                && !path.contains(['{', '}'])
                && !shape.examples.is_empty()
                && shape.examples.iter().all(is_address)
        });
        let links: Vec<&String> = links.by_ref().map(|(path, _)| path).collect();
        if links.is_empty() {
            return;
        }
        self.text.push_str("  links:\n");
        for path in links {
            let name = path.rsplit('.').next().unwrap_or(path);
            let (name, gap) = (quoted_text(name), gap(path));
            let _ = writeln!(self.text, "    - {{name: {name}, url: {gap}}}");
            self.placed.insert(path.clone());
        }
    }

    /// The columns that have no place yet, with an example of each.
    fn rest(&self) -> String {
        let mut rest = String::new();
        for (path, example) in examples("", self.shape) {
            if !self.placed.contains(path.strip_suffix("[]").unwrap_or(&path)) {
                let example = on_one_line(&shorten(example));
                let _ = writeln!(rest, "#   {}   such as: {example}", on_one_line(&path));
            }
        }
        if rest.is_empty() {
            return rest;
        }
        format!(
            "\n# These columns have no place yet. Give each a key above, or list it here: ignore: [Column, Column]\n{rest}"
        )
    }
}

/// The columns that hold texts, or lists, with their paths.
fn leaves<'s>(path: &str, shape: &'s Shape, found: &mut Vec<(String, &'s Shape)>) {
    for (name, part) in &shape.parts {
        let path = joined(path, name);
        if part.parts.is_empty() {
            found.push((path, part));
        } else {
            leaves(&path, part, found);
        }
    }
}

/// The columns that hold texts, by their paths, with the first text of each.
fn examples<'s>(path: &str, shape: &'s Shape) -> Vec<(String, &'s str)> {
    let own = shape.examples.first().map(|example| (path.to_owned(), example.as_str()));
    let parts = shape.parts.iter().flat_map(|(name, part)| examples(&joined(path, name), part));
    let entries = shape.entries.iter().flat_map(|entries| examples(&format!("{path}[]"), entries));
    own.into_iter().chain(parts).chain(entries).collect()
}

/// A gap in quotation marks.
fn gap(path: &str) -> String {
    quoted_text(&format!("{{{path}}}"))
}

/// The name of a column, in quotation marks where it needs them.
fn quoted(path: &str) -> String {
    let is_word = |found: char| found.is_alphanumeric() || found == ' ';
    let is_plain = path.chars().all(is_word) && path.starts_with(|it: char| it.is_alphabetic());
    if is_plain { path.to_owned() } else { quoted_text(path) }
}

/// A text in quotation marks. What JSON quotes, YAML reads.
fn quoted_text(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// What parts the entries in the cells of a column.
fn separator(shape: &Shape) -> Option<&'static str> {
    let has = |separator: &str| shape.examples.iter().any(|text| text.contains(separator));
    [";", "\n", " / ", ", "].into_iter().find(|separator| has(separator)).filter(|it| *it != "\n")
}

/// The text before a date that ends another text.
fn dated(text: &str) -> Option<&str> {
    let at = text.find(|found: char| found.is_ascii_digit())?;
    let before = text[..at].trim_end();
    (!before.is_empty() && dates::is_date(&text[at..])).then_some(before)
}

/// The word of a charter that a text means.
fn meant<'w>(key: &str, text: &str, words: &[&'w str]) -> Option<&'w str> {
    let plain = fold(text).replace(' ', "-");
    let first = plain.split('-').next().unwrap_or_default().to_owned();
    let known = |word: &&&str| {
        let others = WORDS.iter().find(|(of, meaning, _)| *of == key && meaning == *word);
        let mut others = others.map_or("", |(_, _, others)| *others).split(' ');
        let said = [plain.as_str(), first.as_str()];
        said.contains(&**word) || others.any(|other| said.contains(&other))
    };
    words.iter().find(known).copied()
}

/// How dates are read, where some in the file could be two days.
fn order(shape: &Shape) -> String {
    let mut columns = Vec::new();
    all(shape, &mut columns);
    let texts = || {
        let examples = columns.iter().flat_map(|column| &column.examples);
        examples.filter_map(|text| text.get(text.find(|it: char| it.is_ascii_digit())?..))
    };
    let is = |text: &str, order| dates::date(text, Some(order)).is_ok();
    if !texts().any(|text| dates::date(text, None) == Err(DateFault::TwoDays)) {
        return String::new();
    }
    let only = |order, other| texts().any(|text| is(text, order) && !is(text, other));
    let (day, month) = (DateOrder::DayFirst, DateOrder::MonthFirst);
    let comment = "# Dates such as 04/05/2026 can mean two days: say which number comes first.\n";
    match (only(day, month), only(month, day)) {
        (true, false) => format!("{comment}dates: day first\n\n"),
        (false, true) => format!("{comment}dates: month first\n\n"),
        _ => format!("{comment}# dates: day first\n# dates: month first\n\n"),
    }
}

fn all<'s>(shape: &'s Shape, found: &mut Vec<&'s Shape>) {
    found.push(shape);
    shape.parts.iter().for_each(|(_, part)| all(part, found));
    if let Some(entries) = &shape.entries {
        all(entries, found);
    }
}
