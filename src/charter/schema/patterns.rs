//! Regular expressions for the texts of a charter.

use serde_json::{Value, json};

use super::with_message;
use crate::charter::messages::{
    BAD_INTERVAL, LOOKS_LIKE_HTML, NOT_A_GROUP, NOT_A_LINK, NOT_A_RANGE, NOT_A_SERIES_ID,
    SAYS_ONLY_WHETHER,
};
use crate::charter::place::ONLY_WHETHER;
use crate::charter::schedule::{Day, Duration, MOST_MONTHS, MOST_WEEKS, Repeats, Rule};
use crate::charter::skip::{OTHER_WORDS, TO};
use crate::config::LONGEST_PATH;
use crate::config::contact::{self, is_atom_byte, is_host_letter, is_url_byte};
use crate::config::messages::{BAD_CONTACT, BAD_LANGUAGE, BAD_URL};
use crate::diagnostic::Message;
use crate::markdown::HTML_PATTERN;
use crate::source::{DEVICES, LONGEST_ID};
use crate::text::pattern::{any_case, class, exactly, up_to};
use crate::text::{is_hidden, shows};
use crate::yaml::PLACEHOLDERS;
use crate::yaml::messages::{NO_SUCH_DAY, NOT_A_DATE, PLACEHOLDER, TOO_LONG};

/// Our own annotation: a pattern for texts that are accepted with a warning.
pub(super) const SUSPICIOUS: &str = "x-suspicious";

/// Tags of RFC 5646 that do not follow its grammar.
const OLD_TAGS: &str = "[Ee][Nn]-[Gg][Bb]-[Oo][Ee][Dd]|[Ss][Gg][Nn]-(?:[Bb][Ee]-(?:[Ff][Rr]|[Nn][Ll])|[Cc][Hh]-[Dd][Ee])";

/// Text that matches a regular expression. `words` is what an editor says of text that does not.
pub(super) fn fitting(pattern: &str, words: &str) -> Value {
    json!({"type": "string", "pattern": pattern, "patternErrorMessage": words})
}

/// One of several regular expressions, with white space around it.
pub(super) fn spaced(patterns: &[String]) -> String {
    format!(r"^\s*(?:{})\s*$", patterns.join("|"))
}

/// Words that say more than whether something is so.
pub(super) fn says_how() -> Value {
    let words: Vec<String> = ONLY_WHETHER.iter().map(|word| any_case(word)).collect();
    let pattern = format!(r"^(?!\s*(?:{})\s*$)", words.join("|"));
    let how = fitting(&pattern, "Say how people take part, such as: Video call");
    with_message(how, &["pattern"], &SAYS_ONLY_WHETHER, &json!({}))
}

/// One rule for each way in which a text can be wrong: its pattern, and what an editor says.
fn each_fitting(rules: &[(String, &str)], message: &Message) -> Value {
    let rule = |(pattern, words): &(String, &str)| {
        with_message(fitting(pattern, words), &["pattern"], message, &json!({"fault": words}))
    };
    rules.iter().map(rule).collect()
}

/// What is true of every text: something of it is visible, it is not only the dots of an example, and it has no
/// hidden characters that could do harm.
pub(super) fn words() -> Value {
    let (hidden, blank) = (class(is_hidden), class(|found| !shows(found)));
    let seen = blank.replacen('[', "[^", 1);
    let dots: Vec<String> = PLACEHOLDERS.iter().map(|dots| dots.replace('.', r"\.")).collect();
    let shown = fitting(
        &format!(r"^(?![\s\S]*{hidden})(?=[\s\S]*{seen})"),
        "Some words belong here, without characters that cannot be seen.",
    );
    let own = fitting(&format!(r"^(?!\s*(?:{})\s*$)", dots.join("|")), PLACEHOLDER.text);
    json!({"type": "string", "allOf": [shown, with_message(own, &["pattern"], &PLACEHOLDER, &json!({}))]})
}

/// Plain text of any number of lines.
pub(super) fn text() -> Value {
    let text = json!({"$ref": "#/$defs/words", SUSPICIOUS: HTML_PATTERN});
    with_message(text, &[SUSPICIOUS], &LOOKS_LIKE_HTML, &json!({}))
}

