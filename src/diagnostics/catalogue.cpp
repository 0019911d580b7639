#include "diagnostics/embedded.hpp"

#include <jixiao/diagnostic.hpp>

#include <algorithm>
#include <array>

namespace jixiao {

namespace {

constexpr CodeInfo table[] = {
#define JIXIAO_CODE(id, name, severity, english, chinese) {Code::name, id, #name, Severity::severity, english, chinese},
#include <jixiao/codes.def>
#undef JIXIAO_CODE
};

constexpr std::array<std::string_view, 3> severity_names = {"note", "warning", "error"};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same_ignoring_case(std::string_view a, std::string_view b) { return std::ranges::equal(a, b, {}, lower, lower); }

std::string_view text_of(std::span<EmbeddedFile const> files, std::string_view file_name) {
  auto const found = std::ranges::lower_bound(files, file_name, {}, &EmbeddedFile::name);
  return found != files.end() && found->name == file_name ? found->text : std::string_view();
}

} // namespace

std::span<CodeInfo const> catalogue() { return table; }

CodeInfo const& info(Code code) { return table[static_cast<std::size_t>(code)]; }

std::optional<Code> find_code(std::string_view id_or_name) {
  for (auto const& entry : table)
    if (same_ignoring_case(entry.id, id_or_name) || same_ignoring_case(entry.name, id_or_name))
      return entry.code;
  return std::nullopt;
}

std::string_view explanation(Code code, Language language) {
  auto const file_name = std::string(info(code).id) + ".md";
  auto const chinese = language == Language::zh ? text_of(embedded_explanations_zh(), file_name) : std::string_view();
  return chinese.empty() ? text_of(embedded_explanations(), file_name) : chinese;
}

std::string_view message_template(Code code, Language language) {
  return language == Language::zh ? info(code).chinese : info(code).english;
}

std::string_view to_string(Severity severity) { return severity_names[static_cast<std::size_t>(severity)]; }

std::string_view to_string(Certainty certainty) {
  constexpr std::string_view names[] = {"certain", "likely", "close_call"};
  return names[static_cast<std::size_t>(certainty)];
}

std::string_view word_of(Severity severity, Language language) {
  constexpr std::string_view chinese[] = {"提示", "警告", "错误"};
  return language == Language::zh ? chinese[static_cast<std::size_t>(severity)] : to_string(severity);
}

std::optional<Severity> parse_severity(std::string_view text) {
  auto const found = std::ranges::find(severity_names, text);
  if (found == severity_names.end())
    return std::nullopt;
  return static_cast<Severity>(found - severity_names.begin());
}

} // namespace jixiao
