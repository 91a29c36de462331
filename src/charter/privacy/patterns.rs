//! What an address, a number or the link of a call looks like, in regular expressions that the form's
//! script reads too.
//!
//! They are written in what Rust's `regex` and JavaScript (ECMA-262, with the flag `u`) read alike, for a
//! text whose letters A to Z are small. What is found stands in the first group that took part.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

/// Where video calls are held: the start of a call's address, in small letters. A subdomain may stand
/// before it, and something has to follow it.
const CALLS: &[&str] = &[
    "zoom.us/j/",
    "zoom.us/my/",
    "zoom.us/s/",
    "zoom.us/w/",
    "zoom.us/wc/",
    "zoom.us/meeting/",
    "zoom.com/j/",
    "zoomgov.com/j/",
    "meet.google.com/",
    "g.co/meet/",
    "teams.microsoft.com/l/meetup-join/",
    "teams.microsoft.com/_#/l/meetup-join/",
    "teams.microsoft.com/meet/",
    "teams.microsoft.com/dl/launcher/",
    "teams.live.com/meet/",
    "teams.live.com/l/invite/",
    "webex.com/",
    "meet.jit.si/",
    "8x8.vc/",
    "whereby.com/",
    "gotomeeting.com/",
    "gotomeet.me/",
    "meet.goto.com/",
    "bluejeans.com/",
    "join.skype.com/",
    "facetime.apple.com/join",
    "call.whatsapp.com/",
    "signal.link/call/",
    "kmeet.infomaniak.com/",
    "senfcall.de/",
];

/// Letters and digits, as part of a class. Those of most scripts count.
const L: &str = r"a-z0-9\u00C0-\u1FFF\u3040-\uD7FF";
/// Letters alone.
const LETTERS: &str = r"a-z\u00C0-\u1FFF\u3040-\uD7FF";
/// An `@`, also as HTML and web addresses write it, or in words: `(at)`.
const AT: &str =
    r"(?:\\?@|\uFF20|%40|\\?&#0*64;|\\?&#x0*40;|\\?&commat;| ?\\?[(\[{<] ?at ?\\?[)\]}>] ?)";
const DOT: &str = r"(?:\\?\.| ?\\?[(\[{<] ?dot ?\\?[)\]}>] ?)";
/// What stands between the digits of a telephone number.
const GAP: &str = r"[ \u00A0().\/-]{0,3}";
const SLASH: &str = r"(?:\/|%2f)";
/// What follows in a web address, up to a sign with which none ends.
const REST: &str = r#"[^ \t\r\n\u00A0"'<>()\[\]{}|\\^`]*[a-z0-9=\/_%+~#-]"#;
const NEXT: &str = r"(?:[?&#;]|%3f|%26|%23)";
const IS: &str = r"(?:=|%3d)";

/// What a pattern is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Pattern {
    /// An e-mail address.
    Address,
    /// A telephone number that can be nothing else: with its country, or with a word such as `tel`.
    Number,
    /// A number that may be one of a telephone, where no other numbers belong.
    AnyNumber,
    /// The address of a call: one of [`CALLS`], or any with a password in it.
    Call,
    /// The password in the address of a call.
    Password,
    /// The password of a call in words.
    Passcode,
    /// Where a clause ends.
    Clause,
    /// Supervision.
    Supervision,
    /// What says, right before it, that supervision is not on offer.
    Denied,
    /// What says so right after it.
    DeniedAfter,
}

impl Pattern {
    const ALL: [(Self, &str); 10] = [
        (Self::Address, "address"),
        (Self::Number, "number"),
        (Self::AnyNumber, "any-number"),
        (Self::Call, "call"),
        (Self::Password, "password"),
        (Self::Passcode, "passcode"),
        (Self::Clause, "clause"),
        (Self::Supervision, "supervision"),
        (Self::Denied, "denied"),
        (Self::DeniedAfter, "denied-after"),
    ];

