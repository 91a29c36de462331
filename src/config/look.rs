//! The look that the publisher sets: a logo, and colours in place of the theme's.

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};

use crate::diagnostic::{Code, Span, Spanned, shorten};
use crate::source::Sources;
use crate::yaml::{Decoder, Fields, Node};

/// The look that the publisher sets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// The path of a picture on the site: `/logo.svg`.
    pub logo: Option<String>,
    /// The colours of the light and of the dark scheme, as CSS; empty where none is set.
    pub css: String,
}

/// The colours of the built-in theme: the name of each as the style sheet has it, light and dark.
const PALETTE: &[(&str, Colour, Colour)] = &[
    ("paper", Colour(0xfa_f6ee), Colour(0x1b_1816)),
    ("sheet", Colour(0xff_fdf8), Colour(0x23_1f1c)),
    ("tint", Colour(0xf4_ebe3), Colour(0x2a_2421)),
    ("ink", Colour(0x2a_2420), Colour(0xeb_e4da)),
    ("soft", Colour(0x64_5950), Colour(0xb9_aea2)),
    ("rule", Colour(0xdf_d4c5), Colour(0x40_3832)),
    ("edge", Colour(0x8b_7d6e), Colour(0x87_7b70)),
    ("accent", Colour(0x7a_2b4a), Colour(0xea_a9c0)),
    ("accent-deep", Colour(0x59_1c34), Colour(0xf6_cbd9)),
    ("on-accent", Colour(0xff_faf5), Colour(0x2b_0e1a)),
];

/// Which text colour is used on which background.
const PAIRS: &[(&str, &[&str])] = &[
    ("ink", &["paper", "sheet", "tint"]),
    ("soft", &["paper", "sheet", "tint"]),
    ("accent", &["paper", "sheet", "tint"]),
    ("accent-deep", &["paper", "sheet", "tint"]),
    ("on-accent", &["accent", "accent-deep"]),
];

/// The least contrast of text (WCAG 2.2, success criterion 1.4.3).
const LEAST_CONTRAST: f64 = 4.5;

/// A colour: red, green and blue, eight bits each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Colour(u32);

impl Colour {
    /// Reads `#7a2b4a`.
    fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
        let is_hexadecimal = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_hexadecimal.then(|| u32::from_str_radix(digits, 16).ok().map(Self)).flatten()
    }

    fn channels(self) -> [u32; 3] {
        [self.0 >> 16 & 0xff, self.0 >> 8 & 0xff, self.0 & 0xff]
    }

    /// The relative luminance, 0 to 1 (WCAG 2.2).
    fn luminance(self) -> f64 {
        let linear = |channel: u32| {
            let value = f64::from(channel) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        let [red, green, blue] = self.channels().map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// The contrast ratio, 1 to 21 (WCAG 2.2).
    fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// Three parts of this colour and one of another.
    fn towards(self, other: Self) -> Self {
        let mixed = self.channels().into_iter().zip(other.channels()).map(|(a, b)| (3 * a + b) / 4);
        Self(mixed.fold(0, |sum, channel| sum << 8 | channel))
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "#{:06x}", self.0)
    }
}

/// The colours of a scheme that are set, each with its place.
type Set = BTreeMap<&'static str, Spanned<Colour>>;

/// Reads `logo` and `colours`.
pub(super) fn read(decoder: &mut Decoder<'_>, fields: &Fields<'_>, sources: &Sources) -> Look {
    let logo = fields.get("logo").and_then(|node| read_logo(decoder, node, sources));
    let css = fields.get("colours").and_then(|node| read_colours(decoder, node));
    Look { logo, css: css.unwrap_or_default() }
}

const LOGO_HELP: &str = "Put the picture into content/static/, and write its name.";
const COLOUR_HELP: &str = "Write it in quotes, with six digits from 0 to f: \"#rrggbb\"";

fn read_logo(decoder: &mut Decoder<'_>, node: &Node, sources: &Sources) -> Option<String> {
    let typed = decoder.word(node, "the name of a picture", LOGO_HELP)?;
    let is_picture = [".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif"]
        .iter()
        .any(|ending| typed.to_ascii_lowercase().ends_with(ending));
    if is_picture && sources.statics().any(|file| &*file.path == typed) {
        return Some(format!("/{typed}"));
    }
    let message = format!("There is no picture `{}` in content/static/.", shorten(typed));
    decoder.report(Code::Value, node.span, message, LOGO_HELP);
    None
}

fn read_colours(decoder: &mut Decoder<'_>, node: &Node) -> Option<String> {
    let fields = decoder.fields(node, node.span, &["light", "dark"])?;
    let mut scheme = |key, default: fn(&(&str, Colour, Colour)) -> Colour| {
        let set = fields.get(key).and_then(|node| read_scheme(decoder, node)).unwrap_or_default();
        let all = PALETTE.iter().map(|entry| (entry.0, default(entry))).collect();
        let all = with(all, &set);
        check_contrast(decoder, &all, &set);
        properties(key, &all, &set)
    };
    let light = scheme("light", |entry| entry.1);
    let dark = scheme("dark", |entry| entry.2);
    Some(light + &dark)
}

