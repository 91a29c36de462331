//! What a new directory is asked for, and how it comes into the files.

use jiff::civil::Date;

use crate::config::{BaseUrl, Contact};
use crate::yaml::scalar;

/// What a new directory is asked for.
#[derive(Clone, Debug)]
pub struct Details {
    /// The site's name: one line, as [`check_title`] wants it.
    pub title: String,
    /// Where it will be published.
    pub base_url: BaseUrl,
    /// Where its keepers are reached.
    pub contact: Contact,
    /// The repository's web address: `https://`, without `/` at the end.
    pub repository: String,
    /// The web address of Guildhall's own repository, from which the workflows build it. None where it is not
    /// known: its place is marked then.
    pub guildhall: Option<String>,
    /// The branch that is published, as [`check_branch`] wants it.
    pub branch: String,
    /// The day on which it begins.
    pub today: Date,
}

/// Checks the name of a site.
///
/// # Errors
/// What is wrong with it, as a sentence.
pub fn check_title(title: &str) -> Result<(), &'static str> {
    if title.trim().is_empty() {
        return Err("A site must have a name.");
    }
    if title.chars().any(char::is_control) {
        return Err("The name of a site must be on one line.");
    }
    if title.chars().count() > 100 {
        return Err("The name of a site may have up to 100 characters.");
    }
    Ok(())
}

/// Checks the name of a branch.
///
/// # Errors
/// What is wrong with it, as a sentence.
pub fn check_branch(branch: &str) -> Result<(), &'static str> {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_./".contains(&byte);
    if branch.len() > 100 || !branch.bytes().all(is_plain) {
        return Err("The name of a branch may have only letters, digits and -._/ here.");
    }
    if branch.is_empty() || branch.starts_with(['-', '.', '/']) || branch.ends_with(['.', '/']) {
        return Err("The name of a branch must begin and end with a letter or a digit.");
    }
    Ok(())
}

impl Details {
    /// A text with every `@@key@@` replaced. What is put in is not looked at again.
    pub(super) fn fill(&self, text: &str) -> String {
        let mut parts = text.split("@@");
        let mut filled = parts.next().unwrap_or_default().to_owned();
        while let (Some(key), Some(rest)) = (parts.next(), parts.next()) {
            filled.push_str(&self.value(key));
            filled.push_str(rest);
        }
        filled
    }

    fn value(&self, key: &str) -> String {
        if let Some(key) = key.strip_prefix("yaml:") {
            return scalar(&self.value(key), 0);
        }
        match key {
            "title" => self.title.clone(),
            "base_url" => self.base_url.as_str().to_owned(),
            "contact" => self.contact.as_str().to_owned(),
            "contact_link" => match &self.contact {
                Contact::Email(address) => format!("[{address}](mailto:{address})"),
                Contact::Web(address) => format!("[{address}]({address})"),
            },
            "repository" => self.repository.clone(),
            "branch" => self.branch.clone(),
            "owner" => self.owner(),
            "start" => self.base_url.absolute("start/"),
            "reviewed" => self.base_url.absolute("guidance/how-your-charter-is-reviewed/"),
            "today" => self.today.to_string(),
            "guildhall" => {
                self.guildhall.clone().unwrap_or_else(|| "GUILDHALL_REPOSITORY".to_owned())
            }
            _ => unreachable!("a test fills every file, and {key} is no key"),
        }
    }

    /// Whose repository it is, as one writes to them: `@guild`.
    fn owner(&self) -> String {
        let owner = self.repository.split('/').nth(3).filter(|owner| !owner.is_empty());
        format!("@{}", owner.unwrap_or("OWNER"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn details(title: &str) -> Details {
        Details {
            title: title.to_owned(),
            base_url: BaseUrl::parse("https://example.org/cop").unwrap(),
            contact: Contact::parse("us@example.org").unwrap(),
            repository: "https://github.com/guild/directory".to_owned(),
            guildhall: None,
            branch: "main".to_owned(),
            today: jiff::civil::date(2026, 11, 23),
        }
    }

    #[test]
    fn what_is_put_in_is_not_looked_at_again() {
        let details = details("Say \"hello\" @@title@@");
        assert_eq!(details.fill("a @@today@@ @@yaml:title@@ b"), {
            "a 2026-11-23 Say \"hello\" @@title@@ b"
        });
        assert_eq!(details.fill("@@owner@@/team @@start@@"), {
            "@guild/team https://example.org/cop/start/"
        });
    }

    #[test]
    fn titles_and_branches_are_checked() {
        assert!(check_title("Our groups: a directory").is_ok());
        for title in ["", "  ", "two\nlines", &"a".repeat(101)] {
            assert!(check_title(title).is_err(), "{title}");
        }
        assert!(check_branch("release/2026").is_ok());
        for branch in ["", "-main", "a b", "a\"", "main/", "${{ x }}"] {
            assert!(check_branch(branch).is_err(), "{branch}");
        }
    }
}
