//! Footnotes: numbered as they are first referred to, and gathered at the end.

use std::collections::HashMap;

use super::html::Html;

/// The footnotes of a text.
///
/// Their ids have an underscore, which no heading's id has.
pub(super) struct Notes {
    prefix: String,
    numbers: HashMap<String, usize>,
    written: Vec<(String, Html)>,
}

impl Notes {
    pub(super) fn new(prefix: &str) -> Self {
        Self { prefix: prefix.to_owned(), numbers: HashMap::new(), written: Vec::new() }
    }

    /// Writes a reference to a note. The note leads back to the first one.
    pub(super) fn cite(&mut self, label: &str, out: &mut Html) {
        let next = self.numbers.len() + 1;
        let number = *self.numbers.entry(key(label)).or_insert(next);
        let prefix = &self.prefix;
        out.markup(&format!("<sup><a href=\"#{prefix}-note_{number}\""));
        if number == next {
            out.markup(&format!(" id=\"{prefix}-cite_{number}\""));
        }
        out.markup(&format!(">{number}</a></sup>"));
    }

    /// Keeps a note for the end.
    pub(super) fn add(&mut self, label: &str, note: Html) {
        self.written.push((key(label), note));
    }

    /// Writes the notes: those referred to by their number, then the others.
    pub(super) fn finish(self, out: &mut Html) {
        let Self { prefix, mut numbers, written } = self;
        let mut notes: Vec<_> = (0..numbers.len()).map(|_| Html::default()).collect();
        let cited = notes.len();
        for (label, note) in written {
            match numbers.remove(&label).and_then(|number| notes.get_mut(number - 1)) {
                Some(numbered) => *numbered = note,
                None => notes.push(note),
            }
        }
        if notes.is_empty() {
            return;
        }
        out.line("<ol class=\"footnotes\">\n");
        for (number, note) in (1..).zip(notes) {
            out.markup(&format!("<li id=\"{prefix}-note_{number}\">"));
            out.append(note);
            if number <= cited {
                lead_back(&format!("#{prefix}-cite_{number}"), out);
            }
            out.markup("</li>\n");
        }
        out.markup("</ol>\n");
    }
}

/// Labels are compared without case.
fn key(label: &str) -> String {
    label.to_lowercase()
}

/// Writes the link back to the reference, inside the note's last paragraph if it ends with one.
fn lead_back(address: &str, out: &mut Html) {
    const END: &str = "</p>\n";
    let paragraph = out.text.ends_with(END);
    if paragraph {
        out.text.truncate(out.text.len() - END.len());
    }
    out.markup(&format!(" <a href=\"{address}\" aria-label=\"Back to the text\">↩</a>"));
    if paragraph {
        out.markup(END);
    }
}
