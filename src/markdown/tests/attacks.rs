//! Texts that try to get markup, scripts or requests of their own into a page.

use super::{as_typed, read_body, sieve};
use crate::diagnostic::Code;
use crate::markdown::LinkKind;

/// Raw HTML, in every place that Markdown allows it.
const MARKUP: &[&str] = &[
    "<script>alert(1)</script>",
    "a <script>alert(1)</script> b",
    "<ScRiPt\n>alert(1)</sCrIpT>",
    "<script src=//evil.example></script>",
    "<script>\n\nalert(1)\n\n</script>",
    "<script>alert(1)",
    "<img src=x onerror=alert(1)>",
    "a <img src=x onerror=alert(1)> b",
    "<img src=\"x\" onerror=\"alert('>')\">",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=x onerror=alert(1)&gt;\">",
    "<iframe src=\"javascript:alert(1)\"></iframe>",
    "<iframe srcdoc=\"<script>alert(1)</script>\">",
    "<object data=\"data:text/html,x\"></object>",
    "<embed src=//evil.example>",
    "<base href=//evil.example>",
    "<meta http-equiv=refresh content=\"0;url=//evil.example\">",
    "<link rel=stylesheet href=//evil.example>",
    "<style>@import '//evil.example'</style>",
    "<style>\nbody{background:url(//evil.example)}\n</style>",
    "<form action=//evil.example><input name=x></form>",
    "<button formaction=javascript:alert(1)>x</button>",
    "<details open ontoggle=alert(1)>",
    "<body onload=alert(1)>",
    "<p style=\"position:fixed\" onmouseover=alert(1)>x</p>",
    "<a href=\"javascript:alert(1)\">x</a>",
    "<a id=main name=main href=//evil.example>x</a>",
    "</p></main></body><script>alert(1)</script>",
    "a </p></article> b",
    "<!-- <script> --> <b>x</b>",
    "a <!-- --><script>alert(1)</script><!-- --> b",
    "<!--[if IE]><script>alert(1)</script><![endif]-->",
    "<?php echo 1 ?>",
    "<!DOCTYPE html>",
    "<![CDATA[ <script>alert(1)</script> ]]>",
    "a <![CDATA[<script>]]> b",
    "a <?x <script>alert(1)</script> ?> b",
    "> <script>\n> alert(1)\n> </script>",
    "- <div onclick=alert(1)>x",
    "# <script>alert(1)</script>",
    "# a <b onclick=alert(1)>b</b>",
    "| <script>alert(1)</script> |\n|---|\n| <b onclick=x> |",
    "[^1]\n\n[^1]: <script>alert(1)</script>",
    "*<b onclick=alert(1)>x*</b>",
    "<x-y onfocus=alert(1) autofocus tabindex=1>",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<textarea><script>alert(1)</script>",
    "<plaintext>",
    "<xmp><script>alert(1)</script></xmp>",
    "![<b onclick=x>](/a.png)",
];

