//! Limits on the size of a file. No real schedule approaches them; a larger file would take memory
//! and time out of proportion to its length.

use crate::text::Excess;

/// Limits on elements that allocate memory, in any format.
const LINES: (&str, usize) = ("lines", 200_000);
const VALUES: (&str, usize) = ("values", 80_000);
const ELEMENTS: (&str, usize) = ("elements", 250_000);
const TABLES: (&str, usize) = ("tables", 50_000);
const DOTS: (&str, usize) = ("dots", 1_000_000);
const QUOTES: (&str, usize) = ("quotes", 900_000);
const SIGNS: (&str, usize) = ("signs", 400_000);
const CALENDARS: (&str, usize) = ("calendars", 1_000);

/// The line that begins a calendar.
const CALENDAR: &[u8] = b"BEGIN:VCALENDAR";

/// The size of file, in bytes, for which all limits are made. Those of larger local files grow with the size: memory and
/// time stay in proportion to it.
const SIZE: usize = 5_000_000;

/// Returns the factor for the limits of a large local file.
pub(super) fn factor(bytes: &[u8]) -> usize {
    bytes.len().div_ceil(SIZE).max(1)
}

/// Returns the position of the cut, or `None` if the text is within the limits, each multiplied by `factor`.
pub(super) fn excess(text: &str, factor: usize) -> Option<Excess> {
    let bytes = text.as_bytes();
    if is_far_below(bytes, factor) { None } else { first_excess(bytes, factor) }
}

/// True if there are too few bytes of any kind to exceed a limit, as in nearly all files. Cheaper than a look at each
/// byte with its neighbors.
fn is_far_below(bytes: &[u8], factor: usize) -> bool {
    let count = |byte| memchr::memchr_iter(byte, bytes).count();
    let is_below = |signs: &[u8], (_, limit): (&str, usize)| {
        signs.iter().map(|sign| count(*sign)).sum::<usize>() <= limit * factor
    };
    is_below(b"\n\r", LINES)
        && is_below(b",", VALUES)
        && is_below(b"<", ELEMENTS)
        && is_below(b"[{", TABLES)
        && is_below(b".", DOTS)
        && is_below(b"\"", QUOTES)
        && is_below(b"=", SIGNS)
        && memchr::memmem::find_iter(bytes, CALENDAR).count() <= CALENDARS.1 * factor
}

fn first_excess(bytes: &[u8], factor: usize) -> Option<Excess> {
    let [mut lines, mut values, mut elements, mut tables, mut dots, mut quotes, mut signs] = [0; 7];
    let mut calendars = 0;
    let mut begins_line = true;
    for (at, byte) in bytes.iter().enumerate() {
        let is_first = begins_line;
        begins_line = matches!(byte, b'\n' | b'\r') || (is_first && matches!(byte, b' ' | b'\t'));
        let (count, limit) = match byte {
            b'B' if bytes[at..].starts_with(CALENDAR) => (&mut calendars, CALENDARS),
            b'\n' => (&mut lines, LINES),
            b'\r' if bytes.get(at + 1) != Some(&b'\n') => (&mut lines, LINES),
            b',' => (&mut values, VALUES),
            // Each part of a dotted key is a table.
            b'.' => (&mut dots, DOTS),
            b'"' => (&mut quotes, QUOTES),
            b'=' => (&mut signs, SIGNS),
            b'<' => (&mut elements, ELEMENTS),
            b'[' if is_first => (&mut tables, TABLES),
            b'{' => (&mut tables, TABLES),
            _ => continue,
        };
        *count += 1;
        if *count > limit.1 * factor {
            return Some(Excess { at, unit: limit.0, limit: limit.1 * factor });
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_grow_with_files_above_the_usual_size() {
        let factors = [0, 1_000, SIZE, SIZE + 1, 4 * SIZE].map(|size| factor(&vec![0; size]));
        assert_eq!(factors, [1, 1, 1, 2, 4]);
    }

    #[test]
    fn files_beyond_the_limits_are_cut_before_the_first_excess() {
        for (one, (what, most)) in [
            ("\n", LINES),
            ("\r", LINES),
            ("\r\n", LINES),
            ("1,", VALUES),
            ("<a>", ELEMENTS),
            ("[a]\n", TABLES),
            ("{}", TABLES),
            ("a.", DOTS),
            ("\"", QUOTES),
            ("=", SIGNS),
            ("<event>", ELEMENTS),
            ("[[agenda]]\n", TABLES),
            ("BEGIN:VCALENDAR\n", CALENDARS),
        ] {
            assert_eq!(excess(&one.repeat(most), 1), None, "{one:?}");
            let text = one.repeat(most + 1);
            let cut = excess(&text, 1)
                .map(|cut| (cut.unit, cut.limit, one.repeat(most).len() <= cut.at && cut.at < text.len()));
            assert_eq!(cut, Some((what, most, true)), "{one:?}");
            assert_eq!(excess(&one.repeat(2 * most), 2), None, "{one:?}");
            let limit = excess(&one.repeat(2 * most + 1), 2).map(|cut| cut.limit);
            assert_eq!(limit, Some(2 * most), "{one:?}");
        }
    }
}
