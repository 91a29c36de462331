//! The preview, as a browser and an editor meet it: the real program over HTTP on a copy of the Guild's
//! own directory.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "serve/preview.rs"]
mod preview;

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use preview::Preview;
use tempfile::TempDir;

/// How long a change may take to be seen before the test gives up. Not a measurement.
const PATIENCE: Duration = Duration::from_secs(20);

/// Changes a text, saved in the way that most editors do: a new file renamed over the old one.
fn edit(path: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(path).unwrap();
    assert!(text.contains(from), "{} has no “{from}”", path.display());
    let beside = path.with_extension("md.tmp");
    fs::write(&beside, text.replacen(from, to, 1)).unwrap();
    fs::rename(beside, path).unwrap();
}

#[test]
fn every_kind_of_page_is_served() {
    let preview = Preview::start();
    for path in
        ["/", "/groups/", "/fields/", "/fields/coaching/", "/guidance/", "/about/", "/start/"]
    {
        let (status, body) = preview.get(path);
        assert_eq!(status, 200, "{path}");
        assert!(body.contains("</html>"), "{path}");
    }
    let (_, home) = preview.get("/");
    let style = home.split('"').find(|part| part.contains(".css")).unwrap();
    assert_eq!(preview.get(style).0, 200, "{style}");
    assert_eq!(preview.get("/robots.txt").0, 200);
    let (status, body) = preview.get("/nowhere/");
    assert_eq!(status, 404);
    assert!(body.contains("</html>"));
}

#[test]
fn a_charter_saved_by_rename_is_seen() {
    let preview = Preview::start();
    edit(
        &preview.charter("strengths-in-coaching"),
        "name: Strengths in Coaching",
        "name: Strengths Anew",
    );
    preview.wait_for("/groups/strengths-in-coaching/", |_, page| page.contains("Strengths Anew"));
    preview.wait_for("/groups/", |_, page| page.contains("Strengths Anew"));
}

#[test]
fn a_charter_saved_in_place_is_seen() {
    let preview = Preview::start();
    let charter = preview.charter("strengths-in-coaching");
    let text = fs::read_to_string(&charter).unwrap();
    fs::write(&charter, text.replace("name: Strengths in Coaching", "name: Strengths in Place"))
        .unwrap();
    preview
        .wait_for("/groups/strengths-in-coaching/", |_, page| page.contains("Strengths in Place"));
}

#[test]
fn a_new_charter_appears_and_a_deleted_one_goes() {
    let preview = Preview::start();
    let text = fs::read_to_string(preview.charter("strengths-in-coaching")).unwrap();
    let text = text.replace("name: Strengths in Coaching", "name: A Second Circle");
    let aliases = text.lines().filter(|line| !line.starts_with("aliases:"));
    fs::write(preview.charter("second-circle"), aliases.collect::<Vec<_>>().join("\n")).unwrap();
    preview.wait_for("/groups/second-circle/", |status, _| status == 200);
    fs::remove_file(preview.charter("second-circle")).unwrap();
    preview.wait_for("/groups/second-circle/", |status, _| status == 404);
}

#[test]
fn a_broken_charter_shows_its_problem_over_the_last_good_page_until_it_is_mended() {
    let preview = Preview::start();
    let charter = preview.charter("strengths-in-coaching");
    edit(&charter, "membership:", "membreship:");
    let page = preview
        .wait_for("/groups/strengths-in-coaching/", |_, page| page.contains("guildhall-problems"));
    assert!(page.contains("content/groups/strengths-in-coaching.md"), "the place is named");
    assert!(page.contains("Did you mean `membership`?"), "the remedy is named");
    assert!(page.contains("Write to the group"), "the last good page stays behind it");
    edit(&charter, "membreship:", "membership:");
    preview
        .wait_for("/groups/strengths-in-coaching/", |_, page| !page.contains("guildhall-problems"));
}

#[test]
fn after_a_save_the_terminal_tells_only_what_came_and_went() {
    let preview = Preview::start();
    let (first, second) = ("strengths-in-coaching", "page-turners");
    edit(&preview.charter(first), "membership:", "membreship:");
    preview.wait_for_words("1 new problem. Now: 1 error");
    edit(&preview.charter(second), "membership:", "membersihp:");
    let said = preview.words_up_to("1 new problem. Now: 2 errors");
    assert!(said.contains(second) && !said.contains(first), "{said}");
    edit(&preview.charter(first), "membreship:", "membership:");
    let said = preview.words_up_to("1 problem fewer. Now: 1 error");
    assert!(
        said.contains(&format!("gone: error[unknown-key] in content/groups/{first}.md")),
        "{said}"
    );
    assert!(!said.contains(second), "{said}");
}

#[test]
fn the_vocabulary_and_the_settings_are_read_again_too() {
    let preview = Preview::start();
    let folder = preview.folder.path();
    edit(&folder.join("content/fields/coaching.md"), "name: Coaching", "name: Coaching Practice");
    preview.wait_for("/fields/", |_, page| page.contains("Coaching Practice"));
    let site = fs::read_to_string(folder.join("content/site.yaml")).unwrap();
    let title = site.lines().find(|line| line.starts_with("title:")).unwrap();
    fs::write(folder.join("content/site.yaml"), site.replace(title, "title: The New Directory"))
        .unwrap();
    preview.wait_for("/", |_, page| page.contains("The New Directory"));
}

