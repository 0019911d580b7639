#include "diagnostics/phrases.hpp"
#include "diagnostics/sink.hpp"
#include "text/clean.hpp"
#include "text/source_text.hpp"
#include "writers/display.hpp"
#include "writers/excerpt.hpp"
#include "writers/first_page.hpp"
#include "writers/report_counts.hpp"

#include <jixiao/writers.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace jixiao {

namespace {

/// The words of a report, in one language.
struct Words {
  std::string_view certainties[3]; ///< by Certainty
  std::string_view reading, runner_up, remedy, basis, on_forms, on_reading;
};

constexpr Words words_of(Language language) {
  if (language == Language::zh)
    return {{"确定", "较可能", "两可"}, "读法：", "，另一读法：", "建议：", "依据：", "审核意见", "读取说明"};
  return {{"certain", "likely", "close call"},
          "reading: ",
          " with ",
          "remedy: ",
          "source: ",
          "Findings on the forms",
          "Findings on the reading"};
}

constexpr std::size_t longest_printed = 90; ///< bytes
constexpr std::string_view bold = "\x1b[1m", dim = "\x1b[2m";

class Report {
public:
  Report(Document const& document, std::string_view bytes, TextStyle const& style)
      : document_(document), bytes_(bytes), style_(style), words_(words_of(style.language)),
        name_(displayed(style.name.empty() ? document.source.name : style.name)),
        text_(decode(has_lines(document) ? bytes : std::string_view(), ignored_)), lines_(text_.text),
        // Only then is a byte range of the source one of the text.
        bytes_count_(text_.decoded.empty()) {}

  std::string write() {
    auto const review = review_of(document_, style_.selection, bytes_);
    if (auto const page = first_page(document_, review, style_.language); !page.empty())
      out_ += page + '\n';
    if (!style_.summary) {
      if (!review.form.empty())
        heading(words_.on_forms);
      for (auto const& item : review.form)
        show(item);
      write_reading(review);
    }
    left_out(review);
    totals(review);
    return std::move(out_);
  }

private:
  bool chinese() const { return style_.language == Language::zh; }

  void heading(std::string_view text) {
    paint(bold, "── " + std::string(text) + " ──");
    out_ += "\n\n";
  }

  void title(Diagnostic const& finding, std::string const& text) {
    paint(colour_of(finding.severity),
          std::string(word_of(finding.severity, style_.language)) + '[' + std::string(info(finding.code).id) + ']');
    out_ += ' ' + displayed(text) + '\n';
  }

  void note(std::string const& margin, std::string const& text) {
    out_ += margin;
    paint(dim, " = " + displayed(text));
    out_ += '\n';
  }

  void show(ReviewItem const& item) {
    auto const& finding = item.first();
    title(finding, statement(document_, item, style_.language));
    if (item.several())
      for (auto const* place : item.places)
        out_ += "  --> " + short_place(place->at) + "  " + displayed(place_in_words(item, *place)) + '\n';
    else
      show_place(finding);
    auto const margin = item.several() ? std::string(1, ' ') : margin_of(finding);
    if (auto const remedy = remedy_of(finding.code, style_.language); !remedy.empty())
      note(margin, std::string(words_.remedy) + remedy);
    if (auto const basis = basis_of(finding.code, style_.language); !basis.empty())
      note(margin, std::string(words_.basis) + basis);
    out_ += '\n';
  }

  /// `表3 劳务费，质量指标“补贴完成率”：≤100%`; where the finding says more than its part and value, the whole of it.
  std::string place_in_words(ReviewItem const& item, Diagnostic const& finding) const {
    auto const printed = printed_at(document_, finding.path);
    bool const is_value =
        indicator_of(document_, finding.path) && !printed.empty() && printed.size() <= longest_printed;
    auto const part = name_of_part(document_, finding.path, style_.language);
    bool const is_all = std::ranges::all_of(finding.arguments, [&](Argument const& one) {
      return part.find(one.value) != part.npos || printed.find(one.value) != printed.npos;
    });
    if (!item.alike && !(is_value && is_all))
      return statement(document_, finding, style_.language);
    auto const form = form_of(document_, finding.path);
    auto out = form ? name_of_form(document_, *form, style_.language) : std::string();
    if (!part.empty())
      out.append(out.empty() ? "" : chinese() ? "，" : ", ").append(part);
    if (is_value)
      out.append(chinese() ? "：" : ": ").append(printed);
    return out;
  }

  /// `23:12`, or the place without the file's name.
  std::string short_place(Location const& at) const {
    auto out = place_of(at).substr(name_.size());
    while (out.starts_with(':') || out.starts_with(',') || out.starts_with(' '))
      out.erase(0, 1);
    return out.starts_with("，") ? out.substr(std::string_view("，").size()) : out;
  }

