//! The ornament of a group or a term: dots in rings around a middle, as in the logo.

use serde::Serialize;

/// How many tints the theme has. Fields of practice take them in turn.
pub const TINTS: usize = 8;

/// How many rings of dots an ornament has.
const RINGS: i32 = 3;

/// The widths of dots. Neighbours are ten apart.
const WIDTHS: [u32; 3] = [3, 5, 8];

/// How far below the middle each row of dots is, from [`RINGS`] rows above it: rows of equal triangles.
const ROWS: [&str; 7] = ["-26", "-17.3", "-8.7", " 0", " 8.7", " 17.3", " 26"];

/// An ornament, drawn around the point 0, 0 in a square that reaches 36 in each direction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EmblemView {
    /// Which of the theme's tints it has, from 1; 0 where it has that of the site.
    pub tint: usize,
    /// Its dots by their widths.
    pub dots: Vec<DotsView>,
}

/// The dots of one width.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DotsView {
    /// How wide they are.
    pub width: u32,
    /// Where they are: SVG path data of lines without length, whose round ends show as dots (SVG 2, section 13.5.4).
    pub path: String,
}

impl EmblemView {
    /// The ornament of an id, which alone decides where its dots are.
    pub(super) fn of(id: &str, tint: usize) -> Self {
        let hash = blake3::hash(id.as_bytes());
        let mut bytes = hash.as_bytes().iter();
        let mut choose = |from: usize| bytes.next().map_or(0, |byte| usize::from(*byte) % from);
        let mut paths = [const { String::new() }; WIDTHS.len()];
        push(&mut paths[choose(WIDTHS.len())], 0, 0);
        // The first ring is whole. Around it, a set of dots may be left out.
        push_around(&mut paths[choose(WIDTHS.len())], 1, 0);
        for (right, lower) in (2..=RINGS).flat_map(|ring| (0..ring).map(move |at| (ring - at, at)))
        {
            if let Some(path) = paths.get_mut(choose(WIDTHS.len() + 1)) {
                push_around(path, right, lower);
            }
        }
        let dots = WIDTHS.into_iter().zip(paths).filter(|(_, path)| !path.is_empty());
        Self { tint, dots: dots.map(|(width, path)| DotsView { width, path }).collect() }
    }
}

/// Adds a dot, so many steps to the right and so many to the lower right of the middle, and the five to which it turns by
/// a sixth of a circle each.
fn push_around(path: &mut String, mut right: i32, mut lower: i32) {
    for _ in 0..6 {
        push(path, right, lower);
        (right, lower) = (-lower, right + lower);
    }
}

fn push(path: &mut String, right: i32, lower: i32) {
    let x = 10 * right + 5 * lower;
    let row = usize::try_from(lower + RINGS).ok().and_then(|row| ROWS.get(row));
    path.extend(["M", &x.to_string(), row.unwrap_or(&" 0"), "h0"]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_has_the_same_ornament_on_every_build() {
        let emblem = EmblemView::of("strengths-in-coaching", 3);
        let dots = emblem.dots.iter().map(|it| format!("{}: {}", it.width, it.path));
        insta::assert_snapshot!(dots.collect::<Vec<_>>().join("\n"), @r"
        3: M15 8.7h0M0 17.3h0M-15 8.7h0M-15-8.7h0M0-17.3h0M15-8.7h0
        5: M0 0h0M10 0h0M5 8.7h0M-5 8.7h0M-10 0h0M-5-8.7h0M5-8.7h0M20 0h0M10 17.3h0M-10 17.3h0M-20 0h0M-10-17.3h0M10-17.3h0M25 8.7h0M5 26h0M-20 17.3h0M-25-8.7h0M-5-26h0M20-17.3h0
        ");
    }

    #[test]
    fn the_theme_has_every_tint_and_a_social_picture_of_each() {
        let assets = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/guild/assets");
        let css = std::fs::read_to_string(assets.join("guild.css")).unwrap();
        for tint in 1..=TINTS {
            assert!(css.contains(&format!(".tint-{tint} {{ --hue: ")), "{tint}");
        }
        assert!(!css.contains(&format!(".tint-{}", TINTS + 1)));
        assert!((0..=TINTS).all(|tint| assets.join(format!("social-{tint}.png")).exists()));
    }

    #[test]
    fn different_ids_have_different_ornaments_of_few_bytes() {
        let emblems: Vec<EmblemView> =
            (0..100).map(|number| EmblemView::of(&format!("group-{number}"), 1)).collect();
        let all: std::collections::HashSet<String> =
            emblems.iter().map(|it| serde_json::to_string(it).unwrap()).collect();
        assert!(all.len() > 95, "{}", all.len());
        for emblem in emblems {
            let bytes: usize = emblem.dots.iter().map(|dots| dots.path.len()).sum();
            assert!(bytes < 400, "{bytes}");
        }
    }
}
