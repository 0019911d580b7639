#include "diagnostics/sink.hpp"

#include <doctest/doctest.h>

using namespace jixiao;

TEST_CASE("findings are kept in order, with the severity of their code") {
  DiagnosticSink sink;
  Location at;
  at.line = 3;
  sink.emit(Code::no_indicators, {}, at, "/forms/0");
  sink.emit(Code::control_characters, {{"count", 2}});
  CHECK(sink.size() == 2);
  auto const kept = sink.take();
  REQUIRE(kept.size() == 2);
  CHECK(kept[0].code == Code::no_indicators);
  CHECK(kept[0].severity == Severity::error);
  CHECK(kept[0].path == "/forms/0");
  CHECK(kept[0].at == at);
  CHECK(kept[1].arguments == std::vector<Argument>{{"count", "2"}});
}

TEST_CASE("what was taken is gone") {
  DiagnosticSink sink;
  sink.emit(Code::empty_input, {});
  CHECK(sink.take().size() == 1);
  CHECK(sink.take().empty());
}

TEST_CASE("beyond the limit findings are counted, and the count is the last finding") {
  DiagnosticSink sink(2);
  for (int i = 0; i < 5; ++i)
    sink.emit(Code::empty_input, {});
  CHECK(sink.size() == 2);
  CHECK(sink.dropped() == 3);
  auto const kept = sink.take();
  REQUIRE(kept.size() == 3);
  CHECK(kept[2].code == Code::too_many_findings);
  CHECK(message(kept[2]) == "3 further findings were left out; the limit is 2");
  CHECK(sink.dropped() == 0);
}

TEST_CASE("just at the limit nothing is said") {
  DiagnosticSink sink(2);
  for (int i = 0; i < 2; ++i)
    sink.emit(Code::empty_input, {});
  CHECK(sink.take().size() == 2);
}
