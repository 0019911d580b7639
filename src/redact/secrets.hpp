#pragma once

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao {

/// Names of persons and telephone numbers, and how they are taken out of texts: each of their characters becomes a star
/// of the same width in UTF-8, so that places in a text stay where they are.
///
/// A name is what stands behind a label for it (联系人：王某某) or in the cell beside one, two to four ideographs; a
/// number is one of a mobile or fixed line in its usual writing, or what stands behind a label for it.
class Secrets {
public:
  /// What stands under a label for a person or a telephone.
  void add_contact(std::string_view text);

  /// Looks for labels with what stands behind them.
  void add_labelled(std::string_view text);

  /// A row of cells: what stands beside a cell that is such a label. `behind_label`: the row before was one alone.
  /// True when this row is.
  bool add_row(std::vector<std::string_view> const& cells, bool behind_label = false);

  /// How many were masked.
  std::size_t mask(std::string& text) const;

  bool empty() const { return names_.empty() && numbers_.empty(); }

private:
  void add_name(std::u32string_view name);
  std::size_t name_at(std::u32string_view text, std::size_t at) const;

  std::set<std::u32string> names_;
  std::set<char32_t> first_characters_; ///< of them: most characters begin none
  std::set<std::u32string> numbers_;    ///< digits only
};

/// True for a label of a person or a telephone: 联系人, 填报人及电话, 单位负责人（签字）.
bool is_contact_label(std::string_view text);

} // namespace jixiao
