#include "desk/desk.hpp"
#include "desk/page.hpp"
#include "writers/report_counts.hpp"

#include <functional>

namespace jixiao {

namespace {

class PageReport final : public CheckReport {
public:
  explicit PageReport(ReportStyle const& style) : style_(style.text) {}

  ReportPart part(Checked const& checked) const override {
    auto const review = review_of(checked.document, style_.selection, checked.bytes);
    // Workers do not know how many went before: the name tells documents apart.
    auto const number = std::hash<std::string_view>()(checked.name);
    return {{page_section(checked, review, number, style_.language)}, counts_of(checked, review)};
  }
  std::string begin() override { return page_begin(style_.language); }
  std::string add(ReportPart const& part) override { return part.texts[0]; }
  std::string across(AcrossReview const& review) override { return page_across(review, style_.language); }
  std::string end() override { return page_end(); }

private:
  TextStyle const& style_;
};

} // namespace

std::unique_ptr<CheckReport> make_page_report(ReportStyle const& style) { return std::make_unique<PageReport>(style); }

} // namespace jixiao
