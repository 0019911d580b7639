// Fits the list of prices to damaged prints of forms whose contents are known, and to the samples.
//
//   jixiao_calibrate FOLDER            writes FOLDER/prices.def, prints what each entry is worth
//   jixiao_calibrate --certainty N     counts how often each certainty was right, over N decisions each and by carrier
//   jixiao_calibrate --case NUMBER     prints one of the forms, and what was read wrong
#include "tests/calibrate/certainty_count.hpp"
#include "tests/calibrate/fit.hpp"
#include "tests/calibrate/outcomes.hpp"

#include <jixiao/expectation.hpp>

#include <cstdio>
#include <cstdlib>
#include <span>
#include <string_view>

namespace {

using namespace jixiao::calibrate;

void print_case(std::size_t number) {
  auto const one = numbered_case(number);
  std::printf("%s\n", one.text.c_str());
  auto const document = read(one);
  for_each_outcome(one.truth, document, [](Outcome const& field) {
    if (!field.right())
      std::printf("%s: \"%s\", read \"%s\"%s%s\n", field.path.c_str(), field.expected.c_str(), field.read.c_str(),
                  field.silent() ? ", silently " : ", ",
                  field.certainty ? std::string(to_string(*field.certainty)).c_str() : "");
  });
  for (auto const& finding : document.diagnostics)
    std::fputs(jixiao::diagnostic_line(finding).c_str(), stdout);
}

} // namespace

int main(int count, char** words) {
  std::setvbuf(stdout, nullptr, _IOLBF, 0);
  constexpr std::size_t most_forms = 200'000;
  std::span const arguments(words, static_cast<std::size_t>(count));
  std::string_view const option = count == 3 ? arguments[1] : "";
  auto const number = count == 3 ? static_cast<std::size_t>(std::strtoull(arguments[2], nullptr, 10)) : 0;
  if (option == "--certainty")
    print(count_certainties(number, most_forms));
  else if (option == "--case")
    print_case(number);
  else if (count == 2)
    return fit_prices(arguments[1]);
  else
    return std::fputs("usage: jixiao_calibrate FOLDER | --certainty N | --case NUMBER\n", stderr), 2;
  return 0;
}
