//! The plan of the site: every address once, each with a small recipe.

use rayon::prelude::*;
use unicode_normalization::UnicodeNormalization as _;

use super::Address;
use super::drawing::Drawing;
use super::paging::SITEMAP_LENGTH;
use super::recipe::Recipe;
use crate::charter::Reading;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::directory::Directory;
use crate::source::StaticFile;

/// Where nothing but a build's own files stand.
const RESERVED: &[&str] =
    &["/assets/", "/search/index/", "/.guildhall-manifest.json", "/__guildhall/"];

/// An address and how to make what stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Where it stands.
    pub address: Address,
    /// What it is made of.
    pub recipe: Recipe,
}

/// Every page of the site, sorted by address.
#[derive(Debug)]
pub struct Plan {
    pages: Vec<Page>,
    statics: Vec<StaticFile>,
}

impl Plan {
    /// Draws the plan of a directory's site. Two pages that want one address are a problem; the first
    /// keeps it.
    pub fn draw<'a>(
        directory: &Directory,
        readings: impl Iterator<Item = &'a Reading>,
        statics: Vec<StaticFile>,
    ) -> (Self, Vec<Diagnostic>) {
        let (mut pages, mut problems) = Drawing::of(directory, readings, &statics);
        pages.par_sort_unstable_by(|a, b| a.address.cmp(&b.address));
        let plan = Self { pages, statics };
        problems.extend(plan.statics.iter().filter_map(|file| plan.static_file_in_the_way(file)));
        (plan, problems)
    }

    /// Every page, sorted by address.
    pub fn pages(&self) -> &[Page] {
        &self.pages
    }

    /// The page at an address.
    pub fn find(&self, address: &str) -> Option<&Page> {
        let position = self.pages.binary_search_by(|page| page.address.as_str().cmp(address));
        position.ok().map(|position| &self.pages[position])
    }

    /// The pages that a part of the sitemap lists.
    pub fn sitemap_part(&self, part: usize) -> impl Iterator<Item = &Page> {
        let listed =
            self.pages.iter().filter(|page| page.recipe.is_for_search_engines(&page.address));
        listed.skip(part * SITEMAP_LENGTH).take(SITEMAP_LENGTH)
    }

    /// The page whose file has a path, from `/`: `/groups/index.html` is that of `/groups/`.
    fn find_file(&self, path: &str) -> Option<&Page> {
        let of_folder = path.strip_suffix("index.html").filter(|folder| folder.ends_with('/'));
        self.find(path).or_else(|| self.find(of_folder?))
    }

    /// Says that a static file stands where a page needs a folder or, but for capital letters, the file
    /// itself; that a page stands where the file needs a folder; or that its path is kept for what a build
    /// writes. Many systems take capitals and small letters for the same.
    fn static_file_in_the_way(&self, file: &StaticFile) -> Option<Diagnostic> {
        let path = format!("/{}", file.path);
        let small: String = path.nfc().flat_map(char::to_lowercase).collect();
        let below = format!("{small}/");
        let after = self.pages.partition_point(|page| page.address.as_str() < below.as_str());
        let is_folder = |page: &Page| page.address.as_str().starts_with(&below);
        let mut folders = small.match_indices('/').skip(1).map(|(slash, _)| &small[..slash]);
        // Two static files that differ by capital letters only are told as such, by `static`.
        let other = || (small != path).then(|| self.find_file(&small)).flatten();
        let page = || other().filter(|page| !matches!(page.recipe, Recipe::Static(_)));
        let taken_by = if RESERVED.iter().any(|reserved| below.starts_with(reserved)) {
            "the files that every build writes".to_owned()
        } else if let Some(page) = self.pages.get(after).filter(|page| is_folder(page)) {
            format!("{} and what is below it", page.address)
        } else {
            let page = folders.find_map(|path| self.find_file(path)).or_else(page)?;
            format!("the file of {}", page.address)
        };
        let place = Place::whole_file(&file.source().into());
        let message = format!("The address {path} is taken: {taken_by} must stand there.");
        Some(
            Diagnostic::new(Code::Duplicate, place, message)
                .help("Give the file another name or folder."),
        )
    }

    /// A static file by its position.
    pub fn static_file(&self, position: usize) -> &StaticFile {
        &self.statics[position]
    }
}
