#include "grammars/amount.hpp"

#include "corpus.hpp"
#include "show.hpp"

using namespace jixiao;
using namespace jixiao::grammars;

namespace {

std::string_view name_of(AmountUnit unit) {
  static constexpr std::string_view names[] = {"", "元", "万元", "亿元", "千元", "百万元"};
  return names[static_cast<std::size_t>(unit)];
}

} // namespace

TEST_CASE("amounts of money") {
  test::check_corpus("amount", [](std::string_view text) {
    return test::show(match_amount(text), [](Amount const& amount) {
      return to_string(amount.number).append(amount.unit == AmountUnit::none ? "" : " ").append(name_of(amount.unit));
    });
  });
}

TEST_CASE("units of amounts in labels") {
  test::check_corpus("amount_unit", [](std::string_view text) {
    return test::show(match_amount_unit(text), [](AmountUnit unit) { return std::string(name_of(unit)); });
  });
}

TEST_CASE("an amount in another unit") {
  CHECK(in_unit({{48, 0}, AmountUnit::ten_thousand_yuan}, AmountUnit::yuan) == Decimal{480000, 0});
  CHECK(in_unit({{48000000, 2}, AmountUnit::yuan}, AmountUnit::ten_thousand_yuan) == Decimal{48, 0});
  CHECK(!in_unit({{48, 0}, AmountUnit::none}, AmountUnit::yuan));
}
