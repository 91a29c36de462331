//! Bare addresses, and brackets that were meant to be links.

use insta::assert_snapshot;

use super::{as_typed, html, html_and_problems, read_body};
use crate::diagnostic::Code;

/// Where the links of a text lead, in its HTML.
fn leads(text: &str) -> Vec<String> {
    let html = html(text);
    html.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
}

#[test]
fn bare_addresses_in_prose_are_links() {
    assert_snapshot!(html("See https://example.org/a, www.example.org or write to us@example.org."), @r#"<p>See <a href="https://example.org/a" rel="noopener noreferrer">https://example.org/a</a>, <a href="http://www.example.org" rel="noopener noreferrer">www.example.org</a> or write to <a href="mailto:us@example.org">us@example.org</a>.</p>"#);
}

#[test]
fn bare_addresses_are_links_wherever_prose_is() {
    assert_snapshot!(html("# www.a.org\n\n- *https://b.org/*\n- **(c@d.org)**\n\n| x |\n|-|\n|https://e.org|\n\nn[^1]\n\n[^1]: www.f.org\n"), @r##"
    <h2 id="h-www-a-org"><a href="http://www.a.org" rel="noopener noreferrer">www.a.org</a></h2>
    <ul>
    <li><em><a href="https://b.org/" rel="noopener noreferrer">https://b.org/</a></em></li>
    <li><strong>(<a href="mailto:c@d.org">c@d.org</a>)</strong></li>
    </ul>
    <div class="table" role="group" tabindex="0" aria-label="Table">
    <table>
    <thead>
    <tr>
    <th>x</th></tr>
    </thead>
    <tbody>
    <tr>
    <td><a href="https://e.org" rel="noopener noreferrer">https://e.org</a></td></tr>
    </tbody>
    </table>
    </div>
    <p>n<sup><a href="#h-note_1" id="h-cite_1">1</a></sup></p>
    <ol class="footnotes">
    <li id="h-note_1"><p><a href="http://www.f.org" rel="noopener noreferrer">www.f.org</a> <a href="#h-cite_1" aria-label="Back to the text">↩</a></p>
    </li>
    </ol>
    "##);
}

#[test]
fn an_address_goes_on_over_what_would_be_emphasis() {
    for (text, address) in [
        ("https://example.org/a_b_c", "https://example.org/a_b_c"),
        ("https://example.org/_next_/a", "https://example.org/_next_/a"),
        ("https://example.org/*a*/**b**/~~c~~/", "https://example.org/*a*/**b**/~~c~~/"),
        ("https://example.org/a_(b)_c is", "https://example.org/a_(b)_c"),
        ("first_last@example.org", "mailto:first_last@example.org"),
        ("www.example.org/?a=b&amp;c", "http://www.example.org/?a=b"),
        ("www.example.org/?a=b&c=d", "http://www.example.org/?a=b&amp;c=d"),
        ("https://example.org/[a]", "https://example.org/%5Ba%5D"),
    ] {
        assert_eq!(leads(text), [address], "{text}");
    }
    assert_snapshot!(html("https://example.org/_a b_ *https://example.org/* _https://example.org/_a"), @r#"<p><a href="https://example.org/" rel="noopener noreferrer">https://example.org/</a><em>a b</em> <em><a href="https://example.org/" rel="noopener noreferrer">https://example.org/</a></em> _<a href="https://example.org/_a" rel="noopener noreferrer">https://example.org/_a</a></p>"#);
    assert_snapshot!(html("https://example.org/_a_. https://example.org/x_a_"), @r#"<p><a href="https://example.org/" rel="noopener noreferrer">https://example.org/</a><em>a</em>. <a href="https://example.org/x_a" rel="noopener noreferrer">https://example.org/x_a</a>_</p>"#);
}

#[test]
fn addresses_in_code_and_in_links_stay_as_they_are() {
    assert_snapshot!(html("`https://example.org` [www.example.org](https://example.org/) <a@example.org>\n\n    a@b.org\n"), @r#"
    <p><code>https://example.org</code> <a href="https://example.org/" rel="noopener noreferrer">www.example.org</a> <a href="mailto:a@example.org">a@example.org</a></p>
    <pre><code>a@b.org
    </code></pre>
    "#);
    assert_snapshot!(html("![a@b.org](/a.png) [![www.b.org](/b.png)](/c)"), @r#"<p><img src="/a.png" alt="a@b.org" loading="lazy"> <a href="/c"><img src="/b.png" alt="www.b.org" loading="lazy"></a></p>"#);
}

#[test]
fn an_address_that_no_page_may_have_is_text() {
    for text in
        ["https://user@example.org:1/", "https://example.org:99999/", "javascript://a.b", "a@b..c"]
    {
        assert_eq!(leads(text), [""; 0], "{text}");
    }
}

#[test]
fn brackets_that_lead_nowhere_are_told_at_their_place() {
    assert_snapshot!(
        html_and_problems("[our rules][rules], [rules][], [[strengths]], [[strengths|ours]], a note[^1] and [it](our rules.pdf)."),
        @r#"
    <p>[our rules][rules], [rules][], [[strengths]], [[strengths|ours]], a note[^1] and [it](our rules.pdf).</p>
    link at "[our rules][rules]"
      `[our rules][rules]` is not a link: nothing in this text says where `[rules]` leads.
      Write `[our rules](ADDRESS)`, with the address that it leads to for ADDRESS.
    To show the brackets as they are, write `\[` for each `[`.
    link at "[rules][]"
      `[rules][]` is not a link: nothing in this text says where `[rules]` leads.
      Write `[rules](ADDRESS)`, with the address that it leads to for ADDRESS.
    To show the brackets as they are, write `\[` for each `[`.
    link at "[[strengths]]"
      `[[strengths]]` is not a link: the address is missing.
      Write `[strengths](ADDRESS)`, with the address that it leads to for ADDRESS.
    To show the brackets as they are, write `\[` for each `[`.
    link at "[[strengths|ours]]"
      `[[strengths|ours]]` is not a link: the address is missing.
      Write `[ours](ADDRESS)`, with the address that it leads to for ADDRESS.
    To show the brackets as they are, write `\[` for each `[`.
    link at "[^1]"
      `[^1]` leads to a note that this text does not have.
      Write the note below, on a line of its own: `[^1]: The note.`
    To show the brackets as they are, write `\[` for each `[`.
    link at "[it](our rules.pdf)"
      `[it](our rules.pdf)` is not a link: its address has a space in it.
      Write `[it](our%20rules.pdf)`
    To show the brackets as they are, write `\[` for each `[`.
    "#
    );
    assert_snapshot!(html_and_problems("[a *b*](/c d) [e](/f [g](https://example.org/?(\n\n| [a][b] |\n|-|\n| c[^d] |\n"), @r#"
    <p>[a <em>b</em>](/c d) [e](/f [g](<a href="https://example.org/?(" rel="noopener noreferrer">https://example.org/?(</a></p>
    <div class="table" role="group" tabindex="0" aria-label="Table">
    <table>
    <thead>
    <tr>
    <th>[a][b]</th></tr>
    </thead>
    <tbody>
    <tr>
    <td>c[^d]</td></tr>
    </tbody>
    </table>
    </div>
    link at "[a *b*](/c d)"
      `[a *b*](/c d)` is not a link: its address has a space in it.
      Write `[a *b*](/c%20d)`
    To show the brackets as they are, write `\[` for each `[`.
    link at "[e]("
      `[e](` begins a link, and the `)` behind its address is missing.
      Write `)` behind the address, on the same line.
    To show the brackets as they are, write `\[` for each `[`.
    link at "[g]("
      `[g](` begins a link, and the `)` behind its address is missing.
      Write `)` behind the address, on the same line.
    To show the brackets as they are, write `\[` for each `[`.
    link at "[a][b]"
      `[a][b]` is not a link: nothing in this text says where `[b]` leads.
      Write `[a](ADDRESS)`, with the address that it leads to for ADDRESS.
    To show the brackets as they are, write `\[` for each `[`.
    link at "[^d]"
      `[^d]` leads to a note that this text does not have.
      Write the note below, on a line of its own: `[^d]: The note.`
    To show the brackets as they are, write `\[` for each `[`.
    "#);
}

#[test]
fn every_bracket_that_leads_nowhere_is_a_broken_link() {
    for text in [
        "[x][y]",
        "[x][]",
        "[[x]]",
        "![[x.png]]",
        "x[^1]",
        "[x](a b)",
        "[*x*](a b)",
        "[x](a",
        "*[x][y]*",
    ] {
        let (_, diagnostics) = read_body(text);
        let [problem] = &diagnostics[..] else { panic!("{text}: {diagnostics:?}") };
        assert_eq!(problem.code, Code::Link, "{text}");
    }
}

#[test]
fn what_the_help_writes_is_a_link() {
    assert_eq!(leads("[x](our%20rules.pdf) and [x](/groups/)"), ["our%20rules.pdf", "/groups/"]);
    assert_eq!(
        html("\\[x]\\[y], \\[\\[x]], \\[^1] and \\[x](a b)"),
        "<p>[x][y], [[x]], [^1] and [x](a b)</p>\n"
    );
}

#[test]
fn brackets_that_are_brackets_are_text() {
    for text in [
        "[sic] and [x] (y)",
        "[x]: y",
        "a [b [c] d] e",
        "[^ 1] [^]",
        "[[a] b]",
        "`[x][y] [[x]]`",
        "    [x][y]\n",
        "\\[x][y]",
        "[x] [y]",
        "] [ ][",
        "[x]\\(a b)",
    ] {
        assert_eq!(read_body(text).1, [], "{text}");
    }
}

#[test]
fn references_that_have_a_target_are_links() {
    let text = "[a][b], [b][], [b] and [c][^1]\n\n[b]: /d\n\n[^1]: A note.\n";
    let (prose, diagnostics) = read_body(text);
    assert_eq!(diagnostics, []);
    assert_eq!(prose.links().len(), 3, "{}", as_typed(&prose));
}

#[test]
fn twenty_brackets_are_told_and_the_rest_counted() {
    let (_, diagnostics) = read_body(&"[[x]]\n\n".repeat(23));
    let last = diagnostics.last().unwrap();
    assert_eq!(diagnostics.len(), 21);
    assert_eq!(last.message, "From here on, 3 more links of this text lead nowhere.");
    assert_eq!(last.place.start.line, 41);
}

#[test]
fn a_line_break_of_html_is_one() {
    assert_snapshot!(html("| a<br>b | c<BR />d |\n|-|-|\n| e<br/><br>f | g |\n\none<br>two</br>three\n\n# four<br>five\n"), @r#"
    <div class="table" role="group" tabindex="0" aria-label="Table">
    <table>
    <thead>
    <tr>
    <th>a<br>
    b</th>
    <th>c<br>
    d</th></tr>
    </thead>
    <tbody>
    <tr>
    <td>e<br>
    <br>
    f</td>
    <td>g</td></tr>
    </tbody>
    </table>
    </div>
    <p>one<br>
    two<br>
    three</p>
    <h2 id="h-four-five">four<br>
    five</h2>
    "#);
    assert_snapshot!(html("![a<br>b](/c.png)"), @r#"<p><img src="/c.png" alt="a b" loading="lazy"></p>"#);
}

#[test]
fn words_that_left_out_html_kept_apart_stay_apart() {
    let (prose, _) = read_body("one</p><p>two, th<b>r</b>ee<li>four");
    assert_eq!(as_typed(&prose), "<p>one two, three four</p>\n");
}
