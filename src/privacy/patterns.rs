//! What an address, a number or the link of a call looks like, in regular expressions that the form's
//! script reads too.
//!
//! They are written in what Rust's `regex` and JavaScript (ECMA-262, with the flag `u`) read alike, for a
//! text whose letters A to Z are small. What is found stands in the first group that took part; where none did,
//! nothing is.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::config::PERSONAL_PROVIDERS;

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
const DOT: &str = r"(?:\\?[.\uFF0E]|&period;|&#0*46;|&#x0*2e;|%2e| ?\\?[(\[{<] ?dot ?\\?[)\]}>] ?)";
/// What may stand between the characters of an address and is not drawn: marks of Markdown, and characters
/// without width, as they are or as HTML names them.
const UNDRAWN: &str = r"(?:[*_~`\u00AD\u200B-\u200F\u2060\uFEFF]|&(?:shy|zwj|zwnj|zerowidthspace|nobreak|#0*(?:173|820[3-7]|8288|65279)|#x0*(?:ad|200[b-f]|2060|feff));)";
/// Spaces of any width, and what is drawn as nothing: marks of Markdown and characters without width. Part of
/// a class.
const BLANK: &str = r" \u00A0\u00AD\u2000-\u200F\u202F\u2060\u3000\uFEFF*_~`";
/// A hyphen or a dash, as part of a class, where it has to stand last.
const DASH: &str = r"\u2010-\u2013-";
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

/// What a pattern is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Pattern {
    /// An e-mail address.
    Address,
    /// A telephone number that can be nothing else: with its country, with a word such as `tel` or `call`, or
    /// of a British mobile telephone.
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
            Self::Address => address(),
            Self::Number => number(),
            Self::AnyNumber => {
                let american = format!(
                    r"\(?[2-9][0-9]{{2}}\)?[.{BLANK}{DASH}]{{1,5}}[0-9]{{3}}[.{BLANK}{DASH}]{{1,5}}[0-9]{{4}}"
                );
                format!(
                    r"{}|(?:^|[^0-9a-z+.,\/-])({}|{american})(?:[^0-9-]|$)",
                    number(),
                    at_home()
                )
            }
            Self::Call => {
                let hosts: Vec<String> = CALLS.iter().map(|start| call(start)).collect();
                let hosts = hosts.join("|");
                let id = "(?:zoom|(?:zoom|meeting|webinar|konferenz|besprechungs)[ -](?:id|number|no)|id de réunion|vergader-id)";
                let meeting_id =
                    format!(r"{id}[^{L}]{{1,6}}[0-9]{{3}}(?:[{BLANK}-]{{0,5}}[0-9]){{6,11}}");
                let secret = format!(
                    r#"https?:\/\/[^ \t\r\n\u00A0"'<>()\[\]{{}}|\\^`]+{NEXT}(?:{SECRET}){IS}{REST}"#
                );
                format!(
                    r"(?:^|%2f|[^a-z0-9._-])((?:https?(?::|%3a){SLASH}{{2}})?(?:[a-z0-9-]{{1,63}}(?:\.|%2e)){{0,4}}(?:{hosts}){REST}|{meeting_id}|{secret})"
                )
            }
            Self::Password => format!("{NEXT}(?:{SECRET}|psw|pw|p){IS}[^&]"),
            Self::Passcode => passcode(),
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

/// An address with an `@`, or one with the word `at` before a well-known provider of mailboxes: elsewhere "look at
/// example.org" is no address.
fn address() -> String {
    let name = format!(r"[{L}](?:[{L}.%+'\\-]|{UNDRAWN}){{0,63}}");
    let host = format!("(?:(?:[{L}-]|{UNDRAWN})+{DOT})+(?:{UNDRAWN}*[{LETTERS}]){{2,63}}");
    let providers: Vec<String> =
        PERSONAL_PROVIDERS.iter().map(|it| it.replace('.', &format!("(?:{DOT}| dot )"))).collect();
    let at = format!("(?: {{1,2}}(?:at|@) {{0,2}}|{AT})");
    format!(
        r"(?:^|[^@{L}_])_{{0,2}}(?:({name}{AT}{host})|({name}{at}(?:{}))(?:[^{L}-]|$))",
        providers.join("|")
    )
}

/// A number with its country, its name or a word of calling before it, or of a British mobile telephone.
fn number() -> String {
    let gap = format!("[().\\/{BLANK}{DASH}]{{0,5}}");
    let named = "(?:t[eé]l|t[eé]l[eé]phone|teléfono|telefon|phone|mobile|mobil|mob|cell|handy|fax|whatsapp|sms)(?: no| number)?";
    let called = format!(
        "(?:call|ring|text|dial|phone|reach|anrufen|ruf|rufnummer|appelez|appeler|bel|llame)(?:(?: [{L}]{{1,30}}){{0,2}} (?:on|at|me|us|unter|auf|au|op))?"
    );
    let chat = r"(?:wa\.me\/|whatsapp\.com\/send\/?\?phone=)";
    let mobile = format!("07[0-9]{{3}}{gap}[0-9]{{3}}{gap}[0-9]{{3}}");
    let groups = [
        format!(r"(?:^|[^{LETTERS}]){named}[.:{BLANK}]{{0,5}}(\(?0[0-9](?:{gap}[0-9]){{5,10}})"),
        format!(r"(?:^|[^{LETTERS}]){called}[^{L}(]{{1,5}}({})", at_home()),
        format!(r"(?:^|[^0-9a-z+])((?:\+|%2b)[1-9](?:{gap}[0-9]){{7,14}})"),
        format!(r"(?:^|[^0-9a-z+.,\/-])({mobile})"),
        format!(r"{chat}((?:\+|%2b)?[1-9][0-9]{{6,14}})"),
    ];
    format!("(?:{})(?:[^0-9-]|$)", groups.join("|"))
}