  static std::string margin_of(Diagnostic const& finding) {
    return std::string(finding.at.line ? std::to_string(*finding.at.line).size() : 0, ' ');
  }

  void show_place(Diagnostic const& finding) {
    auto const number = finding.at.line ? std::to_string(*finding.at.line) : std::string();
    out_ += margin_of(finding);
    paint(dim, "--> ");
    out_ += place_of(finding.at) + '\n';
    if (auto const place = lines_.find(finding.at, bytes_count_))
      show_row(finding, *place, number);
  }

  /// What could not be read is shown with its row; of the rest a line a row of the source, and what is certain only
  /// counted.
  void write_reading(Review const& review) {
    if (review.reading.empty())
      return;
    heading(words_.on_reading);
    std::uint64_t certain = 0;
    std::map<std::string, std::vector<std::string>> rows;
    std::map<std::string, std::string> forms;
    std::vector<std::string> order;
    for (auto const& item : review.reading) {
      auto const& finding = item.first();
      if (!finding.certainty || finding.severity == Severity::error) {
        show_reading(item);
        continue;
      }
      for (auto const* place : item.places) {
        if (place->certainty == Certainty::certain) {
          ++certain;
          continue;
        }
        auto const [row, is_new] = rows.try_emplace(place_of(place->at));
        if (is_new) {
          order.push_back(row->first);
          forms[row->first] = name_before(*place);
        }
        row->second.push_back(std::string(info(place->code).id) + ' ' + headline(*place, style_.language) +
                              (chinese() ? "（" : " (") + certainty_of(*place) + (chinese() ? "）" : ")"));
      }
    }
    for (auto const& row : order) {
      std::string text;
      for (auto const& one : rows[row])
        text.append(text.empty() ? "" : chinese() ? "；" : "; ").append(one);
      out_ += row + ": " + displayed(forms[row] + text) + '\n';
    }
    if (certain > 0)
      out_ += chinese() ? "读法确定的另有 " + std::to_string(certain) + " 处。\n"
                        : "Certain readings: " + std::to_string(certain) + ".\n";
    if (!order.empty() || certain > 0)
      out_ += '\n';
  }

  void show_reading(ReviewItem const& item) {
    auto const& finding = item.first();
    if (!item.alike) {
      title(finding, statement(document_, item, style_.language));
      for (auto const* place : item.places)
        out_ += "  --> " + short_place(place->at) + "  " + displayed(headline(*place, style_.language)) + '\n';
      out_ += '\n';
      return;
    }
    title(finding, name_before(finding) + headline(finding, style_.language));
    if (!item.several())
      show_place(finding);
    else
      for (auto const* place : item.places)
        out_ += "  --> " + short_place(place->at) + '\n';
    out_ += '\n';
  }

  /// The form of a finding, as it stands before the finding's words; empty for the document's.
  std::string name_before(Diagnostic const& finding) const {
    auto const form = form_of(document_, finding.path);
    return form ? name_of_form(document_, *form, style_.language) + (chinese() ? "：" : ": ") : std::string();
  }

  void left_out(Review const& review) {
    auto const say = [&](std::uint64_t count, std::string_view zh, std::string_view en) {
      if (count > 0)
        out_.append(chinese() ? "另有 " : "").append(std::to_string(count)).append(chinese() ? zh : en).append("\n");
    };
    say(review.more_reading, " 条读取说明未列出（--reading 列出）", " more on the reading (--reading shows them)");
    say(review.known, " 条已知或已采纳说明的意见未列出", " known or accepted before and not shown");
  }

  /// `reading: close call with "产出指标 > 时效指标"`
  std::string certainty_of(Diagnostic const& finding) const {
    auto out = std::string(words_.reading).append(words_.certainties[static_cast<std::size_t>(*finding.certainty)]);
    if (finding.runner_up.empty())
      return out;
    out += words_.runner_up;
    return out + displayed(style_.language == Language::zh ? in_chinese(finding.runner_up) : finding.runner_up);
  }

  std::string place_of(Location const& at) const { return shown_place(name_, at, style_.language); }

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

  void totals(Review const& review) {
    paint(bold, name_ + ": ");
    out_ += jixiao::totals(counts_of({document_, name_, {}}, review), style_.language) + '\n';
  }

  void paint(std::string_view colour, std::string_view text) {
    if (style_.colour)
      out_ += colour;
    out_ += text;
    if (style_.colour)
      out_ += "\x1b[0m";
  }

  Document const& document_;
  std::string_view bytes_; ///< empty where a byte range is not one of them
  TextStyle const& style_;
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