#[test]
fn a_theme_that_was_not_there_before_is_used() {
    let preview = Preview::start();
    let templates = preview.folder.path().join("themes/guild/templates");
    fs::create_dir_all(&templates).unwrap();
    fs::write(templates.join("guidance_index.html"), "<!doctype html><p>Our own list</p>").unwrap();
    preview.wait_for("/guidance/", |_, page| page.contains("Our own list"));
    fs::write(templates.join("guidance_index.html"), "{{ no.such.thing }}").unwrap();
    let page = preview.wait_for("/guidance/", |_, page| page.contains("guildhall-problems"));
    assert!(page.contains("themes/guild/templates/guidance_index.html"), "{page}");
    fs::remove_dir_all(preview.folder.path().join("themes")).unwrap();
    preview.wait_for("/guidance/", |_, page| !page.contains("guildhall-problems"));
}

#[test]
fn a_checkout_that_touches_many_files_is_seen_as_a_whole() {
    let preview = Preview::start();
    for id in fs::read_dir(preview.folder.path().join("content/groups")).unwrap() {
        let path = id.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        fs::write(
            &path,
            text.replacen("summary: \"Sample:", "summary: \"Example:", 1).replacen(
                "summary: Sample:",
                "summary: Example:",
                1,
            ),
        )
        .unwrap();
    }
    preview.wait_for("/groups/", |_, page| !page.contains("Sample:"));
}

#[test]
fn the_event_stream_tells_of_a_change() {
    let preview = Preview::start();
    let mut stream = TcpStream::connect(&preview.address).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    write!(stream, "GET /__guildhall/events HTTP/1.1\r\nHost: {}\r\n\r\n", preview.address)
        .unwrap();
    let mut lines = BufReader::new(stream).lines().map(Result::unwrap);
    let first = lines.find(|line| line.starts_with("data:")).unwrap();
    edit(
        &preview.charter("strengths-in-coaching"),
        "name: Strengths in Coaching",
        "name: Strengths Anew",
    );
    let second = lines.find(|line| line.starts_with("data:")).unwrap();
    assert_ne!(first, second, "a change has a version of its own");
}

#[test]
fn what_is_not_a_page_cannot_be_reached() {
    let preview = Preview::start();
    for path in [
        "/../../etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/..%2f..%2fetc/passwd",
        "/content/site.yaml",
        "/.git/config",
        "/groups/strengths-in-coaching.md",
        "/%00",
        "/%zz",
    ] {
        let (status, body) = preview.get(path);
        assert!(status == 400 || status == 404, "{path} is {status}");
        assert!(!body.contains("root:") && !body.contains("base_url"), "{path}");
    }
}

#[test]
fn a_port_that_is_taken_is_an_error_in_words() {
    let preview = Preview::start();
    let port = preview.address.rsplit(':').next().unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_guildhall"))
        .args(["serve", "--port", port, "--root"])
        .arg(preview.folder.path())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(3));
    let words = String::from_utf8(output.stderr).unwrap();
    assert!(words.contains(port) && words.contains("--port"), "{words}");
}

/// Asks for a file and reads nothing but the head of the answer.
#[cfg(target_os = "linux")]
fn begin_to_read(preview: &Preview, path: &str) -> BufReader<TcpStream> {
    let mut stream = TcpStream::connect(&preview.address).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    let close = "Connection: close\r\n";
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {}\r\n{close}\r\n", preview.address).unwrap();
    let mut answer = BufReader::with_capacity(1, stream);
    let mut line = String::new();
    while line != "\r\n" {
        line.clear();
        assert_ne!(answer.read_line(&mut line).unwrap(), 0, "there is no answer");
    }
    answer
}

/// The most memory that a process has held, in bytes.
#[cfg(target_os = "linux")]
fn most_memory(process: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.trim().trim_end_matches(" kB").parse::<u64>().unwrap() * 1024
}

#[cfg(target_os = "linux")]
#[test]
fn a_large_file_for_many_slow_readers_is_never_held_in_memory() {
    const LENGTH: u64 = 300 * 1024 * 1024;
    let preview = Preview::start();
    let file = preview.folder.path().join("content/static/talk.mp4");
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::File::create(&file).unwrap().set_len(LENGTH).unwrap();
    let start = Instant::now();
    while preview.head("/talk.mp4") != 200 {
        assert!(start.elapsed() < PATIENCE);
        std::thread::sleep(Duration::from_millis(20));
    }
    let before = most_memory(preview.program.id());
    let readers: Vec<_> = (0..8).map(|_| begin_to_read(&preview, "/talk.mp4")).collect();
    let (status, _) = preview.get("/");
    assert_eq!(status, 200, "others are answered meanwhile");
    let grown = most_memory(preview.program.id()) - before;
    assert!(grown < 64 * 1024 * 1024, "{grown} bytes more");
    drop(readers);
    let whole = std::io::copy(&mut begin_to_read(&preview, "/talk.mp4"), &mut std::io::sink());
    assert_eq!(whole.unwrap(), LENGTH);
}

