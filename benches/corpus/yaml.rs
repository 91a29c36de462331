//! The same values in the many ways in which people write YAML.

use super::random::Random;

/// The width at which people break lines.
const WIDTH: usize = 100;

/// A value of a mapping.
pub enum Value {
    /// As it is: a number, a date, an id.
    Plain(String),
    Text(String),
}

/// `key: value`, with no line break at the end.
pub fn entry(key: &str, value: &str) -> String {
    format!("{key}: {value}")
}

/// A text of one line: plain where that is safe, or in quotes.
pub fn line(random: &mut Random, text: &str, in_flow: bool) -> String {
    match random.below(10) {
        0 => double_quoted(text),
        1 => format!("'{}'", text.replace('\'', "''")),
        _ if is_plain(text, in_flow) => text.to_owned(),
        _ => double_quoted(text),
    }
}

fn double_quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// Whether a text is safe without quotes.
fn is_plain(text: &str, in_flow: bool) -> bool {
    let means_something = |text: &str| {
        text.contains(": ")
            || text.contains(" #")
            || text.ends_with(':')
            || in_flow && text.contains([',', '[', ']', '{', '}'])
    };
    text.starts_with(char::is_alphabetic) && !means_something(text)
}

/// A key and a text, which may also be a folded block when it is long.
pub fn text(random: &mut Random, indent: usize, key: &str, text: &str) -> String {
    if text.len() > 60 && random.chance(40) {
        let indent = indent + 2;
        return format!("{key}: >-\n{}", wrapped(text, indent));
    }
    entry(key, &line(random, text, false))
}

/// A key and paragraphs of Markdown as a literal block.
pub fn literal(indent: usize, key: &str, paragraphs: &[String]) -> String {
    let margin = " ".repeat(indent + 2);
    let paragraphs: Vec<String> = paragraphs.iter().map(|text| format!("{margin}{text}")).collect();
    format!("{key}: |-\n{}", paragraphs.join("\n\n"))
}

/// The text with lines broken and indented.
pub fn wrapped(text: &str, indent: usize) -> String {
    let margin = " ".repeat(indent);
    let mut wrapped = margin.clone();
    let mut width = indent;
    for word in text.split(' ') {
        let length = word.chars().count();
        if width > indent && width + 1 + length > WIDTH {
            wrapped.push('\n');
            wrapped.push_str(&margin);
            width = indent;
        } else if width > indent {
            wrapped.push(' ');
            width += 1;
        }
        wrapped.push_str(word);
        width += length;
    }
    wrapped
}

/// A key and a list of ids, dates or numbers.
pub fn ids(random: &mut Random, indent: usize, key: &str, items: &[String]) -> String {
    if random.chance(80) {
        return format!("{key}: [{}]", items.join(", "));
    }
    format!("{key}:{}", dashes(indent, items))
}

/// A key and a list of ids and sentences.
pub fn texts(random: &mut Random, indent: usize, key: &str, items: &[String]) -> String {
    let in_flow = items.iter().map(String::len).sum::<usize>() < WIDTH && random.chance(60);
    let items: Vec<String> = items.iter().map(|item| line(random, item, in_flow)).collect();
    if in_flow {
        format!("{key}: [{}]", items.join(", "))
    } else {
        format!("{key}:{}", dashes(indent, &items))
    }
}

/// A list in block style. The items' own lines are indented already.
pub fn dashes(indent: usize, items: &[String]) -> String {
    let start = format!("\n{}- ", " ".repeat(indent + 2));
    items.iter().flat_map(|item| [start.as_str(), item]).collect()
}

/// A key and a mapping, on one line or on several.
pub fn mapping(random: &mut Random, indent: usize, key: &str, values: &[(&str, Value)]) -> String {
    let in_flow = random.chance(60);
    let entries: Vec<String> = values
        .iter()
        .map(|(name, value)| match value {
            Value::Plain(value) => entry(name, value),
            Value::Text(text) => entry(name, &line(random, text, in_flow)),
        })
        .collect();
    if in_flow {
        format!("{key}: {{{}}}", entries.join(", "))
    } else {
        block(indent, key, &entries)
    }
}

/// A key and a mapping of entries that are rendered already, in block style.
pub fn block(indent: usize, key: &str, entries: &[String]) -> String {
    let start = format!("\n{}", " ".repeat(indent + 2));
    let lines: String = entries.iter().flat_map(|entry| [start.as_str(), entry]).collect();
    format!("{key}:{lines}")
}

/// A mapping as an item of a list whose key is at that indentation.
pub fn item(indent: usize, entries: &[String]) -> String {
    entries.join(&format!("\n{}", " ".repeat(indent + 4)))
}
