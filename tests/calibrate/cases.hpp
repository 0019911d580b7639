#pragma once

#include "tests/calibrate/layout_print.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Damaged prints of forms whose contents are known.
namespace jixiao::calibrate {

/// How a table is written, which is what its text can have lost.
struct Carrier {
  std::string_view name, file;
  bool rows_move; ///< extraction moves the cells of its rows: they are damaged as well
  std::string (*write)(std::vector<property::Line> const& flat, LayoutPrint const& print);
};

std::span<Carrier const> carriers();

struct Case {
  std::string layout;
  Carrier const* carrier = nullptr;
  std::string text;
  FormTruth truth;
};

/// The form grammars to print: those that come with jixiao, and the layouts of tests/calibrate.
std::vector<FormGrammar> const& layouts();

/// One form, printed and, where its carrier moves cells, with about one row in seven damaged.
Case make_case(FormGrammar const& layout, Carrier const& carrier, std::uint64_t seed);

/// The cases in a row: each layout in each carrier, and so again with other contents.
Case numbered_case(std::size_t number);

} // namespace jixiao::calibrate
