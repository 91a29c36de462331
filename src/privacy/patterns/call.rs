//! The links of calls, and their passwords.

use super::{BLANK, L, LETTERS, has_digits};

/// Where video calls are held: the start of a call's address, in small letters. A subdomain may be
/// before it, and something has to follow it.
const CALLS: &str = include_str!("calls.txt");

const SLASH: &str = r"(?:\/|%2f)";
/// What follows in a web address, up to a sign with which none ends.
const REST: &str = r#"[^ \t\r\n\u00A0"'<>()\[\]{}|\\^`]*[a-z0-9=\/_%+~#-]"#;
const NEXT: &str = r"(?:[?&#;]|%3f|%26|%23)";
const IS: &str = r"(?:=|%3d)";
/// What a web address calls a password, whoever holds the call.
const SECRET: &str = "pwd|passcode|password|passwd|passwort|kennwort|access[_-]?code|pin";
/// What people call it.
const PASSCODE: &str = "pass ?codes?|password|passwort|kennwort|kenncode|zugangscode|access code|meeting code|mot de passe|code d['’]accès|contraseña|wachtwoord|toegangscode|pin";
/// What is said of a password in one word, which is not the password.
const SAID_OF_IT: &str = "required|needed|necessary|unchanged|shared|given|available|e-?mailed|privately|erforderlich|nötig|requis|nodig|separately|members|request";

