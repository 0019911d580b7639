#include "writers/across.hpp"
#include "writers/display.hpp"
#include "writers/report.hpp"
#include "writers/report_counts.hpp"

namespace jixiao {

namespace {

class TextReport final : public CheckReport {
public:
  explicit TextReport(ReportStyle const& style) : style_(style.text) {}

  ReportPart part(Checked const& checked) const override {
    auto style = style_;
    style.name = checked.name;
    return {{render_text(checked.document, checked.bytes, style)},
            counts_of(checked, review_of(checked.document, style.selection, checked.bytes))};
  }
  std::string begin() override { return {}; }
  std::string add(ReportPart const& part) override {
    jixiao::add(counts_, part.counts);
    auto const separator = counts_.documents > 1 && had_findings_ ? "\n" : "";
    had_findings_ = part.counts.severities[0] + part.counts.severities[1] + part.counts.severities[2] > 0;
    return separator + part.texts[0];
  }
  std::string across(AcrossReview const& review) override {
    add_severities(counts_, review);
    return across_text(review, style_);
  }
  std::string end() override {
    if (counts_.documents < 2)
      return {};
    auto const text = totals(counts_, style_.language);
    auto const name = style_.language == Language::zh ? "共 " + std::to_string(counts_.documents) + " 个文档："
                                                      : counted(counts_.documents, "document") + ": ";
    return (style_.colour ? "\n\x1b[1m" : "\n") + name + (style_.colour ? "\x1b[0m" : "") + text + '\n';
  }

private:
  TextStyle style_;
  ReportCounts counts_;
  bool had_findings_ = false;
};

} // namespace

std::unique_ptr<CheckReport> make_text_report(ReportStyle const& style) { return std::make_unique<TextReport>(style); }

} // namespace jixiao
