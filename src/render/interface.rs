//! How the words of the interface get into templates and scripts.

use std::borrow::Cow;
use std::sync::Arc;

use foldhash::HashMap;
use tera::{Error, Function, Kwargs, State, TeraResult, Value};

use super::assets::Files;
use super::escape::escape;
use crate::words::{Filling, Words};

/// Placeholders for HTML while the text around it is escaped: characters that no text may contain (Unicode, section
/// 23.7).
fn noncharacters() -> std::ops::RangeInclusive<char> {
    '\u{FDD0}'..='\u{FDEF}'
}

/// The template function `words(key="group-count", n=list.total)`: a text of the catalogue, its variables
/// filled. A variable that is safe HTML, such as a link made by `set`, stays HTML, and the text around it is
/// escaped. With `language=` it is in that language or, where there is none in it, in the site's.
pub(super) fn function(words: &Arc<Words>) -> impl Function<TeraResult<Value>> + use<> {
    let words = Arc::clone(words);
    let constants: HashMap<String, Value> =
        words.constants().map(|(key, text)| (key.to_owned(), Value::normal_string(text))).collect();
    move |arguments: Kwargs, _: &State| -> TeraResult<Value> {
        let key = Cow::Borrowed(arguments.must_get::<&str>("key")?);
        let key = match arguments.get::<&str>("language")? {
            Some(language) => Cow::Owned(words.key_near(language, &key)),
            None => key,
        };
        match constants.get(&*key) {
            Some(constant) => Ok(constant.clone()),
            None => fill(&words, &key, &arguments),
        }
    }
}

fn fill(words: &Words, key: &str, arguments: &Kwargs) -> TeraResult<Value> {
    let mut html: Vec<(char, &str)> = Vec::new();
    let mut fillings = Vec::new();
    let named = arguments.iter().filter_map(|(name, value)| Some((name.as_str()?, value)));
    for (name, value) in named.filter(|(name, _)| !["key", "language"].contains(name)) {
        let mark = value.as_str().filter(|_| value.is_safe()).zip(noncharacters().nth(html.len()));
        let filling = match mark {
            Some((text, mark)) => {
                html.push((mark, text));
                Filling::from(mark.to_string())
            }
            None => filling(name, value)?,
        };
        fillings.push((name, filling));
    }
    let said = words.say(key, fillings.into_iter()).map_err(Error::message)?;
    if html.is_empty() {
        return Ok(Value::normal_string(&said));
    }
    let mut escaped = Vec::new();
    escape(&said, &mut escaped)?;
    let escaped = String::from_utf8_lossy(&escaped).into_owned();
    let whole = html.iter().fold(escaped, |text, (mark, html)| text.replace(*mark, html));
    Ok(Value::safe_string(&whole))
}

/// A text or a number for a variable. No text can pass for HTML.
fn filling<'a>(name: &str, value: &'a Value) -> TeraResult<Filling<'a>> {
    if let Some(text) = value.as_str() {
        let is_mark = |character: char| noncharacters().contains(&character);
        let has_mark = text.contains(is_mark);
        return Ok(if has_mark { text.replace(is_mark, "").into() } else { text.into() });
    }
    match value.as_u64() {
        Some(number) => Ok(Filling::from(number)),
        None => Err(Error::message(format!("`{name}` is neither a text nor a number"))),
    }
}

/// Puts the words that a script says into it. Where a script of the theme has the string
/// `"words:script-times- group-count"`, the published one has an object with the texts of the keys that begin with
/// `script-times-`, and of `group-count`.
pub(super) fn put_into_scripts(words: &Words, files: &mut Files<'_>) {
    let is_script = |path: &str| {
        path.starts_with("assets/") && matches!(path.rsplit_once('.'), Some((_, "js")))
    };
    for (_, bytes) in files.iter_mut().filter(|(path, _)| is_script(path)) {
        let Ok(text) = std::str::from_utf8(bytes) else { continue };
        if let Some(written) = with_words(words, text) {
            *bytes = Cow::Owned(written.into_bytes());
        }
    }
}

/// A script with its words, if it has any.
fn with_words(words: &Words, script: &str) -> Option<String> {
    const OPENING: &str = "\"words:";
    let mut written = String::new();
    let mut rest = script;
    while let Some((before, after)) = rest.split_once(OPENING) {
        let Some((names, after)) = after.split_once('"') else { break };
        written.push_str(before);
        written.push_str(&words.script(&names.split_whitespace().collect::<Vec<_>>()));
        rest = after;
    }
    (!written.is_empty()).then(|| written + rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Own;
    use tera::{Context, Tera};

    /// What a template shows of a text that a site says its own way.
    fn shown(own: &str, template: &str) -> Result<String, String> {
        let own = Own::read("numbered-title", own).unwrap();
        let mut tera = Tera::new();
        tera.set_escape_fn(escape);
        tera.register_function("words", function(&Arc::new(Words::new("en", vec![own]))));
        let mut context = Context::new();
        context.insert("name", "<i>");
        tera.render_str(template, &context, true).map_err(|error| error.to_string())
    }

    #[test]
    fn a_text_is_escaped_and_so_is_what_fills_it() {
        let said = shown(
            "<b>{ $title }</b> & { $number }",
            "{{ words(key=\"numbered-title\", title=name, number=\"s\") }}",
        );
        assert_eq!(said.unwrap(), "&lt;b&gt;&lt;i&gt;&lt;/b&gt; &amp; s");
    }

    #[test]
    fn html_of_the_template_stays_html_and_the_rest_is_escaped() {
        let template = "{% set link %}<a href=\"/\">{{ name }}</a>{% endset %}\
             {{ words(key=\"numbered-title\", title=link, number=\"\u{FDD0}<u>\") }}";
        let said = shown("<b> { $title }, { $number }", template);
        assert_eq!(said.unwrap(), "&lt;b&gt; <a href=\"/\">&lt;i&gt;</a>, &lt;u&gt;");
    }

    #[test]
    fn words_that_are_not_there_are_an_error_of_the_template() {
        let told = |template: &str| shown("{ $title }{ $number }", template).unwrap_err();
        assert!(told("{{ words(key=\"numbered-titel\") }}").contains("no text `numbered-titel`"));
        assert!(told("{{ words(key=\"numbered-title\", title=name) }}").contains("$number"));
    }

    #[test]
    fn a_script_gets_the_words_that_it_names() {
        let words = Words::english();
        let script = "const say = sayer(\"words:group-count\");\n";
        let with_words = with_words(&words, script).unwrap();
        assert_eq!(
            with_words,
            "const say = sayer({\"group-count\":{\"by\":\"n\",\"of\":{\"one\":\"{n} group\",\"other\":\"{n} groups\"}}});\n"
        );
        assert_eq!(super::with_words(&words, "const one = 1;"), None);
    }
}
