//! `guildhall serve`

use std::io;
use std::net::SocketAddr;
use std::process::{Command, Stdio};
use std::sync::Arc;

use super::arguments::{Arguments, ServeOptions};
use super::today::build_date;
use super::{Failure, Outcome, paths, say, show};
use crate::config::BaseUrl;
use crate::diagnostic::{Format, Report};
use crate::serve::{Event, LiveSite, Options, Server};

pub(super) fn run(arguments: &Arguments, options: &ServeOptions) -> Result<Outcome, Failure> {
    let root = paths::site_folder(&arguments.root)?;
    let today = build_date(&options.day)?;
    let (host, port, allowed) = (options.host, options.port, options.allow_host.clone());
    let server = Server::bind(Options { host, port, allowed })?;
    let address = address_to_open(server.address());
    let base_url = BaseUrl::parse(&address).map_err(|error| Failure::Machine(error.to_owned()))?;
    let site = Arc::new(LiveSite::open(&root, today, base_url)?);
    let shown = Arc::clone(&site);
    let quiet = arguments.quiet;
    show_problems(&shown, &crate::serve::Site::problems(&*site), quiet);
    server.run(site, &|event| match event {
        Event::Listening(_) => {
            say(&format!("The site is at {address}  (stop with Ctrl-C)"));
            if options.open && open(&address).is_err() {
                say("No browser could be opened. Open the address yourself.");
            }
        }
        Event::Notice(words) => say(&words),
        Event::Changed(report) => show_problems(&shown, &report, quiet),
    })?;
    Ok(Outcome::Fine)
}

/// The address that a browser opens: an unspecified one is reached as this machine's own.
fn address_to_open(mut address: SocketAddr) -> String {
    if address.ip().is_unspecified() {
        address.set_ip(match address {
            SocketAddr::V4(_) => std::net::Ipv4Addr::LOCALHOST.into(),
            SocketAddr::V6(_) => std::net::Ipv6Addr::LOCALHOST.into(),
        });
    }
    format!("http://{address}/")
}

fn show_problems(site: &LiveSite, report: &Report, quiet: bool) {
    if !(quiet && report.errors() == 0) {
        show(&report.render(Format::Human, site, true));
    }
}

/// Opens an address in the browser, by the program that the system has for it.
fn open(address: &str) -> io::Result<()> {
    let (program, arguments): (&str, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(windows) {
        ("cmd", &["/c", "start", ""])
    } else {
        ("xdg-open", &[])
    };
    let mut command = Command::new(program);
    command.args(arguments).arg(address).stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().map(drop)
}
