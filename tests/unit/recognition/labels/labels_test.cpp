#include "recognition/labels/labels.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace jixiao::recognition;

TEST_CASE("every listed label is found, and none is passed over by how it begins") {
  auto const& labels = builtin_label_finder();
  labels.vocabulary().visit_labels([&](std::string const& label, auto const&) {
    CHECK_MESSAGE(labels.find_folded(label).known(), label);
    for (std::string const before : {"一、", "十二、", "(三)", "2.", "★", "其中:", "减:", "2026年"}) {
      auto const text = before + label;
      CHECK_MESSAGE(labels.may_begin_label(text), text);
    }
  });
  for (auto const& node : labels.taxonomy().nodes) {
    CHECK_MESSAGE(labels.find_folded(node.name).is_level(), node.name);
    auto const with_points = node.name + "(20分)";
    CHECK_MESSAGE(labels.find_folded(with_points).is_level(), with_points);
  }
}

TEST_CASE("labels made of parts, in other characters or with holes begin as labels do") {
  auto const& labels = builtin_label_finder();
  CHECK(labels.find_folded("中长期绩效目标").known());
  CHECK(labels.find_folded("項目名稱").known());
  CHECK(labels.find_folded("主管部门*").known());
  CHECK(labels.find_folded("项(xiàng)目名称").known());
  CHECK(labels.find_folded("项\uFFFD名称").known());
  CHECK(labels.find_folded("项?目?名?称").known());
}

TEST_CASE("a text that begins as no label does is none") {
  auto const& labels = builtin_label_finder();
  CHECK_FALSE(labels.may_begin_label("铺设步道长度"));
  CHECK_FALSE(labels.find_folded("铺设步道长度").known());
}
