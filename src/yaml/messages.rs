//! The words of problems with values, for those that the form on the site finds too.

crate::diagnostic::messages! {
    /// A line of text is too long. `surplus`: `3 characters`.
    TOO_LONG "too-long" Value
        "This text has {length} characters; at most {limit} fit here."
        "Make it shorter by {surplus} or more.";
    /// A number is out of its range.
    NOT_WHOLE "not-whole" Value
        "`{typed}` is not a whole number from {from} to 100,000."
        "Write it in digits, without a sign or a decimal point: 12";
    /// A list that needs an entry has none.
    EMPTY_LIST "empty-list" Missing
        "This list is empty."
        "Write one entry or more.";
}
