#pragma once

#include <jixiao/diagnostic.hpp>
#include <jixiao/export.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Why a field was read as it was.
namespace jixiao JIXIAO_PUBLIC {

/// What a reading of a table may have to pay.
struct PriceEntry {
  std::string_view name;
  double amount = 0;
  std::string_view reason, reason_zh;
};

/// All prices that readings are weighed by.
std::span<PriceEntry const> price_list();

/// A printed text with its place.
struct QuotedText {
  std::string text;
  Location at;
};

/// What two readings pay differently for the same reason.
struct PriceDifference {
  PriceEntry const* price = nullptr;
  double amount = 0; ///< what this reading pays, less what the chosen one does
};

/// One of several readings that were weighed: the cheapest in which the field is this.
struct WeighedReading {
  std::string as;                           ///< the header that the text stands under, or the group; empty: under none
  double cost = 0;                          ///< of the row or, for a group, of the table
  std::vector<PriceDifference> differences; ///< to the chosen one, the largest first; empty for that
};

/// What decided over a field.
enum class DecidedBy : std::uint8_t {
  place,   ///< it stands below its header, beside its label, or says itself what it is
  labels,  ///< a group: its label is filled down as it stands
  columns, ///< its row was weighed: rows may have slid, or where they end is not told
  groups,  ///< a group: all rows of the table were weighed together
  nothing  ///< the field is empty
};

struct Why {
  std::string pointer;
  std::vector<QuotedText> values; ///< the cells that were read; none: it is printed nowhere
  std::vector<QuotedText> labels; ///< the headers or labels that led to it, outermost first
  DecidedBy by{};
  std::vector<WeighedReading> readings; ///< the chosen one first, then by cost; none where nothing was weighed
};

} // namespace jixiao
