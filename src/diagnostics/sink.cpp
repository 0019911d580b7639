#include "diagnostics/sink.hpp"

#include "diagnostics/template.hpp"

#include <algorithm>
#include <cassert>

namespace jixiao {

namespace {

/// True when the arguments are just the fields of the code's template, in any order.
[[maybe_unused]] bool fits_template(Code code, std::initializer_list<Arg> arguments) {
  auto const text = info(code).english;
  std::vector<std::string_view> fields;
  for (auto field = next_field(text, 0); !field.name.empty(); field = next_field(text, field.end))
    if (std::ranges::find(fields, field.name) == fields.end())
      fields.push_back(field.name);
  return arguments.size() == fields.size() && std::ranges::all_of(fields, [&](std::string_view name) {
           return std::ranges::find(arguments, name, &Arg::name) != arguments.end();
         });
}

} // namespace

void DiagnosticSink::emit(Code code, std::initializer_list<Arg> arguments, Location at, std::string path) {
  emit(code, info(code).severity, arguments, at, std::move(path));
}

void DiagnosticSink::emit(Code code, Severity severity, std::initializer_list<Arg> arguments, Location at,
                          std::string path) {
  assert(fits_template(code, arguments));
  Diagnostic finding{code, severity, {}, std::move(path), at};
  finding.arguments.reserve(arguments.size());
  for (auto const& argument : arguments)
    finding.arguments.push_back({argument.name, argument.value});
  emit(std::move(finding));
}

void DiagnosticSink::emit(Diagnostic finding) {
  if (kept_.size() >= limit_)
    ++dropped_;
  else
    kept_.push_back(std::move(finding));
}

std::vector<Diagnostic> DiagnosticSink::take() {
  if (auto const count = std::exchange(dropped_, 0)) {
    auto const limit = std::exchange(limit_, static_cast<std::uint32_t>(kept_.size()) + 1);
    emit(Code::too_many_findings, {{"count", count}, {"limit", limit}});
    limit_ = limit;
  }
  return std::exchange(kept_, {});
}

} // namespace jixiao
