#pragma once

#include "readers/html/css.hpp"
#include "readers/html/css_counters.hpp"
#include "readers/html/css_variables.hpp"
#include "readers/symbols.hpp"

#include <gumbo.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace jixiao {

/// How the text of an element is shown.
struct HtmlState {
  bool removed = false;   ///< takes no room
  bool invisible = false; ///< takes room, and is not seen
  bool unseen = false;    ///< without size or colour
  bool gone = false;      ///< without opacity or scale
  bool unquoted = false;  ///< <q> has no quotation marks
  bool floats = false;    ///< at the right end of the line
  bool collapsed = false; ///< a row that takes no room
  bool struck = false;
  bool underlined = false;
  Colour colour = black_colour, background = white_colour;
  bool off_screen = false;
  bool closed = false;                        ///< <details> of which no more than its summary is seen
  bool from_right = false, overrides = false; ///< direction, and whether it turns digits and Chinese round too
  CssDisplay display = CssDisplay::other;
  bool is_reversed = false;                            ///< a flexible box whose last part stands first
  std::int32_t order = 0;                              ///< among the parts of a flexible box or a grid
  bool runs_down = false;                              ///< a flexible box whose parts stand below each other
  std::uint32_t tracks = 0;                            ///< columns of a grid
  std::uint32_t columns_in_grid = 1, rows_in_grid = 1; ///< that it covers; 0: all
  SymbolFont font = SymbolFont::none;
  CssLetters letters = CssLetters::as_written;
  CssScript script = CssScript::none;

  bool is_seen() const { return !removed && !invisible && !unseen && !gone && !off_screen; }
};

/// What style sheets, style attributes and elements of a page say of its text.
class HtmlStyles {
public:
  /// Reads the <style> elements below `root`.
  explicit HtmlStyles(GumboNode const& root);

  HtmlState const& state(GumboNode const& element);

  /// What an element is in a table that is made by styles alone.
  CssDisplay display(GumboNode const& element);

  /// What a node holds, as it is laid out: parts of flexible boxes and grids may stand in another order. Holds until
  /// the next call.
  std::span<GumboNode const* const> children(GumboNode const& node);
  void arrange(GumboNode const& box, std::vector<GumboNode const*>& parts);

  /// True when the page lays out elements as grids or flexible boxes.
  bool has_grids() const { return has_grids_; }

  /// What a style sheet prints before or behind the text of an element, with the marks that turn it round.
  std::string generated(GumboNode const& element, CssPart part);

  /// Counts an element, in the order in which they stand, before what it generates is asked for.
  void count(GumboNode const& element);

  /// True when the page has more rules than are followed.
  bool has_too_many_rules() const { return too_many_; }

private:
  std::string declared_content(GumboNode const& element, CssPart part);
  std::string text_of_variable(GumboNode const& element, CssDeclarations const& part, std::string_view reference) const;
  HtmlState make_state(GumboNode const& element, HtmlState const& around) const;
  bool has_line_over(GumboNode const& element) const;
  CssBlock declarations(GumboNode const& element) const;
  void add_rules(std::vector<std::size_t>& found, std::string_view key) const;
  void index(CssRule rule);

  CssVariables variables_;
  std::vector<CssRule> rules_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_key_; ///< #id, .class or tag of the element itself
  std::unordered_map<GumboNode const*, HtmlState> states_;
  std::vector<GumboNode const*> arranged_;
  std::vector<CssRule> generating_; ///< for ::before and ::after
  CssCounters counters_;
  bool too_many_ = false, makes_tables_ = false, has_grids_ = false, has_counters_ = false, has_lines_ = false;
};

} // namespace jixiao
