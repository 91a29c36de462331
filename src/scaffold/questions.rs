//! The page on the fourteen questions, in the words that the form and the prompts use too.

use std::fmt::Write as _;

use crate::charter::{Key, QUESTIONS};

const HEAD: &str = "\
---
title: The fourteen questions
summary: What a founder answers, what makes a good answer, and the key for each answer.
order: 40
updated: @@today@@
---
A charter is a group’s answer to fourteen questions. It tells newcomers what to expect, and it gives members
something to hold each other to. Next to each part is its **key**, the name that the answer has in
the charter.
";

/// The page, with places for what a directory was asked for.
pub(super) fn page() -> String {
    let mut page = HEAD.to_owned();
    for question in &QUESTIONS {
        let _ = write!(page, "\n## {}. {}\n\n", question.number, question.text);
        for key in Key::all().iter().filter(|key| key.question() == Some(question)) {
            let _ = writeln!(page, "- **{}** (`{}`). {}", key.label, key.path, key.help);
        }
        let _ = write!(page, "\nFor example:\n\n```yaml\n{}\n```\n", question.example);
    }
    page.push_str(
        "\nEvery charter also has `reviewed`, the date on which the group last read it through. It may have \
        `founded`, and `status`: `forming`, `active`, `paused` or `ended`.\n",
    );
    page
}
