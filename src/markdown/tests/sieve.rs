//! Reads HTML as a browser's tokenizer does, and names whatever should not be in it.

use html5gum::{HtmlString, StartTag, Token, Tokenizer};

const ELEMENTS: &[&str] = &[
    "a",
    "blockquote",
    "br",
    "code",
    "del",
    "div",
    "em",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "img",
    "li",
    "ol",
    "p",
    "pre",
    "strong",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
];

const VOID: &[&str] = &["br", "hr", "img"];

/// Everything in the HTML that is not allowed in it.
pub(super) fn faults(html: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let mut open = Vec::new();
    for token in Tokenizer::new(html).flatten() {
        match token {
            Token::StartTag(tag) => {
                faults.extend(tag_faults(&tag));
                let name = text(&tag.name);
                if name == "a" && open.contains(&name) {
                    faults.push("a link within a link".to_owned());
                }
                if !VOID.contains(&name.as_str()) {
                    open.push(name);
                }
            }
            Token::EndTag(tag) => {
                if open.pop() != Some(text(&tag.name)) {
                    faults.push(format!("</{}> closes nothing", text(&tag.name)));
                }
            }
            Token::String(words) => faults.extend(text_faults(&text(&words))),
            Token::Comment(_) => faults.push("a comment".to_owned()),
            Token::Doctype(_) => faults.push("a doctype".to_owned()),
            Token::Error(error) => faults.push(format!("malformed: {error:?}")),
        }
    }
    faults.extend(open.into_iter().map(|name| format!("<{name}> is never closed")));
    faults
}

fn text(bytes: &HtmlString) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn tag_faults(tag: &StartTag<()>) -> Vec<String> {
    let name = text(&tag.name);
    let mut faults = Vec::new();
    if !ELEMENTS.contains(&name.as_str()) {
        faults.push(format!("<{name}>"));
    }
    for (attribute, value) in &tag.attributes {
        let (attribute, value) = (text(attribute), text(&value.value));
        faults.extend(text_faults(&value));
        if !is_allowed(&name, &attribute, &value) {
            faults.push(format!("<{name} {attribute}={value:?}>"));
        }
    }
    let has = |attribute: &str| tag.attributes.contains_key(attribute.as_bytes());
    if name == "img" && !(has("src") && has("alt")) {
        faults.push("<img> without src or alt".to_owned());
    }
    faults
}

fn is_allowed(element: &str, attribute: &str, value: &str) -> bool {
    let is_id = |value: &str| value.starts_with("h-") && !value.contains(char::is_whitespace);
    match (element, attribute) {
        ("a", "href") => is_safe_link(value),
        ("a", "rel") => value == "noopener noreferrer",
        ("a", "aria-label") => value == "Back to the text",
        ("img", "src") => is_in_site(value),
        ("img", "loading") => value == "lazy",
        ("img", "alt") | ("a" | "img", "title") => true,
        ("a" | "li" | "h2" | "h3" | "h4" | "h5" | "h6", "id") => is_id(value),
        ("p" | "li" | "td" | "th" | "h2" | "h3" | "h4" | "h5" | "h6", "dir") => value == "auto",
        ("td" | "th", "class") => ["align-left", "align-center", "align-right"].contains(&value),
        ("code", "class") => value.starts_with("language-"),
        ("ol", "class") => value == "footnotes",
        ("ol", "start") => value.bytes().all(|byte| byte.is_ascii_digit()),
        ("div", "class") => value == "table",
        ("div", "role") => value == "group",
        ("div", "tabindex") => value == "0",
        ("div", "aria-label") => value == "Table",
        _ => false,
    }
}

/// As a browser reads an address: it drops tabs and line feeds, ignores white space and control
/// characters around it, and takes a backslash for a slash (WHATWG URL Standard, section 4.4).
fn is_safe_link(address: &str) -> bool {
    let address: String = address.chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect();
    let address = address.trim_start_matches(|c: char| c <= ' ').replace('\\', "/");
    let lower = address.to_ascii_lowercase();
    let is_web = ["https://", "http://"].iter().any(|scheme| {
        lower.strip_prefix(scheme).is_some_and(|rest| {
            let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
            !host.is_empty() && !host.contains('@')
        })
    });
    let is_mail = lower.starts_with("mailto:") && !lower.contains(['?', ',', ';', '%']);
    is_web || is_mail || is_in_site(&address)
}

fn is_in_site(address: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let first_segment = path.split('/').next().unwrap_or_default();
    let printable = address.bytes().all(|byte| byte.is_ascii_graphic());
    printable && !address.contains('\\') && !path.contains("//") && !first_segment.contains(':')
}

/// Characters that reorder the text around them, control characters and noncharacters.
fn text_faults(words: &str) -> Option<String> {
    let bad = |c: char| {
        matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{7f}'..='\u{9f}')
            || (c < ' ' && !matches!(c, '\t' | '\n'))
            || u32::from(c) & 0xfffe == 0xfffe
            || matches!(c, '\u{fdd0}'..='\u{fdef}')
    };
    words.chars().find(|c| bad(*c)).map(|c| format!("the character {c:?}"))
}

#[test]
fn the_sieve_holds_back_what_it_should() {
    for bad in [
        "<script>x</script>",
        "<b>x</b>",
        "<p onclick=x></p>",
        "<p style=x></p>",
        "<!-- x -->",
        "<a href=javascript:x>y</a>",
        "<a href='java&#10;script:x'>y</a>",
        "<a href='//x'>y</a>",
        "<a href='/\\x'>y</a>",
        "<a href='https://a@b'>y</a>",
        "<a href='mailto:a@b?cc=c'>y</a>",
        "<img src=https://x alt=y>",
        "<img src=/x>",
        "<p>",
        "</p>",
        "<h2 id=main></h2>",
        "<p>\u{202e}</p>",
        "<p title=x></p>",
        "<a href=x/../y:z onclick>y</a>",
        "<p",
        "<a href=/x>y<a href=/z>w</a></a>",
    ] {
        assert_ne!(faults(bad), <[String; 0]>::default(), "{bad}");
    }
    let good = "<p>a <a href=\"/b?c=d&amp;e#f\" title=\"g\">h</a><br><img src=\"i\" alt=\"\"></p>";
    assert_eq!(faults(good), <[String; 0]>::default());
}
