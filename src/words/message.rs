//! What a text is made of.

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};

/// A part of a text that does not choose its form.
pub(super) enum Piece {
    Words(String),
    /// A variable, by its name.
    Variable(String),
}

/// What a text is put together of. `None` where it has more in braces than variables.
pub(super) fn pieces(pattern: &Pattern<&str>) -> Option<Vec<Piece>> {
    let piece = |element: &PatternElement<&str>| match element {
        PatternElement::TextElement { value } => Some(Piece::Words((*value).to_owned())),
        PatternElement::Placeable {
            expression: Expression::Inline(InlineExpression::VariableReference { id }),
        } => Some(Piece::Variable(id.name.to_owned())),
        PatternElement::Placeable { .. } => None,
    };
    pattern.elements.iter().map(piece).collect()
}

/// The names of the variables that a text takes, each once, in their order.
pub(super) fn variables<'s>(pattern: &Pattern<&'s str>) -> Vec<&'s str> {
    let mut found = Vec::new();
    each_inline(pattern, &mut |inline| {
        if let InlineExpression::VariableReference { id } = inline
            && !found.contains(&id.name)
        {
            found.push(id.name);
        }
    });
    found
}

/// Whether a text has variables and literals alone: it calls no function and refers to no other text.
pub(super) fn stands_alone(pattern: &Pattern<&str>) -> bool {
    let mut alone = true;
    each_inline(pattern, &mut |inline| {
        alone &= matches!(
            inline,
            InlineExpression::VariableReference { .. }
                | InlineExpression::StringLiteral { .. }
                | InlineExpression::NumberLiteral { .. }
        );
    });
    alone
}

/// Calls back with everything within braces, including the selectors of choices.
fn each_inline<'p, 's>(
    pattern: &'p Pattern<&'s str>,
    seen: &mut impl FnMut(&'p InlineExpression<&'s str>),
) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, seen);
        }
    }
}

fn in_expression<'p, 's>(
    expression: &'p Expression<&'s str>,
    seen: &mut impl FnMut(&'p InlineExpression<&'s str>),
) {
    match expression {
        Expression::Inline(InlineExpression::Placeable { expression }) => {
            in_expression(expression, seen);
        }
        Expression::Inline(inline) => seen(inline),
        Expression::Select { selector, variants } => {
            seen(selector);
            for variant in variants {
                each_inline(&variant.value, seen);
            }
        }
    }
}
