#include "recognition/labels/titles.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>
#include <utility>

using namespace jixiao::recognition;

TEST_CASE("the number of an attachment before a title is no part of it") {
  constexpr std::array titles = {
      std::pair{"附表3：渡口修缮绩效目标表", "渡口修缮绩效目标表"},
      std::pair{"附件 4-2 渡口修缮绩效目标表", "渡口修缮绩效目标表"},
      std::pair{"表十二　渡口修缮绩效目标表", "渡口修缮绩效目标表"},
      std::pair{"附件7渡口修缮绩效自评表", "渡口修缮绩效自评表"},
      std::pair{"预算06-3表 渡口修缮绩效目标表", "渡口修缮绩效目标表"},
      std::pair{"附表1 2号渡口绩效目标表", "2号渡口绩效目标表"},
  };
  for (auto const& [in, out] : titles) {
    std::string_view const printed = in, text = out; // a check may not capture a binding
    auto const title = read_title(printed);
    REQUIRE_MESSAGE(title, std::string(printed));
    CHECK(title->text == text);
  }
}

TEST_CASE("a year or an amount is no number of an attachment") {
  for (std::string_view const printed :
       {"附表2027年度渡口修缮绩效目标表", "附件32027年渡口修缮绩效目标表", "附表3-2027年渡口修缮绩效目标表",
        "公开2027年度渡口修缮绩效目标表", "附件14.5亿元渡口修缮绩效目标表", "附件3号渡口绩效目标表"}) {
    auto const title = read_title(printed);
    REQUIRE_MESSAGE(title, std::string(printed));
    CHECK(title->text == printed);
  }
  CHECK(read_title("附表 2027 年度渡口修缮绩效目标表")->year == 2027);
  CHECK(read_title("附表2027年度渡口修缮绩效目标表")->year == 2027);
}

TEST_CASE("behind 预算 the number of an attachment has 表 behind it") {
  CHECK(is_attachment_number("预算06-3表"));
  CHECK(is_attachment_number("公开12表"));
  CHECK(is_attachment_number("附件三"));
  for (std::string_view const text : {"预算3", "预算100", "预算2027", "附表2027", "公开"})
    CHECK_FALSE_MESSAGE(is_attachment_number(text), std::string(text));
}
