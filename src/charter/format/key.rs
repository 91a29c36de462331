//! What is declared of a key, and how.

use crate::charter::limits;
use crate::config::Axis;

/// A key of the format.
#[derive(Debug)]
pub struct Key {
    /// The key, as it is typed.
    pub name: &'static str,
    /// Its place, as a path in which `[]` is each entry of a list: `joining.contact`, `meetings[].day`.
    pub path: &'static str,
    /// What its value is.
    pub kind: Kind,
    /// Whether it is required.
    pub need: Need,
    /// The number of the question that it answers; none for keys such as `status`, and for parts of others.
    pub(super) question: Option<u8>,
    /// What it is called where it is filled in.
    pub label: &'static str,
    /// What makes a good answer, in one to three sentences.
    pub help: &'static str,
    /// A value as a charter writes it, on one line of YAML.
    pub example: &'static str,
}

/// What a value is.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// One line of at most so many characters.
    Line(usize),
    /// Plain text of at most so many characters; its line breaks count as spaces.
    Short(usize),
    /// Plain text of any length; its line breaks count as spaces.
    Text,
    /// Text with marks (`CommonMark`).
    Markdown,
    /// A day of the calendar.
    Date,
    /// A day of the calendar, or a range of days.
    Days,
    /// A language tag (RFC 5646).
    Language,
    /// A web address that starts with `https://`.
    WebAddress,
    /// A web address that starts with `https://`, or an e-mail address that starts with `mailto:`.
    LinkAddress,
    /// An e-mail address or a web address.
    Contact,
    /// The id of a group.
    Group,
    /// The id of a series.
    SeriesId,
    /// The path of an image of `content/static/`.
    Picture,
    /// A country: an ISO 3166-1 code, or a name.
    Country,
    /// An earlier id or path.
    Alias,
    /// How often a group meets, in words.
    Repeats,
    /// On which day, in words or as a number of a month.
    Day,
    /// A recurrence rule (RFC 5545, section 3.3.10).
    Rule,
    /// A time of day on the 24-hour clock.
    Time,
    /// How long a meeting lasts.
    Duration,
    /// The name of a time zone (IANA).
    TimeZone,
    /// A whole number from this one on.
    Number(u32),
    /// A sum of money.
    Sum,
    /// The code of a currency (ISO 4217).
    Currency,
    /// One of these words.
    Word(&'static [&'static str]),
    /// The id of a term of an axis.
    Term(Axis),
    /// The id of a minimum standard.
    Standard,
    /// One of the directory's phrases, or a sentence.
    Phrase(Phrases),
    /// A list of such values, with the least and the most of them.
    List(&'static Self, usize, usize),
    /// A mapping with these keys.
    Mapping(&'static [Key]),
    /// The word `free`, or a mapping with these keys.
    FreeOr(&'static [Key]),
}

/// Phrases that a directory suggests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phrases {
    /// Of what a group is for.
    Aims,
    /// Of what it holds to.
    Values,
}

/// Whether a key is required.
#[derive(Clone, Copy, Debug)]
pub enum Need {
    /// Wherever its mapping is.
    Required(Reason),
    /// Wherever its mapping is, unless the directory leaves it to its groups.
    ByDefault(Reason),
    /// Unless other keys, or the group's state, say otherwise.
    Conditional(Reason),
    /// Never.
    Optional,
}

/// What to say about a key that is required and missing.
#[derive(Clone, Copy, Debug)]
pub enum Reason {
    /// What its question says.
    Question,
    /// What it is for, and what to write.
    Because(&'static str, &'static str),
}

/// Any number of entries.
pub const ANY: usize = usize::MAX;

impl Kind {
    /// The keys of its parts, if it has any.
    pub fn keys(self) -> &'static [Key] {
        match self {
            Self::Mapping(keys) | Self::FreeOr(keys) => keys,
            Self::List(of, ..) => of.keys(),
            _ => &[],
        }
    }
}

/// Terms of an axis.
pub(super) const fn terms(of: &'static Kind) -> Kind {
    Kind::List(of, 0, limits::TERMS)
}

/// Declares mappings: for each the table of its keys, and the structure into which its entries are sorted.
macro_rules! mappings {
    ($($table:ident $raw:ident $prefix:literal {
        $($key:ident $([$question:literal])?: $kind:expr, $need:ident $($what:expr, $remedy:expr)? => $label:literal, $help:literal, $example:literal;)*
    })*) => {
        $(
            pub(in crate::charter) const $table: &[super::key::Key] = &[$(super::key::Key {
                name: stringify!($key),
                path: concat!($prefix, stringify!($key)),
                kind: $kind,
                need: super::key::need!($need $($what, $remedy)?),
                question: [$($question)?].first().copied(),
                label: $label,
                help: $help,
                example: $example,
            }),*];

            /// A mapping as it was typed: each key with its value, if it is there.
            #[derive(Clone, Copy, Debug)]
            pub(in crate::charter) struct $raw<'a> {
                /// All entries, and where a missing key is reported.
                #[allow(dead_code, reason = "not every mapping has a key that has to be there")]
                pub(in crate::charter) entries: crate::yaml::Fields<'a>,
                $(pub(in crate::charter) $key: Option<&'a crate::yaml::Entry>,)*
            }

            impl<'a> $raw<'a> {
                /// Sorts the entries; one with an unknown key is reported. `span` is where a missing key
                /// will be reported.
                pub(in crate::charter) fn read(
                    decoder: &mut crate::yaml::Decoder<'_>,
                    node: &'a crate::yaml::Node,
                    span: crate::diagnostic::Span,
                ) -> Option<Self> {
                    let entries = decoder.fields(node, span, &[$(stringify!($key)),*])?;
                    Some(Self { entries, $($key: entries.entry(stringify!($key)),)* })
                }
            }
        )*
    };
}
pub(super) use mappings;

/// Whether a key has to be there, and why: for the reason that is given, or because its question asks for it.
macro_rules! need {
    (Optional) => {
        super::key::Need::Optional
    };
    ($need:ident) => {
        super::key::Need::$need(super::key::Reason::Question)
    };
    ($need:ident $what:expr, $remedy:expr) => {
        super::key::Need::$need(super::key::Reason::Because($what, $remedy))
    };
}
pub(super) use need;