#[cfg(unix)]
#[test]
fn a_file_that_became_a_link_or_a_pipe_is_not_served() {
    use std::os::unix::fs::symlink;

    let preview = Preview::start();
    let statics = preview.folder.path().join("content/static");
    fs::create_dir_all(statics.join("a")).unwrap();
    fs::write(statics.join("a/notes.txt"), "notes").unwrap();
    preview.wait_for("/a/notes.txt", |status, body| status == 200 && body == "notes");
    let outside = preview.folder.path().join("outside");
    fs::create_dir(&outside).unwrap();
    fs::write(outside.join("notes.txt"), "root:").unwrap();
    let file = statics.join("a/notes.txt");
    for swap in ["/etc/passwd", "pipe", "folder"] {
        fs::remove_file(&file).unwrap();
        match swap {
            "pipe" => assert!(Command::new("mkfifo").arg(&file).status().unwrap().success()),
            "folder" => {
                fs::remove_dir(statics.join("a")).unwrap();
                symlink(&outside, statics.join("a")).unwrap();
            }
            target => symlink(target, &file).unwrap(),
        }
        // At once, and when the change has been seen: the last good site lists the file all the time.
        for _ in 0..20 {
            let (status, body) = preview.get("/a/notes.txt");
            assert!(status == 404 && !body.contains("root:"), "{swap}: {status} {body}");
            std::thread::sleep(Duration::from_millis(20));
        }
        assert_eq!(preview.get("/").0, 200);
    }
}

/// The page, if it comes within a second.
#[cfg(target_os = "linux")]
fn try_home(address: &str) -> Option<String> {
    let mut stream = TcpStream::connect(address).ok()?;
    stream.set_read_timeout(Some(Duration::from_secs(1))).ok()?;
    write!(stream, "GET / HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").ok()?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).ok()?;
    answer.starts_with("HTTP/1.1 200 ").then_some(answer)
}

#[cfg(target_os = "linux")]
#[test]
fn a_preview_that_ran_out_of_descriptors_starts_again_on_the_same_port_and_says_so() {
    // They run out at a connection, or at its second half, according to which of two numbers it is.
    for most in ["64", "65"] {
        let preview = Preview::start_with(|program| {
            let mut limited = Command::new("sh");
            limited.args(["-c", "ulimit -n \"$0\"; exec \"$@\"", most, program, "serve"]);
            limited
        });
        let idle: Vec<_> =
            (0..100).map(|_| TcpStream::connect(&preview.address).unwrap()).collect();
        preview.wait_for_words("accepts no new connections");
        drop(idle);
        preview.wait_for_words("has restarted on the same port");
        let start = Instant::now();
        while try_home(&preview.address).is_none() {
            assert!(start.elapsed() < PATIENCE, "{most}");
        }
        for _ in 0..10 {
            assert_eq!(preview.get("/groups/").0, 200, "{most}");
        }
    }
}

#[test]
fn a_preview_answers_to_the_names_that_it_is_given() {
    let preview = Preview::start_with(|program| {
        let mut command = Command::new(program);
        command.args(["serve", "--allow-host", "Preview.Example", "--allow-host", "10.9.9.9"]);
        command
    });
    let status = |host: &str| {
        let mut stream = TcpStream::connect(&preview.address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        write!(stream, "GET / HTTP/1.1\r\nHost: {host}\r\n\r\n").unwrap();
        let mut line = String::new();
        BufReader::new(stream).read_line(&mut line).unwrap();
        line
    };
    for host in ["preview.example", "10.9.9.9:8080", "localhost:9999", "127.0.0.1"] {
        assert!(status(host).starts_with("HTTP/1.1 200 "), "{host}");
    }
    for host in ["evil.example", "a.preview.example", "10.9.9.8"] {
        assert!(status(host).starts_with("HTTP/1.1 403 "), "{host}");
    }
}

#[test]
fn a_preview_for_others_says_who_can_reach_it() {
    let preview = Preview::start_with(|program| {
        let mut command = Command::new(program);
        command.args(["serve", "--host", "0.0.0.0"]);
        command
    });
    preview.wait_for_words("Every machine that can reach ");
}

#[cfg(unix)]
#[test]
fn a_hidden_file_is_not_served() {
    let preview = Preview::start();
    let statics = preview.folder.path().join("content/static");
    fs::create_dir_all(statics.join(".hidden")).unwrap();
    fs::write(statics.join(".secret.txt"), "secret").unwrap();
    fs::write(statics.join(".hidden/notes.txt"), "secret").unwrap();
    fs::write(statics.join("notes.txt"), "notes").unwrap();
    preview.wait_for("/notes.txt", |status, body| status == 200 && body == "notes");
    for path in ["/.secret.txt", "/%2esecret.txt", "/.hidden/notes.txt", "/%2Ehidden%2Fnotes.txt"] {
        let (status, body) = preview.get(path);
        assert!(matches!(status, 400 | 404) && !body.contains("secret\n"), "{path}: {status}");
    }
}
