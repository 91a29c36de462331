//! Texts as data for scripts, which choose among forms by `Intl.PluralRules`.

use fluent_syntax::ast::{
    Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey,
};
use fluent_syntax::unicode::unescape_unicode_to_string;
use serde_json::{Map, Value, json};

/// A text: a string with gaps such as `{n}`; or `{by, of}`, the name of a variable and the text for each of its
/// values or plural categories, the one for all others as `other`.
pub(super) fn forms(pattern: &Pattern<&str>) -> Value {
    forms_of(String::new(), &pattern.elements.iter().collect::<Vec<_>>())
}

/// `written` and then what the elements say. A choice within a text is one of whole texts.
fn forms_of(mut written: String, elements: &[&PatternElement<&str>]) -> Value {
    for (at, element) in elements.iter().enumerate() {
        match element {
            PatternElement::TextElement { value } => written.push_str(value),
            PatternElement::Placeable { expression } => {
                if let Some((by, variants)) = choice(expression) {
                    return choose(by, variants, &written, &elements[at + 1..]);
                }
                written.push_str(&gap(expression));
            }
        }
    }
    Value::String(written)
}

fn choose(
    by: &str,
    variants: &[Variant<&str>],
    before: &str,
    after: &[&PatternElement<&str>],
) -> Value {
    let mut of = Map::new();
    for variant in variants {
        let elements: Vec<_> = variant.value.elements.iter().chain(after.iter().copied()).collect();
        let form = forms_of(before.to_owned(), &elements);
        let (VariantKey::Identifier { name } | VariantKey::NumberLiteral { value: name }) =
            &variant.key;
        if variant.default {
            of.insert("other".to_owned(), form.clone());
        }
        of.insert((*name).to_owned(), form);
    }
    json!({"by": by, "of": of})
}

fn choice<'p, 's>(
    expression: &'p Expression<&'s str>,
) -> Option<(&'s str, &'p [Variant<&'s str>])> {
    match expression {
        Expression::Select { selector: InlineExpression::VariableReference { id }, variants } => {
            Some((id.name, variants))
        }
        Expression::Inline(InlineExpression::Placeable { expression }) => choice(expression),
        _ => None,
    }
}

fn gap(expression: &Expression<&str>) -> String {
    match expression {
        Expression::Inline(InlineExpression::VariableReference { id }) => {
            format!("{{{}}}", id.name)
        }
        Expression::Inline(InlineExpression::StringLiteral { value }) => {
            unescape_unicode_to_string(value).into_owned()
        }
        Expression::Inline(InlineExpression::NumberLiteral { value }) => (*value).to_owned(),
        Expression::Inline(InlineExpression::Placeable { expression }) => gap(expression),
        _ => String::new(), // no text of the catalogue has any, and none of a site's own is read
    }
}
