//! What a text makes public by mistake: addresses and numbers of people, and the way into a call.
//!
//! [`patterns`] describes what such things look like, for charters (`charter::privacy`), for the form, and for the
//! directory's own texts. This module searches the last, as raw files, comments included: the files are as public as
//! the pages.

mod patterns;

use std::ops::Range;

use crate::config::Contact;
use crate::diagnostic::{Code, Diagnostic, Span, shorten};
use crate::source::{SourceFile, Sources};

pub(crate) use patterns::Pattern;
pub use patterns::patterns;

/// The most problems of one kind that are reported for one file.
const MOST: usize = 50;
/// Nobody's address, with which examples of a charter are written: guidance shows them.
const OF_EXAMPLES: &str = "group@example.org";
const LEAVE_ADDRESS_OUT: &str = "Remove it, from comments too: the file is as public as the page. Only the \
                                directory's own address, `contact` in content/site.yaml, is meant for everyone.";
const LEAVE_NUMBER_OUT: &str = "Remove it, from comments too: the file is as public as the page. People can write to \
                               the directory's own address, `contact` in content/site.yaml.";
const LEAVE_CALL_OUT: &str = "Say how people get the link instead. If this has been public already, give the call a new password.";

/// Searches all texts of a site except its charters. `contact` is the directory's own, which may be anywhere.
pub fn check(sources: &Sources, contact: Option<&Contact>) -> Vec<Diagnostic> {
    let contact = contact.map(|it| it.as_str().to_ascii_lowercase());
    let files =
        sources.folder("content/").filter(|file| !file.path().starts_with("content/groups/"));
    files.flat_map(|file| check_file(file, contact.as_deref())).collect()
}

fn check_file(file: &SourceFile, contact: Option<&str>) -> Vec<Diagnostic> {
    let small = file.text().to_ascii_lowercase();
    let problem = |code, range: Range<usize>, message: String, help| {
        let place = file.place(Span::new(range.start, range.end));
        Diagnostic::new(code, place, message).help(help)
    };
    let private = |pattern: Pattern, what: &str, help| {
        let ranges = pattern
            .find_in(&small)
            .filter(|it| ![Some(OF_EXAMPLES), contact].contains(&Some(&small[it.clone()])));
        let tell = |range: Range<usize>| {
            let found = shorten(&file.text()[range.clone()]);
            let message = format!("Everyone could read {what} here, `{found}`.");
            problem(Code::PrivateData, range, message, help)
        };
        ranges.take(MOST).map(tell).collect::<Vec<_>>()
    };
    let mut found = private(Pattern::Address, "an e-mail address", LEAVE_ADDRESS_OUT);
    found.extend(private(Pattern::Number, "what looks like a telephone number", LEAVE_NUMBER_OUT));
    let calls = calls_in(&small).filter(|(_, has_password)| *has_password).take(MOST);
    found.extend(calls.map(|(range, _)| {
        let message =
            "Anyone who reads this could join the call, because its password is here too.";
        problem(Code::CallLink, range, message.to_owned(), LEAVE_CALL_OUT)
    }));
    found
}

/// Where the ways into calls are in a text whose letters are small, and whether each has its password next to it,
/// or anywhere in the text.
pub(crate) fn calls_in(small: &str) -> impl Iterator<Item = (Range<usize>, bool)> {
    let mut in_words = None;
    Pattern::Call.find_in(small).map(move |range| {
        let has_password = Pattern::Password.is_in(&small[range.clone()])
            || *in_words.get_or_insert_with(|| Pattern::Passcode.find_in(small).next().is_some());
        (range, has_password)
    })
}
