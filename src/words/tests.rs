//! The catalogue, and a site's own texts in it.

use super::*;

fn own(key: &str, text: &str) -> Words {
    Words::new("en-GB", vec![Own::read(key, text).unwrap()])
}

fn count(words: &Words, number: usize) -> String {
    words.fill("group-count", &[("n", number.into())])
}

fn refused(key: &str, text: &str) -> String {
    let (message, help) = Own::read(key, text).unwrap_err();
    format!("{message} {help}")
}

#[test]
fn every_text_of_the_catalogue_can_be_read_and_needs_no_other() {
    let source = include_str!("en.ftl");
    assert!(FluentResource::try_new(source.to_owned()).is_ok());
    let mut keys: Vec<&str> = Words::keys().collect();
    keys.sort_unstable();
    let twice: Vec<_> = keys.windows(2).filter(|pair| pair[0] == pair[1]).collect();
    assert!(twice.is_empty(), "{twice:?}");
    for message in CATALOGUE.entries().filter_map(message) {
        let name = message.id.name;
        let value = message.value.as_ref().unwrap_or_else(|| panic!("{name} has no text"));
        assert!(message::stands_alone(value) && message.attributes.is_empty(), "{name}");
    }
}

#[test]
fn a_text_chooses_among_its_plurals() {
    let words = Words::english();
    assert_eq!(count(&words, 1), "1 group");
    assert_eq!(count(&words, 0), "0 groups");
    assert_eq!(count(&words, 4711), "4711 groups");
}

#[test]
fn a_site_says_a_text_its_own_way() {
    let words = own(
        "group-count",
        "{ $n ->\n    [0] no circle\n    [one] one circle\n   *[other] { $n } circles\n}",
    );
    assert_eq!(
        [0, 1, 2].map(|number| count(&words, number)),
        ["no circle", "one circle", "2 circles"]
    );
    assert_eq!(count(&own("group-count", "some circles"), 2), "some circles");
}

#[test]
fn plurals_are_those_of_the_sites_language() {
    let text = "{ $n ->\n    [one] { $n } grupa\n    [few] { $n } grupy\n   *[many] { $n } grup\n}";
    let words = Words::new("pl", vec![Own::read("group-count", text).unwrap()]);
    assert_eq!([1, 3, 5].map(|number| count(&words, number)), ["1 grupa", "3 grupy", "5 grup"]);
}

#[test]
fn a_text_takes_no_variable_but_those_of_the_original() {
    let told = refused("numbered-title", "{ $titel } of { $number }");
    assert_eq!(told, "The text `numbered-title` has no variable `$titel`. Did you mean `$title`?");
    let told = refused("group-count", "{ $number ->\n    [one] one\n   *[other] some\n}");
    assert_eq!(told, "The text `group-count` has no variable `$number`. Did you mean `$n`?");
    assert!(refused("numbered-title", "{ $x-ray }").ends_with("It has `$title` and `$number`."));
}

#[test]
fn a_text_has_nothing_but_variables_in_its_braces() {
    for text in ["{ numbered-title }", "{ -guild }", "{ NUMBER($n) }"] {
        assert!(refused("group-count", text).starts_with("The braces in this text"), "{text}");
    }
}

#[test]
fn what_cannot_be_read_is_reported() {
    for text in
        ["{ $n", "{ }", "{ $n -> [one] a }", "{ $n ->\n[one] a\n}", "a }", "{ \"a }", "a\n.b = c"]
    {
        assert!(Own::read("group-count", text).is_err(), "{text}");
    }
    assert!(refused("group-count", "{ $n ->\n [one] a\n [other] b\n}").contains("`*[other]`"));
}

#[test]
fn a_text_cannot_pass_for_another_key() {
    let text = "one\ngroup-join = two\n# three";
    assert_eq!(own("group-count", text).get("group-count"), text);
}

#[test]
fn a_text_that_is_read_can_be_said_however_often_it_has_a_variable() {
    let words = own("group-count", &"{ $n }".repeat(100));
    assert_eq!(count(&words, 7), "7".repeat(100));
    assert!(refused("group-count", &"{ $n }".repeat(101)).contains("more than 100 braces"));
}

#[test]
fn a_text_with_a_brace_is_told_how_to_write_it() {
    assert_eq!(own("numbered-title", "{ \"{\" }").get("numbered-title"), "{");
}

#[test]
fn scripts_get_whole_texts_for_each_form() {
    let text = "{ $n ->\n    [one] A\n   *[many] { $n } As\n} left of { $n }";
    let words = own("group-count", text);
    assert_eq!(
        words.script(&["group-count"]),
        r#"{"group-count":{"by":"n","of":{"many":"{n} As left of {n}","one":"A left of {n}","other":"{n} As left of {n}"}}}"#
    );
    let times = words.script(&["time-"]);
    assert!(
        times.starts_with(r#"{"time-afternoon":"Afternoon""#)
            && !times.contains("times")
            && words.script(&["time"]) == "{}"
    );
}
