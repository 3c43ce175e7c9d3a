//! Backgrounds of blocks: a color mixed into the background of the screen, as much as all texts on it can bear.

use super::palette::contrast;

/// The shares of the color in percent, the strongest first.
const SHARES: [u16; 5] = [26, 20, 15, 10, 7];

/// A text on a block, and the smallest contrast that it needs.
pub(super) type TextOnBlock = ([u8; 3], f64);

/// Returns the strongest mixture on which all texts can be read; `None` if there is none.
pub(super) fn tint(color: [u8; 3], ground: [u8; 3], texts: &[TextOnBlock]) -> Option<[u8; 3]> {
    let mixtures = SHARES.into_iter().map(|share| {
        let part = |at: usize| (u16::from(color[at]) * share + u16::from(ground[at]) * (100 - share)) / 100;
        [0, 1, 2].map(|at| u8::try_from(part(at)).unwrap_or(u8::MAX))
    });
    let is_readable =
        |mixture: &[u8; 3]| texts.iter().all(|(text, least)| contrast(*text, *mixture) >= *least);
    mixtures.into_iter().find(is_readable)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tint_is_as_strong_as_its_texts_can_bear() {
        let (orange, black) = ([0xe6, 0x9f, 0], [0; 3]);
        assert_eq!(tint(orange, black, &[]), Some([59, 41, 0]));
        assert_eq!(tint(orange, black, &[([0xff; 3], 4.5)]), Some([59, 41, 0]));
        let weaker = tint(orange, black, &[([0x80; 3], 4.5)]).unwrap();
        assert!(weaker[0] < 59 && contrast(weaker, [0x80; 3]) >= 4.5, "{weaker:?}");
        assert_eq!(tint(orange, black, &[([0x30; 3], 4.5)]), None);
    }
}
