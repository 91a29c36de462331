//! What is different in a helper from the one that this version writes.

use similar::TextDiff;

use super::NewFile;

/// The start of a line by which a directory says where its Guildhall comes from, and which version of it.
const CHOSEN: &str = "    default: ";
const INSTALL: &str = ".github/actions/guildhall/action.yml";

/// The file as this version writes it, and what is different in the one that is there: a unified diff, in which the
/// paths begin with `a/` and `b/`. What the directory has chosen for itself stays, and so do its line ends.
pub fn difference(file: NewFile, there: &str) -> (NewFile, Option<String>) {
    let mut text = file.text;
    if file.path == INSTALL {
        text = with_choices(&text, there);
    }
    if there.contains("\r\n") {
        text = text.replace('\n', "\r\n");
    }
    let difference = (text != there).then(|| {
        let (old, new) = (format!("a/{}", file.path), format!("b/{}", file.path));
        TextDiff::from_lines(there, &text).unified_diff().header(&old, &new).to_string()
    });
    (NewFile { text, ..file }, difference)
}

/// A text with the chosen lines of another, in their order.
fn with_choices(text: &str, there: &str) -> String {
    let is_chosen = |line: &&str| line.starts_with(CHOSEN);
    let mut chosen = there.lines().filter(is_chosen);
    if there.lines().filter(is_chosen).count() != text.lines().filter(is_chosen).count() {
        return text.to_owned();
    }
    let line = |line: &str| {
        let kept = line.starts_with(CHOSEN).then(|| chosen.next()).flatten();
        format!("{}\n", kept.unwrap_or(line))
    };
    text.lines().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, text: &str) -> NewFile {
        NewFile { path: path.to_owned(), text: text.to_owned(), is_program: false }
    }

    #[test]
    fn a_helper_of_an_older_version_is_shown_with_what_changed() {
        let lines = |third: &str| format!("one\ntwo\n{third}\nfour\nfive\nsix\nseven\n");
        let (_, shown) = difference(file("a.yml", &lines("three")), &lines("drei"));
        insta::assert_snapshot!(shown.unwrap(), @"
        --- a/a.yml
        +++ b/a.yml
        @@ -1,6 +1,6 @@
         one
         two
        -drei
        +three
         four
         five
         six
        ");
        assert_eq!(difference(file("a.yml", "one\n"), "one\n").1, None);
    }

    #[test]
    fn line_ends_of_another_system_are_no_difference() {
        let (kept, shown) = difference(file("a.yml", "one\ntwo\n"), "one\r\ntwo\r\n");
        assert_eq!((kept.text.as_str(), shown), ("one\r\ntwo\r\n", None));
    }

    #[test]
    fn the_repository_and_the_version_that_a_directory_chose_stay() {
        let new = "# new\n    default: GUILDHALL_REPOSITORY\n    default: HEAD\n";
        let there = "# old\n    default: https://example.org/guildhall\n    default: v1.2\n";
        let (kept, shown) = difference(file(INSTALL, new), there);
        assert_eq!(kept.text, there.replace("old", "new"));
        assert!(shown.unwrap().contains("-# old\n+# new\n"));
        let (kept, _) = difference(file(INSTALL, new), "# old\n    default: v1.2\n");
        assert_eq!(kept.text, new);
    }
}
