//! What each rule makes of a text.

use insta::assert_snapshot;

use super::{as_typed, html, html_and_problems, read_body};
use crate::diagnostic::{Code, Span};
use crate::markdown::{LinkKind, Origin, read};
use crate::source::SourceFile;

#[test]
fn plain_markdown_becomes_html() {
    assert_snapshot!(html("One *two* **three** ~~four~~ `five`\nsix  \nseven\n\n> eight\n\n---\n"), @r#"
    <p>One <em>two</em> <strong>three</strong> <del>four</del> <code>five</code>
    six<br>
    seven</p>
    <blockquote>
    <p>eight</p>
    </blockquote>
    <hr>
    "#);
}

#[test]
fn text_is_escaped() {
    assert_snapshot!(html("a < b & c > d \" `<i>` \\<b> {{ x }} &amp;lt;\n\n    <script>\n"), @r#"
    <p>a &lt; b &amp; c &gt; d " <code>&lt;i&gt;</code> &lt;b&gt; {{ x }} &amp;lt;</p>
    <pre><code>&lt;script&gt;
    </code></pre>
    "#);
}

#[test]
fn nothing_shows_of_an_empty_text() {
    for text in ["", "\n", ">", "- \n", "#", "[a]: /b", "```\n```"] {
        let (prose, _) = read_body(text);
        assert!(prose.is_empty(), "{text}: {}", as_typed(&prose));
    }
    assert!(read_body("<b></b>").0.is_empty());
}

#[test]
fn lists_keep_their_numbers() {
    assert_snapshot!(html("- one\n- two\n  - three\n\n4) four\n\n   more\n5) five\n"), @r#"
    <ul>
    <li>one</li>
    <li>two
    <ul>
    <li>three</li>
    </ul>
    </li>
    </ul>
    <ol start="4">
    <li>
    <p>four</p>
    <p>more</p>
    </li>
    <li>
    <p>five</p>
    </li>
    </ol>
    "#);
}

#[test]
fn every_line_ending_reads_the_same() {
    let text = "# a\n\nb  \nc\n\n    d\n    e\n\n```\nf\ng\n```\n";
    for ending in ["\r\n", "\r"] {
        assert_eq!(html(&text.replace('\n', ending)), html(text), "{ending:?}");
    }
}

#[test]
fn a_code_block_carries_the_language_only_if_its_name_is_plain() {
    assert_snapshot!(html("```rust ignore\na\n```\n\n```C++\nb\n```\n\n```x\"onclick=\"y\nc\n```\n"), @r#"
    <pre><code class="language-rust">a
    </code></pre>
    <pre><code>b
    </code></pre>
    <pre><code>c
    </code></pre>
    "#);
}

#[test]
fn headings_start_at_the_top_level_and_carry_ids() {
    assert_snapshot!(html("# How *we* meet\n#### Where\n## How we meet\n#\n"), @r#"
    <h2 id="h-how-we-meet">How <em>we</em> meet</h2>
    <h3 id="h-where">Where</h3>
    <h3 id="h-how-we-meet-2">How we meet</h3>
    "#);
}

#[test]
fn headings_are_listed() {
    let (prose, _) = read_body("### First & `second`\n\nThird\n=====\n");
    let headings: Vec<_> = prose
        .headings()
        .iter()
        .map(|heading| (&*heading.id, heading.level, &*heading.text))
        .collect();
    assert_eq!(headings, [("h-first-second", 2, "First & second"), ("h-third", 2, "Third")]);
}

#[test]
fn heading_attributes_are_words() {
    assert_snapshot!(html("# Title {#main .x onclick=alert(1)}\n"), @r#"<h2 id="h-title-main-x-onclick-alert-1">Title {#main .x onclick=alert(1)}</h2>"#);
}

#[test]
fn a_table_scrolls_and_is_aligned_by_classes() {
    assert_snapshot!(html("| | a | b | c |\n|---|:--|:-:|--:|\n| x | `y\\|z` |\n"), @r#"
    <div class="table" role="group" tabindex="0" aria-label="Table">
    <table>
    <thead>
    <tr>
    <td></td>
    <th class="align-left">a</th>
    <th class="align-center">b</th>
    <th class="align-right">c</th></tr>
    </thead>
    <tbody>
    <tr>
    <td>x</td>
    <td class="align-left"><code>y|z</code></td>
    <td></td>
    <td></td></tr>
    </tbody>
    </table>
    </div>
    "#);
}

#[test]
fn footnotes_are_gathered_at_the_end() {
    assert_snapshot!(
        html("[^b]: Two,\n\n    with more.\n[^unused]: Three.\n\nA[^a] b[^B] c[^a].\n\n[^a]: # One\n"),
        @r##"
        <p>A<sup><a href="#h-note_1" id="h-cite_1">1</a></sup> b<sup><a href="#h-note_2" id="h-cite_2">2</a></sup> c<sup><a href="#h-note_1">1</a></sup>.</p>
        <ol class="footnotes">
        <li id="h-note_1"><p><strong>One</strong> <a href="#h-cite_1" aria-label="Back to the text">↩</a></p>
        </li>
        <li id="h-note_2"><p>Two,</p>
        <p>with more. <a href="#h-cite_2" aria-label="Back to the text">↩</a></p>
        </li>
        <li id="h-note_3"><p>Three.</p>
        </li>
        </ol>
        "##
    );
}

#[test]
fn links_to_other_sites_say_nothing_of_the_visitor() {
    assert_snapshot!(
        html("[a](HTTPS://example.org/?a=1&b='2' \"A \\\"title\\\"\") <http://example.org:80/é>"),
        @r#"<p><a href="https://example.org/?a=1&amp;b='2'" rel="noopener noreferrer" title="A &quot;title&quot;">a</a> <a href="http://example.org:80/%C3%A9" rel="noopener noreferrer">http://example.org:80/é</a></p>"#
    );
}

#[test]
fn a_mailbox_is_a_link() {
    assert_snapshot!(html("[write](mailto:a.b+c@example.org) or <x@example.org>"), @r#"<p><a href="mailto:a.b+c@example.org">write</a> or <a href="mailto:x@example.org">x@example.org</a></p>"#);
}

#[test]
fn more_than_a_mailbox_is_cut_off() {
    assert_snapshot!(html_and_problems("[write](mailto:a@example.org?subject=x&bcc=c@d.e)"), @r#"
    <p><a href="mailto:a@example.org">write</a></p>
    unsafe at "[write](mailto:a@example.org?subject=x&bcc=c@d.e)"
      Only the mailbox was kept of the address `mailto:a@example.org?subject=x&bcc=c@d.e`.
      Write `mailto:a@example.org` alone: copies and subjects are not passed on.
    "#);
}

#[test]
fn links_inside_the_site_are_listed_by_their_parts() {
    let text = "[a](/caf%C3%A9/?q=%20#é) ![b](pic%20ture.jpg) [c](#top) [d] [e](..)\n\n[d]: ?q\n";
    let (prose, diagnostics) = read_body(text);
    assert_eq!(diagnostics, []);
    let links: Vec<_> = prose
        .links()
        .iter()
        .map(|link| {
            let (query, fragment) = (link.query.as_deref(), link.fragment.as_deref());
            (link.kind, &*link.path, query, fragment, &text[link.span.range()])
        })
        .collect();
    let expected = [
        (LinkKind::Page, "/café/", Some("q=%20"), Some("é"), "[a](/caf%C3%A9/?q=%20#é)"),
        (LinkKind::Image, "pic ture.jpg", None, None, "![b](pic%20ture.jpg)"),
        (LinkKind::Page, "", None, Some("top"), "[c](#top)"),
        (LinkKind::Page, "", Some("q"), None, "[d]"),
        (LinkKind::Page, "..", None, None, "[e](..)"),
    ];
    assert_eq!(links, expected);
}

#[test]
fn addresses_inside_the_site_are_asked_for_and_escaped() {
    let (prose, _) = read_body("# [a](/b)\n\n[c](/d/?e#f) ![g](/h.png)[^1]\n\n[^1]: [i](j)\n");
    assert_snapshot!(prose.html(|link| link.at(&format!("/a \"&<base>{}", link.path), link.fragment.as_deref())), @r##"
    <h2 id="h-a"><a href="/a%20%22&amp;%3Cbase%3E/b">a</a></h2>
    <p><a href="/a%20%22&amp;%3Cbase%3E/d/?e#f">c</a> <img src="/a%20%22&amp;%3Cbase%3E/h.png" alt="g" loading="lazy"><sup><a href="#h-note_1" id="h-cite_1">1</a></sup></p>
    <ol class="footnotes">
    <li id="h-note_1"><p><a href="/a%20%22&amp;%3Cbase%3Ej">i</a> <a href="#h-cite_1" aria-label="Back to the text">↩</a></p>
    </li>
    </ol>
    "##);
}

#[test]
fn an_image_has_a_description_and_loads_late() {
    assert_snapshot!(html("![a *b* `c` [d](/e) ![f](/g) \"h\"\ni](/j.jpg \"k\") ![](/l.jpg)"), @r#"<p><img src="/j.jpg" alt="a b c d f &quot;h&quot; i" title="k" loading="lazy"> <img src="/l.jpg" alt="" loading="lazy"></p>"#);
}

#[test]
fn an_image_from_another_site_is_its_description() {
    assert_snapshot!(html_and_problems("a ![our *room*](https://example.org/pixel.gif) b"), @r#"
    <p>a our room b</p>
    unsafe at "![our *room*](https://example.org/pixel.gif)"
      The picture `https://example.org/pixel.gif` is on another site, which could track visitors through it. Its description is shown instead.
      Put the picture into `content/static/` and write its address like `/picture.jpg`.
    "#);
}

#[test]
fn an_unsafe_link_is_its_words() {
    assert_snapshot!(html_and_problems("a [b *c*](javascript:alert&lpar;1&rpar;) d <data:text/html,x>"), @r#"
    <p>a b <em>c</em> d data:text/html,x</p>
    unsafe at "[b *c*](javascript:alert&lpar;1&rpar;)"
      The address `javascript:alert(1)` is of a kind that is not safe. It was left out.
      Link to another site with `https://…`, to a mailbox with `mailto:…`, or to a page of this site with `/…`.
    unsafe at "<data:text/html,x>"
      The address `data:text/html,x` is of a kind that is not safe. It was left out.
      Link to another site with `https://…`, to a mailbox with `mailto:…`, or to a page of this site with `/…`.
    "#);
}

#[test]
fn a_link_without_words_is_left_out() {
    assert_snapshot!(html_and_problems("a [](/b) [ ![](/c.png) ](/d) [![e](/f.png)](/g) [<b>](/h)"), @r#"
    <p>a   <img src="/c.png" alt="" loading="lazy">  <a href="/g"><img src="/f.png" alt="e" loading="lazy"></a> </p>
    unsafe at "[](/b)"
      This link has no text, so nobody could follow it. It was left out.
      Write the text between the square brackets.
    unsafe at "[ ![](/c.png) ](/d)"
      This link has no text, so nobody could follow it. It was left out.
      Write the text between the square brackets.
    unsafe at "<b>"
      `<b>` is HTML. It was left out.
      Write `**bold**` instead. To show a `<`, write `\<`.
    unsafe at "[<b>](/h)"
      This link has no text, so nobody could follow it. It was left out.
      Write the text between the square brackets.
    "#);
}

#[test]
fn html_in_a_line_is_left_out_with_one_warning_for_each_run() {
    assert_snapshot!(html_and_problems("a <b><i class=x>c</i></b> d <your name> e </p>\n\nf</p>\n"), @r#"
    <p>a c d  e </p>
    <p>f</p>
    unsafe at "<b><i class=x>"
      `<b>` is HTML. It was left out.
      Write `**bold**` instead. To show a `<`, write `\<`.
    unsafe at "<your name>"
      `<your name>` is HTML. It was left out.
      Write it in Markdown or as plain text. To show a `<`, write `\<`.
    unsafe at "</p>"
      `</p>` is HTML. It was left out.
      Write plain paragraphs with blank lines between instead. To show a `<`, write `\<`.
    "#);
}

#[test]
fn html_that_takes_lines_is_left_out_with_its_words() {
    assert_snapshot!(
        html_and_problems("a\n\n<div onclick=x>\n<p>b\n</div>\n\n- <!-- c\n  d -->\n\n<script>\n\ne</script>\n"),
        @r#"
        <p>a</p>
        <ul>
        <li></li>
        </ul>
        unsafe at "<div onclick=x>\n<p>b\n</div>"
          `<div onclick=x>` begins HTML. It was left out, with the words in it.
          Write plain paragraphs with blank lines between instead. To show a `<`, write `\<`.
        unsafe at "<!-- c\n  d -->"
          `<!-- c` begins a comment. It was left out.
          Delete it: it does not show on the page, but anyone can read it in the file.
        unsafe at "<script>\n\ne</script>"
          `<script>` begins HTML. It was left out, with the words in it.
          Write it in Markdown or as plain text. To show a `<`, write `\<`.
        "#
    );
}

#[test]
fn characters_that_reorder_or_do_not_show_are_left_out() {
    assert_snapshot!(
        html_and_problems("# a\u{202e}b\n\nc\u{1}d &#x2066; `e\u{7f}`\n\n![f\u{2069}](/g \"h\u{202d}\")\n"),
        @r#"
        <h2 id="h-ab">ab</h2>
        <p>cd  <code>e</code></p>
        <p><img src="/g" alt="f" title="h" loading="lazy"></p>
        unsafe at "\u{202e}"
          A character that reorders the text around it was left out.
          Delete it. Right-to-left text is put in order without it.
        unsafe at "\u{1}"
          An invisible character was left out.
          Delete it.
        unsafe at "&#x2066;"
          A character that reorders the text around it was left out.
          Delete it. Right-to-left text is put in order without it.
        unsafe at "`e\u{7f}`"
          An invisible character was left out.
          Delete it.
        unsafe at "![f\u{2069}](/g \"h\u{202d}\")"
          A character that reorders the text around it was left out.
          Delete it. Right-to-left text is put in order without it.
        unsafe at "![f\u{2069}](/g \"h\u{202d}\")"
          A character that reorders the text around it was left out.
          Delete it. Right-to-left text is put in order without it.
        "#
    );
}

#[test]
fn blocks_of_a_text_with_right_to_left_letters_find_their_direction() {
    assert_snapshot!(html("# שלום\n\nabc\n\n- d\n\n|e|\n|-|\n|f|\n"), @r#"
    <h2 dir="auto" id="h-שלום">שלום</h2>
    <p dir="auto">abc</p>
    <ul>
    <li dir="auto">d</li>
    </ul>
    <div class="table" role="group" tabindex="0" aria-label="Table">
    <table>
    <thead>
    <tr>
    <th dir="auto">e</th></tr>
    </thead>
    <tbody>
    <tr>
    <td dir="auto">f</td></tr>
    </tbody>
    </table>
    </div>
    "#);
}

#[test]
fn twenty_warnings_are_given_and_the_rest_counted() {
    let (_, diagnostics) = read_body(&"a <b>\n\n".repeat(23));
    assert_eq!(diagnostics.len(), 21);
    let last = &diagnostics[20];
    assert_eq!(last.message, "From here on, 3 more things were left out of this text.");
    assert_eq!((last.place.start.line, last.place.start.column), (41, 3));
}

#[test]
fn problems_in_a_key_name_it_and_stand_at_their_place() {
    let file = "joining:\n  steps:\n    - \"Don't \\\n       <b>\\u0077ait</b>\"\n";
    let text = "Don't <b>wait</b>";
    let source = SourceFile::new("content/groups/a.md", file);
    let span = Span::new(file.find('"').unwrap_or_default(), file.len() - 1);
    let origin =
        Origin { source: &source, span, key: "joining.steps[0]", prefix: "step1", top_level: 3 };
    let mut diagnostics = Vec::new();
    let prose = read(text, &origin, &mut diagnostics);
    assert_eq!(as_typed(&prose), "<p>Don't wait</p>\n");
    let [problem] = &diagnostics[..] else { panic!("{diagnostics:?}") };
    assert_eq!((problem.code, problem.key.as_deref()), (Code::Unsafe, Some("joining.steps[0]")));
    assert_eq!(&file[problem.place.span.range()], "<b>");
    assert_eq!((problem.place.start.line, problem.place.start.column), (4, 8));
}

#[test]
fn the_text_is_what_stands_between_the_markup() {
    let (prose, _) = read_body("## Tea & *cake*\n\n[Read; on](/a/ \"x > y\") 1 < 2\n");
    let pieces: Vec<&str> = prose.text().map(str::trim).filter(|piece| !piece.is_empty()).collect();
    assert_eq!(pieces, ["Tea", "cake", "Read; on", "1", "2"]);
}
