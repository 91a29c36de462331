//! A regular expression for rules, as far as an expression can describe them.

use super::super::english::WEEK;
use super::name::Name;
use super::parse::LONGEST;
use super::{Frequency, weekday_code};
use crate::text::pattern::{any_case, up_to};

/// A regular expression for a rule with its parts in any order: each with a value of its kind, `FREQ`
/// among them. Which parts go together it cannot say.
pub(super) fn pattern() -> String {
    let parts =
        Name::ALL.map(|name| format!(r"{}\s*=\s*(?:{})", any_case(name.as_str()), value(name)));
    let part = format!(r"\s*(?:{})\s*", parts.join("|"));
    let freq = any_case(Name::Freq.as_str());
    format!(r"^(?=[\s\S]{{0,{LONGEST}}}$)(?=(?:[\s\S]*;)?\s*{freq}\s*=){part}(?:;{part})*$")
}

fn value(name: Name) -> String {
    match name {
        Name::Freq => Frequency::ALL.map(|known| any_case(known.as_str())).join("|"),
        Name::Until => "[0-9]{8}(?:[Tt][0-9]{6}[Zz]?)?".to_owned(),
        Name::Count | Name::Interval => format!("[+]?0*{}", up_to(1000)),
        Name::ByDay => list(&format!("(?:{})?(?:{})", signed(53), weekdays())),
        Name::ByMonthDay => list(&signed(31)),
        Name::BySetPos => list(&signed(366)),
        Name::ByMonth => list(&format!("[+]?0*{}", up_to(12))),
    }
}

fn weekdays() -> String {
    WEEK.map(|weekday| any_case(weekday_code(weekday))).join("|")
}

/// From 1, or from -1 downwards.
fn signed(most: u32) -> String {
    format!("[+-]?0*{}", up_to(most))
}

fn list(item: &str) -> String {
    format!(r"{item}(?:\s*,\s*{item})*")
}
