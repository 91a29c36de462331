//! The site that is served: the last good edition, over sources that are read again.

use std::borrow::Cow;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use super::overlay::page_without_site;
use super::{Answer, Body, Site};
use crate::config::BaseUrl;
use crate::diagnostic::{Report, Texts};
use crate::pipeline::{Content, Edition, Loader, Options, Silent};

/// A site whose pages are rendered when they are asked for, by the code that builds it.
#[derive(Debug)]
pub struct LiveSite {
    root: PathBuf,
    loader: Mutex<Loader>,
    /// The last edition without errors; none if there has not been one yet.
    edition: RwLock<Option<Arc<Edition>>>,
    report: RwLock<Arc<Report>>,
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
        Ok(Self {
            root: root.to_owned(),
            loader: Mutex::new(loader),
            edition: RwLock::new(edition.map(Arc::new)),
            report: RwLock::new(Arc::new(report)),
        })
    }

    fn edition(&self) -> Option<Arc<Edition>> {
        self.edition.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn set(&self, report: Report, edition: Option<Edition>) {
        if let Some(edition) = edition {
            let mut shown = self.edition.write().unwrap_or_else(PoisonError::into_inner);
            let earlier = shown.replace(Arc::new(edition));
            drop(shown);
            std::thread::spawn(move || drop(earlier)); // nobody waits while it is taken apart
        }
        *self.report.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(report);
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
        let edition = self.edition()?;
        let Some(page) = edition.plan().find(path) else {
            return asset(&edition, path);
        };
        match edition.render(page) {
            Ok(Content::Html(html)) => Some(html_answer(html)),
            Ok(Content::Text(content_type, text)) => {
                Some(Answer { content_type: content_type.into(), body: text.into() })
            }
            Ok(Content::File(file)) => {
                let body = file.open().and_then(Body::of_file).ok()?;
                Some(Answer { content_type: media_type(path), body })
            }
            Err(found) => {
                let report = Report::clone(&self.problems());
                self.set(report.with_more(found), None);
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
            let (report, edition) = publish(&loader, self.edition().as_deref());
            self.set(report, edition);
        }
        changed
    }

    fn problems(&self) -> Arc<Report> {
        Arc::clone(&self.report.read().unwrap_or_else(PoisonError::into_inner))
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

fn asset(edition: &Edition, path: &str) -> Option<Answer> {
    let wanted = path.trim_start_matches('/');
    let asset = edition.assets().find(|(name, _)| *name == wanted).map(|(_, bytes)| bytes);
    let bytes = asset.or_else(|| edition.index_file(wanted))?;
    Some(Answer { content_type: media_type(wanted), body: bytes.into() })
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
