//! What the output folder is like after everything that can happen to a build: it holds a whole site,
//! or what it held before.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

#[cfg(target_os = "linux")]
#[path = "output_faults/disk.rs"]
mod disk;
#[cfg(unix)]
#[path = "output_faults/kills.rs"]
mod kills;
#[cfg(unix)]
#[path = "output_faults/permission.rs"]
mod permission;

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use support::{Site, TODAY, Tree, assert_same, guildhall, names, run, tree};

/// What a build made in a folder, without what it keeps for itself and for pages of the site before.
fn published(out: &Path) -> Tree {
    let mut tree = tree(out);
    let list = tree.remove(".guildhall/manifest.json");
    let list = list.map_or(Value::Null, |list| serde_json::from_slice::<Value>(&list).unwrap());
    let is_kept = |path: &String| {
        list["kept"].as_array().is_some_and(|kept| kept.contains(&path.as_str().into()))
    };
    tree.retain(|path, _| !path.starts_with(".guildhall/") && !is_kept(path));
    tree
}

/// Builds into a folder that must be refused. Gives what is said, and holds that nothing is touched.
fn refusal(site: &Site, out: &Path) -> String {
    let before = tree(site.folder());
    let ran = site.build_into(out).ended_with(2);
    assert_same(&before, &tree(site.folder()), "nothing may be touched");
    assert_eq!(ran.stdout, "");
    ran.stderr.replace(&site.folder().display().to_string(), "…")
}

#[test]
fn a_folder_with_files_of_others_is_refused_with_how_to_proceed() {
    let site = Site::golden();
    fs::create_dir(site.out()).unwrap();
    fs::write(site.out().join("notes.txt"), "mine").unwrap();
    assert_eq!(
        refusal(&site, &site.out()),
        "error: `…/out` contains files that Guildhall did not write: `notes.txt`. A build would remove \
         them. Move them away, or choose another output folder. Files that belong to the site go into \
         `content/static/`.\n"
    );
    for name in ["a", "b", "c"] {
        fs::create_dir(site.out().join(name)).unwrap();
    }
    let many = refusal(&site, &site.out());
    assert!(many.contains("did not write: `a/`, `b/`, `c/` and others. "), "{many}");
}

#[test]
fn files_of_others_in_a_built_site_are_refused_until_they_are_moved_away() {
    let site = Site::golden();
    site.build(&[]).ended_with(0);
    let before = site.built();
    fs::write(site.out().join("groups/elan/photo.jpg"), "mine").unwrap();
    let said = refusal(&site, &site.out());
    assert!(said.contains("did not write: `groups/elan/photo.jpg`. "), "{said}");

    fs::rename(site.out().join("groups/elan/photo.jpg"), site.folder().join("photo.jpg")).unwrap();
    site.build(&[]).ended_with(0);
    assert_same(&before, &site.built(), "");
}

#[test]
fn a_site_whose_list_of_files_is_gone_is_not_taken_for_one_of_ours() {
    let site = Site::golden();
    site.build(&[]).ended_with(0);
    let hidden = site.out().join(".guildhall");
    for list in
        [Some("{\"version\": 1, \"files\": [\"../site/content/site.yaml\"]}"), Some("["), None]
    {
        match list {
            None => fs::remove_dir_all(&hidden).unwrap(),
            Some(text) => fs::write(hidden.join("manifest.json"), text).unwrap(),
        }
        let said = refusal(&site, &site.out());
        assert!(
            said.contains("did not write: `404.html`, `about/`, `assets/` and others."),
            "{said}"
        );
    }
}

#[test]
fn an_empty_folder_and_one_that_is_not_there_are_built_into() {
    let site = Site::golden();
    fs::create_dir(site.out()).unwrap();
    site.build(&[]).ended_with(0);
    let far = site.folder().join("new/folders/below");
    site.build_into(&far).ended_with(0);
    assert_same(&site.built(), &tree(&far), "");
    assert_eq!(names(&site.folder().join("new/folders")), ["below"]);
}

#[test]
fn folders_that_a_build_must_never_replace_are_refused() {
    let site = Site::golden();
    let (root, folder) = (site.root(), site.folder().to_owned());
    let cases = [
        ("/".into(), "it is the root of the file system"),
        (root.clone(), "it is the site's own folder"),
        (root.join("."), "it is the site's own folder"),
        (root.join("content"), "it is the folder of the site's texts"),
        (root.join("content/groups"), "it lies in the folder of the site's texts"),
        (root.join("content/public"), "it lies in the folder of the site's texts"),
        (root.join("content/../content/static"), "it lies in the folder of the site's texts"),
        (root.join("themes"), "it is the folder of the site's themes"),
        (root.join("themes/public"), "it lies in the folder of the site's themes"),
        (root.join(".."), "the site's own folder lies in it"),
        (folder.parent().unwrap().to_owned(), "the site's own folder lies in it"),
        (root.join("nowhere/.."), "the path leads nowhere"),
    ];
    for (out, reason) in cases {
        let said = refusal(&site, &out);
        let end = ". A build replaces all that is in the folder. Choose a folder for the site alone, \
                   such as `dist`.\n";
        assert!(said.starts_with("error: The site cannot be built into `"), "{said}");
        assert!(said.ends_with(&format!("`: {reason}{end}")), "{}: {said}", out.display());
    }
}

