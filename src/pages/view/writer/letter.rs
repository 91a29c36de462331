//! The first letter to a group, which its page opens in the reader's mail program.

use super::super::ContactView;
use super::Writer;
use crate::charter::{Charter, Membership, Places, Status};
use crate::config::Contact;
use crate::pages::labels;

/// The longest address that mail programs and browsers are sure to take.
const LONGEST: usize = 2000;

impl Writer<'_> {
    /// Where one writes to. To a group by e-mail: with a letter that has a subject and a beginning in its language.
    pub(super) fn letter(&self, contact: &Contact, charter: &Charter) -> ContactView {
        let plain = labels::contact(contact, &charter.name);
        if plain.kind != "email" || !charter.can_be_reached() {
            return plain;
        }
        let language = charter.language_in(&self.directory.config.settings).as_str();
        let words = self.words();
        let question = words.fill_in(language, question(charter), &[]);
        let body = words.fill_in(language, "letter", &[("question", question.into())]);
        let letter = |name: &str| {
            let subject = words.fill_in(language, "letter-subject", &[("group", name.into())]);
            labels::letter(contact.as_str(), &subject, Some(&body))
        };
        let fits = |href: &String| href.len() <= LONGEST;
        let href = shorter_and_shorter(&charter.name).map(|name| letter(&name)).find(fits);
        match href {
            Some(href) => ContactView { href, ..plain },
            None => plain,
        }
    }
}

/// What one asks a group, by its key in the catalogue.
fn question(charter: &Charter) -> &'static str {
    let is_visited = charter.membership == Some(Membership::Open) && !charter.meetings.is_empty();
    match (charter.status, charter.joining.places) {
        (Status::Paused | Status::Ended, _) => "letter-paused",
        (_, Some(Places::WaitingList)) => "letter-list",
        (_, Some(Places::Full)) => "letter-full",
        (Status::Forming, _) => "letter-forming",
        (Status::Active, _) if is_visited => "letter-visit",
        (Status::Active, _) => "letter-join",
    }
}

/// A name, then its first characters with dots behind them, one less each time.
fn shorter_and_shorter(name: &str) -> impl Iterator<Item = String> {
    let starts = name.char_indices().rev().map(|(end, _)| format!("{}…", name[..end].trim_end()));
    std::iter::once(name.to_owned()).chain(starts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_gets_shorter_until_nothing_is_left() {
        let names: Vec<String> = shorter_and_shorter("Ab ç").collect();
        assert_eq!(names, ["Ab ç", "Ab…", "Ab…", "A…", "…"]);
    }
}
