#pragma once

#include <jixiao/document.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// What of a form is compared with other forms.
namespace jixiao {

enum class Stage : std::uint8_t {
  plan,   ///< declaration, target table
  result, ///< self-evaluation
  other   ///< neither: compared only with its like
};

struct TracedText {
  std::string field; ///< "goals.annual"
  std::string text;
  Location at;
};

struct TracedAmount {
  std::string measure; ///< "budget"
  std::string path, printed;
  Decimal yuan;
  Location at;
};

struct TracedIndicator {
  std::string path;
  std::string level1, level2, name;
  std::optional<Value> target, actual;
  bool sure = true; ///< the target was read straight off its cell
  Location at;
};

struct FormTrace {
  std::string document, form, path, place; ///< `place` names it in arguments: "2024.docx#3"
  std::string kind, title, project, code, unit;
  std::optional<int> year;
  std::vector<TracedAmount> amounts; ///< the year's totals
  std::vector<TracedText> goals;
  std::vector<TracedIndicator> indicators;
  Location at;
  std::uint64_t number = 0; ///< in the order of inputs; not packed

  Stage stage() const;
  TracedAmount const* amount(std::string_view measure) const;
  /// The budget planned, or that at the beginning of the year evaluated.
  TracedAmount const* planned_budget() const;
};

std::string pack(FormTrace const& trace);
FormTrace unpack_trace(std::string_view packed);

} // namespace jixiao
