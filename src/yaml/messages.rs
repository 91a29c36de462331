//! The words of problems with values, for those that the form on the site finds too.

/// What is said of a key that is missing. `what`: what it is for.
pub fn is_missing(key: &str, what: &str) -> String {
    let stop = if what.ends_with('”') { "" } else { "." };
    format!("`{key}` is missing: {what}{stop}")
}

crate::diagnostic::messages! {
    /// A line of text is too long. `surplus`: `3 characters`.
    TOO_LONG "too-long" Value
        "This text has {length} characters; at most {limit} fit here."
        "Make it shorter by {surplus} or more.";
    /// A text of characters that do not show.
    SHOWS_NOTHING "shows-nothing" Value
        "Nothing of this text can be seen: it has only spaces and invisible characters."
        "Delete it and type the words again.";
    /// A list has too many entries.
    TOO_MANY "too-many" Value
        "This list has {count} entries; at most {most} fit here."
        "Keep those that matter most.";
    /// A number is out of its range.
    NOT_WHOLE "not-whole" Value
        "`{typed}` is not a whole number from {from} to 100,000."
        "Write it in digits, without a sign or a decimal point.";
    /// A date that is not written as dates are.
    NOT_A_DATE "not-a-date" Value
        "`{typed}` is not a date as it is written here."
        "Write the year, the month and the day in digits: YYYY-MM-DD.";
    /// A date that the calendar does not have.
    NO_SUCH_DAY "no-such-day" Value
        "There is no day {typed} in the calendar."
        "Look the day up, and write it as year, month, day.";
    /// Dots of an example that were left.
    PLACEHOLDER "placeholder" Value
        "Here are only dots, which stand for words of your own."
        "Write the words in their place.";
    /// Entries in square brackets that read like one. `rest`: the last of them. `whole`: all as one, in quotes.
    /// `several`: each in quotes.
    CUT_BY_A_COMMA "cut-by-a-comma" Value
        "`{rest}` reads like the rest of the entry before it: in square brackets, a comma begins a new entry."
        "Write {whole} if it is one entry, or {several} if it is not: quotes keep together what belongs together.";
    /// A list that needs an entry has none.
    EMPTY_LIST "empty-list" Missing
        "This list is empty."
        "Write one entry or more.";
}
