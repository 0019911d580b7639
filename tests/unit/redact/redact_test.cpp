#include "redact/redact.hpp"

#include <jixiao/convert.hpp>
#include <jixiao/writers.hpp>

#include <doctest/doctest.h>

using namespace jixiao;

namespace {

std::string masked(Secrets const& secrets, std::string text) {
  auto const size = text.size();
  secrets.mask(text);
  CHECK(text.size() == size);
  return text;
}

Secrets of_text(std::string_view text) {
  Secrets out;
  out.add_labelled(text);
  return out;
}

Secrets of_contact(std::string_view text) {
  Secrets out;
  out.add_contact(text);
  return out;
}

} // namespace

TEST_CASE("labels of persons and telephones") {
  for (auto const* label : {"联系人", "填报人：", "项目负责人及联系电话", "单位负责人（签字）：", "电 话"}) {
    CAPTURE(label);
    CHECK(is_contact_label(label));
  }
  for (auto const* label : {"", "负责人培训", "项目名称", "主管部门", "电话费用", "满意度"}) {
    CAPTURE(label);
    CHECK_FALSE(is_contact_label(label));
  }
}

TEST_CASE("telephone numbers are masked wherever they stand") {
  Secrets const none;
  CHECK(masked(none, "请拨打13900001234。") == "请拨打***********。");
  CHECK(masked(none, "０１０－８８８８７７７７") == "＊＊＊＊＊＊＊＊＊＊＊＊");
  CHECK(masked(none, "(0312) 5556677") == "(***** *******");
  CHECK(masked(none, "400-820-1234") == "************");
}

TEST_CASE("other numbers stay") {
  Secrets const none;
  for (auto const* text : {"99010125P000000000012", "13900001234.56", "310106251390000123400", "2025-01-01",
                           "1,390,000", "≥900(辆)", "13900001234P", "01-02"}) {
    CAPTURE(text);
    CHECK(masked(none, text) == text);
  }
}

TEST_CASE("what stands behind a label is masked all over a text") {
  auto const secrets = of_text("填报人：王某某  联系电话：8765432 填报日期：2025年");
  CHECK(masked(secrets, "由王某某牵头，电话8765432") == "由＊＊＊牵头，电话*******");
  CHECK(masked(secrets, "王 某某、王\n某某") == "＊ ＊＊、＊\n＊＊");
  CHECK(masked(secrets, "填报日期：2025年") == "填报日期：2025年");
}

TEST_CASE("a label without a name gives none") {
  CHECK(of_text("负责人由办公室主任担任").empty());
  CHECK(of_text("联系人：石桥湾区城市管理局").empty());
  CHECK(of_text("单位负责人（签字）：").empty());
  CHECK(of_text("填报人：  审核人：").empty());
}

TEST_CASE("contacts are names, numbers or both") {
  CHECK(masked(of_contact("李某 0312-1234567"), "李某说") == "＊＊说");
  CHECK(masked(of_contact("李某、孙某某"), "孙某某和李某") == "＊＊＊和＊＊");
  CHECK(masked(of_contact("阿·古丽某"), "阿·古丽某") == "＊**＊＊＊");
  CHECK(of_contact("无").empty());
  CHECK(of_contact("局长").empty());
  CHECK(of_contact("—").empty());
  CHECK(of_contact("石桥湾区城市管理局办公室").empty());
}

TEST_CASE("cells beside a label, and below one that stands alone") {
  Secrets secrets;
  CHECK_FALSE(secrets.add_row({"联系人", "王某某", "联系电话", "8765432", "项目名称", "绿化养护"}));
  CHECK(secrets.add_row({"经办人"}));
  CHECK_FALSE(secrets.add_row({"李某"}, true));
  CHECK(masked(secrets, "王某某 李某 8765432 绿化养护") == "＊＊＊ ＊＊ ******* 绿化养护");
}

TEST_CASE("fields read with less certainty than asked for are left empty, with a finding") {
  std::string const rows =
      "财政项目支出绩效目标申报表\n(2025年度)\n项目名称\t河道保洁\n主管部门\t青溪区水务局\n"
      "\t一级指标\t二级指标\t三级指标\t年度(/项目)指标值\n绩效指标\t产出指标\t数量指标\t保洁里程\t≥18(公里)\n";
  Options options;
  options.least = Certainty::certain;
  auto const plain = convert({"form.txt", rows}), strict = convert({"form.txt", rows}, options);
  std::string a, b;
  write_json(a, plain);
  write_json(b, strict);
  CHECK(a == b); // nothing was in doubt
}