/// A number as it is written in its own country.
fn at_home() -> String {
    let gap = format!("[().\\/{BLANK}{DASH}]{{0,5}}");
    let between = format!("[.\\/{BLANK}{DASH}]");
    let abroad = format!("00[1-9](?:{gap}[0-9]){{7,13}}");
    let british = format!(
        r"\(?0[0-9]{{2,4}}\)?{between}{{1,5}}[0-9]{{3,4}}{between}{{0,5}}[0-9]{{3,5}}|0[0-9]{{9,10}}"
    );
    let in_pairs =
        format!("0[1-9](?:[{BLANK}]{{1,5}}[0-9]{{2}}){{4}}|0[1-9](?:\\.[0-9]{{2}}){{4}}");
    format!("{abroad}|{british}|{in_pairs}")
}

/// The password of a call in words: one with a digit, or a single word of which it is not only told, such
/// as `Passcode: required`. What is only told stands in no group.
fn passcode() -> String {
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

    /// Whether it is in a text whose letters are small, for a pattern without groups.
    pub(crate) fn is_in(self, text: &str) -> bool {
        self.regex().is_match(text)
    }

    /// Where it is in a text whose letters are small.
    pub(crate) fn find_in(self, text: &str) -> impl Iterator<Item = Range<usize>> {
        let found = self.regex().captures_iter(text);
        found.filter_map(|groups| groups.iter().skip(1).flatten().next().map(|it| it.range()))
    }

    /// The parts of a text that it separates.
    pub(crate) fn split(self, text: &str) -> impl Iterator<Item = Range<usize>> {
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
            ("to __ann_lee@example.org__.", "ann_lee@example.org"),
            ("[me](mailto:ann@example.co.uk)", "ann@example.co.uk"),
            ("'ann@example.org'", "ann@example.org"),
            ("ann (at) example.org", "ann (at) example.org"),
            ("ann [at] example [dot] org", "ann [at] example [dot] org"),
            ("ann &#64; no, ann&#64;example.org", "ann&#64;example.org"),
            ("ann\\_b@example.org", "ann\\_b@example.org"),
            ("https://example.org/?to=ann%40example.org", "ann%40example.org"),
            ("größe@straße.example", "größe@straße.example"),
            ("ann.lee at gmail.com, please", "ann.lee at gmail.com"),
            ("ann at gmail dot com", "ann at gmail dot com"),
            ("ann.lee @ gmail.com", "ann.lee @ gmail.com"),
            ("ann.lee@**gmail.com**", "ann.lee@**gmail.com"),
            ("**ann**.lee@gmail.*com*", "ann**.lee@gmail.*com"),
            ("ann.lee&#8203;@gmail.com", "ann.lee&#8203;@gmail.com"),
            ("ann.lee@gmail&period;com", "ann.lee@gmail&period;com"),
            ("ann.lee@gm\u{ad}ail.com", "ann.lee@gm\u{ad}ail.com"),
            ("ann.lee@gm&shy;ail.c\u{200b}om", "ann.lee@gm&shy;ail.c\u{200b}om"),
        ] {
            assert_eq!(found(Pattern::Address, text), [address], "{text}");
        }
    }

    #[test]
    fn what_is_no_address_is_left_alone() {
        for text in [
            "Meet me @ the station.",
            "Come at 6 (at the latest). Then tea.",
            "@robin@social.example, @_robin@social.example",
            "https://example.org/@robin",
            "look [at](https://example.org)",
            "look at example.org, at **example.org**, or at gmail.community",
            "*Meet* @ **the** station. See you at https://gmail.com",
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
            ("Tél. : 01 23 45 67 89", "01 23 45 67 89"),
            ("Ring 07700 900123", "07700 900123"),
            ("or call 07700 900123.", "07700 900123"),
            ("Call Ann Lee on 0113 496 0000", "0113 496 0000"),
            ("call us: (0113) 496 0000", "(0113) 496 0000"),
            ("Ann (07700 900 123)", "07700 900 123"),
            ("**07700** 900123", "07700** 900123"),
            ("tel. **07700** **900123**", "07700** **900123"),
            ("+44\u{2009}20\u{202f}7946\u{200b}0958", "+44\u{2009}20\u{202f}7946\u{200b}0958"),
            ("ring 0113\u{2009}496\u{2009}0000", "0113\u{2009}496\u{2009}0000"),
            ("07700\u{2011}900\u{2011}123", "07700\u{2011}900\u{2011}123"),
            ("https://wa.me/447700900123", "447700900123"),
            ("https://api.whatsapp.com/send?phone=447700900123", "447700900123"),
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
            "We call on 01.09.2024 at 18.30; ring us on 01/09/2024 or at 18:30",
            "Call 2 at 0900, 0930 and 1015; text 3 at 10.00",
            "Call for papers: ISBN 0-306-40615-2, 978 0 306 40615 7",
            "a year from 07-2024, 07.2024, 07/2024-09/2025",
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
            "07700.900.123",
            "0113.496.0000",
            "0113\u{a0}496\u{2009}0000",
            "0113** 496 0000",
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
    fn a_password_in_words_is_told_from_what_is_said_of_it() {
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