/// Links and pictures with addresses that must not be followed.
const ADDRESSES: &[&str] = &[
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](<javascript:alert(1)>)",
    "[x](< javascript:alert(1)>)",
    "[x](<java\tscript:alert(1)>)",
    "[x](java&Tab;script:alert(1))",
    "[x](java&NewLine;script:alert(1))",
    "[x](java&#13;script:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](javascript&#58;alert(1))",
    "[x](javascript&#x3A;alert(1))",
    "[x](javascript\\:alert(1))",
    "[x](&#1;javascript:alert(1))",
    "[x](&#x20;javascript:alert(1))",
    "[x](\u{1}javascript:alert(1))",
    "[x](\u{a0}javascript:alert(1))",
    "[x](\u{202e}javascript:alert(1))",
    "[x](\u{ad}javascript:alert(1))",
    "[x](javascript%3Aalert(1))",
    "[x](java%0ascript:alert(1))",
    "[x](javascript://example.org/%0aalert(1))",
    "[x](javascript:alert(1) \"https://example.org\")",
    "[x](vbscript:msgbox(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](DATA:text/html,<script>)",
    "[x](file:///etc/passwd)",
    "[x](blob:https://example.org/x)",
    "[x](view-source:https://example.org)",
    "[x](ftp://example.org)",
    "[x](tel:+44)",
    "[x](ws://example.org)",
    "[x](intent://example.org#Intent;end)",
    "[x](https+javascript:alert(1))",
    "[x](//evil.example)",
    "[x](///evil.example)",
    "[x](/%2Fevil.example)",
    "[x](/%2f/evil.example)",
    "[x](\\\\\\\\evil.example)",
    "[x](/\\\\evil.example)",
    "[x](/%5Cevil.example)",
    "[x](\\\\evil.example)",
    "[x](/a//evil.example)",
    "[x](&sol;&sol;evil.example)",
    "[x](&#47;&#x2f;evil.example)",
    "[x](https:evil.example)",
    "[x](https:/evil.example)",
    "[x](https:///evil.example)",
    "[x](https:\\\\\\\\evil.example)",
    "[x](https://)",
    "[x](https://good.example@evil.example)",
    "[x](https://user:password@evil.example)",
    "[x](https://evil.example:port)",
    "[x](https://evil.example:+80)",
    "[x](https://ev\u{202e}il.example)",
    "[x](https://evil%2eexample)",
    "[x](https://<script>)",
    "[x](mailto:)",
    "[x](mailto:a)",
    "[x](mailto:a@b,c@d)",
    "[x](mailto:a@b;c@d)",
    "[x](mailto:a%2Cb@c)",
    "[x](mailto:a%0d%0abcc:b@c)",
    "[x](mailto:a@b%3fcc=c@d)",
    "[x](mailto:?to=a@b)",
    "[x](mailto://a@b/c)",
    "[x](/%00)",
    "[x](/%0d%0aSet-Cookie:x)",
    "[x](/%E2%80%AE)",
    "[x](/%25%32%65)",
    "[x](/%ff)",
    "[x](/%)",
    "[x](/a%3fb)",
    "[x](/a%23b)",
    "[x](#a%00)",
    "[x](a:b)",
    "[x](1a:b)",
    "[x](é:b)",
    "[x]()",
    "[x](<>)",
    "<javascript:alert(1)>",
    "<data:text/html,x>",
    "[x]\n\n[x]: javascript:alert(1)",
    "[x][]\n\n[x]: <data:text/html,x> \"title\"",
    "[y][x]\n\n[x]: //evil.example",
    "![x](javascript:alert(1))",
    "![x](data:image/svg+xml,<svg/onload=alert(1)>)",
    "![x](https://evil.example/pixel.gif)",
    "![x](HTTP://evil.example/pixel.gif)",
    "![x](//evil.example/pixel.gif)",
    "![x](mailto:a@b)",
    "![x](#a)",
    "![x](?a)",
    "![x][y]\n\n[y]: https://evil.example/pixel.gif",
];