    fn source(self) -> String {
        match self {
            Self::Address => format!(
                r"(?:^|[^@{L}_])([{L}_][{L}._%+'\\-]{{0,63}}{AT}(?:[{L}-]+{DOT})+[{LETTERS}]{{2,63}})"
            ),
            Self::Number => {
                let named = r"(?:tel|telephone|telefon|phone|mobile|mobil|mob|handy|fax|whatsapp|sms)(?: no| number)?";
                let country = format!(r"\+[1-9](?:{GAP}[0-9]){{7,14}}");
                format!(
                    r"(?:(?:^|[^{LETTERS}]){named}[.:]{{0,2}} {{0,2}}(\(?0[0-9](?:{GAP}[0-9]){{5,10}})|(?:^|[^0-9a-z+])({country}))(?:[^0-9-]|$)"
                )
            }
            Self::AnyNumber => {
                let country =
                    format!(r"\+[1-9](?:{GAP}[0-9]){{7,14}}|00[1-9](?:{GAP}[0-9]){{7,13}}");
                let british = r"\(?0[0-9]{2,4}\)?[ \/-]{1,2}[0-9]{3,4}[ -]?[0-9]{3,5}|0[0-9]{9,10}";
                let in_pairs = r"0[1-9](?: [0-9]{2}){4}|0[1-9](?:\.[0-9]{2}){4}";
                let american = r"\(?[2-9][0-9]{2}\)?[ .-]{1,2}[0-9]{3}[ .-][0-9]{4}";
                format!(
                    r"(?:^|[^0-9a-z+.,\/-])({country}|{british}|{in_pairs}|{american})(?:[^0-9-]|$)"
                )
            }
            Self::Call => {
                let hosts: Vec<String> = CALLS.iter().map(|start| call(start)).collect();
                let hosts = hosts.join("|");
                let meeting_id = r"meeting[ -]id[: #]{0,3}[0-9]{3}[ -]?[0-9]{3,4}[ -]?[0-9]{3,4}";
                let secret = format!(
                    r#"https?:\/\/[^ \t\r\n\u00A0"'<>()\[\]{{}}|\\^`]+{NEXT}(?:pwd|passcode|password|passwd){IS}{REST}"#
                );
                format!(
                    r"(?:^|%2f|[^a-z0-9._-])((?:https?(?::|%3a){SLASH}{{2}})?(?:[a-z0-9-]{{1,63}}(?:\.|%2e)){{0,4}}(?:{hosts}){REST}|{meeting_id}|{secret})"
                )
            }
            Self::Password => format!("{NEXT}(?:pwd|passcode|password|passwd|psw|pw|p){IS}[^&]"),
            Self::Passcode => {
                let word = "(?:passcode|pass code|password|passwort|kenncode|mot de passe|contraseña|wachtwoord|pin)";
                format!(r"(?:^|[^{LETTERS}]){word}(?: is| ist)?[^{L}]{{0,4}}[a-z]*[0-9]")
            }
            Self::Clause => {
                r"[.!?;()](?:[ \n]|$)|\n\n|\n *[*+-] |[ \n](?:but|sondern|mais|maar|sino)[ \n]"
                    .to_owned()
            }
            Self::Supervision => format!(
                r"((?:[{LETTERS}]*supervi(?:sion|sione|sión|sie)[{LETTERS}]*|supervised (?:by|practice|group|circle|space|sessions?)|we supervise|supervise (?:each other|one another|you)))"
            ),
            Self::Denied => denied(),
            Self::DeniedAfter => format!(
                r"^[^{L}]*(?:(?:it|this|that) )?(?:is|are|was|will be|does|do|should be|can be|ist|wird)(?:n['’]t| (?:it |this |not|never|no |nicht|kein|kept|separate|sought|arranged|found|needed))|^[^{L}]*(?:elsewhere|separately|anderswo|research|studies|literature)"
            ),
        }
    }
}

/// What a call's address that starts like this looks like.
fn call(start: &str) -> String {
    let (host, path) = start.split_once('/').unwrap_or((start, ""));
    let host = host.replace('.', r"(?:\.|%2e)");
    format!(r"{host}\.?(?::[0-9]{{1,5}})?{SLASH}{}", path.replace('/', SLASH))
}

/// What says that no supervision is on offer, at the end of the words before it: a word of denial up to
/// seven words away, one of contrast up to three, or one that makes it somebody's own or a subject up to one.
fn denied() -> String {
    let within = |most: u8| format!(r"(?:[^{L}'’]+[{L}'’]+){{0,{most}}}[^{L}]*$");
    let no = "not|no|non|never|nor|neither|without|cannot|kein|keine|keinen|keiner|keines|keinem|nicht|ohne|weder|statt|anstatt|anstelle|pas|ni|sans|aucune|sin|geen|niet|zonder";
    let other = "alongside|besides|beside|beyond|unlike|outside|rather than|instead of|other than|in addition to|as well as|apart from|separate from|different from|distinct from|next to|complements?|complementing|complementary|supplements?|supplementing|replaces?|replacing|replacement|substitutes?|neben|außerhalb|ersetzt|ersatz|ergänzt|ergänzend|ergänzung|zusätzlich|hors|au lieu|à côté|naast";
    let own = "about|into|on|from|between|after|before|your|their|own|have|having|has|need|needs|seek|über|ihre|ihrer|eigene|eigenen";
    format!(
        r"(?:^|[^{L}])(?:(?:{no}|[a-z]+n['’]t){}|(?:{other}){}|(?:{own}){})",
        within(7),
        within(3),
        within(1)
    )
}

/// The patterns by the names that the form's script has for them.
pub fn patterns() -> BTreeMap<&'static str, String> {
    Pattern::ALL.into_iter().map(|(pattern, name)| (name, pattern.source())).collect()
}

static COMPILED: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    let compile = |(pattern, _): (Pattern, _)| {
        #[expect(clippy::expect_used, reason = "the patterns are ours, and a test reads them all")]
        Regex::new(&pattern.source()).expect("a pattern that can be read")
    };
    Pattern::ALL.map(compile).into()
});

