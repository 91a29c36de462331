//! The site that is served: the last good edition, over sources that are read again.

use std::borrow::Cow;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use super::overlay::page_without_site;
use super::{Answer, Body, Site};
use crate::config::BaseUrl;
use crate::diagnostic::{Diagnostic, Report, Texts};
use crate::pipeline::{Content, Edition, Loader, Options, Silent};

/// A site whose pages are rendered when they are asked for, by the code that builds it.
#[derive(Debug)]
pub struct LiveSite {
    root: PathBuf,
    loader: Mutex<Loader>,
    shown: RwLock<Shown>,
}

/// What is shown now.
#[derive(Clone, Debug)]
struct Shown {
    /// How often the sources have been read.
    reading: u64,
    /// The last edition without errors; none if there has not been one yet.
    edition: Option<Arc<Edition>>,
    /// The problems of this reading.
    report: Arc<Report>,
}

impl LiveSite {
    /// Reads the site below a folder, to be served at an address of its own. Problems do not stop it:
    /// they are shown.
    ///
    /// # Errors
    /// When the machine fails.
    pub fn open(root: &Path, today: jiff::civil::Date, base_url: BaseUrl) -> io::Result<Self> {
        let options = Options { today, base_url: Some(base_url) };
        let loader = Loader::open(root, options, &Silent)?;
        let (report, edition) = publish(&loader, None);
        let shown = Shown { reading: 0, edition: edition.map(Arc::new), report: Arc::new(report) };
        Ok(Self { root: root.to_owned(), loader: Mutex::new(loader), shown: RwLock::new(shown) })
    }

    fn shown(&self) -> Shown {
        self.shown.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Shows a new reading, and the earlier edition if the new one has errors.
    fn show(&self, report: Report, edition: Option<Edition>) {
        let mut shown = self.shown.write().unwrap_or_else(PoisonError::into_inner);
        shown.reading += 1;
        shown.report = Arc::new(report);
        if let Some(edition) = edition {
            let earlier = shown.edition.replace(Arc::new(edition));
            drop(shown);
            std::thread::spawn(move || drop(earlier)); // nobody waits while it is taken apart
        }
    }

    /// Adds what was found while a page was rendered, unless the sources have been read again since.
    fn add(&self, found: Vec<Diagnostic>, reading: u64) {
        let mut shown = self.shown.write().unwrap_or_else(PoisonError::into_inner);
        if shown.reading == reading {
            shown.report = Arc::new(Report::clone(&shown.report).with_more(found));
        }
    }
}

/// The problems as they are now, and an edition if there are no errors among them.
fn publish(loader: &Loader, earlier: Option<&Edition>) -> (Report, Option<Edition>) {
    let checked = loader.check(&Silent);
    let report = checked.report.clone();
    if report.errors() > 0 {
        return (report, None);
    }
    match Edition::new(checked, loader.sources(), earlier) {
        Ok(edition) => (report, Some(edition)),
        Err(found) => (report.with_more(found), None),
    }
}

impl Site for LiveSite {
    fn answer(&self, path: &str) -> Option<Answer> {
        let Shown { reading, edition, .. } = self.shown();
        let edition = edition?;
        match edition.find(path) {
            Ok(content) => content.and_then(|content| answer(path, content)),
            Err(found) => {
                self.add(found, reading);
                Some(page_without_site())
            }
        }
    }

    fn not_found(&self) -> Answer {
        self.answer("/404.html")
            .unwrap_or_else(|| html_answer("<!doctype html><title>404</title>".to_owned()))
    }

    fn refresh(&self) -> bool {
        let mut loader = self.loader.lock().unwrap_or_else(PoisonError::into_inner);
        // A file in the middle of being saved may fail: the next walk reads it.
        let Ok(changed) = loader.refresh(&Silent) else { return false };
        if changed {
            let (report, edition) = publish(&loader, self.shown().edition.as_deref());
            self.show(report, edition);
        }
        changed
    }

    fn problems(&self) -> Arc<Report> {
        self.shown().report
    }

    fn folders(&self) -> Vec<PathBuf> {
        vec![self.root.join("content"), self.root.join("themes")]
    }
}

impl Texts for LiveSite {
    fn text(&self, file: &str) -> Option<Arc<str>> {
        self.loader.lock().unwrap_or_else(PoisonError::into_inner).sources().text(file)
    }
}

fn answer(path: &str, content: Content<'_>) -> Option<Answer> {
    Some(match content {
        Content::Html(html) => html_answer(html),
        Content::Text(media_type, text) => {
            Answer { content_type: media_type.into(), body: text.into() }
        }
        Content::Bytes(bytes) => Answer { content_type: media_type(path), body: bytes.into() },
        Content::File(file) => {
            let length = file.metadata().ok()?.len();
            Answer { content_type: media_type(path), body: Body::File(file, length) }
        }
    })
}

fn html_answer(html: String) -> Answer {
    Answer { content_type: "text/html; charset=utf-8".into(), body: html.into() }
}

fn media_type(path: &str) -> Cow<'static, str> {
    let guess = mime_guess::from_path(path).first_or_octet_stream();
    match guess.type_().as_str() {
        "text" => format!("{guess}; charset=utf-8").into(),
        _ => guess.essence_str().to_owned().into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    const TEMPLATE: &str = "themes/guild/templates/groups.html";

    #[test]
    fn a_mistake_of_a_page_that_was_asked_for_before_a_change_does_not_outlive_it() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        };
        write(
            "content/site.yaml",
            "title: T\ndescription: D\nbase_url: https://example.org\ncontact: a@example.org\n",
        );
        write(TEMPLATE, "{{ no.such.thing }}");
        let date = jiff::civil::date(2026, 12, 31);
        let base = BaseUrl::parse("http://127.0.0.1:8000").unwrap();
        let site = LiveSite::open(folder.path(), date, base).unwrap();
        let before = site.shown();
        assert_eq!(before.report.errors(), 0, "{:?}", before.report);
        let page = before.edition.as_ref().unwrap();
        let found = page.find("/groups/").unwrap_err();

        fs::remove_file(folder.path().join(TEMPLATE)).unwrap();
        assert!(site.refresh());
        site.add(found.clone(), before.reading);
        assert_eq!(site.problems().errors(), 0, "the mistake is gone");

        site.add(found, site.shown().reading);
        assert_eq!(site.problems().errors(), 1, "a mistake of this reading counts");
    }
}
