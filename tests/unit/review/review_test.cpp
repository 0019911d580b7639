#include <jixiao/review.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

using namespace jixiao;

namespace {

Document document_of(std::size_t forms) {
  Document out;
  for (std::size_t i = 0; i < forms; ++i) {
    auto& form = out.forms.emplace_back();
    form.project_name = "河道保洁" + std::to_string(i + 1);
    Indicator row;
    row.level2 = "质量指标";
    row.level3 = "河面保洁";
    row.target.emplace().text = "提升";
    form.indicators.push_back(row);
  }
  return out;
}

Diagnostic vague(std::size_t form, std::string target = "提升") {
  return {Code::vague_target,
          Severity::note,
          {{"target", std::move(target)}},
          "/forms/" + std::to_string(form) + "/indicators/0/target",
          {}};
}

Diagnostic group_missing(std::size_t form, std::string group) {
  return {Code::group_missing,
          Severity::warning,
          {{"group", std::move(group)}},
          "/forms/" + std::to_string(form) + "/indicators",
          {}};
}

} // namespace

TEST_CASE("notes of one code are one item, whatever their words") {
  auto document = document_of(3);
  document.diagnostics = {vague(2), vague(0), vague(1, "优")};
  auto const review = review_of(document);
  REQUIRE(review.form.size() == 1);
  CHECK(review.form[0].places.size() == 3);
  CHECK_FALSE(review.form[0].alike);
  CHECK(review.form[0].first().path == "/forms/0/indicators/0/target");
  CHECK(review.severities[0] == 1);
  CHECK(review.forms[1].severities[0] == 1);
  CHECK(review.forms[1].verdict == Verdict::advised);
}

TEST_CASE("warnings are one item where their words are the same") {
  auto document = document_of(3);
  document.diagnostics = {group_missing(0, "成本指标"), group_missing(2, "成本指标"), group_missing(1, "效益指标")};
  auto const review = review_of(document);
  REQUIRE(review.form.size() == 2);
  CHECK(review.form[0].places.size() == 2);
  CHECK(statement(document, review.form[0], Language::zh) == "没有设置“成本指标”（2 张表）");
  CHECK(statement(document, review.form[1], Language::zh) == "表2 河道保洁2，绩效指标：没有设置“效益指标”");
}

TEST_CASE("what most forms of a document do is one item") {
  auto document = document_of(6);
  for (std::size_t i = 0; i < 5; ++i)
    document.diagnostics.push_back(group_missing(i, i % 2 == 0 ? "成本指标" : "效益指标"));
  CHECK(review_of(document).form.size() == 1);
}

TEST_CASE("errors come before warnings, and forms in their order") {
  auto document = document_of(2);
  document.diagnostics = {vague(0),
                          group_missing(1, "成本指标"),
                          {Code::project_name_missing, Severity::error, {}, "/forms/1/project_name", {}}};
  auto const review = review_of(document);
  REQUIRE(review.form.size() == 3);
  CHECK(review.form[0].first().severity == Severity::error);
  CHECK(review.form[2].first().severity == Severity::note);
  CHECK(review.forms[1].verdict == Verdict::sent_back);
}

TEST_CASE("of the reading only what could not be read is shown, unless all is asked for") {
  auto document = document_of(1);
  document.diagnostics = {{Code::label_damaged, Severity::note, {}, "/forms/0", {}},
                          {Code::not_understood, Severity::warning, {}, "/forms/0/start_date", {}}};
  CHECK(review_of(document).reading.size() == 1);
  CHECK(review_of(document).more_reading == 1);
  CHECK(review_of(document, {.reading = true}).reading.size() == 2);
}

TEST_CASE("known and accepted findings are counted and not shown") {
  auto document = document_of(2);
  document.diagnostics = {group_missing(0, "成本指标"), group_missing(1, "效益指标")};
  Selection selection;
  selection.known = fingerprints_in("{\"fingerprint\": \"" + fingerprint(document, document.diagnostics[0]) + "\"}");
  auto review = review_of(document, selection);
  CHECK(review.form.size() == 1);
  CHECK(review.known == 1);
  std::vector<bool> codes(catalogue().size(), false);
  codes[static_cast<std::size_t>(Code::group_missing)] = true;
  CHECK(review_of(document, {.accepted = {{codes, "河道保洁2", "2031-01-01", "已议"}}}).form.size() == 1);
  CHECK(review_of(document, {.accepted = {{codes, "", "2031-01-01", "已议"}}}).form.empty());
}

TEST_CASE("a fingerprint does not depend on the place of the form, but on what is said") {
  auto document = document_of(2);
  document.forms[1].project_name = document.forms[0].project_name;
  CHECK(fingerprint(document, vague(0)) == fingerprint(document, vague(1)));
  CHECK(fingerprint(document, vague(0)) != fingerprint(document, vague(0, "优")));
  CHECK(fingerprints_in("\"fingerprint\": \"short\", \"fingerprint\"").empty());
}

