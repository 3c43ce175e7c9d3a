//! [`Policy`]: the limits of downloads.

use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use ureq::http::Uri;

use super::public::is_public;

/// The limits of downloads.
///
/// The app creates only [`Policy::public`]; no argument, variable or file changes it. Tests create others for their own
/// servers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    /// A local server that may be contacted without TLS.
    pub allow_plain_http_to: Option<SocketAddr>,
    /// True if the proxy of the environment is used (`HTTPS_PROXY`, `ALL_PROXY`, `NO_PROXY`).
    pub uses_proxy: bool,
    /// The size limit in bytes, decompressed.
    pub max_bytes: u64,
    /// The time limit for connecting.
    pub connect_timeout: Duration,
    /// The time limit for the whole request.
    pub total_timeout: Duration,
    /// The largest number of redirects.
    pub max_redirects: u32,
}

/// The reason why the policy forbids a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PolicyError {
    /// Not encrypted.
    NotHttps,
    /// User name or password in the URL.
    UserInfo,
    /// A local host.
    NotPublic,
}

impl Policy {
    /// Returns the policy of the app: public hosts over HTTPS, 32 MB, one minute, 10 redirects.
    #[must_use]
    pub fn public() -> Self {
        Self {
            allow_plain_http_to: None,
            uses_proxy: true,
            max_bytes: 32 << 20,
            connect_timeout: Duration::from_secs(10),
            total_timeout: Duration::from_secs(60),
            max_redirects: 10,
        }
    }

    /// Checks a URL before its host is resolved; [`Policy::allows`] checks the address.
    pub(super) fn check(&self, uri: &Uri) -> Result<(), PolicyError> {
        let Some(authority) = uri.authority() else { return Err(PolicyError::NotHttps) };
        if authority.as_str().contains('@') {
            return Err(PolicyError::UserInfo);
        }
        if authority.as_str().parse().is_ok_and(|address| Some(address) == self.allow_plain_http_to) {
            return Ok(());
        }
        if uri.scheme_str() != Some("https") {
            return Err(PolicyError::NotHttps);
        }
        let host = authority.host().trim_end_matches('.').to_ascii_lowercase();
        let bare = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(&host);
        let is_here = bare == "localhost" || bare.ends_with(".localhost");
        if is_here || bare.parse::<IpAddr>().is_ok_and(|address| !is_public(address)) {
            return Err(PolicyError::NotPublic);
        }
        Ok(())
    }

    /// True if connections to this address are allowed.
    pub(super) fn allows(&self, machine: SocketAddr) -> bool {
        is_public(machine.ip()) || self.allow_plain_http_to == Some(machine)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checked(policy: &Policy, uri: &str) -> Result<(), PolicyError> {
        policy.check(&uri.parse().unwrap())
    }

    #[test]
    fn the_public_policy_refuses_local_and_unencrypted_urls() {
        let public = Policy::public();
        for (uri, why) in [
            ("http://fosdem.org/", PolicyError::NotHttps),
            ("http://127.0.0.1/", PolicyError::NotHttps),
            ("ftp://fosdem.org/", PolicyError::NotHttps),
            ("file://etc/passwd", PolicyError::NotHttps),
            ("/schedule.xml", PolicyError::NotHttps),
            ("https://fosdem.org@evil.example/", PolicyError::UserInfo),
            ("https://a:b@fosdem.org/", PolicyError::UserInfo),
            ("https://@fosdem.org/", PolicyError::UserInfo),
            ("https://127.0.0.1/", PolicyError::NotPublic),
            ("https://127.0.0.1:8443/", PolicyError::NotPublic),
            ("https://10.1.2.3/", PolicyError::NotPublic),
            ("https://169.254.169.254/latest/meta-data/", PolicyError::NotPublic),
            ("https://192.168.1.1/", PolicyError::NotPublic),
            ("https://[::1]/", PolicyError::NotPublic),
            ("https://[::ffff:127.0.0.1]/", PolicyError::NotPublic),
            ("https://[fe80::1]/", PolicyError::NotPublic),
            ("https://[fd00::1]:8443/", PolicyError::NotPublic),
            ("https://localhost/", PolicyError::NotPublic),
            ("https://LocalHost.:8443/", PolicyError::NotPublic),
            ("https://a.localhost/", PolicyError::NotPublic),
        ] {
            assert_eq!(checked(&public, uri), Err(why), "{uri}");
        }
        for uri in ["https://fosdem.org/2026/schedule/xml", "https://1.1.1.1/", "https://[2606:4700::1111]/"]
        {
            assert_eq!(checked(&public, uri), Ok(()), "{uri}");
        }
        let reaches = |machine: &str| public.allows(machine.parse().unwrap());
        assert!(reaches("1.1.1.1:443") && reaches("[2606:4700::1111]:443"));
        assert!(!reaches("127.0.0.1:443") && !reaches("10.0.0.1:443") && !reaches("[::1]:443"));
    }

    #[test]
    fn plain_http_is_allowed_for_one_server() {
        let policy = Policy { allow_plain_http_to: Some(([127, 0, 0, 1], 8080).into()), ..Policy::public() };
        assert_eq!(checked(&policy, "http://127.0.0.1:8080/a"), Ok(()));
        for (uri, why) in [
            ("http://127.0.0.1/a", PolicyError::NotHttps),
            ("http://127.0.0.1:8081/a", PolicyError::NotHttps),
            ("http://localhost:8080/a", PolicyError::NotHttps),
            ("http://a@127.0.0.1:8080/a", PolicyError::UserInfo),
            ("https://127.0.0.1/a", PolicyError::NotPublic),
            ("https://127.0.0.2:8080/a", PolicyError::NotPublic),
        ] {
            assert_eq!(checked(&policy, uri), Err(why), "{uri}");
        }
        assert!(policy.allows(([127, 0, 0, 1], 8080).into()));
        assert!(!policy.allows(([127, 0, 0, 1], 8081).into()));
    }

    #[test]
    fn the_public_policy_has_the_documented_limits() {
        let Policy {
            allow_plain_http_to: plain,
            max_bytes: largest,
            max_redirects: redirects,
            total_timeout: whole,
            ..
        } = Policy::public();
        assert_eq!((plain, largest, redirects, whole.as_secs()), (None, 33_554_432, 10, 60));
    }
}
