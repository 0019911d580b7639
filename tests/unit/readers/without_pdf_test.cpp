#include <jixiao/convert.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace jixiao;

TEST_CASE("a build without libqpdf says so when a PDF comes, under any name") {
  for (std::string const from : {"", "pdf"}) {
    auto const document = convert({"form.txt", "%PDF-1.4\n"}, {.from = from});
    REQUIRE(document.diagnostics.size() == 1);
    CHECK(document.diagnostics[0].code == Code::not_text);
    CHECK(message(document.diagnostics[0]).find("JIXIAO_WITH_PDF=ON") != std::string::npos);
    CHECK(document.forms.empty());
  }
}