impl Pattern {
    fn regex(self) -> &'static Regex {
        &COMPILED[self as usize]
    }

    /// Whether it is in a text whose letters are small.
    pub(super) fn is_in(self, text: &str) -> bool {
        self.regex().is_match(text)
    }

    /// Where it is in a text whose letters are small.
    pub(super) fn find_in(self, text: &str) -> impl Iterator<Item = Range<usize>> {
        let found = self.regex().captures_iter(text);
        found.filter_map(|groups| groups.iter().skip(1).flatten().next().map(|it| it.range()))
    }

    /// The parts of a text that it separates.
    pub(super) fn split(self, text: &str) -> impl Iterator<Item = Range<usize>> {
        let mut start = 0;
        let ends = self.regex().find_iter(text).map(|it| it.range());
        ends.chain(std::iter::once(text.len()..text.len())).map(move |end| {
            let part = start..end.start;
            start = end.end;
            part
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(pattern: Pattern, text: &str) -> Vec<String> {
        let small = text.to_ascii_lowercase();
        pattern.find_in(&small).map(|range| text[range].to_owned()).collect()
    }

    #[test]
    fn every_pattern_can_be_read_and_stands_in_its_place() {
        assert!(Pattern::ALL.iter().enumerate().all(|(at, (pattern, _))| *pattern as usize == at));
        assert_eq!(COMPILED.len(), Pattern::ALL.len());
    }

    #[test]
    fn an_address_is_found_however_it_is_written() {
        for (text, address) in [
            ("Write to Ann.Lee@Example.org.", "Ann.Lee@Example.org"),
            ("<ann@example.org>, or", "ann@example.org"),
            ("[me](mailto:ann@example.co.uk)", "ann@example.co.uk"),
            ("'ann@example.org'", "ann@example.org"),
            ("ann (at) example.org", "ann (at) example.org"),
            ("ann [at] example [dot] org", "ann [at] example [dot] org"),
            ("ann &#64; no, ann&#64;example.org", "ann&#64;example.org"),
            ("ann\\_b@example.org", "ann\\_b@example.org"),
            ("https://example.org/?to=ann%40example.org", "ann%40example.org"),
            ("größe@straße.example", "größe@straße.example"),
        ] {
            assert_eq!(found(Pattern::Address, text), [address], "{text}");
        }
    }

    #[test]
    fn what_is_no_address_is_left_alone() {
        for text in [
            "Meet me @ the station.",
            "Come at 6 (at the latest). Then tea.",
            "@robin@social.example",
            "https://example.org/@robin",
            "look [at](https://example.org)",
            "3 @ 2.50",
            "a@b",
        ] {
            assert_eq!(found(Pattern::Address, text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn a_number_with_its_country_or_its_name_is_found_in_prose() {
        for (text, number) in [
            ("Ring +44 20 7946 0958 first.", "+44 20 7946 0958"),
            ("(+44 (0)20 7946 0958)", "+44 (0)20 7946 0958"),
            ("tel:+4930123456", "+4930123456"),
            ("Tel. 020 7946 0958", "020 7946 0958"),
            ("WhatsApp: 07700 900123", "07700 900123"),
            ("Telefon 030/1234567", "030/1234567"),
        ] {
            assert_eq!(found(Pattern::Number, text), [number], "{text}");
        }
    }

    #[test]
    fn dates_times_prices_and_other_numbers_are_no_telephone() {
        for text in [
            "2024-2026, and 18:30 to 20:00 on 2026-01-13",
            "01.09.2024 18.30 Uhr; 01/09/2024 18:30; 01-09-2024 18:30",
            "ISBN 978-0-19-853453-1 or 0-19-853453-1",
            "£20 a year, 1,000,000 steps, 10 000 000 people",
            "ORCID 0000-0002-1825-0097 and https://orcid.org/0000-0002-1825-0097",
            "SW1A 1AA, LS1 4AP, 12345 Berlin, 75008 Paris",
            "2026-01-13T18:30+01:00, UTC+02, GMT+2",
            "0900-1730, 9.00 to 17.30",
            "C++ 2026",
            "doi.org/10.1037/0003-066X.55.1.5",
        ] {
            assert_eq!(found(Pattern::Number, text), Vec::<String>::new(), "{text}");
            assert_eq!(found(Pattern::AnyNumber, text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn a_number_as_people_write_it_at_home_is_found_where_no_other_belongs() {
        for number in [
            "020 7946 0958",
            "(020) 7946 0958",
            "07700 900123",
            "07700900123",
            "0113 496 0000",
            "030 1234567",
            "0711/123456",
            "01 23 45 67 89",
            "01.23.45.67.89",
            "(555) 010-1234",
            "555-010-1234",
            "0044 20 7946 0958",
            "+44 20 7946 0958",
        ] {
            let text = format!("Leader, {number}, Leeds");
            assert_eq!(found(Pattern::AnyNumber, &text), [number], "{text}");
        }
    }

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
            (
                "https://bbb.example.org/room?password=x1",
                "https://bbb.example.org/room?password=x1",
            ),
        ] {
            assert_eq!(found(Pattern::Call, text), [address], "{text}");
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
            "https://teams.microsoft.com/l/channel/19",
        ] {
            assert_eq!(found(Pattern::Call, text), Vec::<String>::new(), "{text}");
        }
    }
}
