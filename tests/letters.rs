//! The first letter to a group, as its page hands it to a mail program (RFC 6068).

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use std::fs;

use percent_encoding::percent_decode_str;
use support::{Site, text};

/// What mail programs and browsers are sure to take.
const LONGEST: usize = 2000;

/// The addresses of the buttons on the pages of some groups, each by its name and lines of its charter, on a site with
/// some lines in its settings.
fn addresses(groups: &[(String, String)], settings: &str) -> Vec<String> {
    let site = Site::golden();
    let own = fs::read_to_string(site.root().join("content/site.yaml")).unwrap();
    site.write("content/site.yaml", with_last_lines(&(own + settings)));
    for (number, (name, lines)) in groups.iter().enumerate() {
        let charter =
            support::charter(&format!("{name:?}"), &format!("fields: [coaching]\n{lines}"));
        site.write(&format!("content/groups/group-{number}.md"), with_last_lines(&charter));
    }
    site.build(&[]).ended_with(0);
    let built = site.built();
    let address = |number: usize| {
        let page = text(&built, &format!("groups/group-{number}/index.html"));
        let (_, contact) = page.split_once("class=\"join-contact\"").unwrap();
        let (_, href) = contact.split_once("href=\"").unwrap();
        href.split_once('"').unwrap().0.replace("&amp;", "&")
    };
    (0..groups.len()).map(address).collect()
}

/// The address for one group.
fn address_for(name: &str, lines: &str, settings: &str) -> String {
    addresses(&[(name.to_owned(), lines.to_owned())], settings).remove(0)
}

/// A text in which a key that is there twice has only its last value.
fn with_last_lines(text: &str) -> String {
    let key = |line: &str| line.split_once(':').map(|(key, _)| key.to_owned());
    let lines: Vec<&str> = text.lines().collect();
    let is_last = |at: usize| {
        let this = key(lines[at]);
        this.is_none() || lines[at + 1..].iter().all(|line| key(line) != this)
    };
    let kept = (0..lines.len()).filter(|at| is_last(*at)).map(|at| lines[at].to_owned() + "\n");
    kept.collect()
}

/// The receiver, the subject and the body of a letter, read as mail programs read them.
fn letter(address: &str) -> (String, String, String) {
    let (to, fields) = address.strip_prefix("mailto:").unwrap().split_once('?').unwrap();
    let decoded = |text: &str| percent_decode_str(text).decode_utf8().unwrap().into_owned();
    let field = |name: &str| {
        let mut fields = fields.split('&').filter_map(|field| field.split_once('='));
        fields.find(|(found, _)| *found == name).map(|(_, text)| decoded(text)).unwrap_or_default()
    };
    (decoded(to), field("subject"), field("body"))
}

/// Lines of charters for which a letter asks something else each.
const EACH_QUESTION: [&str; 6] = [
    "status: forming",
    "status: active\nmeetings: [{repeats: weekly, day: Monday, time: \"18:00\", timezone: UTC, place: {online: A call}}]",
    "status: active\nmembership: closed\nmeetings: [{repeats: varies, when: Each month, place: {online: A call}}]",
    "joining: {places: full, steps: [Write.], contact: test@example.org}",
    "joining: {places: waiting-list, steps: [Write.], contact: test@example.org}",
    "status: paused",
];

fn letter_for(lines: &str) -> String {
    letter(&address_for("A Group", lines, "")).2
}

#[test]
fn an_english_letter_says_who_one_is_what_interests_one_and_asks() {
    let (to, subject, body) = letter(&address_for("Tea & Cake?", "", ""));
    assert_eq!((&*to, &*subject), ("test@example.org", "A question about Tea & Cake?"));
    let lines = [
        "Hello,",
        "My name is …, and I work as … I have read your page, and I am interested in your group because …",
        "Are you still looking for members? I would like to be part of it from the start.",
        "Kind regards,",
    ];
    assert_eq!(body, lines.join("\r\n\r\n"));
}

#[test]
fn a_letter_to_a_german_group_is_in_german() {
    let (_, subject, body) = letter(&address_for("Stärken", "language: de-AT", ""));
    assert_eq!(subject, "Frage zu Stärken");
    let lines = [
        "Guten Tag,",
        "ich heiße … und arbeite als … Ich habe Ihre Seite gelesen, und Ihre Gruppe interessiert mich, weil …",
        "Suchen Sie noch Mitglieder? Ich wäre gern von Anfang an dabei.",
        "Mit freundlichen Grüßen",
    ];
    assert_eq!(body, lines.join("\r\n\r\n"));
}

