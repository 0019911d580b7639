#include <jixiao/profile.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace jixiao;

namespace {

/// "line:column code" of the first thing wrong.
std::string wrong(std::string_view text) {
  auto const reading = read_profile(text);
  if (reading.diagnostics.empty())
    return {};
  auto const& first = reading.diagnostics[0];
  return std::to_string(*first.at.line) + ':' + std::to_string(*first.at.column) + ' ' +
         std::string(info(first.code).id);
}

} // namespace

TEST_CASE("the built-in profiles are read whole, and know what they should") {
  CHECK(profiles().size() == 5);
  for (std::string_view const name : {"national-2020", "national-2021", "hubei", "sichuan", "chongqing"})
    CHECK(find_profile(name) != nullptr);
  CHECK(find_profile("hubei")->execution_weights == std::vector{Decimal{20, 0}});
  CHECK(find_profile("hubei")->grades.size() == 4);
  CHECK(find_profile("national-2021")->groups.size() == 7);
  CHECK(find_profile("national-2019") == nullptr);
}

TEST_CASE("a form is judged by the profile of its place, or by that of its year") {
  CHECK(profile_for("上海", 2026).name == "national-2021");
  CHECK(profile_for("上海", std::nullopt).name == "national-2021");
  CHECK(profile_for("", 2020).name == "national-2020");
  CHECK(profile_for("湖北", 2022).name == "hubei");
  CHECK(profile_for("四川青神", 2023).name == "sichuan");
}

TEST_CASE("a profile changes what it extends") {
  auto const reading = read_profile("profile mine # a comment\n"
                                    "extends hubei\n"
                                    "title \"某市\"\n"
                                    "years 2022..\n"
                                    "execution weight 10 or 15\n"
                                    "grade \"优\" from 95\n"
                                    "band partly 55 to 80\n"
                                    "tolerance strict 0.05\n"
                                    "indicators from 5\n"
                                    "severity V543 warning\n");
  CHECK(reading.diagnostics.empty());
  auto const& profile = reading.profile;
  CHECK(profile.name == "mine");
  CHECK(profile.title == "某市");
  CHECK(profile.place.empty());
  CHECK(profile.first_year == 2022);
  CHECK(profile.execution_weights.size() == 2);
  CHECK(profile.grades[0].from == Decimal{95, 0});
  CHECK(profile.bands.size() == 3);
  CHECK(profile.strict == Decimal{5, 2});
  CHECK(profile.fewest_indicators == 5);
  CHECK(profile.levels.back().level == Level::warning);
}

TEST_CASE("what is wrong with a profile is said with its place") {
  CHECK(wrong("profile p").empty());
  CHECK(wrong("") == "0:0 P601");
  CHECK(wrong("profile p\nweights 10") == "2:1 P601");
  CHECK(wrong("profile p\nexecution 10") == "2:11 P601");
  CHECK(wrong("profile p\ngroup \"产出指标\" weight 50") == "2:14 P601");
  CHECK(wrong("profile p\ntitle \"某市") == "2:7 P601");
  CHECK(wrong("profile p\nextends nobody") == "2:9 P602");
  CHECK(wrong("profile p\nseverity V999 off") == "2:10 P603");
  CHECK(wrong("profile p\nseverity R404 off") == "2:10 P603");
  CHECK(wrong("profile p\nseverity V543 loud") == "2:15 P601");
  CHECK(wrong("profile p\nyears 20..") == "2:7 P601");
  CHECK(wrong("profile p\nprofile q") == "2:1 P601");
  CHECK(wrong("profile p\nover_fulfilment 30 40") == "2:20 P601");
}
