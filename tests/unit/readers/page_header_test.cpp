#include "readers/xlsx/page_header.hpp"

#include <doctest/doctest.h>

using namespace jixiao;

namespace {

std::vector<std::string> texts_of(std::string_view code) {
  std::vector<std::string> texts;
  add_page_header(code, texts);
  return texts;
}

} // namespace

TEST_CASE("codes of a page's header are not printed") {
  using Texts = std::vector<std::string>;
  CHECK(texts_of("&L&\"宋体,加粗\"&14湖区水务局&C&K00FF00绩效目标申报表&R第&P页") == Texts{"湖区水务局", "绩效目标申报表"});
  CHECK(texts_of("&C&K单位：万元") == Texts{"单位：万元"});
}

TEST_CASE("a sign before a character that is no code is one that was typed") {
  CHECK(texts_of("水务局&林业局") == std::vector<std::string>{"水务局&林业局"});
  CHECK(texts_of("水务局&&林业局&") == std::vector<std::string>{"水务局&林业局&"});
}
