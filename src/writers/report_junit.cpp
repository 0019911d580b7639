#include "text/escape.hpp"
#include "writers/names.hpp"
#include "writers/report.hpp"
#include "writers/report_counts.hpp"

#include <span>
#include <unordered_map>

namespace jixiao {

namespace {

std::string attribute(std::string_view name, std::string_view value) {
  return std::string(" ").append(name).append("=\"").append(escape_markup(value)).append("\"");
}

std::string title_of(Code code) { return std::string(info(code).id).append(" ").append(info(code).name); }

using Findings = std::vector<Diagnostic const*>;

/// Findings of rules by code and form; those on the document under no form.
class FindingsByCase {
public:
  explicit FindingsByCase(Review const& review) {
    for (auto const& item : review.form)
      for (auto const* finding : item.places)
        of_case_[key(finding->code, finding->path)].push_back(finding);
  }

  Findings const& of(Judgement const& judgement) const {
    static Findings const none;
    auto const found = of_case_.find(key(judgement.code, judgement.path));
    return found == of_case_.end() ? none : found->second;
  }

private:
  static std::uint64_t key(Code code, std::string_view path) {
    auto const form = form_index(path);
    return static_cast<std::uint64_t>(code) | (form ? *form + 1 : 0) << 16;
  }
  std::unordered_map<std::uint64_t, Findings> of_case_;
};

using Judgements = std::vector<Judgement const*>;

/// A suite for each form, and one for what is about the whole document.
class Suites {
public:
  Suites(Checked const& checked, Review const& review, Language language)
      : checked_(checked), review_(review), language_(language), findings_(review) {
    for (auto const& item : review.reading)
      for (auto const* finding : item.places)
        if (finding->severity == Severity::error)
          errors_.push_back(finding);
  }

  std::string write() {
    auto const& document = checked_.document;
    std::vector<Judgements> by_form(document.forms.size() + 1);
    for (auto const& judgement : document.judgements) {
      if (!review_.asks_for(judgement.code))
        continue;
      auto const form = form_of(document, judgement.path);
      by_form[form ? *form + 1 : 0].push_back(&judgement);
    }
    std::string out;
    for (std::size_t i = 0; i < by_form.size(); ++i)
      out += suite(by_form[i], i);
    return out;
  }

private:
  struct Counts {
    std::uint64_t tests = 0, failures = 0, errors = 0, skipped = 0;
  };

  /// `number` is that of the form plus one; 0 for the document.
  std::string suite(Judgements const& judgements, std::size_t number) {
    counts_ = {};
    cases_.clear();
    name_ = std::string(checked_.name);
    if (number > 0)
      name_.append(" [").append(name_of_form(checked_.document, number - 1, language_)).append("]");
    for (auto const* judgement : judgements)
      rule_case(*judgement);
    for (auto const* finding : errors_) {
      auto const form = form_of(checked_.document, finding->path);
      if ((form ? *form + 1 : 0) == number)
        error_case(*finding);
    }
    if (counts_.tests == 0)
      return {};
    return "  <testsuite" + attribute("name", name_) + attribute("tests", std::to_string(counts_.tests)) +
           attribute("failures", std::to_string(counts_.failures)) +
           attribute("errors", std::to_string(counts_.errors)) + attribute("skipped", std::to_string(counts_.skipped)) +
           ">\n" + cases_ + "  </testsuite>\n";
  }

  void open_case(Code code) {
    ++counts_.tests;
    cases_ += "    <testcase" + attribute("classname", name_) + attribute("name", title_of(code));
  }

  void close_case(std::string_view element, std::string const& attributes, std::string_view text) {
    cases_.append(">\n      <").append(element).append(attributes);
    if (text.empty())
      cases_ += "/>";
    else
      cases_.append(">").append(escape_markup(text)).append("</").append(element).append(">");
    cases_ += "\n    </testcase>\n";
  }

  void rule_case(Judgement const& judgement) {
    auto const& findings = findings_.of(judgement);
    open_case(judgement.code);
    if (judgement.outcome == Outcome::cannot_judge || judgement.outcome == Outcome::does_not_apply) {
      ++counts_.skipped;
      close_case("skipped", attribute("message", to_string(judgement.outcome)), {});
    } else if (judgement.outcome == Outcome::broken && findings.empty()) {
      ++counts_.skipped;
      close_case("skipped", attribute("message", "known or accepted"), {});
    } else if (judgement.outcome == Outcome::broken) {
      ++counts_.failures;
      fail(findings);
    } else {
      cases_ += "/>\n";
    }
  }

  void fail(Findings const& findings) {
    std::string text;
    for (auto const* finding : findings)
      text += line_of(*finding) + '\n';
    close_case("failure",
               attribute("message", statement(checked_.document, *findings[0], language_)) +
                   attribute("type", to_string(findings[0]->severity)),
               text);
  }

  void error_case(Diagnostic const& finding) {
    ++counts_.errors;
    open_case(finding.code);
    close_case("error",
               attribute("message", statement(checked_.document, finding, language_)) + attribute("type", "error"),
               line_of(finding));
  }

  /// `form.txt:7:8: message`
  std::string line_of(Diagnostic const& finding) const {
    std::string out(checked_.name);
    if (finding.at.line)
      out += ':' + std::to_string(*finding.at.line);
    if (finding.at.line && finding.at.column)
      out += ':' + std::to_string(*finding.at.column);
    return out + ": " + statement(checked_.document, finding, language_);
  }

  Checked const& checked_;
  Review const& review_;
  Language language_;
  FindingsByCase findings_;
  Findings errors_;
  std::string name_, cases_;
  Counts counts_;
};

/// A suite of its own, a case a finding.
std::string across_suite(AcrossReview const& review, Language language) {
  auto const name = std::string(language == Language::zh ? "跨文档对比" : "across documents");
  auto const count = std::to_string(review.findings.size());
  auto out = "  <testsuite" + attribute("name", name) + attribute("tests", count) + attribute("failures", count) +
             attribute("errors", "0") + attribute("skipped", "0") + ">\n";
  for (auto const& one : review.findings) {
    out += "    <testcase" + attribute("classname", name) + attribute("name", title_of(one.finding.code)) + ">\n" +
           "      <failure" + attribute("message", statement(one, language)) +
           attribute("type", to_string(one.finding.severity)) + ">" +
           escape_markup(one.here.document + one.here.path + '\n');
    if (!one.there.document.empty())
      out += escape_markup(one.there.document + one.there.path + '\n');
    out += "</failure>\n    </testcase>\n";
  }
  return out + "  </testsuite>\n";
}

class JunitReport final : public CheckReport {
public:
  explicit JunitReport(ReportStyle const& style) : style_(style.text) {}

  ReportPart part(Checked const& checked) const override {
    auto const review = review_of(checked.document, style_.selection, checked.bytes);
    return {{Suites(checked, review, style_.language).write()}, counts_of(checked, review)};
  }
  std::string begin() override {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"jixiao check\">\n";
  }
  std::string add(ReportPart const& part) override { return part.texts[0]; }
  std::string across(AcrossReview const& review) override { return across_suite(review, style_.language); }
  std::string end() override { return "</testsuites>\n"; }

private:
  TextStyle const& style_;
};

} // namespace

std::unique_ptr<CheckReport> make_junit_report(ReportStyle const& style) {
  return std::make_unique<JunitReport>(style);
}

} // namespace jixiao
