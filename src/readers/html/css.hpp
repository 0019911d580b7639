#pragma once

#include "readers/symbols.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The little of CSS that decides what a page shows of its text.
namespace jixiao {

/// What declarations say; what they do not say is not set.
struct CssDeclarations {
  std::optional<bool> removed;   ///< display: none, mso-hide: all: takes no room
  std::optional<bool> invisible; ///< visibility: hidden
  std::optional<bool> collapsed; ///< visibility: collapse, which removes rows
  std::optional<bool> unseen;    ///< no size, no opacity, no colour
  std::optional<bool> struck;    ///< text-decoration: line-through
  std::optional<bool> white, shaded;
  std::optional<SymbolFont> font;

  bool says_nothing() const;

  /// What `later` says holds.
  void apply(CssDeclarations const& later);
};

/// Declarations as in a style attribute, and those of them that are !important.
struct CssBlock {
  CssDeclarations normal, important;
};

CssBlock read_css_declarations(std::string_view text);

/// One element of a selector: td.old#x
struct CssCompound {
  std::string tag, id; ///< in lower case; empty: any
  std::vector<std::string> classes;
  bool is_child = false; ///< of what the next compound selects; else below it
};

/// A rule with one selector.
struct CssRule {
  std::vector<CssCompound> compounds; ///< the element itself first, then what is around it
  std::uint32_t specificity = 0;
  CssBlock block;
};

/// The rules of a style sheet that say something of this, for screens, in their order, no more than `most`. Selectors
/// of states and attributes are left out: they hold at times only.
std::vector<CssRule> read_css(std::string_view sheet, std::size_t most);

} // namespace jixiao
