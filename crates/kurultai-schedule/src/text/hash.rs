//! [`fnv1a`]: a stable hash.

/// Returns the FNV-1a hash (64 bit). It must never change, because names and contents of stored files depend on it.
///
/// ```
/// assert_eq!(kurultai_schedule::text::fnv1a(*b"foobar"), 0x8594_4171_f739_67e8);
/// ```
#[must_use]
pub fn fnv1a(bytes: impl IntoIterator<Item = u8>) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    bytes.into_iter().fold(0xcbf2_9ce4_8422_2325, step)
}