#[test]
fn the_site_s_own_folder_is_refused_by_whatever_name() {
    let site = Site::golden();
    let before = tree(site.folder());
    for out in [".", "./", "content", "content/", "..", "../site", "content/.."] {
        let mut command = guildhall();
        command.args(["build", "--date", TODAY, "--out", out]).current_dir(site.root());
        run(&mut command).ended_with(2);
        assert_same(&before, &tree(site.folder()), out);
    }
}

#[test]
fn by_default_a_site_is_built_into_dist_beside_its_content() {
    let site = Site::golden();
    site.build(&[]).ended_with(0);
    run(guildhall().args(["build", "--date", TODAY]).current_dir(site.root())).ended_with(0);
    assert_same(&site.built(), &tree(&site.root().join("dist")), "");
    run(guildhall().args(["build", "--date", TODAY, "--root"]).arg(site.root())).ended_with(0);
    assert_eq!(names(&site.root()), ["content", "dist", "themes"]);
}

#[cfg(unix)]
#[test]
fn a_link_to_a_folder_means_the_folder_and_stays() {
    let site = Site::golden();
    let (real, link) = (site.folder().join("real"), site.folder().join("link"));
    fs::create_dir(&real).unwrap();
    std::os::unix::fs::symlink("real", &link).unwrap();
    site.build_into(&link).ended_with(0);
    site.build(&[]).ended_with(0);
    assert!(link.is_symlink());
    assert_same(&site.built(), &tree(&real), "");

    std::os::unix::fs::symlink("site/content", site.folder().join("sly")).unwrap();
    let said = refusal(&site, &site.folder().join("sly"));
    assert!(said.contains("it is the folder of the site's texts"), "{said}");
    std::os::unix::fs::symlink("nowhere", site.folder().join("broken")).unwrap();
    let said =
        run(site.command_into(&site.folder().join("broken")).args(["--date", TODAY])).ended_with(2);
    assert!(said.stderr.contains("the path leads nowhere"), "{}", said.stderr);
}

#[test]
fn a_file_where_a_folder_is_needed_is_left_alone() {
    let site = Site::golden();
    let file = site.folder().join("file");
    fs::write(&file, "mine").unwrap();
    for out in [file.clone(), file.join("out"), file.join("far/out")] {
        let ran = site.build_into(&out).ended_with(3);
        let expected = format!(
            "error: Cannot build into `{}`: a file is where a folder is needed. Move the file \
             away, or choose another output folder.\n",
            out.display()
        );
        assert!(ran.stderr.ends_with(&expected), "{}", ran.stderr);
    }
    assert_eq!(fs::read(&file).unwrap(), b"mine");
    assert_eq!(names(site.folder()), ["file", "site"]);
}

#[test]
fn what_is_in_the_way_of_what_a_build_keeps_for_itself_is_named() {
    let site = Site::golden();
    let hidden = site.out().join(".guildhall");
    fs::create_dir(site.out()).unwrap();
    fs::write(&hidden, "mine").unwrap();
    let ran = site.build(&[]).ended_with(3);
    let said =
        format!("error: Cannot make `{}`: a file is where a folder is needed. ", hidden.display());
    assert!(ran.stderr.contains(&said), "{}", ran.stderr);
    assert_eq!(names(&site.out()), [".guildhall"]);

    fs::remove_file(&hidden).unwrap();
    site.build(&[]).ended_with(0);
    let before = site.built();
    fs::create_dir(hidden.join("lock")).unwrap();
    let ran = site.build(&[]).ended_with(3);
    let said = format!("error: Cannot write `{}`: ", hidden.join("lock").display());
    assert!(ran.stderr.contains(&said), "{}", ran.stderr);
    fs::remove_dir(hidden.join("lock")).unwrap();
    assert_same(&before, &site.built(), "the earlier site must be whole");
}

#[cfg(unix)]
#[test]
fn a_working_tree_of_git_gets_a_new_commit_of_each_site() {
    let site = Site::golden();
    let git = |folder: &Path, arguments: &[&str]| {
        let mut git = Command::new("git");
        git.current_dir(folder).args(["-c", "user.name=Test", "-c", "user.email=test@example.org"]);
        run(git.args(arguments)).ended_with(0).stdout
    };
    let repository = site.folder().join("repository");
    fs::create_dir(&repository).unwrap();
    git(&repository, &["init", "--quiet"]);
    git(&repository, &["commit", "--quiet", "--allow-empty", "--message", "First"]);
    git(&repository, &["worktree", "add", "--quiet", "-b", "pages", "../out"]);
    for name in ["Harbour Town Groups", "Harbour City Groups"] {
        site.edit("content/site.yaml", "title: Harbour Town Groups", &format!("title: {name}"));
        site.build(&[]).ended_with(0);
        git(&site.out(), &["add", "--all"]);
        git(&site.out(), &["commit", "--quiet", "--message", name]);
        assert!(git(&repository, &["show", "pages:index.html"]).contains(name));
    }
    assert_eq!(git(&site.out(), &["status", "--porcelain"]), "");
}