/// Plain text with a limit. White space around it does not count.
pub(super) fn short(limit: usize) -> Value {
    json!({"$ref": "#/$defs/text", "allOf": [at_most(limit)]})
}

/// One line of plain text.
pub(super) fn line(limit: usize) -> Value {
    let line = fitting(r"^\s*[^\n\r\u2028\u2029]*\s*$", "One line of text belongs here.");
    json!({"$ref": "#/$defs/text", "allOf": [line, at_most(limit)]})
}

fn at_most(limit: usize) -> Value {
    let pattern = format!(r"^\s*(?:\S(?:[\s\S]{{0,{}}}\S)?\s*)?$", limit.saturating_sub(2));
    let fits = fitting(&pattern, &format!("At most {limit} characters fit here."));
    with_message(fits, &["pattern"], &TOO_LONG, &json!({"limit": limit}))
}

/// A day that the calendar has.
fn day_of_calendar() -> String {
    let months = [
        "(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])",
        "(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)",
        "02-(?:0[1-9]|1[0-9]|2[0-8])",
    ];
    let leap = "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29";
    format!("(?:[0-9]{{4}}-(?:{})|{leap})", months.join("|"))
}

/// A date of the calendar.
pub(super) fn date() -> Value {
    let day = format!("^{}$", day_of_calendar());
    let form = fitting(
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
        "A day belongs here, as year, month and day: 2026-09-01",
    );
    json!({"type": "string", "allOf": [
        with_message(form, &["pattern"], &NOT_A_DATE, &json!({})),
        with_message(fitting(&day, "The calendar has no such day."), &["pattern"], &NO_SUCH_DAY, &json!({})),
    ]})
}

/// A date, or two with `to` between them.
pub(super) fn days() -> Value {
    let words = "The first day and the last of a range belong here: 2026-12-20 to 2027-01-05";
    let day = day_of_calendar();
    let range = fitting(&format!(r"^\s*{day}\s*{TO}\s*{day}\s*$"), words);
    let between = [TO].into_iter().chain(OTHER_WORDS).map(exactly);
    json!({
        "type": "string",
        "if": {"pattern": between.collect::<Vec<_>>().join("|")},
        "then": with_message(range, &["pattern"], &NOT_A_RANGE, &json!({})),
        "else": {"$ref": "#/$defs/date"},
    })
}

pub(super) fn time() -> Value {
    let words = "A time on the 24-hour clock belongs here: \"18:30\"";
    fitting("^(?:[01][0-9]|2[0-3]):[0-5][0-9]$", words)
}

pub(super) fn duration() -> Value {
    let words = "Write how long a meeting lasts: 90 min, 2 h, 1 h 30 min or 3 days";
    fitting(&spaced(&[Duration::pattern()]), words)
}

pub(super) fn rule() -> Value {
    fitting(&Rule::pattern(), "A rule belongs here, such as FREQ=MONTHLY;BYDAY=2TU")
}

/// How often, in words. Weeks and months have ranges of their own.
pub(super) fn repeats() -> Value {
    let all = [Repeats::weeks_pattern(), Repeats::months_pattern(), Repeats::varies_pattern()];
    let fits = |patterns: &[String], most: u16| {
        let words = "Write weekly, fortnightly, monthly, quarterly, yearly, every 3 weeks, every 2 months or varies";
        let fits = fitting(&spaced(patterns), words);
        with_message(fits, &["pattern"], &BAD_INTERVAL, &json!({"most": most}))
    };
    json!({
        "type": "string",
        "if": {"pattern": format!(r"{}s?\s*$", any_case("week"))},
        "then": fits(&all[..1], MOST_WEEKS),
        "else": fits(&all, MOST_MONTHS),
    })
}

/// A day in words. One that is a number has a schema of its own.
pub(super) fn day() -> Value {
    let words = "Write one or two weekdays, such as Tuesday or Monday and Thursday, or for months second Tuesday, \
                 first and third Tuesday, last Friday or a number such as 15";
    fitting(&spaced(&[Day::weekdays_pattern(), Day::of_month_pattern()]), words)
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
    let tag = fitting(&pattern, "The code of a language belongs here, such as en-GB, cy or de");
    with_message(tag, &["pattern"], &BAD_LANGUAGE, &json!({}))
}

