//! What differs between operating systems.

pub(super) use system::{
    exchange, make_writable, number, permissions, same_file, sync_disk, sync_folder, without_links,
};

#[cfg(unix)]
mod system {
    use std::fs::{self, File, Metadata, OpenOptions, Permissions};
    use std::io;
    use std::os::unix::fs::{MetadataExt, OpenOptionsExt, PermissionsExt};
    use std::path::Path;

    use rustix::fs::OFlags;

    /// The permission bits of a file or folder.
    pub(crate) fn permissions(metadata: &Metadata) -> u32 {
        metadata.mode() & 0o7777
    }

    /// Lets the owner list a folder and change what is in it.
    pub(crate) fn make_writable(folder: &Path) -> io::Result<()> {
        let mode = fs::symlink_metadata(folder)?.mode() | 0o700;
        fs::set_permissions(folder, Permissions::from_mode(mode))
    }

    /// Whether both describe one and the same file.
    pub(crate) fn same_file(a: &Metadata, b: &Metadata) -> bool {
        (a.dev(), a.ino()) == (b.dev(), b.ino())
    }

    /// The number by which a file system knows a file or folder, wherever it is moved.
    pub(crate) fn number(metadata: &Metadata) -> u64 {
        metadata.ino()
    }

    /// Opens no file through a link in its place.
    pub(crate) fn without_links(options: &mut OpenOptions) -> &mut OpenOptions {
        options.custom_flags(OFlags::NOFOLLOW.bits().cast_signed())
    }

    /// Waits until the names in a folder are on the disk, where folders can be synced.
    pub(crate) fn sync_folder(folder: &Path) -> io::Result<()> {
        match File::open(folder)?.sync_all() {
            Err(error)
                if matches!(
                    error.kind(),
                    io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported
                ) =>
            {
                Ok(())
            }
            synced => synced,
        }
    }

    /// Waits until all that was written to the disk of a folder is there: one wait, not one for each file.
    #[cfg(any(target_os = "linux", target_os = "android"))]
    pub(crate) fn sync_disk(folder: &Path) -> io::Result<()> {
        Ok(rustix::fs::syncfs(File::open(folder)?)?)
    }

    /// Waits for nothing: this system could only sync file by file, which takes minutes for a large site.
    #[cfg(not(any(target_os = "linux", target_os = "android")))]
    pub(crate) fn sync_disk(_: &Path) -> io::Result<()> {
        Ok(())
    }

    /// Exchanges two entries in one step.
    #[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
    pub(crate) fn exchange(a: &Path, b: &Path) -> io::Result<()> {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        Ok(renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE)?)
    }

    /// Exchanges two entries in one step, which this system cannot do.
    #[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
    pub(crate) fn exchange(_: &Path, _: &Path) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }
}

#[cfg(not(unix))]
mod system {
    use std::fs::{Metadata, OpenOptions};
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

    /// The number by which a file system knows a file or folder: not told here.
    pub(crate) fn number(_: &Metadata) -> u64 {
        0
    }

    /// Opens no file through a link in its place, which only administrators can make here.
    pub(crate) fn without_links(options: &mut OpenOptions) -> &mut OpenOptions {
        options
    }

    /// Folders cannot be synced here.
    pub(crate) fn sync_folder(_: &Path) -> io::Result<()> {
        Ok(())
    }

    /// Waits for nothing: this system could only sync file by file, which takes minutes for a large site.
    pub(crate) fn sync_disk(_: &Path) -> io::Result<()> {
        Ok(())
    }

    /// Exchanges two entries in one step, which this system cannot do.
    pub(crate) fn exchange(_: &Path, _: &Path) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }
}
