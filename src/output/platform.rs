//! What differs between operating systems.

pub(super) use system::{exchange, make_writable, permissions, same_file};

#[cfg(unix)]
mod system {
    use std::fs::{self, Metadata, Permissions};
    use std::io;
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    use std::path::Path;

    /// The permission bits of a file or folder.
    pub(crate) fn permissions(metadata: &Metadata) -> u32 {
        metadata.mode() & 0o7777
    }

    /// Lets the owner list a folder and change what is in it.
    pub(crate) fn make_writable(folder: &Path) -> io::Result<()> {
        fs::set_permissions(folder, Permissions::from_mode(0o700))
    }

    /// Whether both describe one and the same file.
    pub(crate) fn same_file(a: &Metadata, b: &Metadata) -> bool {
        (a.dev(), a.ino()) == (b.dev(), b.ino())
    }

    /// Exchanges two folders in one step.
    #[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
    pub(crate) fn exchange(a: &Path, b: &Path) -> io::Result<()> {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        Ok(renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE)?)
    }

    /// Exchanges two folders in one step, which this system cannot do.
    #[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
    pub(crate) fn exchange(_: &Path, _: &Path) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }
}

#[cfg(not(unix))]
mod system {
    use std::fs::Metadata;
    use std::io;
    use std::path::Path;

    /// The permission bits of a file or folder: none here.
    pub(crate) fn permissions(_: &Metadata) -> u32 {
        0
    }

    /// Lets the owner change what is in a folder, which a folder cannot forbid here.
    pub(crate) fn make_writable(_: &Path) -> io::Result<()> {
        Ok(())
    }

    /// Whether both describe one and the same file. An open file cannot be replaced here.
    pub(crate) fn same_file(_: &Metadata, _: &Metadata) -> bool {
        true
    }

    /// Exchanges two folders in one step, which this system cannot do.
    pub(crate) fn exchange(_: &Path, _: &Path) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }
}
