//! What can go wrong with the output folder, in words that say how to proceed.

use std::error::Error;
use std::fmt;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::text::on_one_line;

/// Why a site could not be written. The earlier site is as it was.
#[derive(Debug)]
pub enum OutputError {
    /// The folder must keep its contents, or cannot be a separate folder.
    Unsuitable {
        /// The output folder, as it was given.
        target: PathBuf,
        /// Why, as the end of a sentence.
        reason: String,
    },
    /// The folder holds files that no build wrote.
    Foreign {
        /// The output folder, as it was given.
        target: PathBuf,
        /// The first of them in order of their paths; folders end in `/`.
        files: Vec<String>,
        /// Whether there are others besides.
        more: bool,
    },
    /// Another build into the same folder is running.
    Busy {
        /// The output folder, as it was given.
        target: PathBuf,
    },
    /// A path that leads out of the site, or that Guildhall keeps for itself.
    BadPath {
        /// The path.
        path: String,
    },
    /// Two files want one path, or one of them needs a folder where the other is.
    Taken {
        /// The path of the later one.
        path: String,
    },
    /// A file that was to be new is there already.
    Exists {
        /// The file.
        path: PathBuf,
    },
    /// Some of several files that were to be new are there already.
    Present {
        /// Their folder.
        folder: PathBuf,
        /// The first of them, in order of their paths.
        files: Vec<String>,
        /// Whether there are others besides.
        more: bool,
    },
    /// A file changed while it was copied.
    Changed {
        /// The file.
        path: PathBuf,
    },
    /// Something in the folder cannot be moved: a disk is mounted there, or it belongs to a container's image.
    Fixed {
        /// Which.
        path: PathBuf,
        /// What the system said.
        cause: io::Error,
    },
    /// The machine failed: no permission, no space, a file where a folder is needed.
    Io {
        /// What was tried, as a verb.
        action: &'static str,
        /// On which file or folder.
        path: PathBuf,
        /// What the system said.
        cause: io::Error,
    },
}

impl OutputError {
    /// Whether the request was refused (exit status 2). If not, the machine failed (exit status 3).
    pub fn is_refusal(&self) -> bool {
        match self {
            Self::Unsuitable { .. }
            | Self::Foreign { .. }
            | Self::Busy { .. }
            | Self::BadPath { .. }
            | Self::Taken { .. }
            | Self::Exists { .. }
            | Self::Present { .. } => true,
            Self::Changed { .. } | Self::Fixed { .. } | Self::Io { .. } => false,
        }
    }

    /// Wraps what the system said about a path.
    pub(super) fn io(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |cause| Self::Io { action, path: path.to_owned(), cause }
    }
}

impl fmt::Display for OutputError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unsuitable { target, reason } => write!(
                formatter,
                "The site cannot be built into `{}`: {reason}. A build replaces all that is in the folder. \
                 Choose a folder for the site alone, such as `dist`.",
                shown(target)
            ),
            Self::Foreign { target, files, more } => write!(
                formatter,
                "`{}` contains files that Guildhall did not write: {}{}. A build would remove them. Move them away, \
                or choose another output folder. Files that belong to the site go into `content/static/`.",
                shown(target),
                listed(files),
                if *more { " and others" } else { "" }
            ),
            Self::Busy { target } => write!(
                formatter,
                "Another build into `{}` is running. Wait until it has finished, then build again.",
                shown(target)
            ),
            Self::BadPath { path } => {
                write!(
                    formatter,
                    "`{}` cannot be the path of a file in the site.",
                    on_one_line(path)
                )
            }
            Self::Taken { path } => write!(
                formatter,
                "Two files want the path `{0}`, or one needs a folder where the other is. Rename a page, an alias or \
                a file in `content/static/`.",
                on_one_line(path)
            ),
            Self::Exists { path } => write!(
                formatter,
                "`{}` already exists, and was not changed. Choose another name, or move it away.",
                shown(path)
            ),
            Self::Present { folder, files, more } => write!(
                formatter,
                "`{}` already contains files that would be written: {}{}. Nothing was written. Choose a new folder, \
                or move these away.",
                shown(folder),
                listed(files),
                if *more { " and others" } else { "" }
            ),
            Self::Changed { path } => {
                write!(
                    formatter,
                    "`{}` changed while it was being copied. Build again.",
                    shown(path)
                )
            }
            Self::Fixed { path, .. } => write!(
                formatter,
                "Cannot replace `{}`: a disk is mounted there, or it is part of a container's image. Choose another \
                output folder.",
                shown(path)
            ),
            Self::Io { action, path, cause } => write!(
                formatter,
                "Cannot {action} `{}`: {}.{}",
                shown(path),
                cause_in_words(cause),
                remedy(cause)
            ),
        }
    }
}

impl Error for OutputError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Fixed { cause, .. } | Self::Io { cause, .. } => Some(cause),
            _ => None,
        }
    }
}

fn cause_in_words(cause: &io::Error) -> String {
    match cause.kind() {
        ErrorKind::PermissionDenied => "permission denied".to_owned(),
        ErrorKind::StorageFull => "the disk is full".to_owned(),
        ErrorKind::QuotaExceeded => "your disk quota is used up".to_owned(),
        ErrorKind::ReadOnlyFilesystem => "the disk is read-only".to_owned(),
        ErrorKind::NotADirectory => "a file is where a folder is needed".to_owned(),
        ErrorKind::InvalidFilename => "the name is too long or not allowed there".to_owned(),
        _ => cause.to_string(),
    }
}

fn remedy(cause: &io::Error) -> &'static str {
    match cause.kind() {
        ErrorKind::PermissionDenied => {
            " Ask for permission to write there, or choose another output folder."
        }
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => " Free some space and build again.",
        ErrorKind::ReadOnlyFilesystem => " Choose another output folder.",
        ErrorKind::NotADirectory => " Move the file away, or choose another output folder.",
        ErrorKind::InvalidFilename => " Choose a shorter name.",
        _ => "",
    }
}

fn listed(files: &[String]) -> String {
    let names: Vec<_> = files.iter().map(|file| format!("`{}`", on_one_line(file))).collect();
    names.join(", ")
}

fn shown(path: &Path) -> String {
    on_one_line(&path.to_string_lossy())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(kind: ErrorKind) -> String {
        let error = OutputError::io("write", Path::new("dist/index.html"))(kind.into());
        assert!(!error.is_refusal());
        error.to_string()
    }

    #[test]
    fn a_fault_of_the_machine_names_the_path_the_cause_and_the_remedy() {
        insta::assert_snapshot!(
            fault(ErrorKind::StorageFull),
            @"Cannot write `dist/index.html`: the disk is full. Free some space and build again."
        );
        insta::assert_snapshot!(
            fault(ErrorKind::PermissionDenied),
            @"Cannot write `dist/index.html`: permission denied. Ask for permission to write there, or choose another \
             output folder."
        );
        insta::assert_snapshot!(
            fault(ErrorKind::ReadOnlyFilesystem),
            @"Cannot write `dist/index.html`: the disk is read-only. Choose another output folder."
        );
        insta::assert_snapshot!(
            fault(ErrorKind::TimedOut),
            @"Cannot write `dist/index.html`: timed out."
        );
    }

    #[test]
    fn what_is_a_mount_point_has_a_way_out() {
        let cause = ErrorKind::ResourceBusy.into();
        let error = OutputError::Fixed { path: "public/groups".into(), cause };
        assert!(!error.is_refusal());
        insta::assert_snapshot!(
            error,
            @"Cannot replace `public/groups`: a disk is mounted there, or it is part of a container's image. Choose another \
             output folder."
        );
    }
}
