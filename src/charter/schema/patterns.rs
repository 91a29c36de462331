//! Regular expressions for the texts of a charter.

use std::sync::LazyLock;

use serde_json::{Value, json};

use crate::charter::draft::LONGEST_ALIAS;
use crate::charter::schedule::{Day, Duration, Repeats, Rule};
use crate::config::contact::{
    LONGEST_EMAIL, LONGEST_HOST, LONGEST_LABEL, LONGEST_LOCAL_PART, LONGEST_URL, is_atom_byte,
    is_url_byte,
};
use crate::source::{DEVICES, LONGEST_ID};
use crate::text::pattern::{any_case, class, up_to};
use crate::text::{is_hidden, shows};
use crate::yaml::PLACEHOLDERS;

/// Tags of RFC 5646 that are not made like the others.
const OLD_TAGS: &str = "[Ee][Nn]-[Gg][Bb]-[Oo][Ee][Dd]|[Ss][Gg][Nn]-(?:[Bb][Ee]-(?:[Ff][Rr]|[Nn][Ll])|[Cc][Hh]-[Dd][Ee])";

/// Text that fits a regular expression. `words` is what an editor says of one that does not.
pub(super) fn fitting(pattern: &str, words: &str) -> Value {
    json!({"type": "string", "pattern": pattern, "patternErrorMessage": words})
}

/// One of several regular expressions, with white space around it.
pub(super) fn spaced(patterns: &[String]) -> String {
    format!(r"^\s*(?:{})\s*$", patterns.join("|"))
}

/// What every text is: it has something to see that is not only the dots of an example, and nothing hidden
/// that could do harm.
static SEEN: LazyLock<String> = LazyLock::new(|| {
    let (hidden, blank) = (class(is_hidden), class(|found| !shows(found)));
    let seen = blank.replacen('[', "[^", 1);
    let dots: Vec<String> = PLACEHOLDERS.iter().map(|dots| dots.replace('.', r"\.")).collect();
    format!(r"(?![\s\S]*{hidden})(?!\s*(?:{})\s*$)(?=[\s\S]*{seen})", dots.join("|"))
});

/// Text of any number of lines.
pub(super) fn text() -> Value {
    let pattern = format!("^{}", *SEEN);
    fitting(&pattern, "Some words belong here, without characters that cannot be seen.")
}

/// One line of text. White space around it does not count.
pub(super) fn line(limit: usize) -> Value {
    let line = format!(r"\S(?:[^\n\r\u2028\u2029]{{0,{}}}\S)?", limit.saturating_sub(2));
    let pattern = format!(r"^{}\s*{line}\s*$", *SEEN);
    fitting(&pattern, &format!("One line of at most {limit} characters belongs here."))
}

/// A date of the calendar.
pub(super) fn date() -> Value {
    let months = [
        "(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])",
        "(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)",
        "02-(?:0[1-9]|1[0-9]|2[0-8])",
    ];
    let leap = "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29";
    let pattern = format!("^(?:[0-9]{{4}}-(?:{})|{leap})$", months.join("|"));
    fitting(&pattern, "A day belongs here, as year, month and day: 2026-09-01")
}

pub(super) fn time() -> Value {
    let words = "A time on the 24-hour clock belongs here: \"18:30\"";
    fitting("^(?:[01][0-9]|2[0-3]):[0-5][0-9]$", words)
}

pub(super) fn duration() -> Value {
    let words = "Write how long a meeting lasts: 90 min, 2 h or 1 h 30 min";
    fitting(&spaced(&[Duration::pattern()]), words)
}

pub(super) fn rule() -> Value {
    fitting(&Rule::pattern(), "A rule belongs here, such as FREQ=MONTHLY;BYDAY=2TU")
}

pub(super) fn repeats() -> Value {
    let all = [Repeats::weeks_pattern(), Repeats::months_pattern(), Repeats::varies_pattern()];
    let words =
        "Write weekly, fortnightly, monthly, quarterly, every 3 weeks, every 2 months or varies";
    fitting(&spaced(&all), words)
}

/// A day that is text; one that is a number is told apart.
pub(super) fn day() -> Value {
    let words = "Write a weekday such as Tuesday, or for months second Tuesday, first and third Tuesday, \
                 last Friday or a number such as 15";
    fitting(&spaced(&[Day::weekday_pattern(), Day::of_month_pattern()]), words)
}

/// A well-formed language tag (RFC 5646, section 2.1).
pub(super) fn language() -> Value {
    const OLD: [&str; 13] = [
        "ami", "bnn", "default", "enochian", "hak", "klingon", "lux", "mingo", "navajo", "pwn",
        "tao", "tay", "tsu",
    ];
    let own = "[Xx](?:-[A-Za-z0-9]{1,8})+";
    let language = "[A-Za-z]{2,3}(?:-[A-Za-z]{3}){0,3}";
    let script_and_region = "(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?";
    let variants = "(?:-(?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*";
    let extensions = "(?:-[0-9A-WYZa-wyz](?:-[A-Za-z0-9]{2,8})+)*";
    let old = OLD.map(any_case).join("|");
    let pattern = format!(
        "^(?:{language}{script_and_region}{variants}{extensions}(?:-{own})?|{own}|{OLD_TAGS}|[Ii]-(?:{old}))$"
    );
    fitting(&pattern, "A language tag belongs here, such as en-GB, cy or de")
}

fn host() -> String {
    let label = format!("[A-Za-z0-9](?:[A-Za-z0-9-]{{0,{}}}[A-Za-z0-9])?", LONGEST_LABEL - 2);
    format!(r"{label}(?:\.{label})+")
}

/// A web address without the anchors around it.
fn url() -> String {
    let characters = class(ascii(is_url_byte));
    let short = format!("(?=[^:/?#]{{1,{LONGEST_HOST}}}(?:[:/?#]|$))");
    format!(
        r"(?=[\s\S]{{1,{LONGEST_URL}}}$)https:\/\/{short}{}(?::0*{})?(?:[\/?#]{characters}*)?",
        host(),
        up_to(u16::MAX.into())
    )
}

pub(super) fn web_address() -> Value {
    let words = "A web address belongs here that starts with https://";
    fitting(&format!("^{}$", url()), words)
}

pub(super) fn contact() -> Value {
    let atom = format!("{}+", class(ascii(is_atom_byte)));
    let short = format!(r"(?=[\s\S]{{1,{LONGEST_EMAIL}}}$)(?=[^@]{{1,{LONGEST_LOCAL_PART}}}@)");
    let email = format!(r"{short}{atom}(?:\.{atom})*@{}", host());
    let words = "An e-mail address belongs here, or a web address that starts with https://";
    fitting(&format!("^(?:{email}|{})$", url()), words)
}

fn ascii(is_meant: fn(u8) -> bool) -> impl Fn(char) -> bool {
    move |found| u8::try_from(found).is_ok_and(is_meant)
}

/// An earlier id, or a path of ids that starts with a slash.
pub(super) fn alias() -> Value {
    let end = r"(?:\/|$)";
    let devices = DEVICES.join("|");
    let id = format!(
        "(?!(?:{devices}){end})(?=[a-z0-9-]{{1,{LONGEST_ID}}}{end})[a-z0-9]+(?:-[a-z0-9]+)*"
    );
    let path = format!(r"(?=[\s\S]{{1,{LONGEST_ALIAS}}}$)(?:\/{id})+\/?");
    let words = "An earlier id such as old-name belongs here, or a path such as /groups/old-name/";
    fitting(&format!("^(?:{id}|{path})$"), words)
}
