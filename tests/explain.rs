//! `guildhall explain`: its words for every code, and its examples in real charters.
//!
//! Each example takes the place of the same keys in a charter without problems. What is wrong in the
//! wrong one is then its code and nothing else; the right one has no problem at all.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use std::collections::BTreeSet;
use std::fs;

use guildhall::diagnostic::Code;
use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};
use serde_json::Value;

use support::{Ran, Site, TODAY, Tree, assert_expected, copy, fixture, guildhall, run};

const SETTINGS: &str = "content/site.yaml";

/// An example of an explanation: the words of its opening line, and its text.
#[derive(Debug)]
struct Example {
    info: String,
    text: String,
}

impl Example {
    /// The examples of a code below a heading, as a reader of Markdown finds them.
    fn of(code: Code, heading: &str) -> Vec<Self> {
        let file = format!("../src/diagnostic/explanations/{code}.md");
        let markdown = fs::read_to_string(fixture(&file)).unwrap();
        let (mut here, mut is_heading, mut open) = (String::new(), false, None);
        let mut examples = Vec::new();
        for event in Parser::new(&markdown) {
            match event {
                Event::Start(Tag::Heading { .. }) => is_heading = true,
                Event::End(TagEnd::Heading(_)) => is_heading = false,
                Event::Text(text) if is_heading => here = text.to_string(),
                Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                    open = Some(Self { info: info.to_string(), text: String::new() });
                }
                Event::Text(text) => {
                    if let Some(example) = &mut open {
                        example.text += &text;
                    }
                }
                Event::End(TagEnd::CodeBlock) => {
                    examples.extend(open.take().filter(|_| here == heading));
                }
                _ => {}
            }
        }
        assert!(!examples.is_empty(), "{code} has no example below {heading}");
        examples
    }

    /// The file in which it is.
    fn file(&self) -> &str {
        let file = self.info.trim_start_matches("yaml ").strip_prefix("in ");
        file.unwrap_or("content/groups/your-group.md")
    }

    /// The whole file, as it is saved.
    fn bytes(&self) -> Vec<u8> {
        if self.file() != SETTINGS && !self.file().starts_with("content/groups/") {
            return self.text.clone().into_bytes();
        }
        let text = self.text();
        match self.info.as_str() {
            "yaml saved as Windows-1252" => {
                text.chars().map(|c| u8::try_from(c).unwrap()).collect()
            }
            info => {
                let is_known = info == "yaml" || info.starts_with("yaml in content/");
                assert!(is_known || info == "yaml saved as UTF-8", "{info} means nothing");
                text.into_bytes()
            }
        }
    }

    fn text(&self) -> String {
        if self.file() == SETTINGS {
            let base = fs::read_to_string(fixture("check/base").join(SETTINGS)).unwrap();
            return format!("{}{}", self.text, others(&base, &self.text));
        }
        let base = with_own_standards().replace("name: Coaching circle", "name: Your group");
        let (keys, body) = base.strip_prefix("---\n").unwrap().split_once("---\n").unwrap();
        let others = others(keys, &self.text);
        if self.text.starts_with("---\n") {
            self.text.replace("…\n", &others)
        } else {
            format!("---\n{}{others}---\n{body}", self.text)
        }
    }
}

/// What the standards of the site are called here: explanations are for directories of every kind.
const STANDARDS: [(&str, &str); 2] =
    [("professional-guidelines", "good-practice"), ("safe-practice", "respect")];
const CIRCLE: &str = "content/groups/coaching-circle.md";

/// The site's own charter, which has no problems.
fn with_own_standards() -> String {
    let base = fs::read_to_string(fixture("check/base").join(CIRCLE)).unwrap();
    STANDARDS.iter().fold(base, |text, (from, to)| text.replace(from, to))
}

/// The lines of the keys that an example leaves out.
fn others(base: &str, example: &str) -> String {
    let typed: BTreeSet<_> = entries(example).into_iter().map(|(key, _)| key).collect();
    let others = entries(base).into_iter().filter(|(key, _)| !typed.contains(key));
    others.map(|(_, lines)| lines).collect()
}