fn host() -> String {
    let letter = class(|it| it.is_ascii_alphanumeric() || is_host_letter(it));
    let inner = letter.replacen('[', "[-", 1);
    let label = format!("{letter}(?:{inner}{{0,{}}}{letter})?", contact::LONGEST_LABEL - 2);
    format!(r"{label}(?:\.{label})+")
}

/// The rules of a web address, in the order in which the checks apply them.
fn url(message: &Message) -> Value {
    let (longest, longest_host) = (contact::LONGEST_URL, contact::LONGEST_HOST);
    let (host, port) = (host(), up_to(u16::MAX.into()));
    let rules = [
        (r"^https:\/\/".to_owned(), contact::NO_HTTPS),
        (format!(r"^[\s\S]{{0,{longest}}}$"), contact::TOO_LONG),
        (
            format!(r"^https:\/\/(?=[^:/?#]{{1,{longest_host}}}(?:[:/?#]|$)){host}(?:[:/?#]|$)"),
            contact::NO_HOST,
        ),
        (format!(r"^https:\/\/[^:/?#]*(?::0*{port})?(?:[/?#]|$)"), contact::PORT),
        (format!(r"^https:\/\/[^/?#]*{}*$", class(ascii(is_url_byte))), contact::CHARACTERS),
    ];
    each_fitting(&rules, message)
}

/// The rules of an e-mail address, in the order in which the checks apply them.
fn email(scheme: &str, message: &Message) -> Value {
    let atom = format!("{}+", class(ascii(is_atom_byte)));
    let (longest, longest_local_part) = (contact::LONGEST_EMAIL, contact::LONGEST_LOCAL_PART);
    let rules = [
        ("@".to_owned(), contact::NEITHER),
        (
            format!(
                r"^{scheme}(?=[\s\S]{{1,{longest}}}$)(?=[^@]{{1,{longest_local_part}}}@){atom}(?:\.{atom})*@[^@]*$"
            ),
            contact::LOCAL_PART,
        ),
        (format!("@(?=[^@]{{1,{}}}$){}$", contact::LONGEST_HOST, host()), contact::HOST),
    ];
    each_fitting(&rules, message)
}

pub(super) fn web_address() -> Value {
    json!({"type": "string", "allOf": url(&BAD_URL)})
}

/// A web address, or an e-mail address with `mailto:` before it.
pub(super) fn link_address() -> Value {
    json!({
        "type": "string",
        "if": {"pattern": "^mailto:"},
        "then": {"allOf": email("mailto:", &NOT_A_LINK)},
        "else": {"allOf": url(&NOT_A_LINK)},
    })
}

pub(super) fn contact() -> Value {
    json!({
        "type": "string",
        "if": {"pattern": r":\/\/"},
        "then": {"allOf": url(&BAD_CONTACT)},
        "else": {"allOf": email("", &BAD_CONTACT)},
    })
}

fn ascii(is_meant: fn(u8) -> bool) -> impl Fn(char) -> bool {
    move |found| u8::try_from(found).is_ok_and(is_meant)
}

/// The id of a group.
pub(super) fn group() -> Value {
    let words = "The id of a group belongs here: the last part of its page's address.";
    let group = fitting(&format!("^{}$", id("$")), words);
    with_message(group, &["pattern"], &NOT_A_GROUP, &json!({}))
}

/// The id of a series.
pub(super) fn series_id() -> Value {
    let words = "A word in small letters belongs here, such as book-evening.";
    let id = fitting(&format!("^{}$", id("$")), words);
    with_message(id, &["pattern"], &NOT_A_SERIES_ID, &json!({}))
}

/// An id, up to what ends it.
fn id(end: &str) -> String {
    let devices = DEVICES.join("|");
    format!("(?!(?:{devices}){end})(?=[a-z0-9-]{{1,{LONGEST_ID}}}{end})[a-z0-9]+(?:-[a-z0-9]+)*")
}

/// An earlier id, or a path of ids that begins with a slash.
pub(super) fn alias() -> Value {
    let id = id(r"(?:\/|$)");
    let path = format!(r"(?=[\s\S]{{1,{LONGEST_PATH}}}$)(?:\/{id})+\/?");
    let words = "An earlier id such as old-name belongs here, or a path such as /groups/old-name/";
    fitting(&format!("^(?:{id}|{path})$"), words)
}
