//! A running preview of a copy of the directory.

use super::*;

/// A running preview of a copy of the directory.
pub(super) struct Preview {
    pub(super) folder: TempDir,
    pub(super) program: Child,
    pub(super) address: String,
    pub(super) said: mpsc::Receiver<String>,
}

impl Preview {
    pub(super) fn start() -> Self {
        Self::start_with(|program| {
            let mut command = Command::new(program);
            command.arg("serve");
            command
        })
    }

    /// Starts the program by a command that begins like this.
    pub(super) fn start_with(command: impl Fn(&str) -> Command) -> Self {
        let folder = tempfile::tempdir().unwrap();
        copy(
            &Path::new(env!("CARGO_MANIFEST_DIR")).join("content"),
            &folder.path().join("content"),
        );
        let mut program = command(env!("CARGO_BIN_EXE_guildhall"))
            .args(["--port", "0", "--date", "2026-12-31", "--root"])
            .arg(folder.path())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut words = BufReader::new(program.stderr.take().unwrap());
        let mut line = String::new();
        let address = loop {
            line.clear();
            assert_ne!(words.read_line(&mut line).unwrap(), 0, "the preview ended");
            if let Some((_, rest)) = line.split_once("http://") {
                break rest.split('/').next().unwrap().to_owned();
            }
        };
        let (sender, said) = mpsc::channel();
        std::thread::spawn(move || {
            words.lines().map_while(Result::ok).try_for_each(|line| sender.send(line))
        });
        Self { folder, program, address, said }
    }

    /// Waits until the program says something in the terminal.
    pub(super) fn wait_for_words(&self, words: &str) {
        self.words_up_to(words);
    }

    /// What the program says up to a line with some words.
    pub(super) fn words_up_to(&self, words: &str) -> String {
        let mut said = String::new();
        loop {
            let line = self.said.recv_timeout(PATIENCE).unwrap();
            said = said + &line + "\n";
            if line.contains(words) {
                return said;
            }
        }
    }

    pub(super) fn charter(&self, id: &str) -> PathBuf {
        self.folder.path().join(format!("content/groups/{id}.md"))
    }

    /// The status and the body of a page.
    pub(super) fn get(&self, path: &str) -> (u16, String) {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        let close = "Connection: close\r\n";
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {}\r\n{close}\r\n", self.address).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        (head.split(' ').nth(1).unwrap().parse().unwrap(), body.to_owned())
    }

    /// The status of a page, without its body.
    #[cfg(target_os = "linux")]
    pub(super) fn head(&self, path: &str) -> u16 {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        write!(stream, "HEAD {path} HTTP/1.1\r\nHost: {}\r\n\r\n", self.address).unwrap();
        let mut line = String::new();
        BufReader::new(stream).read_line(&mut line).unwrap();
        line.split(' ').nth(1).unwrap().parse().unwrap()
    }

    /// Waits until a page is as it should be, and returns it.
    pub(super) fn wait_for(&self, path: &str, is_right: impl Fn(u16, &str) -> bool) -> String {
        let start = Instant::now();
        loop {
            let (status, body) = self.get(path);
            if is_right(status, &body) {
                return body;
            }
            assert!(start.elapsed() < PATIENCE, "{path} is still {status}: {body}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

pub(super) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let (from, to) = {
            let name = entry.unwrap().file_name();
            (from.join(&name), to.join(&name))
        };
        if from.is_dir() { copy(&from, &to) } else { fs::copy(from, to).map(drop).unwrap() }
    }
}
