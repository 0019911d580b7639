#pragma once

#include "recognition/columns/columns.hpp"
#include "recognition/pieces/looks.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

/// What a reading costs. The list is prices.def; nothing else in the search for rows, columns and groups has a weight.
namespace jixiao::recognition {

enum class Price : std::uint8_t {
#define PRICE(name, amount, reason, reason_zh) name,
#include "recognition/rows/prices.def"
#undef PRICE
};

namespace prices {

constexpr double of_first_slide = 0.75; ///< a row that slid as a whole pays this part of Price::slide

inline constinit std::array amounts = {
#define PRICE(name, amount, reason, reason_zh) double{amount},
#include "recognition/rows/prices.def"
#undef PRICE
};

inline double of(Price price) { return amounts[static_cast<std::size_t>(price)]; }

/// A price that was paid; `times` may be a part.
struct Charge {
  Price price{};
  double times = 1;

  double amount() const { return times * of(price); }
};

/// Adds up what is paid. The search asks for nothing else.
struct Sum {
  double total = 0;

  void pay(Price price, double times = 1) { total += times * of(price); }
  void pay(Charge const& charge) { total += charge.amount(); }
};

/// Keeps what is paid, for those who ask why.
struct Bill {
  std::vector<Charge> charges;

  void pay(Price price, double times = 1) { charges.push_back({price, times}); }
  void pay(Charge const& charge) { charges.push_back(charge); }
};

/// A column without a cell, where the carrier may leave blanks out.
Charge missing(Column const& column);

/// A text of this look in this column.
Charge fit(Column const& column, Look look);

} // namespace prices

} // namespace jixiao::recognition
