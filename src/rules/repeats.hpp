#pragma once

#include "rules/panels.hpp"

#include <jixiao/document.hpp>

#include <cstddef>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace jixiao {

/// Finds, for the rows of a form in turn, the first row before them with the same name under the same group of level 2
/// of the same table (panels_of).
/// Linear: few rows, as forms have, are compared with each other, many go through a table.
class Repeats {
public:
  Repeats(std::vector<Indicator> const& indicators, bool with_target)
      : indicators_(indicators), panels_(panels_of(indicators)), with_target_(with_target) {}

  /// Of a row with name and target; called for rising rows, each once.
  std::optional<std::size_t> before(std::size_t row);

private:
  struct Key {
    std::string_view group, name, target;
    std::size_t panel = 0;

    friend bool operator==(Key const&, Key const&) = default;
  };
  struct KeyHash {
    std::size_t operator()(Key const& key) const;
  };

  Key key_of(std::size_t row) const;

  std::vector<Indicator> const& indicators_;
  std::vector<std::size_t> panels_;
  bool with_target_;
  std::unordered_map<Key, std::size_t, KeyHash> seen_;
};

} // namespace jixiao
