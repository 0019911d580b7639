#pragma once

#include <jixiao/diagnostic.hpp>

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace jixiao {

/// One argument of a finding, from a text or an integer.
struct Arg {
  std::string_view name;
  std::string value;

  Arg(std::string_view n, std::string v) : name(n), value(std::move(v)) {}
  Arg(std::string_view n, std::string_view v) : name(n), value(v) {}
  Arg(std::string_view n, char const* v) : name(n), value(v) {}
  Arg(std::string_view n, std::integral auto v) : name(n), value(std::to_string(v)) {}
};

/// Collects findings; bounded, so that hostile input cannot fill memory with them.
class DiagnosticSink {
public:
  explicit DiagnosticSink(std::uint32_t limit = 20'000) : limit_(limit) {}

  /// In a checked build, asserts that the arguments are just those of the code's template.
  void emit(Code code, std::initializer_list<Arg> arguments, Location at = {}, std::string path = {});

  /// The same with a severity other than the code's own.
  void emit(Code code, Severity severity, std::initializer_list<Arg> arguments, Location at, std::string path);

  /// A finding that was put together earlier.
  void emit(Diagnostic finding);

  /// The findings so far.
  std::span<Diagnostic const> kept() const { return kept_; }

  std::uint32_t limit() const { return limit_; }
  std::size_t size() const { return kept_.size(); }
  std::uint32_t dropped() const { return dropped_; }

  /// The findings in order of emission; says how many were dropped, if any.
  std::vector<Diagnostic> take();

private:
  std::vector<Diagnostic> kept_;
  std::uint32_t limit_;
  std::uint32_t dropped_ = 0;
};

} // namespace jixiao
