//! Small words for messages.

/// A text cut to a length that fits into a message.
pub fn shorten(text: &str) -> String {
    const MOST: usize = 60;
    let line = text.split(['\n', '\r']).next().unwrap_or_default();
    if line.chars().count() <= MOST && line.len() == text.len() {
        return line.to_owned();
    }
    let mut short: String = line.chars().take(MOST).collect();
    short.push('…');
    short
}

/// `a`, `b` and `c`, each in backticks.
pub fn join_words(words: &[&str], conjunction: &str) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    join(&quoted, conjunction)
}

/// `a`, `a and b`, `a, b and c`, with the conjunction that is given.
pub fn join<Text: AsRef<str>>(items: &[Text], conjunction: &str) -> String {
    let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
    match items.as_slice() {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [others @ .., last] => format!("{} {conjunction} {last}", others.join(", ")),
    }
}

/// `1 character`, `2 characters`.
pub fn plural(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_or_one_of_several_lines_is_cut() {
        assert_eq!(shorten("Strengths in Coaching"), "Strengths in Coaching");
        assert_eq!(shorten("one\ntwo"), "one…");
        assert_eq!(shorten(&"é".repeat(61)), format!("{}…", "é".repeat(60)));
    }

    #[test]
    fn words_are_joined_as_people_join_them() {
        assert_eq!(join_words(&[], "or"), "");
        assert_eq!(join_words(&["a"], "or"), "`a`");
        assert_eq!(join_words(&["a", "b", "c"], "or"), "`a`, `b` or `c`");
        assert_eq!(join(&["a", "b"], "and"), "a and b");
    }

    #[test]
    fn one_is_not_many() {
        assert_eq!(plural(1, "group"), "1 group");
        assert_eq!(plural(0, "group"), "0 groups");
    }
}
