//! What is written is what is read, by this program and by others.

use std::sync::Arc;

use proptest::prelude::*;
use serde_json::json;

use super::*;
use crate::source::SourceFile;
use crate::writing::read_answers;
use crate::writing::tidy::{tidy, tidy_text};

fn answers(value: Json) -> Answers {
    let Json::Object(answers) = value else { panic!("no set of keys") };
    answers
}

#[test]
fn a_whole_charter_is_written_in_the_order_of_its_keys() {
    let charter = answers(json!({
        "about": "# Us\n\nWe meet.",
        "conflict": "Talk: first to each other",
        "fields": ["coaching", "training"],
        "name": "Strengths in Coaching",
        "reviewed": "2026-06-15",
        "purpose": "To meet.\n\nAnd to learn.",
        "leaders": [
            {"role": "Leader", "name": "The group's leader", "responsibilities": ["Sends the invitations"]},
            {"name": "“Co” leader"},
        ],
        "aims": ["supportive-reflection", "Try one new exercise."],
        "size": {"maximum": "10", "ideal": "8", "current": "about ten, or so"},
        "meetings": [{
            "place": {"town": "Bristol", "online": "Video call; the link is sent"},
            "repeats": "monthly", "day": "15", "time": "18:30", "duration": "1 h 30 min",
            "first": "2026-01-15", "skip": ["2026-08-15"],
        }],
        "costs": {"amount": "7.50", "currency": "GBP", "per": "year"},
        "joining": {"contact": "a@example.org", "steps": ["- Write.\n- Come.", "2nd step"]},
        "extra": "kept",
    }));
    insta::assert_snapshot!(write(&charter));
}

#[test]
fn numbers_are_plain_where_numbers_belong() {
    for number in ["8", "7.50", "-5", "1e3", ".5", "5.", "+1.5E-3"] {
        assert_eq!(scalar(Some(Kind::Sum), &json!(number), 0), number);
        assert_ne!(scalar(None, &json!(number), 0), number);
    }
    for other in ["", "- 1", "0x1F", ".inf"] {
        assert_eq!(scalar(Some(Kind::Sum), &json!(other), 0), format!("'{other}'"), "{other}");
    }
    for words in [".", "1e", "£20", "1 2", "-"] {
        assert!(!is_number(Some(Kind::Sum), words), "{words}");
    }
}

#[test]
fn a_size_in_words_is_on_lines() {
    let size = json!({"size": {"ideal": "8", "current": "ten, or so"}});
    assert_eq!(entries(&answers(size), true), "size:\n  ideal: 8\n  current: ten, or so\n");
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-zA-Z ,.:;#'\"\\\\\\[\\]{}&*!|>%@`-]{0,30}",
        "\\PC{0,20}",
        "[-a-z\n :#\t]{0,30}",
        any::<String>(),
        prop::sample::select(vec![
            "true",
            "null",
            "~",
            "12",
            "0x1F",
            "1e3",
            ".inf",
            "2026-01-13",
            "---",
            "...",
            "- a",
            "a:\n b",
            "? x",
            "\u{85}",
            "\u{FEFF}",
            "a\r\nb",
            "\n",
            " ",
            "=",
            "<<",
            "90 min",
            "a\n\n\nb",
            "a\n  b\n c",
        ])
        .prop_map(str::to_owned),
    ]
    .prop_map(|text| tidy_text(&text))
}

fn key() -> impl Strategy<Value = String> {
    let names = [
        "name", "about", "fields", "leaders", "size", "meetings", "joining", "place", "steps",
        "when",
    ];
    prop_oneof![
        prop::sample::select(names.to_vec()).prop_map(str::to_owned),
        "[a-zé #\"][a-zé #\"-]{0,7}"
    ]
    .prop_filter("a number would be one", |name| Key::at(name).is_none())
}

fn tree() -> impl Strategy<Value = Json> {
    text().prop_map(Json::String).prop_recursive(4, 24, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Json::Array),
            prop::collection::btree_map(key(), inner, 0..4)
                .prop_map(|map| Json::Object(map.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn what_is_written_is_what_is_read(map in prop::collection::btree_map(key(), tree(), 1..5)) {
        let answers: Answers = map.into_iter().collect();
        let text = entries(&answers, true);
        let other: Json = serde_yaml::from_str(&text).map_err(|error| {
            TestCaseError::fail(format!("{error}\n{text}"))
        })?;
        prop_assert_eq!(&other, &Json::Object(answers.clone()), "by serde_yaml:\n{}", text);
        let mut problems = Vec::new();
        let own = read_answers(&Arc::new(SourceFile::new("a.yaml", &*text)), &mut problems);
        prop_assert!(problems.is_empty(), "{problems:?}\n{text}");
        prop_assert_eq!(own, Some(answers), "by our reader:\n{}", text);
    }

    #[test]
    fn a_charter_is_read_as_it_was_written(map in prop::collection::btree_map(key(), tree(), 1..5)) {
        let answers = tidy(&map.into_iter().filter(|(key, _)| key != "about").collect());
        let with_about = |about: &str| {
            let mut answers = answers.clone();
            answers.insert("about".to_owned(), Json::String(about.to_owned()));
            answers
        };
        let text = write(&with_about("Some text.\n\n---\n\nMore."));
        let mut problems = Vec::new();
        let own = read_answers(&Arc::new(SourceFile::new("a.md", &*text)), &mut problems);
        prop_assert!(problems.is_empty() || answers.is_empty(), "{problems:?}\n{text}");
        if !answers.is_empty() {
            prop_assert_eq!(own, Some(with_about("Some text.\n\n---\n\nMore.\n")), "{}", text);
        }
    }
}
