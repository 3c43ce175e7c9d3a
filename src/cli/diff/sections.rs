//! Changes grouped by section.

use crate::presenter::Presenter;
use kurultai_schedule::plan::Change;

/// Groups changes by section, each with its heading.
pub(super) fn by_section<'a>(
    presenter: &Presenter<'_>,
    changes: &'a [Change],
) -> Vec<(String, &'a [Change])> {
    let sections =
        changes.chunk_by(|one, other| presenter.change_section(one) == presenter.change_section(other));
    let head = |section: &[Change]| {
        section
            .first()
            .map(|change| presenter.change_heading(presenter.change_section(change)))
            .unwrap_or_default()
    };
    sections.map(|section| (head(section), section)).collect()
}
