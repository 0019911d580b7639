#pragma once

#include "grid/reading_builder.hpp"
#include "readers/lines.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Cells of a line in the notations of wikis.
namespace jixiao::wiki {

/// What two bars side by side are.
enum class Bars : std::uint8_t {
  single,  ///< an empty cell between
  doubled, ///< as one, as Jira has before headers
  moin,    ///< what parts cells
};

struct WikiCell {
  Piece text;
  std::uint32_t x_span = 1, y_span = 1;
  bool goes_on_above = false;
  std::string further_lines; ///< each behind a line end
};

/// "2+|…", ".3+|…", "2.3+^a|…" and "|…" of AsciiDoc. What stands before the first cell goes on with the one before;
/// it is a piece of its own in front.
struct AsciidocCells {
  std::string_view before;
  std::vector<WikiCell> cells;
};
AsciidocCells asciidoc_cells(Line const& line);

/// "| colspan=2 | … || …" and "! …" of MediaWiki, without the sign the line begins with.
std::vector<WikiCell> mediawiki_cells(Line const& line);

/// "|…|…|", "||…||…||" and "|=…|" of Jira and Creole, "|\2. …|/3. …|" of Textile, "^ … | … |" of DokuWiki.
/// Where two bars are as one a cell without a text is `| |`. In MoinMoin, "||<-2> …||<|3> …||", the next cell covers
/// that.
std::vector<WikiCell> bar_cells(Line const& line, Bars bars);

/// True for a row with such a mark of what a cell covers.
bool has_moin_span(std::string_view line);

/// True for a heading as Jira and Textile have it: `h1. …`
bool is_numbered_heading(std::string_view line);

/// True for a line that bar_cells() reads.
bool is_row_of_bars(std::string_view line);

/// True for a cell that says in Textile how much it covers.
bool has_textile_span(Line const& line);

/// The text of a heading, `= …`, `== … ==`, `h1. …`; nothing for another line.
std::optional<std::string_view> heading_text(std::string_view line);

/// The text without the marks of links and emphasis that Markdown does not have: '''…''', [[…]], {color:red}…{color}.
std::string_view without_wiki_marks(std::string_view text, ReadingBuilder& builder);

} // namespace jixiao::wiki
