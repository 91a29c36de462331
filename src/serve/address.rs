//! The preview's own addresses: which names of it are believed, and who can reach it.
//!
//! A page of another site can make a browser ask this server under a name of its own, once that name
//! has been pointed at this machine (DNS rebinding). So a request must name the server as the browser's
//! user would: by `localhost`, an address of this machine, or a name that the user has allowed. The port
//! may be another: forwarded ports are usual, and a port proves nothing.

use std::io;
use std::net::{IpAddr, Ipv6Addr, SocketAddr};

/// A host as an address names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Host {
    /// A name, in small letters.
    Name(String),
    /// An address of a machine.
    Ip(IpAddr),
}

impl Host {
    /// Reads a host as the authority of an address has it (RFC 3986, section 3.2.2), without a port.
    pub fn parse(text: &str) -> Option<Self> {
        if let Some(inner) = text.strip_prefix('[').and_then(|text| text.strip_suffix(']')) {
            return inner.parse::<Ipv6Addr>().ok().map(|ip| Self::Ip(ip.to_canonical()));
        }
        let is_part = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
        if text.is_empty() || !text.bytes().all(is_part) {
            return None;
        }
        Some(match text.parse() {
            Ok(ip) => Self::Ip(ip),
            Err(_) => Self::Name(text.to_ascii_lowercase()),
        })
    }
}

/// The hosts under which the preview answers.
#[derive(Clone, Debug)]
pub(super) struct Own {
    /// Where it listens.
    pub(super) ip: IpAddr,
    /// Other names that were allowed.
    pub(super) allowed: Vec<Host>,
    /// Asks for the addresses of this machine, which change while the preview runs.
    pub(super) machine: fn() -> Vec<IpAddr>,
}

impl Own {
    /// Whether a `Host` header (RFC 9110, section 7.2) names this server.
    pub(super) fn is_host(&self, header: &str) -> bool {
        let (host, port) = match header.rsplit_once(':') {
            Some((host, port)) if !port.ends_with(']') => (host, port),
            _ => (header, ""),
        };
        let Some(host) = Host::parse(host) else { return false };
        let is_own = match &host {
            Host::Name(name) => name == "localhost",
            Host::Ip(ip) => {
                let any = self.ip.is_unspecified();
                ip.is_loopback() || *ip == self.ip || any && (self.machine)().contains(ip)
            }
        };
        port.bytes().all(|byte| byte.is_ascii_digit()) && (is_own || self.allowed.contains(&host))
    }
}

/// The addresses of this machine. None if the system does not list them.
pub(super) fn of_machine() -> Vec<IpAddr> {
    let cards = if_addrs::get_if_addrs().unwrap_or_default();
    cards.iter().map(if_addrs::Interface::ip).collect()
}

/// Who else can reach a server that listens there, and at which addresses. `None` if only this machine can.
pub(super) fn exposure(listening: SocketAddr, machine: &[IpAddr]) -> Option<String> {
    let ip = listening.ip().to_canonical();
    if ip.is_loopback() {
        return None;
    }
    let reaches = |card: &IpAddr| match (ip, card) {
        (IpAddr::V4(_), IpAddr::V6(_)) => false,
        // It would need the name of a network interface, which browsers do not accept.
        (_, IpAddr::V6(card)) => !card.is_loopback() && !card.is_unicast_link_local(),
        (_, IpAddr::V4(card)) => !card.is_loopback(),
    };
    let own = if ip.is_unspecified() { machine } else { &[ip] };
    let address = |ip: &IpAddr| format!("http://{}/", SocketAddr::new(*ip, listening.port()));
    let addresses: Vec<_> = own.iter().filter(|card| reaches(card)).map(address).collect();
    let at = match addresses.as_slice() {
        [] => format!("this one over a network can read the preview, at port {}", listening.port()),
        some => format!("{} over a network can read the preview", some.join(" or ")),
    };
    Some(format!(
        "Every machine that can reach {at}. To keep it to this machine, leave out --host."
    ))
}

