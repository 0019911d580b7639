#pragma once

#include "readers/colour.hpp"
#include "readers/symbols.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The little of CSS that decides what a page shows of its text.
namespace jixiao {

enum class CssLetters : std::uint8_t { as_written, upper, lower };

enum class CssScript : std::uint8_t { none, raised, lowered };

/// What an element is in a table that a style sheet makes.
enum class CssDisplay : std::uint8_t { other, table, rows, row, cell, flex, grid, contents };

/// What a rule is about: an element, or what a style sheet prints before or behind its text.
enum class CssPart : std::uint8_t { itself, before, after };

/// What declarations say; what they do not say is not set.
struct CssDeclarations {
  std::optional<bool> removed;    ///< display: none, mso-hide: all: takes no room
  std::optional<bool> invisible;  ///< visibility: hidden
  std::optional<bool> collapsed;  ///< visibility: collapse, which removes rows
  std::optional<bool> unseen;     ///< no size, no colour
  std::optional<bool> gone;       ///< no opacity, no scale: with all that is in it
  std::optional<bool> unquoted;   ///< quotes: none
  std::optional<bool> floats;     ///< float: right
  std::optional<bool> drawn;      ///< letters that are seen without a colour of their own
  std::optional<bool> flat;       ///< a box without height or width, out of which its text flows unless it
  std::optional<bool> clips;      ///< shows nothing beyond its edges
  std::optional<bool> off_screen; ///< moved or clipped out of sight, as for those who have the page read to them
  std::optional<bool> struck;     ///< text-decoration: line-through
  std::optional<bool> underlined; ///< text-decoration: underline
  std::optional<Colour> colour;
  std::optional<Colour> background; ///< transparent: not set
  std::optional<SymbolFont> font;
  std::optional<CssScript> script;   ///< vertical-align
  std::optional<CssLetters> letters; ///< text-transform
  std::optional<CssDisplay> display;
  std::optional<bool> from_right, overrides;              ///< direction: rtl, unicode-bidi: bidi-override
  std::optional<bool> is_reversed;                        ///< flex-direction: row-reverse, column-reverse
  std::optional<std::int32_t> order;                      ///< among the parts of a flexible box or a grid
  std::optional<bool> runs_down;                          ///< flex-direction: column
  std::optional<std::uint32_t> tracks;                    ///< columns of a grid; 0: it depends on the width
  std::optional<std::uint32_t> columns, rows;             ///< that an element of a grid covers; 0: all columns
  std::optional<std::string> content;                     ///< as declared, for ::before and ::after
  std::optional<std::string> resets, counts;              ///< counter-reset, counter-increment
  std::optional<std::string> quotes;                      ///< as declared, the marks of open-quote and close-quote
  std::vector<std::pair<std::string, std::string>> texts; ///< --name: "text", for content: var(--name)
  std::optional<bool> lies_over, in_middle, is_line;      ///< what makes a box without text a line through one

  bool says_nothing() const;

  /// True for a line that lies over the middle of what is around it.
  bool strikes() const { return lies_over.value_or(false) && in_middle.value_or(false) && is_line.value_or(false); }

  /// What `later` says holds.
  void apply(CssDeclarations const& later);
};

/// Declarations as in a style attribute, and those of them that are !important.
struct CssBlock {
  CssDeclarations normal, important;
};

CssBlock read_css_declarations(std::string_view text);

/// What a selector asks of an attribute: [data-role], [type=hidden], [class^=old]
struct CssAttribute {
  std::string name, value;
  char match = 0; ///< '=', or the sign before it: ~ | ^ $ *; 0: it is there
};

/// One element of a selector: td.old#x
struct CssCompound {
  std::string tag, id; ///< in lower case; empty: any
  std::vector<std::string> classes;
  std::vector<CssAttribute> attributes;
  std::vector<CssCompound> others;        ///< :not(.total): what an element is none of
  std::vector<CssCompound> inner;         ///< :has(b): what is in an element
  bool is_first = false, is_last = false; ///< :first-child, :last-child
  std::uint32_t child_number = 0;         ///< :nth-child(3)
  char relation = ' ';                    ///< to what the next compound selects: below it, > in it, + behind it, ~
};

/// A rule with one selector.
struct CssRule {
  std::vector<CssCompound> compounds; ///< the element itself first, then what is around it
  CssPart part = CssPart::itself;
  std::uint32_t specificity = 0;
  CssBlock block;
};

/// What `attr(name)`, `counter(name)`, `open-quote` and the like print, given the word and what is in brackets behind
/// it; nothing for a word that prints no text.
using CssPrinted = std::function<std::optional<std::string>(std::string_view word, std::string_view arguments)>;

/// The text of a `content` declaration: `"\2265"` is ≥. Empty where a picture is part of it.
std::string css_content(std::string_view declared, CssPrinted const& print);

/// The rules of a style sheet that say something of this, for wide screens, in their order, no more than `most`.
/// Selectors of states are left out: they hold at times only.
std::vector<CssRule> read_css(std::string_view sheet, std::size_t most);

} // namespace jixiao
