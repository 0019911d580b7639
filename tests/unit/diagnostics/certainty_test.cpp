#include "diagnostics/certainty.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace jixiao;

namespace {

Diagnostic finding(Code code, std::string path, std::string runner_up = {}) {
  Diagnostic out{code, info(code).severity, {}, std::move(path), {}};
  if (!runner_up.empty())
    out.arguments = {{"chosen", "a"}, {"runner_up", std::move(runner_up)}};
  return out;
}

std::vector<Diagnostic> rated(std::vector<Diagnostic> findings) {
  rate_repairs(findings);
  return findings;
}

} // namespace

TEST_CASE("only repairs are rated") {
  auto const findings = rated({finding(Code::no_indicators, "/forms/0"), finding(Code::wrong_parent, "/forms/0")});
  CHECK_FALSE(findings[0].certainty);
  CHECK(findings[1].certainty == Certainty::certain);
}

TEST_CASE("every repair is rated") {
  for (auto const& entry : catalogue())
    CHECK(rated({finding(entry.code, "/forms/0")})[0].certainty.has_value() == (entry.id[0] == 'R'));
}

TEST_CASE("what evidence decides is likely, and so is what labels said about the same indicator") {
  auto const findings = rated({finding(Code::group_inferred, "/forms/0/indicators/1"),
                               finding(Code::wrong_parent, "/forms/0/indicators/1/level1"),
                               finding(Code::wrong_parent, "/forms/0/indicators/10/level1")});
  CHECK(findings[0].certainty == Certainty::likely);
  CHECK(findings[1].certainty == Certainty::likely);
  CHECK(findings[2].certainty == Certainty::certain);
}

TEST_CASE("a close call names its runner-up, for all that is said of the group") {
  auto const findings = rated({finding(Code::ambiguous_group, "/forms/0/indicators/1", "b"),
                               finding(Code::label_overruled, "/forms/0/indicators/1"),
                               finding(Code::target_missing, "/forms/0/indicators/1/target")});
  CHECK(findings[0].certainty == Certainty::close_call);
  CHECK(findings[0].runner_up == "b");
  CHECK(findings[1].certainty == Certainty::close_call);
  CHECK(findings[1].runner_up == "b");
  CHECK(findings[2].certainty == Certainty::likely);
  CHECK(findings[2].runner_up.empty());
}

TEST_CASE("a doubtful cell says nothing about the group") {
  auto const findings = rated({finding(Code::ambiguous_cell, "/forms/0/indicators/1/level3", "target"),
                               finding(Code::wrong_parent, "/forms/0/indicators/1/level1")});
  CHECK(findings[0].runner_up == "target");
  CHECK(findings[1].certainty == Certainty::certain);
}
