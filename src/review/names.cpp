#include "review/names.hpp"

#include "diagnostics/phrases.hpp"

#include <jixiao/review.hpp>

#include <algorithm>
#include <charconv>

namespace jixiao {

namespace {

/// The next part of a pointer, taken off its front.
std::string_view take(std::string_view& path) {
  if (path.empty())
    return {};
  path.remove_prefix(1);
  auto const part = path.substr(0, path.find('/'));
  path.remove_prefix(part.size());
  return part;
}

std::optional<std::size_t> number_of(std::string_view text) {
  std::size_t value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || end != text.data() + text.size())
    return std::nullopt;
  return value;
}

std::string quoted(std::string_view text, Language language) {
  return language == Language::zh ? "“" + std::string(text) + "”" : '"' + std::string(text) + '"';
}

std::string name_of_fund(Fund const& fund, Language language) {
  bool const chinese = language == Language::zh;
  std::string out = chinese ? (fund.scope == "project" ? "项目资金" : "年度资金")
                            : (fund.scope == "project" ? "funds of the project, " : "funds of the year, ");
  if (fund.item != "total")
    out += (chinese ? "：" : "") + name_of_field(fund.item, language) + (chinese ? "" : ", ");
  else if (chinese)
    out += "总额";
  else
    out += "total, ";
  return out + (chinese ? "的" : "") + name_of_field(fund.measure, language);
}

} // namespace

PathParts parts_of(std::string_view path) {
  PathParts out;
  if (!path.starts_with("/forms"))
    return out;
  take(path);
  out.form = number_of(take(path));
  auto rest = path;
  auto const list = take(rest);
  if (list == "indicators" || list == "funds") {
    out.list = list;
    auto behind = rest;
    out.row = number_of(take(behind));
    out.field = behind.empty() ? behind : behind.substr(1);
  } else if (!path.empty()) {
    out.field = path.substr(1);
  }
  return out;
}

std::string name_of_field(std::string_view field, Language language) {
  std::string key(field);
  std::ranges::replace(key, '/', '.');
  if (auto name = field_name(key, language); !name.empty())
    return std::string(name);
  if (auto const dot = key.rfind('.'); dot != key.npos)
    return name_of_field(key.substr(0, dot), language);
  std::ranges::replace(key, '_', ' ');
  return key;
}

std::optional<std::size_t> form_of(Document const& document, std::string_view path) {
  auto const form = parts_of(path).form;
  return form && *form < document.forms.size() ? form : std::nullopt;
}

std::string name_of_form(Document const& document, std::size_t index, Language language) {
  auto const& form = document.forms[index];
  auto out = form.ordinal ? *form.ordinal + '.' : std::string();
  if (!form.ordinal)
    out = language == Language::zh ? "表" + std::to_string(index + 1) + " " : "form " + std::to_string(index + 1) + " ";
  auto const& name = form.project_name ? form.project_name : form.title;
  if (name)
    return out + *name;
  while (out.ends_with(' '))
    out.pop_back();
  return out;
}

Indicator const* indicator_of(Document const& document, std::string_view path) {
  auto const parts = parts_of(path);
  if (!parts.form || *parts.form >= document.forms.size() || parts.list != "indicators" || !parts.row)
    return nullptr;
  auto const& rows = document.forms[*parts.form].indicators;
  return *parts.row < rows.size() ? &rows[*parts.row] : nullptr;
}

std::string name_of_part(Document const& document, std::string_view path, Language language) {
  auto const parts = parts_of(path);
  if (!parts.form || *parts.form >= document.forms.size())
    return path.starts_with("/title") || path.starts_with("/sections") ? name_of_field(path.substr(1), language)
                                                                       : std::string();
  auto const& form = document.forms[*parts.form];
  if (parts.list == "funds" && parts.row && *parts.row < form.funds.size())
    return name_of_fund(form.funds[*parts.row], language);
  if (auto const* row = indicator_of(document, path)) {
    auto out = row->level2.value_or(row->level1.value_or(language == Language::zh ? "指标" : "indicator"));
    if (row->level3)
      out += (language == Language::zh ? "" : " ") + quoted(*row->level3, language);
    return out;
  }
  auto const field = parts.list.empty() ? parts.field : parts.list;
  return field.empty() ? std::string() : name_of_field(field, language);
}

std::string printed_at(Document const& document, std::string_view path) {
  auto const parts = parts_of(path);
  if (auto const* row = indicator_of(document, path)) {
    auto const text = [](std::optional<Value> const& value) { return value ? value->text : std::string(); };
    auto const number = [](std::optional<Decimal> const& value) { return value ? to_string(*value) : std::string(); };
    if (parts.field.starts_with("actual"))
      return text(row->actual);
    if (parts.field == "weight" || parts.field == "score")
      return number(parts.field == "weight" ? row->weight : row->score);
    if (parts.field == "remark" || parts.field == "definition")
      return (parts.field == "remark" ? row->remark : row->definition).value_or("");
    return text(row->target);
  }
  if (!parts.form || *parts.form >= document.forms.size())
    return {};
  auto const& form = document.forms[*parts.form];
  if (parts.list == "funds" && parts.row && *parts.row < form.funds.size()) {
    auto const& fund = form.funds[*parts.row];
    if (!fund.number)
      return {};
    bool const money = fund.measure != "weight" && fund.measure != "score" && fund.measure != "execution_rate";
    return to_string(*fund.number) + (money                              ? form.amount_unit.value_or("")
                                      : fund.measure == "execution_rate" ? "%"
                                                                         : "");
  }
  struct Field {
    std::string_view name;
    Text const* text;
  };
  for (auto const& [name, text] :
       {Field{"goals/project", &form.goals.project}, Field{"goals/annual", &form.goals.annual},
        Field{"goals/expected", &form.goals.expected}, Field{"goals/actual", &form.goals.actual},
        Field{"fund_purpose", &form.fund_purpose}, Field{"project_name", &form.project_name},
        Field{"project_code", &form.project_code}, Field{"grade", &form.grade}})
    if (parts.field == name)
      return text->value_or("");
  return {};
}

} // namespace jixiao