#[test]
fn every_language_has_every_text_of_the_letter() {
    for lines in EACH_QUESTION {
        let group = |language: &str| {
            (format!("Group {language}"), format!("language: {language}\n{lines}"))
        };
        let languages = ["en", "de", "es", "fr", "it", "nl", "pl", "pt-PT", "pt-BR"];
        let addresses = addresses(&languages.map(group), "");
        let letters: Vec<_> = addresses.iter().map(|address| letter(address)).collect();
        for (language, (_, subject, body)) in languages.iter().zip(&letters) {
            assert_eq!(body.matches("\r\n\r\n").count(), 3, "{language}: {body}");
            let is_english = letters[0].2.split("\r\n\r\n").any(|line| body.contains(line));
            assert_eq!(is_english, *language == "en", "{language}: {body}");
            let whole = format!("{subject}{body}");
            assert!(!whole.contains(['{', '\u{a0}', '\u{202f}']), "{language}: {whole}");
        }
    }
}

#[test]
fn brazilian_groups_are_written_to_as_brazilians_write_and_other_portuguese_ones_are_not() {
    assert!(letter_for("language: pt-BR").contains("Meu nome é"));
    for language in ["pt", "pt-PT", "pt-AO"] {
        assert!(letter_for(&format!("language: {language}")).contains("Chamo-me"), "{language}");
    }
}

#[test]
fn where_no_letter_is_in_the_groups_language_it_is_in_the_sites() {
    assert!(letter_for("language: ja").starts_with("Hello,"));
    let (_, subject, body) = letter(&address_for("Sake", "language: ja", "language: fr\n"));
    assert_eq!(subject, "Une question sur Sake");
    assert!(body.starts_with("Bonjour,"), "{body}");
    let english = letter(&address_for("Tea", "language: en", "language: fr\n")).2;
    assert!(english.starts_with("Hello,"), "{english}");
}

#[test]
fn a_site_writes_the_letter_in_its_own_words_for_groups_of_its_language() {
    let own = "words:\n  letter: \"Hi! { $question }\"\n";
    let body = |lines: &str| letter(&address_for("A Group", lines, own)).2;
    assert!(body("").starts_with("Hi! Are you still looking for members?"));
    assert!(body("language: de").starts_with("Guten Tag,"));
    assert!(body("language: ja").starts_with("Hi!"));
}

#[test]
fn a_letter_asks_what_can_be_asked_of_such_a_group() {
    let asked = [
        "Are you still looking for members?",
        "I would like to come to a meeting.",
        "I would like to join your group.",
        "Would you let me know if a place comes free?",
        "May I join your waiting list?",
        "Do you plan to meet again,",
    ];
    for (lines, question) in EACH_QUESTION.into_iter().zip(asked) {
        assert!(letter_for(lines).contains(question), "{lines}");
    }
}

#[test]
fn a_letter_is_never_too_long_for_a_mail_program() {
    let group = |sign: &str, language: &str| (sign.repeat(100), format!("language: {language}"));
    for sign in ["ع", "🌱", "é", "%", "a"] {
        let language = if sign == "ع" { "ar" } else { "pl" };
        let address = addresses(&[group(sign, language)], "").remove(0);
        assert!(address.len() <= LONGEST && address.is_ascii(), "{}: {address}", address.len());
        let (_, subject, body) = letter(&address);
        assert!(subject.contains(&sign.repeat(60)) && body.contains('…'), "{subject}\n{body}");
    }
    let own =
        format!("words:\n  letter: {}\n  letter-forming: {}\n", "x".repeat(1000), "я".repeat(58));
    let (_, _, body) = letter(&address_for(&"🌱".repeat(99), "", &own));
    assert_eq!(body, "x".repeat(1000));
}

#[test]
fn a_letter_of_the_sites_own_that_is_too_long_is_reported() {
    for (key, text) in [("letter", "x".repeat(1001)), ("letter-join", "я".repeat(59))] {
        let site = Site::golden();
        let settings = fs::read_to_string(site.root().join("content/site.yaml")).unwrap();
        let own = format!("{settings}words:\n  {key}: {text}\n");
        site.write("content/site.yaml", with_last_lines(&own));
        let ran = site.build(&[]).ended_with(1);
        assert!(ran.stderr.contains("too long for a letter"), "{}", ran.stderr);
    }
}

#[test]
fn a_name_adds_nothing_to_the_letter_but_itself() {
    let name = "A&bcc=c@d.example?#\"<b>{ $question }</b>%0D%0A";
    let (to, subject, body) = letter(&address_for(name, "", ""));
    assert_eq!(to, "test@example.org");
    assert_eq!(subject, format!("A question about {name}"));
    assert!(!body.contains("bcc"), "{body}");
}

#[test]
fn a_web_address_is_left_as_it_is() {
    let joining =
        "joining: {places: open, steps: [Write.], contact: 'https://example.org/join?a=1&b=2'}";
    assert_eq!(address_for("A Group", joining, ""), "https://example.org/join?a=1&b=2");
}
