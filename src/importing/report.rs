//! What came of each row, in words.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::draft::Draft;
use super::series;
use super::table::Long;
use crate::text::{join, join_words, on_one_line, plural, shorten};

/// What came of a row's charter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Came {
    /// It was written, or would be.
    Written,
    /// A file of the same text is there.
    Same,
    /// Another file is there, and was left as it is.
    Exists,
    /// There is no charter.
    Nothing,
}

/// What is to be said of an import.
#[derive(Debug)]
pub struct Report<'a> {
    /// The name of the file.
    pub input: &'a str,
    /// What a row's number counts.
    pub unit: &'a str,
    /// The rows with what came of them.
    pub rows: Vec<(&'a Draft, Came)>,
    /// The files of terms that were made, and those that are there already with another text.
    pub terms: Vec<(&'a str, Came)>,
    /// What the check of the whole directory finds in the new files, by their paths.
    pub found: BTreeMap<&'a str, Vec<String>>,
    /// Columns that the map leaves out, with the number of texts in them.
    pub unused: BTreeMap<String, usize>,
    /// Cells to the right of the last column, each with its line.
    pub beyond: &'a [(usize, String)],
    /// Rows with more cells than the first line.
    pub long: &'a [Long],
    /// Whether the file was read as Windows-1252.
    pub is_guessed: bool,
    /// Whether nothing is written.
    pub is_trial: bool,
}

impl Report<'_> {
    /// Whether all that the rows say, and that the map names, is in files.
    pub fn is_whole(&self) -> bool {
        let is_well = |(draft, came): &(&Draft, Came)| {
            draft.left.is_empty() && matches!(came, Came::Written | Came::Same)
        };
        let is_made = |(_, came): &(&str, Came)| *came != Came::Exists;
        self.rows.iter().all(is_well)
            && self.terms.iter().all(is_made)
            && self.found.is_empty()
            && self.beyond.is_empty()
            && self.long.is_empty()
    }

    /// The report: a line for each row, with what there is to say of it, and what concerns all of them. Without the
    /// rows of which there is nothing to say, if these are not wanted.
    pub fn text(&self, with_all: bool) -> String {
        let mut text = String::new();
        let everywhere = self.missing_everywhere();
        let mut helps = BTreeSet::new();
        for (draft, came) in &self.rows {
            let about = self.about(draft, *came, &everywhere, &mut helps);
            if with_all || !about.is_empty() {
                let name = if draft.name.is_empty() { "no name" } else { &draft.name };
                let path = draft.file.as_ref().map_or("no file", |file| file.path());
                let name = on_one_line(&shorten(name));
                let _ = writeln!(text, "{} {}: {name} → {path}", self.unit, draft.row);
                text.push_str(&about);
            }
        }
        if !text.is_empty() {
            text.push('\n');
        }
        self.about_all(&mut text, &everywhere);
        text
    }

    /// What there is to say of one row. A remedy is said once.
    fn about<'d>(
        &self,
        draft: &'d Draft,
        came: Came,
        everywhere: &BTreeSet<&str>,
        helps: &mut BTreeSet<&'d str>,
    ) -> String {
        let mut about = String::new();
        let mut add = |line: String| {
            about.push_str("  ");
            about.push_str(&on_one_line(&line));
            about.push('\n');
        };
        if came == Came::Exists {
            add("not written: another file of this name is there".to_owned());
        }
        for left in &draft.left {
            let typed = match left.text.as_str() {
                "" => String::new(),
                text => format!(" “{}”", shorten(text)),
            };
            add(format!("left out: `{}`{typed}. {}", left.key, left.why));
            if !left.help.is_empty() && helps.insert(&left.help) {
                add(format!("  help: {}", left.help));
            }
        }
        for (key, words) in &draft.in_words {
            add(format!("kept in words: `{key}` “{}”", shorten(words)));
            if let Some(help) = series::meanings(words) {
                add(format!("  help: {help}"));
            }
        }
        let missing = draft.missing.iter().map(String::as_str);
        let missing: Vec<&str> = missing.filter(|key| !everywhere.contains(key)).collect();
        if !missing.is_empty() {
            add(format!("missing: {}", join_words(&missing, "and")));
        }
        let path = draft.file.as_ref().map_or("", |file| file.path());
        self.found.get(path).into_iter().flatten().for_each(|found| add(format!("check: {found}")));
        about
    }

    /// The keys that are missing in every charter, if there are several.
    fn missing_everywhere(&self) -> BTreeSet<&str> {
        let with_file = self.rows.iter().filter(|(draft, _)| draft.file.is_some());
        let missing: Vec<BTreeSet<&str>> = with_file
            .map(|(draft, _)| draft.missing.iter().map(String::as_str).collect())
            .collect();
        if missing.len() < 2 {
            return BTreeSet::new();
        }
        missing.into_iter().reduce(|one, other| &one & &other).unwrap_or_default()
    }

    fn about_all(&self, text: &mut String, everywhere: &BTreeSet<&str>) {
        let mut add = |line: String| {
            text.push_str(&on_one_line(&line));
            text.push('\n');
        };
        if self.is_guessed {
            add(format!(
                "{} is not UTF-8, and was read as Windows-1252. Look whether letters such as é are right.",
                self.input
            ));
        }
        for Long { line, cells, names, separator } in self.long {
            let separator =
                if *separator == '\t' { "a tab".to_owned() } else { format!("`{separator}`") };
            add(format!(
                "Line {line} has {cells} cells, and the first line has {names}. Is a text with {separator} in it without \
                 its quotation marks?"
            ));
        }
        for (line, cell) in self.beyond {
            let cell = shorten(cell);
            add(format!("left out: “{cell}” in line {line}, in a column without a name"));
        }
        if !self.unused.is_empty() {
            let column = |(path, count): (&String, &usize)| {
                format!("`{}` ({})", path, plural(*count, "value"))
            };
            let columns: Vec<String> = self.unused.iter().map(column).collect();
            add(format!("Columns that the map leaves out: {}.", join(&columns, "and")));
            add("  help: Name them in the map, or list them under `ignore`.".to_owned());
        }
        if !everywhere.is_empty() {
            let keys: Vec<&str> = everywhere.iter().copied().collect();
            add(format!("Missing in every charter: {}.", join_words(&keys, "and")));
            add("  help: Give these keys in the map. Those that your groups need not have, remove from `required` in content/site.yaml."
                .to_owned());
        }
        for (path, _) in self.terms.iter().filter(|(_, came)| *came == Came::Exists) {
            add(format!("not written: {path}, because another file of this name is there"));
        }
        for (path, _) in &self.terms {
            let found = self.found.get(path).into_iter().flatten();
            found.for_each(|found| add(format!("check: {path}: {found}")));
        }
        add(self.counts());
    }

    /// How much was written.
    fn counts(&self) -> String {
        let count = |came: Came| self.rows.iter().filter(|(_, it)| *it == came).count();
        let terms = self.terms.iter().filter(|(_, came)| *came == Came::Written).count();
        let (written, same) = (count(Came::Written), count(Came::Same));
        let mut files = vec![plural(written, "charter")];
        if terms > 0 {
            files.push(plural(terms, "term"));
        }
        let done = if self.is_trial {
            "Nothing was written; without --dry-run it would be"
        } else {
            "Wrote"
        };
        let mut counts = format!(
            "{} in {}. {done} {}.",
            plural(self.rows.len(), "row"),
            self.input,
            join(&files, "and")
        );
        if same > 0 {
            let _ = write!(
                counts,
                " {} there already, with the same text.",
                match same {
                    1 => "1 was".to_owned(),
                    several => format!("{several} were"),
                }
            );
        }
        counts
    }
}
