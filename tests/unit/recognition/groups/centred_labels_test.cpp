#include "recognition/groups/centred_labels.hpp"

#include "text/alike.hpp"

#include <doctest/doctest.h>

#include <string>

namespace {

using jixiao::recognition::CentredRecord;
using jixiao::recognition::place_centred_labels;

jixiao::Taxonomy const& taxonomy() { return jixiao::builtin_taxonomy(); }

jixiao::CueFinder const& cues() {
  static jixiao::CueFinder const finder(taxonomy());
  return finder;
}

/// Records of these heights; a piece of a label stands in the middle of its record.
struct Page {
  std::vector<CentredRecord> records;
  double y = 0;

  void record(double height, std::string_view piece = {}, std::string name = "某项工作") {
    CentredRecord record;
    record.top = y;
    record.bottom = y += height;
    record.name = std::move(name);
    if (!piece.empty())
      record.fragments.push_back({jixiao::ideographs_of(piece), record.top, record.bottom});
    records.push_back(std::move(record));
  }

  std::string groups() const {
    std::string out;
    for (auto const& choice : place_centred_labels(records, taxonomy(), cues()))
      out += (choice.node < 0 ? "?" : taxonomy().name(choice.node).substr(0, 6)) + (choice.is_sure ? " " : "? ");
    return out;
  }
};

} // namespace

TEST_CASE("a label in the middle of its rows is the label of those above and below it") {
  Page page;
  page.record(1);
  page.record(1, "数量指标");
  page.record(1);
  page.record(1, "质量指标");
  page.record(1, "时效指标");
  CHECK(page.groups() == "数量 数量 数量 质量 时效 ");
}

TEST_CASE("pieces of a label over several rows are one label") {
  Page page;
  page.record(1, "可持");
  page.record(1, "续影");
  page.record(1, "响指标");
  CHECK(page.groups() == "可持 可持 可持 ");
}

TEST_CASE("lines of a label that have lost their ends are still the label") {
  Page page;
  page.record(1, "数量指标");
  page.record(5, "服对满度标");
  CHECK(page.groups() == "数量 服务 ");
}

TEST_CASE("high rows count by their lines") {
  Page page;
  page.record(1, "质量");
  page.record(2, "指标");
  page.record(1);
  page.record(1, "时效指标");
  page.record(1);
  CHECK(page.groups().starts_with("质量 质量 时效"));
}

TEST_CASE("a row that two labels have as much claim to is not sure") {
  Page page;
  page.record(1, "数量指标");
  page.record(1, {}, "某某事项");
  page.record(1, "质量指标");
  auto const choices = place_centred_labels(page.records, taxonomy(), cues());
  CHECK(choices[0].is_sure);
  CHECK_FALSE(choices[1].is_sure);
  CHECK(choices[2].is_sure);
}

TEST_CASE("no record, no group") { CHECK(place_centred_labels({}, taxonomy(), cues()).empty()); }
