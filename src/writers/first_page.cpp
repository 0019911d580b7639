#include "writers/first_page.hpp"

#include "text/clean.hpp"
#include "text/utf8.hpp"

#include <jixiao/writers.hpp>

#include <algorithm>
#include <array>
#include <vector>

namespace jixiao {

namespace {

constexpr std::size_t page_columns = 11;
constexpr int widest = 36; ///< terminal cells of a name

using Line = std::array<std::string, page_columns>;

Line header(Language language) {
  if (language == Language::zh)
    return {"表", "项目", "金额", "错误", "警告", "提示", "符合", "不符", "无法判断", "不适用", "结论"};
  return {"form",  "project", "amount",       "errors",         "warnings", "notes",
          "holds", "broken",  "cannot judge", "does not apply", "verdict"};
}

/// Cut to a width in the terminal, with … where it was longer.
std::string shortened(std::string text) {
  if (display_width(text) <= widest)
    return text;
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    auto const next = std::min(text.size(), at + utf8_length(text[at]));
    if (display_width(out) + 2 >= widest)
      break;
    out.append(text, at, next - at);
    at = next;
  }
  return out + "…";
}

Line line_of(Document const& document, std::size_t index, FormReview const& review, Language language) {
  auto const& form = document.forms[index];
  auto const& [notes, warnings, errors] = review.severities;
  auto const& name = form.project_name ? form.project_name : form.title;
  return {displayed(form.ordinal.value_or(std::to_string(index + 1))),
          shortened(displayed(name.value_or("—"))),
          displayed(amount_of_form(form)),
          std::to_string(errors),
          std::to_string(warnings),
          std::to_string(notes),
          std::to_string(review.holds),
          std::to_string(review.broken),
          std::to_string(review.cannot_judge),
          std::to_string(review.does_not_apply),
          std::string(word_of(review.verdict, language))};
}

/// Numbers stand to the right, words to the left.
bool is_number(std::size_t column) { return column >= 2 && column + 1 < page_columns; }

std::string spaces(int count) { return std::string(static_cast<std::size_t>(std::max(count, 0)), ' '); }

} // namespace

std::string amount_of_form(Form const& form) {
  for (std::string_view const measure : {"budget", "revised_budget", "initial_budget"})
    for (auto const& fund : form.funds)
      if (fund.scope == "year" && fund.item == "total" && fund.measure == measure && fund.number)
        return to_string(*fund.number) + form.amount_unit.value_or("");
  return {};
}

std::string first_page(Document const& document, Review const& review, Language language) {
  if (document.forms.empty())
    return {};
  std::vector<Line> lines{header(language)};
  for (std::size_t i = 0; i < document.forms.size(); ++i)
    lines.push_back(line_of(document, i, review.forms[i], language));
  std::array<int, page_columns> widths{};
  for (auto const& line : lines)
    for (std::size_t i = 0; i < page_columns; ++i)
      widths[i] = std::max(widths[i], display_width(line[i]));
  std::string out;
  for (auto const& line : lines) {
    for (std::size_t i = 0; i < page_columns; ++i) {
      auto const gap = spaces(widths[i] - display_width(line[i]));
      out += is_number(i) ? "  " + gap + line[i] : "  " + line[i] + gap;
    }
    while (out.ends_with(' '))
      out.pop_back();
    out += '\n';
  }
  return out;
}

} // namespace jixiao