/// Why a port could not be taken, and what to do.
pub(super) fn explain(wanted: SocketAddr, error: &io::Error) -> io::Error {
    let (host, port) = (wanted.ip(), wanted.port());
    let text = match error.kind() {
        io::ErrorKind::AddrInUse => format!(
            "port {port} is taken, perhaps by another preview; choose another with --port, or use --port 0 for any \
            free one"
        ),
        io::ErrorKind::AddrNotAvailable => {
            format!("this machine does not have the address {host}; choose another with --host")
        }
        io::ErrorKind::PermissionDenied => {
            format!("port {port} is reserved for the system; choose 1024 or higher with --port")
        }
        _ => format!("the preview cannot listen at {wanted}: {error}"),
    };
    io::Error::new(error.kind(), text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lan() -> Vec<IpAddr> {
        ["127.0.0.1", "192.168.1.5", "fe80::1", "2001:db8::5"].map(|ip| ip.parse().unwrap()).into()
    }

    fn believed(ip: &str, header: &str) -> bool {
        let allowed = ["preview.example", "10.9.9.9"].map(|host| Host::parse(host).unwrap()).into();
        Own { ip: ip.parse().unwrap(), allowed, machine: lan }.is_host(header)
    }

    #[test]
    fn the_server_answers_to_its_own_names_alone() {
        for host in [
            "localhost",
            "LOCALHOST:8000",
            "localhost:9000",
            "127.0.0.1:8000",
            "127.0.0.2",
            "[::1]:8000",
            "[::ffff:127.0.0.1]",
            "preview.example",
            "Preview.Example:443",
            "10.9.9.9:80",
        ] {
            assert!(believed("127.0.0.1", host), "{host}");
        }
        for host in [
            "",
            ":8000",
            "localhost:+8000",
            "localhost:8000:8000",
            "localhost.:8000",
            "evil.example:8000",
            "localhost.evil.example:8000",
            "evil.localhost:8000",
            "evil.preview.example",
            "127.0.0.1.evil.example:8000",
            "127.1:8000",
            "2130706433:8000",
            "user@127.0.0.1:8000",
            "127.0.0.1/evil.example",
            "127.0.0.1, evil.example",
            "::1:8000",
            "[127.0.0.1]:8000",
            "[::1]:8000:8000",
            "[::1",
            "10.0.0.1:8000",
            "192.168.1.5:8000",
            "0.0.0.0:8000",
        ] {
            assert!(!believed("127.0.0.1", host), "{host}");
        }
    }

    #[test]
    fn the_addresses_at_which_it_listens_are_its_own() {
        assert!(believed("192.168.1.5", "192.168.1.5:8000"));
        assert!(believed("0.0.0.0", "0.0.0.0:8000"));
        assert!(believed("0.0.0.0", "192.168.1.5:8000"));
        assert!(believed("::", "192.168.1.5"));
        assert!(believed("::", "[::ffff:192.168.1.5]:8000"));
        assert!(believed("::", "[2001:db8::5]:8000"));
        assert!(!believed("0.0.0.0", "192.168.1.6:8000"));
        assert!(!believed("192.168.1.5", "[2001:db8::5]:8000"));
    }

    #[test]
    fn the_warning_says_who_can_reach_the_preview_and_where() {
        let exposed =
            |address: &str, machine: &[IpAddr]| exposure(address.parse().unwrap(), machine);
        assert_eq!(exposed("127.0.0.1:8000", &lan()), None);
        assert_eq!(exposed("[::1]:8000", &lan()), None);
        insta::assert_snapshot!(
            exposed("0.0.0.0:8000", &lan()).unwrap(),
            @"Every machine that can reach http://192.168.1.5:8000/ over a network can read the preview. To keep it to this machine, leave out --host."
        );
        insta::assert_snapshot!(
            exposed("[::]:8000", &lan()).unwrap(),
            @"Every machine that can reach http://192.168.1.5:8000/ or http://[2001:db8::5]:8000/ over a network can read the preview. To keep it to this machine, leave out --host."
        );
        insta::assert_snapshot!(
            exposed("10.0.0.7:8000", &lan()).unwrap(),
            @"Every machine that can reach http://10.0.0.7:8000/ over a network can read the preview. To keep it to this machine, leave out --host."
        );
        insta::assert_snapshot!(
            exposed("0.0.0.0:8000", &[]).unwrap(),
            @"Every machine that can reach this one over a network can read the preview, at port 8000. To keep it to this machine, leave out --host."
        );
    }

    #[test]
    fn a_port_that_cannot_be_taken_says_how_to_choose_another() {
        let explained = |kind| explain("10.9.8.7:80".parse().unwrap(), &io::Error::from(kind));
        insta::assert_snapshot!(explained(io::ErrorKind::AddrInUse), @"port 80 is taken, perhaps by another preview; choose another with --port, or use --port 0 for any free one");
        insta::assert_snapshot!(explained(io::ErrorKind::AddrNotAvailable), @"this machine does not have the address 10.9.8.7; choose another with --host");
        insta::assert_snapshot!(explained(io::ErrorKind::PermissionDenied), @"port 80 is reserved for the system; choose 1024 or higher with --port");
        insta::assert_snapshot!(explained(io::ErrorKind::Unsupported), @"the preview cannot listen at 10.9.8.7:80: unsupported");
    }
}
