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

fn letter_for(lines: &str) -> String {
    letter(&address_for("A Group", lines, "")).2
}

#[test]
fn an_english_letter_says_who_one_is_what_interests_one_and_asks() {
    let (to, subject, body) = letter(&address_for("Tea & Cake?", "", ""));
    assert_eq!((&*to, &*subject), ("test@example.org", "A question about Tea & Cake?"));
    let lines = [
        "Hello,",
        "I found your group in the directory. My name is …, and I work as …",
        "I am interested because …",
        "May I join you, and what would be the next step?",
        "With kind regards",
    ];
    assert_eq!(body, lines.join("\r\n\r\n"));
}

#[test]
fn a_letter_to_a_german_group_is_in_german() {
    let (_, subject, body) = letter(&address_for("Stärken", "language: de-AT", ""));
    assert_eq!(subject, "Frage zu Stärken");
    let lines = [
        "Guten Tag,",
        "ich habe Ihre Gruppe im Verzeichnis gefunden. Ich heiße … und arbeite als …",
        "Mich interessiert Ihre Gruppe, weil …",
        "Kann ich mitmachen, und was wäre der nächste Schritt?",
        "Mit freundlichen Grüßen",
    ];
    assert_eq!(body, lines.join("\r\n\r\n"));
}

#[test]
fn every_language_has_every_text_of_the_letter() {
    let states = [("forming", "open"), ("forming", "full"), ("paused", "open")];
    for (status, places) in states {
        let group = |language: &str| {
            let joining =
                format!("{{places: {places}, steps: [Write.], contact: test@example.org}}");
            let lines = format!("language: {language}\nstatus: {status}\njoining: {joining}");
            (format!("Group {language}"), lines)
        };
        let languages = ["en", "de", "es", "fr", "it", "nl", "pl", "pt"];
        let addresses = addresses(&languages.map(group), "");
        let bodies: Vec<String> = addresses.iter().map(|address| letter(address).2).collect();
        for (language, body) in languages.iter().zip(&bodies).skip(1) {
            assert_eq!(body.matches("\r\n\r\n").count(), 4, "{language}: {body}");
            let is_english = bodies[0].split("\r\n\r\n").any(|line| body.contains(line));
            assert!(!is_english && !body.contains('{'), "{language}: {body}");
        }
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
    assert_eq!(body(""), "Hi! May I join you, and what would be the next step?");
    assert!(body("language: de").starts_with("Guten Tag,"));
    assert!(body("language: ja").starts_with("Hi!"));
}

#[test]
fn a_group_without_places_is_asked_for_its_list_and_a_paused_one_for_its_plans() {
    let joining = |places: &str| {
        format!("joining: {{places: {places}, steps: [Write.], contact: test@example.org}}")
    };
    for places in ["full", "waiting-list"] {
        assert!(letter_for(&joining(places)).contains("put me on your list"), "{places}");
    }
    assert!(letter_for("status: paused").contains("Do you plan to meet again"));
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
    let own = format!("words:\n  letter: {}\n", "x".repeat(1990));
    assert_eq!(letter(&address_for(&"🌱".repeat(99), "", &own)).2, "");
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
