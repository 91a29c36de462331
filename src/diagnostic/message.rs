//! The words of a problem, apart from the check that finds it.
//!
//! A problem that the form on the site finds too has its words here once: the check fills their gaps, and
//! so does the form's script, which gets them as data.

use super::Code;

/// The words of a problem, with gaps such as `{length}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Message {
    /// What the form's script calls it.
    pub name: &'static str,
    /// The rule that is broken.
    pub code: Code,
    /// What is wrong.
    pub text: &'static str,
    /// What to write instead.
    pub help: &'static str,
}

impl Message {
    /// The words and the remedy, with their gaps filled. Gaps are filled from left to right, so that
    /// what looks like a gap in a filling stays as it is.
    pub fn fill(&self, gaps: &[(&str, &str)]) -> (String, String) {
        (fill(self.text, gaps), fill(self.help, gaps))
    }
}

fn fill(words: &str, gaps: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(words.len());
    let mut rest = words;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let gap = after.split_once('}').and_then(|(name, after)| {
            let (_, filling) = gaps.iter().find(|(gap, _)| *gap == name)?;
            Some((*filling, after))
        });
        let (filling, after) = gap.unwrap_or(("{", after));
        filled.push_str(filling);
        rest = after;
    }
    filled + rest
}

/// Declares messages, and a list of all of them.
macro_rules! messages {
    ($($(#[$about:meta])* $constant:ident $name:literal $code:ident $text:literal $help:literal;)*) => {
        $($(#[$about])* pub const $constant: $crate::diagnostic::Message = $crate::diagnostic::Message {
            name: $name,
            code: $crate::diagnostic::Code::$code,
            text: $text,
            help: $help,
        };)*

        /// All of them.
        pub const MESSAGES: &[$crate::diagnostic::Message] = &[$($constant),*];
    };
}

pub(crate) use messages;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_are_filled_once_and_other_braces_stay() {
        let message = Message {
            name: "test",
            code: Code::Value,
            text: "`{less}` is {number}",
            help: "Write {online: …} for {less}.",
        };
        let filled = message.fill(&[("less", "{number}"), ("number", "8")]);
        assert_eq!(filled.0, "`{number}` is 8");
        assert_eq!(filled.1, "Write {online: …} for {number}.");
    }
}
