//! The templates' texts, and the places of their mistakes.

use std::collections::BTreeMap;

use tera::{ErrorKind, ReportError, Tera};

use crate::diagnostic::{Code, Diagnostic, Place, Span};
use crate::source::SourceFile;

/// The templates by their path inside the theme's folder `templates/`.
#[derive(Debug)]
pub(super) struct Templates {
    /// The theme's folder, for problems that concern no single template.
    folder: String,
    files: BTreeMap<String, SourceFile>,
}

impl Templates {
    /// No templates yet, in a theme's folder: `themes/guild`.
    pub(super) fn new(folder: &str) -> Self {
        Self { folder: folder.to_owned(), files: BTreeMap::new() }
    }

    /// Adds a template by its path inside `templates/`. A byte-order mark stays out.
    pub(super) fn add(&mut self, name: &str, text: &str) {
        let path = format!("{}/templates/{name}", self.folder);
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        self.files.insert(name.to_owned(), SourceFile::new(path, text));
    }

    /// Gives the templates to Tera.
    ///
    /// # Errors
    /// The mistakes of every template.
    pub(super) fn load_into(&self, tera: &mut Tera) -> Result<(), Vec<Diagnostic>> {
        let texts = self.files.iter().map(|(name, file)| (name, file.text()));
        let Err(error) = tera.add_raw_templates(texts) else { return Ok(()) };
        let mistakes = self.syntax_errors();
        Err(if mistakes.is_empty() { self.diagnostics(&error) } else { mistakes })
    }

    /// Reads each template alone: Tera stops at the first that it cannot read.
    fn syntax_errors(&self) -> Vec<Diagnostic> {
        let alone = |(name, file): (&String, &SourceFile)| {
            let error = Tera::new().add_raw_template(name, file.text()).err()?;
            matches!(error.kind(), ErrorKind::SyntaxError(_)).then(|| self.diagnostics(&error))
        };
        self.files.iter().filter_map(alone).flatten().collect()
    }

    /// A mistake of Tera's with its place in the theme. Several only where Tera tells several.
    pub(super) fn diagnostics(&self, error: &tera::Error) -> Vec<Diagnostic> {
        match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
                vec![problem(self.place(report), report.message())]
            }
            ErrorKind::MissingParent { current, parent } => {
                let message = format!("it extends `{parent}`, which does not exist");
                vec![problem(self.whole(current), &message)]
            }
            ErrorKind::CircularExtend { tpl, .. } => {
                vec![problem(
                    self.whole(tpl),
                    "it extends itself, directly or through other templates",
                )]
            }
            ErrorKind::CircularInclude { tpl, .. } => {
                vec![problem(
                    self.whole(tpl),
                    "it includes itself, directly or through other templates",
                )]
            }
            _ => self.told_as_text(&error.to_string()),
        }
    }

    /// Tera checks names across templates last, and tells these mistakes as text alone: for each,
    /// `error: message`, then `--> template:line:column`, then the line itself.
    fn told_as_text(&self, text: &str) -> Vec<Diagnostic> {
        let mut problems = Vec::new();
        let mut lines = text.lines().peekable();
        while let Some(line) = lines.next() {
            let message = line.strip_prefix("error: ");
            let place = lines.peek().and_then(|next| self.pointed_at(next));
            if let Some((message, place)) = message.zip(place) {
                problems.push(problem(place, message));
            }
        }
        if problems.is_empty() {
            problems.push(problem(self.folder(), text));
        }
        problems
    }

    /// The place that a line such as ` --> group.html:12:5` points at.
    fn pointed_at(&self, line: &str) -> Option<Place> {
        let mut parts = line.trim_start().strip_prefix("--> ")?.rsplitn(3, ':');
        let column: usize = parts.next()?.parse().ok()?;
        let line: usize = parts.next()?.parse().ok()?;
        let file = self.files.get(parts.next()?)?;
        let text = file.text();
        let line_start: usize =
            text.split_inclusive('\n').take(line.checked_sub(1)?).map(str::len).sum();
        let before: usize =
            text[line_start..].chars().take(column.checked_sub(1)?).map(char::len_utf8).sum();
        Some(file.place(Span::new(line_start + before, line_start + before)))
    }

    fn place(&self, report: &ReportError) -> Place {
        let range = &report.span().range;
        match self.files.get(report.filename()) {
            Some(file) => file.place(Span::new(range.start, range.end)),
            None => self.folder(),
        }
    }

    fn whole(&self, name: &str) -> Place {
        self.files.get(name).map_or_else(|| self.folder(), SourceFile::whole)
    }

    fn folder(&self) -> Place {
        Place::whole_file(&self.folder.as_str().into())
    }
}

fn problem(place: Place, message: &str) -> Diagnostic {
    let message = message.trim_end_matches('.');
    Diagnostic::new(Code::Value, place, format!("The template has a mistake: {message}."))
}