/// An address of [`CALLS`], any with a password in it, or the number of a call.
pub(super) fn call() -> String {
    let hosts: Vec<String> = CALLS.lines().map(starting).collect();
    let hosts = hosts.join("|");
    let id = "(?:zoom|(?:zoom|meeting|webinar|konferenz|besprechungs)[ -](?:id|number|no)|id de réunion|vergader-id)";
    let meeting_id = format!(r"{id}[^{L}]{{1,6}}[0-9]{{3}}(?:[{BLANK}-]{{0,5}}[0-9]){{6,11}}");
    let secret =
        format!(r#"https?:\/\/[^ \t\r\n\u00A0"'<>()\[\]{{}}|\\^`]+{NEXT}(?:{SECRET}){IS}{REST}"#);
    format!(
        r"(?:^|%2f|[^a-z0-9._-])((?:https?(?::|%3a){SLASH}{{2}})?(?:[a-z0-9-]{{1,63}}(?:\.|%2e)){{0,4}}(?:{hosts}){REST}|{meeting_id}|{secret})"
    )
}

/// Whether a text has a slash, as every address has, or the digits of a meeting's number.
pub(super) fn may_be_in(text: &str) -> bool {
    text.contains('/') || text.contains("%2f") || has_digits(text, 9)
}

/// What a call's address that starts like this looks like.
fn starting(start: &str) -> String {
    let (host, path) = start.split_once('/').unwrap_or((start, ""));
    let host = host.replace('.', r"(?:\.|%2e)");
    format!(r"{host}\.?(?::[0-9]{{1,5}})?{SLASH}{}", path.replace('/', SLASH))
}

/// A password in the address of a call.
pub(super) fn password() -> String {
    format!("{NEXT}(?:{SECRET}|psw|pw|p){IS}[^&]")
}

/// The password of a call in words: one with a digit, or a single word that is the password itself, and not a remark
/// about it such as `Passcode: required`. A remark is in no group.
pub(super) fn passcode() -> String {
    let before = format!("(?:^|[^{LETTERS}])(?:{PASSCODE})");
    let mark = r#"["'“”„«‘*_`]"#;
    let end = format!(r"{mark}{{0,3}} {{0,3}}(?:$|[\r\n.,;)\/|<])");
    let told = format!("{before}[^{L}]{{0,6}}(?:{SAID_OF_IT}){end}");
    let with_digit = format!("{before}(?: is| ist| est)?[^{L}]{{0,6}}[{LETTERS}]*[0-9]");
    let of_letters = format!(
        "{before}(?: ?[:=] ?{mark}{{0,3}}|(?: is| ist| est)? {mark}{{1,3}})[{LETTERS}]{{5,40}}{end}"
    );
    let after_id = format!("[0-9]{{3}}[^{L}]{{1,6}}code[^{L}]{{1,6}}[{LETTERS}]*[0-9]");
    format!("{told}|({with_digit}|{of_letters}|{after_id})")
}

#[cfg(test)]
mod tests {
    use super::super::Pattern;
    use super::super::tests::found;

    #[test]
    fn the_address_of_a_call_is_found_with_or_without_its_scheme() {
        for (text, address) in [
            ("zoom.us/j/123", "zoom.us/j/123"),
            ("On https://us02web.Zoom.us/j/123?pwd=aB.", "https://us02web.Zoom.us/j/123?pwd=aB"),
            ("[call](http://meet.google.com/abc-defg-hij)", "http://meet.google.com/abc-defg-hij"),
            (
                "https://acme.webex.com/acme/j.php?MTID=m1",
                "https://acme.webex.com/acme/j.php?MTID=m1",
            ),
            ("https://zoom.us:443/j/1", "https://zoom.us:443/j/1"),
            ("https://zoom.us./j/1", "https://zoom.us./j/1"),
            ("https://zoom%2Eus/j%2F1", "https://zoom%2Eus/j%2F1"),
            (
                "https://a.example/?url=https%3A%2F%2Fzoom.us%2Fj%2F1",
                "https%3A%2F%2Fzoom.us%2Fj%2F1",
            ),
            ("https://robin@zoom.us/j/1", "zoom.us/j/1"),
            ("Meeting ID: 812 3456 7890", "Meeting ID: 812 3456 7890"),
            ("Meeting-ID **812 3456 7890**", "Meeting-ID **812 3456 7890"),
            ("On Zoom: 812 3456 7890.", "Zoom: 812 3456 7890"),
            ("Zoom ID 812\u{2009}3456\u{2009}7890", "Zoom ID 812\u{2009}3456\u{2009}7890"),
            ("Teams, meeting ID: 345 678 901 23", "meeting ID: 345 678 901 23"),
        ] {
            assert_eq!(found(Pattern::Call, text), [address], "{text}");
        }
    }

    #[test]
    fn the_address_of_any_room_with_its_password_is_a_call() {
        for end in [
            "?password=x1",
            "?access_code=12",
            "?a=1&access-code=12",
            "?pin=12",
            "#passcode=x1",
            "#/?a=1&amp;pwd=x",
            "?kennwort=x1",
        ] {
            let text = format!("https://bbb.example.org/room{end}");
            assert_eq!(found(Pattern::Call, &text), [&*text]);
            assert!(Pattern::Password.is_in(&text), "{text}");
        }
    }

    #[test]
    fn a_password_in_words_is_distinguished_from_a_remark_about_it() {
        for text in [
            "(passcode 4321)",
            "Passcode: sunshine",
            "Passcode: **sunshine**.",
            "The passcode is \u{201c}sunshine\u{201d}.",
            "Kennwort: Sonnenschein",
            "Mot de passe : soleil, et bienvenue",
            "password = sunshine  \nCome in.",
            "pin 44 55",
            "Zoom ID 812 3456 7890, code 4455",
            "Meeting ID: 812 3456 7890 / code: ab12",
            "Access code: 123-456",
        ] {
            assert_ne!(found(Pattern::Passcode, text), Vec::<String>::new(), "{text}");
        }
        for text in [
            "Passcode: sent to members",
            "Passcode: required.",
            "Password: none",
            "The password is sent by e-mail.",
            "We'll send you the passcode.",
            "we send you the passcode, the link and a note",
            "Das Kennwort ist geheim.",
            "Opinion: sunshine",
            "our code of conduct, code 2",
        ] {
            assert_eq!(found(Pattern::Passcode, text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn other_pages_and_hosts_that_end_alike_are_no_calls() {
        for text in [
            "We meet on Zoom (zoom.us).",
            "https://zoom.us/pricing",
            "https://notzoom.us/j/123",
            "https://zoom.us.example.org/j/123",
            "https://example.org/zoom.us-and-we",
            "https://my-meet.jit.si.example/x",
            "https://example.org/?page=2&p=3",
            "https://example.org/?code=3&spin=1",
            "We met on Zoom in 2024, 2025 and 2026",
            "Zoom: 2024-2026",
            "https://teams.microsoft.com/l/channel/19",
        ] {
            assert_eq!(found(Pattern::Call, text), Vec::<String>::new(), "{text}");
        }
    }
}
