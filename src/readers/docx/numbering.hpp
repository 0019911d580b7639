#pragma once

#include "readers/docx/number_format.hpp"
#include "readers/docx/parts.hpp"
#include "readers/docx/styles.hpp"
#include "readers/symbols.hpp"

#include <pugixml.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace jixiao::docx {

/// What a paragraph, or the style of one, says of its list.
struct ListPlace {
  std::optional<std::uint32_t> list;  ///< w:numId; 0 is no list
  std::optional<std::uint32_t> level; ///< w:ilvl
};

ListPlace list_place(pugi::xml_node num_pr);

/// What stands between a number and the text behind it.
enum class Gap : std::uint8_t { none, some };

/// The automatic numbers of a document's paragraphs, which its text does not hold. Counts as Word does: lists of one
/// abstract list count on, unless a list of them starts anew; a level begins again below each higher one.
class Numbering {
public:
  /// Reads the parts for lists and styles when a paragraph first asks for them.
  Numbering(Parts& parts, Styles& styles) : parts_(parts), styles_(styles) {}

  /// Appends the next number of a paragraph with these properties: "1.", "一、", "（3）", "●"; nothing when it has
  /// none.
  Gap append_next(ListPlace place, std::string_view style, std::string& out);

private:
  static constexpr std::size_t level_count = 9;

  struct Level {
    std::uint32_t start = 0;
    std::uint32_t restart = 0; ///< begins again below levels up to this one, 1-based; 0: never
    NumberFormat format = NumberFormat::decimal;
    SymbolFont font = SymbolFont::none;
    bool legal = false; ///< prints all levels in decimals
    bool gap = true;
    bool hidden = false;    ///< its numbers are not seen
    bool cut = false;       ///< the text is too long to be printed whole
    std::string_view text;  ///< "%1.%2"
    std::string_view style; ///< whose paragraphs are on this level
  };
  struct List { ///< w:abstractNum, and how far it has counted
    std::vector<Level> levels;
    std::array<std::uint32_t, level_count> counts{}, starts{};
    std::array<bool, level_count> begun{};
    std::string_view link; ///< of the style whose list it stands for
  };
  struct Use { ///< w:num
    std::size_t list = 0;
    pugi::xml_node source;
    bool begun = false;
  };

  static Level read_level(pugi::xml_node level, std::uint32_t index);
  static void put_level(List& list, pugi::xml_node level);
  void read_lists(pugi::xml_node numbering);
  void begin(Use& use);
  void complete_from_style(ListPlace& place, std::string_view style);
  static void count(List& list, std::size_t level);
  static void append_label(List const& list, Level const& level, std::string& out);

  Parts& parts_;
  Styles& styles_;
  bool has_lists_ = false; ///< were read
  std::vector<List> lists_;
  std::unordered_map<std::uint32_t, Use> uses_;
};

} // namespace jixiao::docx