/// Attempts to break out of an attribute or a text, which are harmless once escaped.
const BREAKOUTS: &[&str] = &[
    "<img/src/onerror=alert(1)>",
    "<x:y>",
    "[x](/a\"onmouseover=alert(1))",
    "[x](</a\" onmouseover=\"alert(1)>)",
    "[x](https://example.org/\"onclick=\"alert(1))",
    "[x](https://example.org/&quot;onclick=&quot;)",
    "[x](/a \"b\\\" onclick=\\\"alert(1)\")",
    "[x](/a '\"><script>alert(1)</script>')",
    "[x](/a (&quot;&gt;&lt;script&gt;))",
    "[&lt;script&gt;](/a)",
    "![\"onerror=\"alert(1)](/a.png)",
    "![\" onerror=\"alert(1)](/a.png)",
    "![&quot; onerror=alert(1) x=&quot;](/a.png)",
    "![x](/a.png \"\\\" onerror=\\\"alert(1)\")",
    "```\"><script>alert(1)</script>\nx\n```",
    "```x&quot;onclick=&quot;\nx\n```",
    "~~~ x\" onclick=\"alert(1)\n~~~",
    "`<script>alert(1)</script>`",
    "    <script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "\\<script>alert(1)\\</script>",
    "<script",
    "<script alert(1)//",
    "# x {#main onclick=alert(1)}",
    "# \" onclick=\"alert(1)",
    "# main\n# __proto__\n# constructor",
    "[^\"><script>]\n\n[^\"><script>]: x",
    "[^x\" onclick=\"alert(1)]\n\n[^x\" onclick=\"alert(1)]: x",
    "|x|\n|:-:|\n|\" style=\"x|",
    "{{ 7*7 }} {% raw %} ${7*7} #{7*7} <%= 7*7 %\\>",
    "[[javascript:alert(1)]] [[x|javascript:alert(1)]]",
    "---\ntitle: <script>\n---\n",
    "$$<script>$$ $x$ :script: ^a^ ==a==",
    "[a <https://b.example> c](/d)",
    "[a [b](/c) ![d](/e)](/f)",
    "[![a](/b)](javascript\u{0}:alert(1))",
    "http://example.org javascript:alert(1) www.example.org",
    "javascript:alert(1)",
    "&#0;&#x110000;&#xD800;&#x1F;&bogus;",
    "\u{feff}<\u{feff}script>",
    "1. x\n99999999999999999999. y\n-1. z",
];

fn assert_harmless(attack: &str) {
    let html = as_typed(&read_body(attack).0);
    assert_eq!(sieve::faults(&html), <[String; 0]>::default(), "{attack:?} became {html:?}");
}

#[test]
fn markup_of_the_author_never_gets_through() {
    for attack in MARKUP {
        assert_harmless(attack);
        let (_, diagnostics) = read_body(attack);
        assert!(!diagnostics.is_empty(), "{attack:?} was left out without a word");
        assert!(diagnostics.iter().all(|found| found.code == Code::Unsafe), "{diagnostics:?}");
    }
}

#[test]
fn unsafe_addresses_never_get_through() {
    for attack in ADDRESSES {
        assert_harmless(attack);
        let (prose, diagnostics) = read_body(attack);
        let html = as_typed(&prose);
        assert!(!html.contains("<a ") && !html.contains("<img"), "{attack:?} became {html:?}");
        assert_eq!(prose.links(), [], "{attack:?}");
        let unsafe_ones = diagnostics.iter().filter(|found| found.code == Code::Unsafe);
        assert_eq!(unsafe_ones.count(), 1, "{attack:?} gave {diagnostics:?}");
    }
}

#[test]
fn attributes_and_texts_hold_what_is_put_into_them() {
    for attack in BREAKOUTS {
        assert_harmless(attack);
    }
}

#[test]
fn every_attack_is_harmless_inside_every_other_block() {
    for attack in MARKUP.iter().chain(ADDRESSES).chain(BREAKOUTS) {
        let quoted = attack.replace('\n', "\n> ");
        let listed = attack.replace('\n', "\n  ");
        let one_line = attack.replace('\n', " ");
        for nested in [
            format!("> {quoted}"),
            format!("- {listed}"),
            format!("# {one_line}"),
            format!("**{one_line}** *{one_line}* ~~{one_line}~~"),
            format!("| {one_line} |\n|---|\n| {one_line} |"),
            format!("[{one_line}](/a)"),
            format!("![{one_line}](/a.png)"),
            format!("[a](/b \"{one_line}\")"),
            format!("[^1]\n\n[^1]: {one_line}"),
            format!("```{one_line}\n{attack}\n```"),
            format!("[{one_line}]: /a\n\n[{one_line}]"),
        ] {
            assert_harmless(&nested);
        }
    }
}

#[test]
fn links_inside_the_site_keep_their_promises() {
    for attack in MARKUP.iter().chain(ADDRESSES).chain(BREAKOUTS) {
        for link in read_body(attack).0.links() {
            assert!(!link.path.contains("//") && !link.path.contains(['\\', '%', '?', '#']));
            assert!(link.kind == LinkKind::Page || !link.path.is_empty());
        }
    }
}