TEST_CASE("a finding on a value points at its cell in the row") {
  auto const pointed = [](std::string const& bytes, Indicator indicator, std::string const& field) {
    Document document;
    document.source.encoding = "UTF-8";
    indicator.at.line = indicator.at.column = 1;
    indicator.at.begin = 0;
    indicator.at.end = bytes.size();
    document.forms.emplace_back().indicators.push_back(indicator);
    document.diagnostics = {{Code::vague_target, Severity::note, {}, "/forms/0/indicators/0" + field, indicator.at}};
    auto const review = review_of(document, {}, bytes);
    auto const& at = review.form.at(0).first().at;
    return std::to_string(*at.line) + ":" + std::to_string(*at.column) + " " +
           bytes.substr(*at.begin, *at.end - *at.begin);
  };
  Indicator row;
  row.level3 = "满意";
  row.target.emplace().text = "满意";
  row.weight = row.score = Decimal{10, 0};
  SUBCASE("the text may stand in other cells too") {
    std::string const bytes = "满意度指标\t满意\n\t满意\t10\t10\n";
    CHECK(pointed(bytes, row, "") == "1:7 满意");
    CHECK(pointed(bytes, row, "/target") == "2:2 满意");
    CHECK(pointed(bytes, row, "/weight") == "2:5 10");
    CHECK(pointed(bytes, row, "/score") == "2:8 10");
  }
  SUBCASE("what is missing stands beside something") {
    CHECK(pointed("满意度指标\t满意\t满意\t10\t10\n", row, "/remark") == "1:10 满意");
  }
  SUBCASE("a name may be parted into cells") {
    row.level3 = "设备采购完成率";
    CHECK(pointed(" │ 时效 指标 │ 设备采购 │ 完成率 │ =100%", row, "/level3") == "1:12 设备采购 │ 完成率");
    CHECK(pointed("<tr><td>设备采购<br>完成率</td><td>满意</td>", row, "/level3") == "1:9 设备采购<br>完成率");
  }
}

TEST_CASE("parts and forms are named for a person") {
  auto document = document_of(1);
  document.forms[0].ordinal = "3";
  CHECK(name_of_form(document, 0, Language::zh) == "3.河道保洁1");
  CHECK(name_of_part(document, "/forms/0/indicators/0/target", Language::zh) == "质量指标“河面保洁”");
  CHECK(name_of_part(document, "/forms/0/goals/annual", Language::zh) == "年度总体目标");
  CHECK(name_of_part(document, "/forms/0/goals/annual", Language::en) == "goal of the year");
  CHECK(name_of_part(document, "/forms/9/goals/annual", Language::en).empty());
  CHECK(printed_at(document, "/forms/0/indicators/0/target") == "提升");
}

TEST_CASE("every item and measure of the vocabulary has a name for a person") {
  for (auto const* file : {"labels.vocab", "headers.vocab", "sources.vocab"}) {
    std::ifstream in(std::string(JIXIAO_SOURCE_DIR) + "/grammars/vocabulary/" + file);
    std::string line, kind, name;
    while (std::getline(in, line)) {
      std::istringstream words(line);
      words >> kind >> name;
      if (kind != "fund" && kind != "measure")
        continue;
      Document document;
      Fund amount;
      (kind == "fund" ? amount.item : amount.measure) = name.substr(name.find('.') + 1);
      (kind == "fund" ? amount.measure : amount.item) = kind == "fund" ? "budget" : "total";
      document.forms.emplace_back().funds.push_back(amount);
      auto const said = name_of_part(document, "/forms/0/funds/0", Language::zh);
      CAPTURE(name);
      CHECK(std::ranges::none_of(said, [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; }));
    }
  }
}

TEST_CASE("every rule has a remedy in both languages") {
  for (auto const& entry : catalogue())
    for (auto const language : {Language::en, Language::zh}) {
      CAPTURE(entry.id);
      CHECK_FALSE(remedy_of(entry.code, language).empty());
      CHECK_FALSE(meaning_of(entry.code, language).empty());
    }
}

TEST_CASE("what a form does again and again is one item of that form, but for errors") {
  auto document = document_of(2);
  for (auto const* group : {"成本指标", "效益指标", "时效指标"})
    document.diagnostics.push_back(group_missing(0, group));
  for (auto const* group : {"数量指标", "质量指标"})
    document.diagnostics.push_back(group_missing(1, group));
  CHECK(review_of(document).form.size() == 3);
  for (auto& finding : document.diagnostics)
    finding.severity = Severity::error;
  CHECK(review_of(document).form.size() == 5);
}

TEST_CASE("texts that nothing took are one item of their form") {
  auto document = document_of(2);
  for (auto const* text : {"甲", "乙", "丙"})
    document.diagnostics.push_back({Code::unclaimed_cell, Severity::warning, {{"text", text}}, "/forms/1", {}});
  auto const review = review_of(document);
  REQUIRE(review.reading.size() == 1);
  CHECK(review.reading[0].places.size() == 3);
  CHECK(statement(document, review.reading[0], Language::en).find("(3 places)") != std::string::npos);
  // Dots and strokes of a scan are nothing to look up.
  document.diagnostics.push_back({Code::unclaimed_cell, Severity::warning, {{"text", "\\ . ="}}, "/forms/1", {}});
  document.diagnostics.push_back({Code::unclaimed_cell, Severity::warning, {{"text", "10.00"}}, "/forms/1", {}});
  auto const with_debris = review_of(document);
  REQUIRE(with_debris.reading.size() == 1);
  CHECK(with_debris.reading[0].places.size() == 4);
  CHECK(with_debris.more_reading == 1);
}
