//! The words of problems with values, for those that the form on the site finds too.

/// What is expected where each answer has a key of its own.
pub const KEYS: &str = "keys with their answers";

/// What to say about a key that is missing. `what`: what it is for.
pub fn is_missing(key: &str, what: &str) -> String {
    let stop = if what.ends_with('”') { "" } else { "." };
    format!("`{key}` is missing: {what}{stop}")
}

crate::diagnostic::messages! {
    /// A line of text is too long. `surplus`: `3 characters`.
    TOO_LONG "too-long" Value
        "This text has {length} characters; the limit is {limit}."
        "Shorten it by at least {surplus}.";
    /// A text of characters that do not show.
    SHOWS_NOTHING "shows-nothing" Value
        "This text cannot be seen: it has only spaces and invisible characters."
        "Delete it and type the words again.";
    /// A list has too many entries.
    TOO_MANY "too-many" Value
        "This list has {count} entries; the limit is {most}."
        "Keep the ones that matter most.";
    /// A number is out of its range.
    NOT_WHOLE "not-whole" Value
        "`{typed}` is not a whole number from {from} to 100,000."
        "Write it in digits, without a sign or a decimal point.";
    /// A date that is not written as dates are.
    NOT_A_DATE "not-a-date" Value
        "`{typed}` is not a date in the form YYYY-MM-DD."
        "Write the year, month and day in digits: YYYY-MM-DD.";
    /// A date that the calendar does not have.
    NO_SUCH_DAY "no-such-day" Value
        "There is no such day as {typed}."
        "Check the date, and write it as year, month and day.";
    /// Dots of an example that were left.
    PLACEHOLDER "placeholder" Value
        "These dots are a placeholder for your own words."
        "Replace them with your own words.";
    /// Entries in square brackets that read like one. `rest`: the last of them. `whole`: all as one, in quotes.
    /// `several`: each in quotes.
    CUT_BY_A_COMMA "cut-by-a-comma" Value
        "`{rest}` reads like the rest of the entry before it: in square brackets, a comma starts a new entry."
        "Write {whole} if it is one entry, or {several} if it is not: quotes keep together what belongs together.";
    /// A list that needs an entry is empty.
    EMPTY_LIST "empty-list" Missing
        "This list is empty."
        "Write at least one entry.";
}
