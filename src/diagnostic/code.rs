//! The codes: one per rule, public, and never reused for another.

use std::fmt;

/// How grave a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing is published until it is fixed.
    Error,
    /// The site is built all the same.
    Warning,
}

impl Severity {
    /// The word used in reports.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// Declares every code once: its name, its severity, and one line on when it is given.
macro_rules! codes {
    ($($variant:ident $name:literal $severity:ident $when:literal)*) => {
        /// The rule that a problem breaks.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = $when] $variant,)*
        }

        impl Code {
            /// Every code, in the order of the documentation.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The name that reports show.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// The severity that it has unless the site's `checks` say otherwise.
            pub fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity,)* }
            }

            /// When it is given, in one line.
            pub fn summary(self) -> &'static str {
                match self { $(Self::$variant => $when,)* }
            }

            /// The rule, why it is there, and a wrong and a right example, as they are written down
            /// in `explanations/`: a code without its file does not compile.
            pub(super) fn explanation(self) -> &'static str {
                match self {
                    $(Self::$variant => include_str!(concat!("explanations/", $name, ".md")),)*
                }
            }
        }
    };
}

codes! {
    FrontMatter "front-matter" Error "The file has no front matter, or it is not closed."
    Yaml "yaml" Error "The front matter is not YAML."
    Encoding "encoding" Error "The file is not UTF-8 text."
    Limits "limits" Error "The file is a link, too large, nested too deeply, or uses parts of YAML that a charter \
           does not need."
    UnknownKey "unknown-key" Error "The format has no such key."
    Missing "missing" Error "A required key or part is missing."
    Type "type" Error "The value is of the wrong kind, such as text instead of a list."
    Value "value" Error "The value is not allowed for this key."
    UnknownTerm "unknown-term" Error "There is no such field, subject, domain or standard."
    Schedule "schedule" Error "A meeting series contradicts itself."
    Duplicate "duplicate" Error "A name, address or alias is already taken."
    Link "link" Error "A link inside the site leads nowhere."
    FutureDate "future-date" Error "The date must be in the past, and it is in the future."
    Unsafe "unsafe" Warning "Raw HTML or an unsafe link was left out of the page."
    Stale "stale" Warning "The text has not been reviewed for a long time."
    Unanswered "unanswered" Warning "One of the fourteen questions has no answer."
    Standards "standards" Warning "A minimum standard is not declared."
    Confidentiality "confidentiality" Warning "The values do not include confidentiality."
    LargeGroup "large-group" Warning "The group is larger than its kind works well with."
    PersonalAddress "personal-address" Warning "The contact is a personal mailbox, which is lost when its holder leaves."
    Full "full" Warning "The charter says that places are open, but the group is full."
    Over "over" Warning "The last meeting of a series is in the past, in an active group."
    Language "language" Warning "The words of the pages are not translated into the site's language."
    PrivateData "private-data" Warning "Somebody's e-mail address or telephone number would be public."
    Zone "zone" Warning "The time zone is fixed and does not follow summer time."
    CallLink "call-link" Warning "The link to a call would be public, with its password or for a closed group."
    NotSupervision "not-supervision" Warning "A name, summary or purpose offers supervision."
    Vanished "vanished" Warning "An address that people have leads nowhere any more."
    NameLike "name-like" Warning "The name looks like another group's, but uses other characters."
    Static "static" Error "A file in content/static/ is of a kind that must be listed before it is published, or has \
           a name that some systems cannot store."
}

impl Code {
    /// The code of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.as_str() == name)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_code_has_a_name_of_its_own() {
        let names: BTreeSet<_> = Code::ALL.iter().map(|code| code.as_str()).collect();
        assert_eq!(names.len(), Code::ALL.len());
        assert!(Code::ALL.iter().all(|code| Code::named(code.as_str()) == Some(*code)));
    }
}
