#include "grammars/heading.hpp"

#include "corpus.hpp"
#include "show.hpp"

using namespace jixiao::grammars;

TEST_CASE("headings with ordinals") {
  test::check_corpus("heading", [](std::string_view text) {
    return test::show(match_heading(text), [](Heading const& heading) {
      static constexpr std::string_view styles[] = {"none", "decimal", "chinese", "bracketed", "part"};
      std::string out(styles[static_cast<std::size_t>(heading.style)]);
      return out.append(" [").append(heading.ordinal).append("] title [").append(heading.title).append("]");
    });
  });
}
