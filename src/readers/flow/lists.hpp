#pragma once

#include "readers/docx/number_format.hpp"
#include "readers/symbols.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace jixiao::flow {

struct ListLevel {
  std::uint32_t start = 1;
  std::uint32_t restart = 0xFF; ///< begins again below levels before this one
  docx::NumberFormat format = docx::NumberFormat::decimal;
  SymbolFont font = SymbolFont::none; ///< of a bullet
  bool legal = false;                 ///< prints all levels in decimals
  bool gap = true;                    ///< between the number and the text
  bool hidden = false;                ///< its numbers are not seen
  std::string text{};                 ///< "%1.%2", or the bullet
  std::string look{};                 ///< the style of its numbers, by its name
};

/// The automatic numbers of a list, and how far it has counted.
class List {
public:
  static constexpr std::size_t most_levels = 10;

  List() = default;
  explicit List(std::vector<ListLevel> levels);

  bool has_level(std::size_t level) const { return level < levels_.size(); }
  ListLevel const& level(std::size_t level) const { return levels_[level]; }

  /// The next number of this level has this value.
  void start_with(std::size_t level, std::uint32_t value);

  void hide(std::size_t level) { levels_[level].hidden = true; }

  /// Counts on and gives the number as printed; empty for a level that the list does not have, and for a hidden one.
  std::string next(std::size_t level);

private:
  void count(std::size_t level);

  std::vector<ListLevel> levels_;
  std::array<std::uint32_t, most_levels> counts_{}, starts_{};
  std::array<bool, most_levels> begun_{};
};

} // namespace jixiao::flow
