#include "diagnostics/template.hpp"

#include <jixiao/diagnostic.hpp>

#include <algorithm>

namespace jixiao {

namespace {

bool is_name_character(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; }

Argument const* find_argument(Diagnostic const& diagnostic, std::string_view name) {
  auto const& arguments = diagnostic.arguments;
  auto const found = std::ranges::find(arguments, name, &Argument::name);
  return found == arguments.end() ? nullptr : &*found;
}

/// Arguments are English words or the document's own; the few that are ours have a Chinese form.
std::string_view in_language(std::string_view value, Language language) {
  static constexpr std::pair<std::string_view, std::string_view> words[] = {
      {"left", "左"},
      {"right", "右"},
      {"number", "数字"},
      {"date", "日期"},
      {"year", "年度"},
      {"period", "期间"},
      {"unit of money", "金额单位"},
      {"amount of money", "金额"},
      {"percentage", "百分比"},
      {"name", "名称"},
      {"the order of groups", "分类次序"},
      {"words in its name", "名称用词"},
      {"the same name in other forms", "其他表单的同名指标"},
      {"the same name in other forms, words in its name", "其他表单的同名指标和名称用词"},
      {"(no header)", "（无表头）"},
      {"(nothing)", "（无）"},
      {"end of another cell", "其他单元格的末尾"},
      {"another header", "其他表头"},
      {"level1", "一级指标"},
      {"level2", "二级指标"},
      {"level3", "三级指标"},
      {"target", "指标值"},
      {"actual", "实际完成值"},
      {"no group", "无分类"},
      {"all cells", "全部单元格"}};
  if (language == Language::zh)
    for (auto const& [english, chinese] : words)
      if (value == english)
        return chinese;
  return value;
}

std::string fill(Diagnostic const& diagnostic, std::string_view text, Language language) {
  std::string out;
  std::size_t done = 0;
  for (auto field = next_field(text, 0); !field.name.empty(); field = next_field(text, field.end)) {
    out += text.substr(done, field.begin - done);
    auto const* argument = find_argument(diagnostic, field.name);
    out += argument ? in_language(argument->value, language) : text.substr(field.begin, field.end - field.begin);
    done = field.end;
  }
  out += text.substr(done);
  return out;
}

std::string_view template_of(Code code, Language language) {
  return language == Language::zh ? info(code).chinese : info(code).english;
}

} // namespace

TemplateField next_field(std::string_view text, std::size_t from) {
  while ((from = text.find('{', from)) != text.npos) {
    auto end = from + 1;
    while (end < text.size() && is_name_character(text[end]))
      ++end;
    if (end < text.size() && text[end] == '}' && end > from + 1)
      return {text.substr(from + 1, end - from - 1), from, end + 1};
    from = end;
  }
  return {};
}

std::string message(Diagnostic const& diagnostic, Language language) {
  return fill(diagnostic, template_of(diagnostic.code, language), language);
}

std::string headline(Diagnostic const& diagnostic, Language language) {
  auto text = template_of(diagnostic.code, language);
  for (std::string_view const row : {": {cells}", "：{cells}"})
    if (text.ends_with(row))
      text.remove_suffix(row.size());
  return fill(diagnostic, text, language);
}

} // namespace jixiao
