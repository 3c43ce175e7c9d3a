//! Downloads schedules over HTTPS, with a cache and conditional requests.
//!
//! A [`Policy`] limits hosts, size and time; the app uses only [`Policy::public`]. Never reads the clock.

mod address;
mod cache;
mod connection_guard;
mod error;
mod fetcher;
mod location;
mod policy;
mod public;

use std::io::{self, Read as _};

use flate2::read::MultiGzDecoder;
use ureq::Body;
use ureq::http::{HeaderMap, Response, StatusCode, header};

pub use address::ScheduleUrl;
pub use cache::{Cache, CachedResponse};
use connection_guard::Roots;
pub use error::{FetchError, FetchErrorKind};
pub use fetcher::{FetchOutcome, Fetcher, Refresh, schedule};
pub use location::OpenError;
pub use policy::Policy;

/// The accepted media types. If a URL serves both a page and a schedule, the schedule is preferred.
const ACCEPT: &str = "application/xml, application/json;q=0.9, text/calendar;q=0.9, */*;q=0.5";

/// The magic number of gzip (RFC 1952).
const GZIP: [u8; 2] = [0x1f, 0x8b];

/// The size of a read between two progress reports.
const STEP: usize = 64 << 10;

/// The response of a server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fetched {
    /// New content.
    New {
        /// The body, decompressed.
        bytes: Vec<u8>,
        /// The `ETag` header.
        etag: Option<String>,
        /// The `Last-Modified` header.
        last_modified: Option<String>,
        /// The charset of the `Content-Type` header.
        charset: Option<String>,
        /// The final URL after redirects.
        from: String,
        /// False if the body ends with the connection, so that it may be incomplete.
        is_delimited: bool,
    },
    /// Not modified since `former`.
    NotModified,
}

/// Downloads a URL unless it is unchanged since `former`. Blocks as long as the policy allows.
///
/// `tell` reports progress: the bytes received so far, decompressed, and the expected number if known.
///
/// Certificates are verified with Mozilla's roots, then with those of the system.
///
/// # Errors
/// If the download fails, is incomplete, or the policy forbids it. Parsing the body is up to [`schedule()`].
pub fn fetch(
    address: &ScheduleUrl,
    policy: &Policy,
    former: Option<&CachedResponse>,
    tell: &dyn Fn(u64, Option<u64>),
) -> Result<Fetched, FetchError> {
    let fail = |why| FetchError::new(address.as_str(), why);
    match attempt(address, policy, Roots::Mozilla, former, tell) {
        Err(FetchErrorKind::Certificate { error, is_unknown: true }) => {
            match connection_guard::system_roots() {
                Some(roots) => attempt(address, policy, roots, former, tell).map_err(fail),
                None => Err(fail(FetchErrorKind::Certificate { error, is_unknown: true })),
            }
        }
        outcome => outcome.map_err(fail),
    }
}

fn attempt(
    address: &ScheduleUrl,
    policy: &Policy,
    roots: Roots,
    former: Option<&CachedResponse>,
    tell: &dyn Fn(u64, Option<u64>),
) -> Result<Fetched, FetchErrorKind> {
    let mut request =
        connection_guard::agent(policy, roots).get(address.as_str()).header(header::ACCEPT, ACCEPT);
    let etag = former.and_then(|cached| cached.etag.as_deref());
    let last_modified = former.and_then(|cached| cached.last_modified.as_deref());
    let conditions = [(header::IF_NONE_MATCH, etag), (header::IF_MODIFIED_SINCE, last_modified)];
    for (name, value) in conditions.into_iter().filter_map(|(name, value)| Some((name, value?))) {
        request = request.header(name, value);
    }
    let response = request.call().map_err(|error| FetchErrorKind::from_request_error(error, policy))?;
    match response.status() {
        StatusCode::OK => read(response, policy, tell),
        StatusCode::NOT_MODIFIED if former.is_some() => Ok(Fetched::NotModified),
        status => Err(FetchErrorKind::Status(status.as_u16())),
    }
}

fn read(
    mut response: Response<Body>,
    policy: &Policy,
    tell: &dyn Fn(u64, Option<u64>),
) -> Result<Fetched, FetchErrorKind> {
    use ureq::ResponseExt as _;

    let length = response.body().content_length();
    if length.is_some_and(|length| length > policy.max_bytes) {
        return Err(FetchErrorKind::TooLarge(policy.max_bytes));
    }
    let is_chunked = |codings: String| codings.to_ascii_lowercase().ends_with("chunked");
    let is_delimited = response.headers().contains_key(header::CONTENT_LENGTH)
        || header_text(response.headers(), &header::TRANSFER_ENCODING).is_some_and(is_chunked);
    let bytes = body(response.body_mut(), length, policy.max_bytes, tell)?;
    // Some files are published compressed and served without decompression.
    let bytes = if bytes.starts_with(&GZIP) { decompress(&bytes, policy.max_bytes)? } else { bytes };
    Ok(Fetched::New {
        bytes,
        etag: header_text(response.headers(), &header::ETAG),
        last_modified: header_text(response.headers(), &header::LAST_MODIFIED),
        charset: header_text(response.headers(), &header::CONTENT_TYPE).and_then(|kind| charset(&kind)),
        from: response.get_uri().to_string(),
        is_delimited,
    })
}

/// Returns a header that is plain text.
fn header_text(headers: &HeaderMap, name: &header::HeaderName) -> Option<String> {
    headers.get(name)?.to_str().ok().map(str::to_owned)
}

/// Returns the charset of a `Content-Type`: `utf-8` for `text/xml; charset="utf-8"`.
fn charset(content_type: &str) -> Option<String> {
    let mut parameters = content_type.split(';').skip(1).filter_map(|parameter| parameter.split_once('='));
    let (_, charset) = parameters.find(|(name, _)| name.trim().eq_ignore_ascii_case("charset"))?;
    Some(charset.trim().trim_matches(['"', '\'']).to_owned()).filter(|charset| !charset.is_empty())
}

/// Reads a body, decompressing a transfer encoding.
fn body(
    body: &mut Body,
    length: Option<u64>,
    largest: u64,
    tell: &dyn Fn(u64, Option<u64>),
) -> Result<Vec<u8>, FetchErrorKind> {
    let mut reader = body.as_reader();
    let mut bytes = Vec::new();
    let mut step = vec![0; STEP];
    loop {
        let count = reader
            .read(&mut step)
            .map_err(|error| FetchErrorKind::from_body_error(&ureq::Error::from(error)))?;
        if count == 0 {
            return Ok(bytes);
        }
        bytes.extend_from_slice(&step[..count]);
        if bytes.len() as u64 > largest {
            return Err(FetchErrorKind::TooLarge(largest));
        }
        tell(bytes.len() as u64, length);
    }
}

/// Decompresses gzip; a truncated file is an error.
fn decompress(bytes: &[u8], largest: u64) -> Result<Vec<u8>, FetchErrorKind> {
    let mut unpacked = Vec::new();
    let read: io::Result<usize> = MultiGzDecoder::new(bytes).take(largest + 1).read_to_end(&mut unpacked);
    read.map_err(|_| FetchErrorKind::Incomplete)?;
    if unpacked.len() as u64 > largest { Err(FetchErrorKind::TooLarge(largest)) } else { Ok(unpacked) }
}
