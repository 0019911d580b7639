#pragma once

#include "recognition/labels/column_kind.hpp"
#include "recognition/labels/compounds.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

/// What printed labels mean, whatever the layout: grammars/vocabulary/labels.vocab, compiled into one table.
namespace jixiao::recognition {

/// How a label leads to its value.
enum class Role : std::uint8_t {
  pair,    ///< the value stands beside it
  fund,    ///< a row of the fund block, or an amount beside it
  side,    ///< printed down the side of a block; no value of its own
  measure, ///< a column of the fund block
  series,  ///< behind it a row of steps, below each its share
  goal,    ///< the text stands beside or below it
  column,  ///< a column of the table of indicators
  total,   ///< a row that ends a table
  task,    ///< a column of a table of tasks, costs or a schedule
  note     ///< instructions follow
};

struct Meaning {
  Role role{};
  std::string target;               ///< "project_name", "year.total", "level3"; what it may be depends on the role
  std::optional<ColumnKind> column; ///< that the target names, in the role of a column

  Meaning(Role role_of, std::string leads_to)
      : role(role_of), target(std::move(leads_to)),
        column(role == Role::column ? column_kind_named(target) : std::nullopt) {}
};

class Vocabulary {
public:
  /// Lines that cannot be read are skipped; a test asserts that the built-in table has none.
  explicit Vocabulary(std::string_view table);

  /// Adds labels made of parts (recognition/compounds.hpp); a label that is listed keeps the meanings it has.
  void add_compounds(std::string_view table);

  /// Gives a label a meaning before those that it has; one of the same role is replaced.
  void add(std::string_view label, Meaning meaning);

  /// The meanings of a folded label; null when it is none. A listed label comes before one made of parts.
  std::vector<Meaning> const* find(std::string_view folded) const;

  /// The same for a text with a colon and a value behind it: there, what is listed with a colon (`年度：`) is a label,
  /// too.
  std::vector<Meaning> const* find_before_colon(std::string_view folded) const;

  /// Calls `visit(label, meanings)` for each label that is listed, in no order.
  template <class Visit> void visit_labels(Visit visit) const {
    for (auto const& [label, meanings] : labels_)
      visit(label, meanings);
  }

  /// Calls `visit` with the first two characters of each label, listed or made of parts; with all of one that has
  /// fewer.
  template <class Visit> void visit_begins(Visit visit) const {
    for (auto const& [label, meanings] : labels_)
      visit(begin_of(label));
    for (auto const& [compound, meanings] : compounds_)
      for (auto const& begin : compound.begins())
        visit(begin);
  }

  static Vocabulary const& builtin();

private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };

  using ByLabel = std::unordered_map<std::string, std::vector<Meaning>, Hash, std::equal_to<>>;

  ByLabel labels_, with_colon_;
  std::vector<std::pair<Compound, std::vector<Meaning>>> compounds_;
  std::unordered_map<char32_t, std::vector<std::size_t>> compounds_by_end_; ///< in the order they were added
};

/// The first meaning with this role; null when there is none.
inline Meaning const* meaning_of(std::vector<Meaning> const* meanings, Role role) {
  if (meanings)
    for (auto const& meaning : *meanings)
      if (meaning.role == role)
        return &meaning;
  return nullptr;
}

/// True when one of the meanings leads to `target` in that role.
inline bool has_meaning(std::vector<Meaning> const* meanings, Role role, std::string_view target) {
  if (meanings)
    for (auto const& meaning : *meanings)
      if (meaning.role == role && meaning.target == target)
        return true;
  return false;
}

} // namespace jixiao::recognition
