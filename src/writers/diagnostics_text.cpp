#include "diagnostics/phrases.hpp"
#include "diagnostics/sink.hpp"
#include "text/clean.hpp"
#include "text/source_text.hpp"
#include "writers/display.hpp"
#include "writers/excerpt.hpp"
#include "writers/names.hpp"
#include "writers/report_counts.hpp"

#include <jixiao/writers.hpp>

#include <algorithm>

namespace jixiao {

namespace {

/// The words of a report, in one language.
struct Words {
  std::string_view form, of, page, table, row, cell;
  std::string_view certainties[3]; ///< by Certainty
  std::string_view reading, runner_up;
};

constexpr Words words_of(Language language) {
  if (language == Language::zh)
    return {"表单", "/", "，页 ", "，表 ", "，行 ", "，格 ", {"确定", "较可能", "两可"}, "读法：", "，另一读法："};
  return {"form",      " of ",  ", page ", ", table ", ", row ", ", cell ", {"certain", "likely", "close call"},
          "reading: ", " with "};
}

constexpr std::string_view colour_of(Severity severity) {
  constexpr std::string_view colours[] = {"\x1b[1;36m", "\x1b[1;33m", "\x1b[1;31m"};
  return colours[static_cast<std::size_t>(severity)];
}
constexpr std::string_view bold = "\x1b[1m", dim = "\x1b[2m";

using Findings = std::vector<Diagnostic const*>;

/// The findings about no form, then those of each form, in the order of the source.
std::vector<Findings> by_form(Document const& document) {
  std::vector<Findings> out(document.forms.size() + 1);
  for (auto const& finding : document.diagnostics) {
    auto const form = form_index(finding.path);
    out[form && *form < document.forms.size() ? *form + 1 : 0].push_back(&finding);
  }
  return out;
}

class Report {
public:
  Report(Document const& document, std::string_view bytes, TextStyle style)
      : document_(document), style_(style), words_(words_of(style.language)),
        name_(displayed(style.name.empty() ? document.source.name : style.name)),
        text_(decode(has_lines(document) ? bytes : std::string_view(), ignored_)), lines_(text_.text),
        // Only then is a byte range of the source one of the text.
        bytes_count_(text_.decoded.empty()) {}

  std::string write() {
    auto const groups = by_form(document_);
    for (std::size_t i = 0; i < groups.size(); ++i) {
      if (i > 0 && !groups[i].empty())
        heading(i - 1);
      for (auto const* finding : groups[i])
        show(*finding);
    }
    totals();
    return std::move(out_);
  }

private:
  void heading(std::size_t index) {
    auto const& form = document_.forms[index];
    std::string text = std::string(words_.form) + ' ' + std::to_string(index + 1);
    text.append(words_.of).append(std::to_string(document_.forms.size()));
    text += name_of(form);
    paint(bold, "── " + text + " ──");
    out_ += "\n\n";
  }

  /// `: 3. 劳务费绩效目标表 · 街道绿化养护`, as far as it is printed.
  static std::string name_of(Form const& form) {
    std::string out;
    if (form.ordinal)
      out += ": " + displayed(*form.ordinal) + '.';
    for (auto const* part : {&form.title, &form.project_name})
      if (*part)
        out += (out.empty() ? ": " : out.ends_with('.') ? " " : " · ") + displayed(**part);
    return out;
  }

  void show(Diagnostic const& finding) {
    auto const& entry = info(finding.code);
    auto const severity = word_of(finding.severity, style_.language);
    paint(colour_of(finding.severity), std::string(severity) + '[' + std::string(entry.id) + ']');
    out_ += ' ' + displayed(headline(finding, style_.language)) + '\n';
    auto const number = finding.at.line ? std::to_string(*finding.at.line) : std::string();
    std::string const margin(number.size(), ' ');
    out_ += margin;
    paint(dim, "--> ");
    out_ += place_of(finding.at) + '\n';
    if (auto const place = lines_.find(finding.at, bytes_count_))
      show_row(finding, *place, number);
    if (!finding.path.empty()) {
      out_ += margin;
      paint(dim, " = " + displayed(finding.path));
      out_ += '\n';
    }
    if (finding.certainty) {
      out_ += margin;
      paint(dim, " = " + certainty_of(finding));
      out_ += '\n';
    }
    out_ += '\n';
  }

  /// `reading: close call with "产出指标 > 时效指标"`
  std::string certainty_of(Diagnostic const& finding) const {
    auto out = std::string(words_.reading).append(words_.certainties[static_cast<std::size_t>(*finding.certainty)]);
    if (finding.runner_up.empty())
      return out;
    out += words_.runner_up;
    return out + displayed(style_.language == Language::zh ? in_chinese(finding.runner_up) : finding.runner_up);
  }

  /// `form.txt:23:12`, as editors and terminals understand it.
  std::string place_of(Location const& at) const {
    auto out = name_;
    if (at.line)
      out += ':' + std::to_string(*at.line);
    if (at.line && at.column)
      out += ':' + std::to_string(*at.column);
    if (at.line)
      return out;
    auto add = [&](std::string_view what, std::optional<std::uint32_t> number, std::uint32_t first) {
      if (number)
        out.append(what).append(std::to_string(*number + first));
    };
    add(words_.page, at.page, 0);
    add(words_.table, at.table, 1);
    add(words_.row, at.row, 1);
    add(words_.cell, at.cell, 1);
    return out;
  }

  void show_row(Diagnostic const& finding, Place const& place, std::string const& number) {
    auto const shown = excerpt(place, style_.width);
    paint(dim, number + " |");
    out_ += ' ' + shown.row + '\n';
    if (shown.caret_width == 0)
      return;
    paint(dim, std::string(number.size(), ' ') + " |");
    out_ += std::string(static_cast<std::size_t>(shown.caret_column) + 1, ' ');
    paint(colour_of(finding.severity), std::string(static_cast<std::size_t>(shown.caret_width), '^'));
    out_ += '\n';
  }

  void totals() {
    paint(bold, name_ + ": ");
    out_ += jixiao::totals(counts_of({document_, name_, {}}), style_.language) + '\n';
  }

  void paint(std::string_view colour, std::string_view text) {
    if (style_.colour)
      out_ += colour;
    out_ += text;
    if (style_.colour)
      out_ += "\x1b[0m";
  }

  Document const& document_;
  TextStyle style_;
  Words words_;
  std::string name_;
  DiagnosticSink ignored_; // the findings of decoding are in the document already
  SourceText text_;
  LineIndex lines_;
  bool bytes_count_;
  std::string out_;
};

} // namespace

std::string render_text(Document const& document, std::string_view bytes, TextStyle style) {
  return Report(document, bytes, style).write();
}

} // namespace jixiao
