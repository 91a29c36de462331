//! Apostrophes and quotation marks as printers set them, in place of those of a typewriter.

use std::borrow::Cow;

/// A text with its apostrophes set, in any language: those that follow a letter or a digit.
pub fn with_apostrophes(text: &str) -> Cow<'_, str> {
    if text.contains('\'') { Cow::Owned(Setter::new(None).set(text)) } else { Cow::Borrowed(text) }
}

/// HTML with the apostrophes and the quotation marks of its text set, but for what is in `<code>`. A language whose
/// marks are not known here keeps its quotation marks as they were typed.
pub fn typeset<'a>(html: &'a str, language: &str) -> Cow<'a, str> {
    if !html.contains(['\'', '"']) {
        return Cow::Borrowed(html);
    }
    let mut setter = Setter::new(marks(language));
    let mut set = String::with_capacity(html.len() + 16);
    let mut in_code = 0_usize;
    let mut rest = html;
    while !rest.is_empty() {
        let (text, after) = rest.split_at(rest.find('<').unwrap_or(rest.len()));
        let stays = in_code > 0 || is_address(text);
        set.push_str(&if stays { text.to_owned() } else { setter.set(text) });
        let (tag, after) = after.split_at(after.find('>').map_or(after.len(), |end| end + 1));
        set.push_str(tag);
        if tag.starts_with("<code") {
            in_code += 1;
        } else if tag == "</code>" {
            in_code = in_code.saturating_sub(1);
            setter.before = Some('x'); // a word has ended
        } else if !INLINE.iter().any(|name| tag.trim_start_matches(['<', '/']).starts_with(name)) {
            setter.before = None;
        }
        rest = after;
    }
    Cow::Owned(set)
}

/// Whether a text is nothing but an address, as links show it.
fn is_address(text: &str) -> bool {
    !text.contains(char::is_whitespace)
        && (text.contains("://") || text.contains('@') || text.starts_with("www."))
}

/// The elements that go on with a line.
const INLINE: [&str; 6] = ["a ", "a>", "em>", "strong>", "del>", "sup"];

/// The quotation marks of languages that are outside others (Unicode CLDR, `quotationStart` and `quotationEnd`).
pub const QUOTATION_MARKS: [(&[&str], [&str; 2]); 6] = [
    (&["en", "ga", "pt", "tr"], ["“", "”"]),
    (&["de", "cs", "sk", "sl"], ["„", "“"]),
    (&["pl", "hu", "ro"], ["„", "”"]),
    (&["sv", "fi"], ["”", "”"]),
    (&["es", "it", "el", "ru", "uk", "nb"], ["«", "»"]),
    (&["fr"], ["«\u{a0}", "\u{a0}»"]),
];

fn marks(language: &str) -> Option<[&'static str; 2]> {
    let language = language.split('-').next().unwrap_or_default().to_ascii_lowercase();
    let is_theirs = |(languages, _): &&(&[&str], _)| languages.contains(&&*language);
    QUOTATION_MARKS.iter().find(is_theirs).map(|(_, marks)| *marks)
}

/// Sets a text that may come in pieces.
struct Setter {
    marks: Option<[&'static str; 2]>,
    /// The character before the piece; none at the start of a paragraph.
    before: Option<char>,
    /// Whether a single quotation mark opened a quotation, which stays as it was typed.
    is_quoted: bool,
}

impl Setter {
    fn new(marks: Option<[&'static str; 2]>) -> Self {
        Self { marks, before: None, is_quoted: false }
    }

    fn set(&mut self, text: &str) -> String {
        let mut set = String::with_capacity(text.len() + 8);
        for (at, character) in text.char_indices() {
            let after = &text[at + character.len_utf8()..];
            let opens =
                self.before.is_none_or(|it| it.is_whitespace() || "([{–—/‘“„«".contains(it));
            match (character, self.marks) {
                ('\'', _) if self.is_apostrophe(after) => set.push('’'),
                ('"', Some([open, close])) => set.push_str(if opens { open } else { close }),
                _ => set.push(character),
            }
            self.before = Some(character);
        }
        set
    }

    /// Whether a mark is an apostrophe: within a word, or after one where no quotation is open.
    fn is_apostrophe(&mut self, after: &str) -> bool {
        let follows_a_word = self.before.is_some_and(char::is_alphanumeric);
        let begins_a_word = after.starts_with(char::is_alphanumeric);
        if follows_a_word {
            let closes = self.is_quoted && !begins_a_word;
            self.is_quoted &= !closes;
            !closes
        } else {
            self.is_quoted = begins_a_word && after.contains('\'');
            false
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_apostrophe_follows_a_letter_or_a_digit() {
        assert_eq!(
            with_apostrophes("Trainers' Toolkit, it's the 1990's"),
            "Trainers’ Toolkit, it’s the 1990’s"
        );
        assert_eq!(with_apostrophes("'tis the day"), "'tis the day");
        assert_eq!(
            with_apostrophes("say 'it's so', the Joneses' way"),
            "say 'it’s so', the Joneses’ way"
        );
        assert_eq!(with_apostrophes("L'heure d'été"), "L’heure d’été");
    }

    #[test]
    fn quotation_marks_are_those_of_the_language() {
        let said = |language| typeset("<p>It is \"so\", (\"yes\").</p>", language).into_owned();
        assert_eq!(said("en-GB"), "<p>It is “so”, (“yes”).</p>");
        assert_eq!(said("de"), "<p>It is „so“, („yes“).</p>");
        assert_eq!(said("fr"), "<p>It is «\u{a0}so\u{a0}», («\u{a0}yes\u{a0}»).</p>");
        assert_eq!(said("ja"), "<p>It is \"so\", (\"yes\").</p>");
    }

    #[test]
    fn marks_know_the_words_before_them_across_emphasis_and_links() {
        let html = "<p>\"<em>Anna</em>'s\" <a href=\"/x/\" title=\"don't\">\"it\"</a></p>";
        assert_eq!(
            typeset(html, "en"),
            "<p>“<em>Anna</em>’s” <a href=\"/x/\" title=\"don't\">“it”</a></p>"
        );
    }

    #[test]
    fn an_address_stays_as_it_was_typed() {
        let html = "<p><a href=\"https://a.example/it's\">https://a.example/it's</a></p>";
        assert_eq!(typeset(html, "en"), html);
    }

    #[test]
    fn code_stays_as_it_was_typed() {
        let html = "<p><code>say \"it's\"</code>'s</p>\n<pre><code class=\"language-yaml\">a: \"b\"\n</code></pre>";
        assert_eq!(
            typeset(html, "en"),
            "<p><code>say \"it's\"</code>’s</p>\n<pre><code class=\"language-yaml\">a: \"b\"\n</code></pre>"
        );
    }
}