/// The keys of a charter with their lines. One that is only a note counts too.
fn entries(text: &str) -> Vec<(String, String)> {
    let mut entries: Vec<(String, String)> = Vec::new();
    for line in text.lines() {
        let key = line.trim_start_matches("# ").split_once(':').map(|(key, _)| key);
        match (key.filter(|key| !key.starts_with([' ', '-'])), entries.last_mut()) {
            (Some(key), _) => entries.push((key.to_owned(), format!("{line}\n"))),
            (None, Some((_, lines))) => lines.extend([line, "\n"]),
            (None, None) => {} // the opening line of hyphens
        }
    }
    entries
}

/// The codes that the checks find in the examples, put into a site without problems.
fn codes_in(examples: &[Example]) -> BTreeSet<String> {
    let site = Site::empty();
    copy(&fixture("check/base"), &site.root());
    site.write(CIRCLE, with_own_standards());
    let guidance = site.root().join("content/guidance");
    for (from, to) in STANDARDS {
        let page = |id: &str| guidance.join(format!("{id}.md"));
        fs::rename(page(from), page(to)).unwrap();
    }
    for example in examples {
        site.write(example.file(), example.bytes());
    }
    let mut command = guildhall();
    command.args(["check", "--format", "json", "--date", TODAY, "--root"]).arg(site.root());
    let report: Value = serde_json::from_str(&run(&mut command).stdout).unwrap();
    let found = report["diagnostics"].as_array().unwrap().iter();
    found.map(|problem| problem["code"].as_str().unwrap().to_owned()).collect()
}

fn explain(arguments: &[&str]) -> Ran {
    run(guildhall().arg("explain").args(arguments))
}

#[test]
fn every_wrong_example_has_its_problem_and_no_other() {
    for code in Code::ALL {
        let found = codes_in(&Example::of(*code, "Wrong"));
        assert_eq!(found, [code.as_str().to_owned()].into(), "{code}");
    }
}

#[test]
fn no_right_example_has_any_problem() {
    for code in Code::ALL {
        assert_eq!(codes_in(&Example::of(*code, "Right")), BTreeSet::new(), "{code}");
    }
}

#[test]
fn every_code_is_explained_with_its_examples() {
    for code in Code::ALL {
        let said = explain(&[code.as_str()]).ended_with(0).stdout;
        assert!(said.contains(code.summary()), "{said}");
        for heading in ["Wrong", "Right"] {
            for example in Example::of(*code, heading) {
                for line in example.text.lines() {
                    assert!(said.contains(&format!("\n  {line}").trim_end().to_owned()), "{said}");
                }
            }
        }
    }
}

#[test]
fn the_words_are_as_expected() {
    let said = |arguments: &[&str]| explain(arguments).ended_with(0).stdout.into_bytes();
    let said = Tree::from([
        ("codes.txt".to_owned(), said(&[])),
        ("duplicate.txt".to_owned(), said(&["duplicate"])),
        ("encoding.txt".to_owned(), said(&["encoding"])),
        ("front-matter.txt".to_owned(), said(&["front-matter"])),
        ("schedule.txt".to_owned(), said(&["schedule"])),
    ]);
    assert_expected("explain/expected", &said, "explain");
}

#[test]
fn a_code_may_be_typed_as_a_report_shows_it() {
    let said = explain(&["schedule"]).ended_with(0).stdout;
    for typed in ["error[schedule]", "error[schedule]:", "[schedule]", "Schedule"] {
        assert_eq!(explain(&[typed]).ended_with(0).stdout, said, "{typed}");
    }
}

#[test]
fn an_unknown_code_is_refused_with_the_nearest_one() {
    for (typed, said) in [
        ("shedule", "did you mean `schedule`?"),
        ("unkown-key", "did you mean `unknown-key`?"),
        ("stael", "did you mean `stale`?"),
        ("weather", "there is no such code."),
    ] {
        let ran = explain(&[typed]).ended_with(2);
        assert_eq!(ran.stdout, "");
        assert!(ran.stderr.contains(said), "{}", ran.stderr);
        assert!(ran.stderr.contains("`guildhall explain` lists all codes"), "{}", ran.stderr);
    }
}
