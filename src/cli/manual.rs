//! The manual page: all commands on one page, from the same definitions as their help texts.

use std::io;

use clap::CommandFactory as _;
use clap_mangen::Man;

use super::arguments::Arguments;

/// The manual page in the language of `man`.
///
/// # Errors
/// None in practice: it is written into memory.
pub(super) fn page() -> io::Result<String> {
    let mut program = Arguments::command();
    program.build();
    let mut page = Vec::new();
    let manual = Man::new(program.clone());
    manual.render_title(&mut page)?;
    manual.render_name_section(&mut page)?;
    manual.render_synopsis_section(&mut page)?;
    manual.render_description_section(&mut page)?;
    manual.render_options_section(&mut page)?;
    let mut page = text(&page);
    page.push_str(".SH COMMANDS\n");
    for command in program.get_subcommands().filter(|command| command.get_name() != "help") {
        page.extend([".SS \"guildhall ", command.get_name(), "\"\n"]);
        let mut section = Vec::new();
        let manual = Man::new(command.clone());
        manual.render_synopsis_section(&mut section)?;
        manual.render_description_section(&mut section)?;
        manual.render_options_section(&mut section)?;
        manual.render_extra_section(&mut section)?;
        page.push_str(&without_headings(&text(&section)));
    }
    let mut last = Vec::new();
    manual.render_extra_section(&mut last)?;
    page.push_str(&text(&last).replace(".SH EXTRA", ".SH \"EXAMPLES AND EXIT STATUS\""));
    Ok(page)
}

fn text(page: &[u8]) -> String {
    String::from_utf8_lossy(page).into_owned()
}

/// A command's part of the page, whose headings become paragraphs.
fn without_headings(section: &str) -> String {
    let lines = section.lines().map(|line| if line.starts_with(".SH ") { ".PP" } else { line });
    lines.flat_map(|line| [line, "\n"]).collect()
}
