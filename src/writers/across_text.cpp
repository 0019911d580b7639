#include "writers/across.hpp"
#include "writers/display.hpp"

namespace jixiao {

namespace {

constexpr std::size_t longest_quoted = 90; ///< bytes

std::string painted(bool colour, std::string_view with, std::string_view text) {
  return colour ? std::string(with).append(text).append("\x1b[0m") : std::string(text);
}

void add_place(std::string& out, AcrossPlace const& place, TextStyle const& style) {
  if (place.document.empty())
    return;
  out += "  " + painted(style.colour, "\x1b[2m", "-->") + ' ' + displayed(across_place(place, style.language));
  if (!place.printed.empty() && place.printed.size() <= longest_quoted)
    out += (style.language == Language::zh ? "：" : ": ") + displayed(place.printed);
  out += '\n';
}

void add_note(std::string& out, std::string_view label, std::string const& text, TextStyle const& style) {
  if (!text.empty())
    out += "  " + painted(style.colour, "\x1b[2m", "= " + std::string(label) + displayed(text)) + '\n';
}

} // namespace

std::string across_place(AcrossPlace const& place, Language language) {
  bool const chinese = language == Language::zh;
  auto out = place.document;
  auto const& at = place.at;
  if (at.line)
    out += ':' + std::to_string(*at.line) + (at.column ? ':' + std::to_string(*at.column) : "");
  auto const add = [&](std::string_view zh, std::string_view en, std::optional<std::uint32_t> number,
                       std::uint32_t first) {
    if (number && !at.line)
      out.append(chinese ? zh : en).append(std::to_string(*number + first));
  };
  add("，页 ", ", page ", at.page, 0);
  add("，表 ", ", table ", at.table, 1);
  add("，行 ", ", row ", at.row, 1);
  add("，格 ", ", cell ", at.cell, 1);
  out.append("  ").append(place.form);
  if (place.year)
    out.append(chinese ? "（" : " (").append(std::to_string(*place.year)).append(chinese ? " 年）" : ")");
  return out;
}

std::string across_text(AcrossReview const& review, TextStyle const& style) {
  bool const chinese = style.language == Language::zh;
  auto const count = std::to_string(review.findings.size());
  std::string out = "\n" +
                    painted(style.colour, "\x1b[1m",
                            chinese ? "── 跨文档对比：" + count + " 条 ──" : "── Across documents: " + count + " ──") +
                    "\n\n";
  for (auto const& one : review.findings) {
    if (style.summary)
      break;
    auto const& finding = one.finding;
    out += painted(style.colour, colour_of(finding.severity),
                   std::string(word_of(finding.severity, style.language)) + '[' + std::string(info(finding.code).id) +
                       ']') +
           ' ' + displayed(one.here.form + (chinese ? "：" : ": ") + message(finding, style.language)) + '\n';
    add_place(out, one.here, style);
    add_place(out, one.there, style);
    add_note(out, chinese ? "建议：" : "remedy: ", remedy_of(finding.code, style.language), style);
    add_note(out, chinese ? "依据：" : "source: ", basis_of(finding.code, style.language), style);
    out += '\n';
  }
  if (review.known > 0)
    out += chinese ? "另有 " + std::to_string(review.known) + " 条已知或已采纳说明的意见未列出\n"
                   : std::to_string(review.known) + " known or accepted before and not shown\n";
  return out;
}

} // namespace jixiao
