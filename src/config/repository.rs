//! The repository that takes changes, and the pages of its host on which one writes them.

use super::contact::check_https;
use super::{messages, optional_line};
use crate::diagnostic::Code;
use crate::text::percent_encoded;
use crate::yaml::{Decoder, Fields};

/// The repository that takes pull requests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repository {
    /// Its web address, without `/` or `.git` at the end.
    pub url: String,
    /// The branch that is published.
    pub branch: String,
}

/// Software that hosts repositories, by the addresses that it has for writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Host {
    /// GitHub, also on a company's own server, and what has its addresses.
    GitHub,
    /// GitLab, also on one's own server.
    GitLab,
    /// Forgejo and Gitea: Codeberg, and servers that have these in their name.
    Forgejo,
    /// Bitbucket Cloud.
    Bitbucket,
}

impl Repository {
    /// The software of its host.
    pub fn host(&self) -> Host {
        let host = self.host_name();
        let is = |name: &str| host.contains(name);
        match () {
            () if is("gitlab") => Host::GitLab,
            () if is("codeberg") || is("forgejo") || is("gitea") => Host::Forgejo,
            () if is("bitbucket") => Host::Bitbucket,
            () => Host::GitHub,
        }
    }

    /// What people call the host, where it is one that they know.
    pub fn host_in_words(&self) -> Option<&'static str> {
        match (self.host(), self.host_name().trim_start_matches("www.")) {
            (Host::GitHub, "github.com") => Some("GitHub"),
            (Host::GitLab, _) => Some("GitLab"),
            (Host::Forgejo, "codeberg.org") => Some("Codeberg"),
            (Host::Bitbucket, _) => Some("Bitbucket"),
            _ => None,
        }
    }

    fn host_name(&self) -> String {
        let rest = self.url.split_once("://").map_or(&*self.url, |(_, rest)| rest);
        rest.split(['/', ':']).next().unwrap_or(rest).to_ascii_lowercase()
    }

    /// The address of the page that edits a file, by its path in the repository.
    pub fn edit(&self, path: &str) -> String {
        let [before, after] = self.edit_around();
        format!("{before}{}{after}", percent_encoded(path))
    }

    /// What comes before and after the path of a file in the address of the page that edits it.
    pub fn edit_around(&self) -> [String; 2] {
        let (url, branch) = (&self.url, percent_encoded(&self.branch));
        match self.host() {
            Host::GitHub => [format!("{url}/edit/{branch}/"), String::new()],
            Host::GitLab => [format!("{url}/-/edit/{branch}/"), String::new()],
            Host::Forgejo => [format!("{url}/_edit/{branch}/"), String::new()],
            Host::Bitbucket => [format!("{url}/src/{branch}/"), format!("?mode=edit&at={branch}")],
        }
    }

    /// The address of the page that creates a file in a folder, to which the file's name is added.
    pub fn create_in(&self, folder: &str) -> String {
        let folder = folder.trim_end_matches('/');
        let (url, branch) = (&self.url, percent_encoded(&self.branch));
        match self.host() {
            Host::GitHub => format!("{url}/new/{branch}/{folder}?filename="),
            Host::GitLab => format!("{url}/-/new/{branch}/{folder}?file_name="),
            Host::Forgejo => format!("{url}/_new/{branch}/{folder}?filename="),
            Host::Bitbucket => {
                format!("{url}/create-file/{branch}/{folder}/?at={branch}&filename=")
            }
        }
    }
}

impl Host {
    /// The name by which scripts and templates know it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::GitHub => "github",
            Self::GitLab => "gitlab",
            Self::Forgejo => "forgejo",
            Self::Bitbucket => "bitbucket",
        }
    }

    /// The parameter of the page that creates a file for what the file contains.
    pub fn text_parameter(self) -> Option<&'static str> {
        match self {
            Self::GitHub | Self::Forgejo => Some("value"),
            Self::GitLab => Some("content"),
            Self::Bitbucket => None,
        }
    }
}

pub(super) fn read(decoder: &mut Decoder<'_>, fields: &Fields<'_>) -> Option<Repository> {
    let branch = optional_line(decoder, fields, "branch", 200).unwrap_or("main").to_owned();
    let node = fields.get("repository")?;
    let url = decoder.word(node, "a web address", messages::BAD_URL.help)?;
    if let Err(reason) = check_https(url) {
        let help = "Write `repository: https://…`, with the web address of the repository.";
        decoder.report(Code::Value, node.span, reason, help);
        return None;
    }
    let url = url.trim_end_matches('/');
    Some(Repository { url: url.strip_suffix(".git").unwrap_or(url).to_owned(), branch })
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "content/groups/tea.md";

    fn at(url: &str) -> Repository {
        Repository { url: url.to_owned(), branch: "main".to_owned() }
    }

    #[test]
    fn each_host_has_addresses_of_its_own() {
        for (url, edit, create) in [
            (
                "https://github.com/guild/groups",
                "/edit/main/content/groups/tea.md",
                "/new/main/content/groups?filename=",
            ),
            (
                "https://gitlab.example.org/guild/sub/groups",
                "/-/edit/main/content/groups/tea.md",
                "/-/new/main/content/groups?file_name=",
            ),
            (
                "https://codeberg.org/guild/groups",
                "/_edit/main/content/groups/tea.md",
                "/_new/main/content/groups?filename=",
            ),
            (
                "https://bitbucket.org/guild/groups",
                "/src/main/content/groups/tea.md?mode=edit&at=main",
                "/create-file/main/content/groups/?at=main&filename=",
            ),
        ] {
            let repository = at(url);
            assert_eq!(repository.edit(FILE), format!("{url}{edit}"));
            assert_eq!(repository.create_in("content/groups/"), format!("{url}{create}"));
        }
    }

    #[test]
    fn a_host_is_told_by_its_name_alone() {
        assert_eq!(at("https://github.com/gitlab/bitbucket").host(), Host::GitHub);
        assert_eq!(at("https://gitea.example.org/a/b").host(), Host::Forgejo);
        assert_eq!(at("https://gitea.example.org/a/b").host_in_words(), None);
        assert_eq!(at("https://WWW.GitHub.com/a/b").host_in_words(), Some("GitHub"));
        assert_eq!(at("https://git.example.org/a/b").host_in_words(), None);
    }

    #[test]
    fn a_branch_keeps_its_slashes_and_no_other_sign_that_means_something() {
        let repository =
            Repository { branch: "next/a b?".to_owned(), ..at("https://github.com/a/b") };
        assert_eq!(repository.edit("x.md"), "https://github.com/a/b/edit/next/a%20b%3F/x.md");
    }
}
