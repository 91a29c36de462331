//! A theme, ready to render.

use std::collections::BTreeMap;
use std::sync::Arc;

use rust_embed::Embed;
use tera::{Context, Tera};

use super::assets::{self, Assets, Files};
use super::escape;
use super::interface;
use super::templates::Templates;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::pages::view::{Card, SiteView, View};
use crate::words::Words;

/// The built-in theme's files.
#[derive(Embed)]
#[folder = "themes/guild/"]
struct BuiltIn;

/// A theme: the built-in one, with a site's own files over it.
#[derive(Debug)]
pub struct Theme {
    tera: Tera,
    templates: Templates,
    assets: Assets,
}

/// The theme's style sheet, which the publisher's own colours follow.
const STYLE_SHEET: &str = "assets/guild.css";

/// As many bytes as most pages have without their cards.
const USUAL_LENGTH: usize = 24 * 1024;

impl Theme {
    /// Reads a theme by its name. Each of the `overrides`, a path inside the theme's folder such as
    /// `templates/group.html` with its bytes, takes the place of the built-in file of that path, or
    /// is added. Files that are in neither `templates/` nor `assets/` are left alone.
    ///
    /// Every template escapes what it shows, whatever its name ends in. Templates and scripts say `words` by
    /// their keys.
    ///
    /// # Errors
    /// Every template that cannot be read, with its place, and every asset whose name cannot be in
    /// an address.
    pub fn load<'a>(
        name: &str,
        overrides: impl Iterator<Item = (&'a str, &'a [u8])>,
        site: &SiteView,
        words: &Arc<Words>,
    ) -> Result<Self, Vec<Diagnostic>> {
        let mut files = built_in();
        files.extend(overrides.map(|(path, bytes)| (path.into(), bytes.into())));

        if let Some(css) = files.get_mut(STYLE_SHEET).filter(|_| !site.colours.is_empty()) {
            css.to_mut().extend_from_slice(site.colours.as_bytes());
        }
        interface::put_into_scripts(words, &mut files);
        let folder = format!("themes/{name}");
        let mut theme =
            Self { tera: tera(), templates: Templates::new(&folder), assets: Assets::default() };
        let mut problems = theme.sort_in(&folder, files);
        theme.tera.register_function("asset", theme.assets.function(&site.base_path));
        theme.tera.register_function("words", interface::function(words));
        theme.tera.global_context().insert("site", site);
        problems.extend(theme.templates.load_into(&mut theme.tera).err().into_iter().flatten());
        if problems.is_empty() { Ok(theme) } else { Err(problems) }
    }

    /// The page as HTML, with the HTML of the cards that it shows.
    ///
    /// # Errors
    /// A template that asks for what is not there, with its place.
    pub fn render(&self, view: &View, cards: &[Arc<str>]) -> Result<String, Vec<Diagnostic>> {
        let page = Context::from_serialize(view).and_then(|mut context| {
            let cards: Vec<&str> = cards.iter().map(|card| &**card).collect();
            context.insert("cards", &cards);
            let length = cards.iter().map(|card| card.len()).sum::<usize>() + USUAL_LENGTH;
            let mut html = Vec::with_capacity(length);
            self.tera.render_to(view.body.template(), &context, &mut html)?;
            Ok(String::from_utf8(html)?)
        });
        page.map_err(|error| self.templates.diagnostics(&error))
    }

    /// A group's card as HTML.
    ///
    /// # Errors
    /// A template that asks for what is not there, with its place.
    pub fn render_card(&self, card: &Card) -> Result<String, Vec<Diagnostic>> {
        let mut context = Context::new();
        context.insert("group", card);
        self.tera.render("card.html", &context).map_err(|error| self.templates.diagnostics(&error))
    }

    /// The theme's assets: their public paths, such as `assets/guild.0123456789.css`, without the
    /// site's base path, and their bytes. In the order of their names.
    pub fn assets(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.assets.iter()
    }

    /// Puts each file where it belongs; gives those that cannot be used.
    fn sort_in(&mut self, folder: &str, files: Files<'_>) -> Vec<Diagnostic> {
        let mut problems = Vec::new();
        let mut published = BTreeMap::new();
        for (path, bytes) in files {
            let whole = || Place::whole_file(&format!("{folder}/{path}").into());
            if let Some(name) = path.strip_prefix("templates/") {
                match std::str::from_utf8(&bytes) {
                    Ok(text) => self.templates.add(name, text),
                    Err(_) => problems.push(not_text(whole())),
                }
            } else if let Some(name) = path.strip_prefix("assets/") {
                if assets::is_addressable(name) {
                    published.insert(name.to_owned(), bytes.into_owned());
                } else {
                    problems.push(not_addressable(whole()));
                }
            }
        }
        match Assets::publish(published) {
            Ok(assets) => self.assets = assets,
            Err(circle) => problems.extend(circle.iter().map(|name| in_a_circle(folder, name))),
        }
        problems
    }
}

fn built_in<'a>() -> Files<'a> {
    BuiltIn::iter().filter_map(|path| BuiltIn::get(&path).map(|file| (path, file.data))).collect()
}

/// Tera with our escaping in every template: each name ends in nothing.
fn tera() -> Tera {
    let mut tera = Tera::new();
    tera.autoescape_on([""]);
    tera.set_escape_fn(escape::escape);
    tera.register_filter("isolate", escape::isolate);
    tera.register_filter("breakable", escape::breakable);
    tera
}

fn not_text(place: Place) -> Diagnostic {
    Diagnostic::new(Code::Encoding, place, "The template is not UTF-8 text.")
        .help("Save it again as UTF-8.")
}

fn not_addressable(place: Place) -> Diagnostic {
    Diagnostic::new(Code::Value, place, "The file's name cannot be part of an address.")
        .help("Rename it, using only letters from a to z, digits, hyphens, underscores and dots.")
}

fn in_a_circle(folder: &str, name: &str) -> Diagnostic {
    let place = Place::whole_file(&format!("{folder}/assets/{name}").into());
    Diagnostic::new(Code::Value, place, "The file imports others that import it in turn.")
        .help("Move what both need into a separate file.")
}