fn read_scheme(decoder: &mut Decoder<'_>, node: &Node) -> Option<Set> {
    let names: Vec<&'static str> = PALETTE.iter().map(|entry| entry.0).collect();
    let fields = decoder.fields(node, node.span, &names)?;
    let mut set = Set::new();
    for name in names {
        let Some(node) = fields.get(name) else { continue };
        let Some(typed) = decoder.word(node, "a colour in quotes", COLOUR_HELP) else { continue };
        match Colour::parse(typed) {
            Some(value) => {
                set.insert(name, Spanned { value, span: node.span });
            }
            None => {
                let message = format!("`{}` is not a colour.", shorten(typed));
                decoder.report(Code::Value, node.span, message, COLOUR_HELP);
            }
        }
    }
    Some(set)
}

/// A scheme's colours with those that are set. A new accent brings a deeper one with it.
fn with(mut all: BTreeMap<&'static str, Colour>, set: &Set) -> BTreeMap<&'static str, Colour> {
    for (name, colour) in set {
        all.insert(name, colour.value);
    }
    if set.contains_key("accent") && !set.contains_key("accent-deep") {
        let deep = all["accent"].towards(all["ink"]); // the palette has both
        all.insert("accent-deep", deep);
    }
    all
}

/// Says of each colour that is set where text would be hard to read: the worst of its pairs.
fn check_contrast(decoder: &mut Decoder<'_>, all: &BTreeMap<&str, Colour>, set: &Set) {
    let pairs = PAIRS.iter().flat_map(|(text, grounds)| grounds.iter().map(move |it| (*text, *it)));
    let mut worst: BTreeMap<&str, (f64, &str, &str)> = BTreeMap::new();
    for (text, ground) in pairs {
        let contrast = all[text].contrast(all[ground]);
        let is_derived = text == "accent-deep" && !set.contains_key(text);
        let chosen = if is_derived { "accent" } else { text };
        let Some(name) = [chosen, ground].into_iter().find(|name| set.contains_key(name)) else {
            continue;
        };
        if contrast < LEAST_CONTRAST && worst.get(name).is_none_or(|(least, ..)| contrast < *least)
        {
            worst.insert(name, (contrast, text, ground));
        }
    }
    for (name, (contrast, text, ground)) in worst {
        let span: Span = set[name].span;
        let message = format!(
            "Text in `{text}` {} on `{ground}` {} has a contrast of {:.1} to 1, and needs {LEAST_CONTRAST} to 1 to be \
            easy to read.",
            all[text],
            all[ground],
            (contrast * 10.0).floor() / 10.0
        );
        let is_lighter = all[text].luminance() > all[ground].luminance();
        let wanted = if is_lighter == (name != ground) { "lighter" } else { "darker" };
        let help = format!("Choose a {wanted} colour for `{name}`.");
        decoder.report(Code::Value, span, message, help);
    }
}

/// The colours of a scheme that are set, for that scheme on a screen alone: paper keeps its own.
fn properties(scheme: &str, all: &BTreeMap<&str, Colour>, set: &Set) -> String {
    if set.is_empty() {
        return String::new();
    }
    let mut css = format!("@media screen and (prefers-color-scheme: {scheme}) {{ :root {{");
    for (name, _, _) in PALETTE {
        if set.contains_key(name) || (*name == "accent-deep" && set.contains_key("accent")) {
            let _ = write!(css, " --{name}: {};", all[name]);
        }
    }
    css.push_str(" } }\n");
    css
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_the_guidelines() {
        let contrast = |one, two| format!("{:.2}", Colour(one).contrast(Colour(two)));
        assert_eq!(contrast(0, 0xff_ffff), "21.00");
        assert_eq!(contrast(0x77_7777, 0xff_ffff), "4.48");
        assert_eq!(contrast(0x76_7676, 0xff_ffff), "4.54");
    }

    #[test]
    fn every_text_of_the_theme_can_be_read_on_every_ground() {
        for scheme in [|it: &(_, Colour, Colour)| it.1, |it: &(_, Colour, Colour)| it.2] {
            let find = |name: &str| scheme(PALETTE.iter().find(|it| it.0 == name).unwrap());
            for (text, grounds) in PAIRS {
                for ground in *grounds {
                    let contrast = find(text).contrast(find(ground));
                    assert!(contrast >= LEAST_CONTRAST, "{text} on {ground}: {contrast}");
                }
            }
        }
    }

    #[test]
    fn the_palette_is_that_of_the_style_sheet() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/themes/guild/assets/guild.css");
        let css = std::fs::read_to_string(path).unwrap();
        let (light, rest) = css.split_once("@media (prefers-color-scheme: dark)").unwrap();
        let dark = rest.split_once("/* Ground */").unwrap().0;
        for (name, in_light, in_dark) in PALETTE {
            assert!(light.contains(&format!("--{name}: {in_light};")), "{name} {in_light}");
            assert!(dark.contains(&format!("--{name}: {in_dark};")), "{name} {in_dark}");
        }
    }
}
