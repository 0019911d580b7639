#include "recognition/repair/scraped_cells.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace jixiao::recognition;

namespace {

std::string together(std::vector<std::string_view> const& texts) {
  std::vector<Piece> pieces(texts.size());
  std::vector<Piece const*> all;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    pieces[i].text = texts[i];
    all.push_back(&pieces[i]);
  }
  return scraped_text(all);
}

} // namespace

TEST_CASE("what an edge printed twice counts once") {
  CHECK(together({"河道清", "清淤长度"}) == "河道清淤长度");
  CHECK(together({"宣传报道", "宣传报道专题制作数量"}) == "宣传报道专题制作数量");
  CHECK(together({"无差", "<b>差错</b>"}) == "无差<b>错</b>");
  CHECK(together({"指标", "指标"}) == "指标指标");
}

TEST_CASE("pieces of several lines are put together line by line") {
  CHECK(together({"养护公园 的生活", "区绿地四十公顷 境"}) == "养护公园区绿地四十公顷的生活境");
  CHECK(together({"市委", "2 号文精神，结合", "重点任务"}) == "市委2 号文精神，结合重点任务");
}

TEST_CASE("figures that an edge has cut") {
  CHECK(is_cut_number("48", "60.00"));
  CHECK_FALSE(is_cut_number("48.50", "60.00"));
  CHECK(is_cut_year("20", "32年10月底前"));
  CHECK(is_cut_year("203", "2年度"));
  CHECK_FALSE(is_cut_year("20", "2032年"));
  CHECK_FALSE(is_cut_year("30", "32年"));
  CHECK(is_cut_quantity("≥42", "0公里"));
  CHECK(is_cut_quantity("=3", "6座"));
  CHECK_FALSE(is_cut_quantity("≥", "97%"));
  CHECK_FALSE(is_cut_quantity("≥42公里", "30公里"));
  CHECK_FALSE(is_cut_quantity("≥42", "30"));
}
