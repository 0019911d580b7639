#include "text/utf8.hpp"
#include "writers/names.hpp"
#include "writers/report.hpp"
#include "writers/report_counts.hpp"

#include <span>
#include <unordered_map>

namespace jixiao {

namespace {

/// True for what XML 1.0 allows in a document (§2.2, Char).
bool is_xml_character(char32_t c) {
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c < 0xD800) || (c >= 0xE000 && c < 0xFFFE) ||
         c >= 0x10000;
}

/// As an attribute's value or an element's text. White space is kept by references; what XML cannot hold is U+FFFD.
std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    auto const c = character_at(text, at);
    at += c.length;
    switch (c.value) {
    case '&':
      out += "&amp;";
      break;
    case '<':
      out += "&lt;";
      break;
    case '>':
      out += "&gt;";
      break;
    case '"':
      out += "&quot;";
      break;
    case '\t':
    case '\n':
    case '\r':
      out += "&#" + std::to_string(static_cast<int>(c.value)) + ';';
      break;
    default:
      append_utf8(out, is_xml_character(c.value) ? c.value : replacement_character);
    }
  }
  return out;
}

std::string attribute(std::string_view name, std::string_view value) {
  return std::string(" ").append(name).append("=\"").append(escaped(value)).append("\"");
}

std::string title_of(Code code) { return std::string(info(code).id).append(" ").append(info(code).name); }

using Findings = std::vector<Diagnostic const*>;

/// Findings of rules by code and form; those on the document under no form.
class FindingsByCase {
public:
  explicit FindingsByCase(Document const& document) {
    for (auto const& finding : document.diagnostics)
      of_case_[key(finding.code, finding.path)].push_back(&finding);
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

/// One suite: its cases, and how many of them are what.
class Suite {
public:
  Suite(Checked const& checked, Language language) : checked_(checked), language_(language) {}

  std::string write() {
    FindingsByCase const findings(checked_.document);
    for (auto const& judgement : checked_.document.judgements)
      rule_case(judgement, findings);
    for (auto const& finding : checked_.document.diagnostics)
      if (finding.severity == Severity::error && !is_rule(finding.code))
        error_case(finding);
    return "  <testsuite" + attribute("name", checked_.name) + attribute("tests", std::to_string(tests_)) +
           attribute("failures", std::to_string(failures_)) + attribute("errors", std::to_string(errors_)) +
           attribute("skipped", std::to_string(skipped_)) + ">\n" + cases_ + "  </testsuite>\n";
  }

private:
  void open_case(Code code, std::string_view path) {
    ++tests_;
    auto name = title_of(code);
    if (auto const form = form_index(path))
      name += form_name(*form);
    cases_ += "    <testcase" + attribute("classname", checked_.name) + attribute("name", name);
  }

  /// ` [form 3: 街道绿化养护]`
  std::string form_name(std::size_t index) const {
    auto out = (language_ == Language::zh ? " [表单 " : " [form ") + std::to_string(index + 1);
    auto const& forms = checked_.document.forms;
    if (index < forms.size() && forms[index].project_name)
      out.append(": ").append(*forms[index].project_name);
    return out + ']';
  }

  void close_case(std::string_view element, std::string const& attributes, std::string_view text) {
    cases_.append(">\n      <").append(element).append(attributes);
    if (text.empty())
      cases_ += "/>";
    else
      cases_.append(">").append(escaped(text)).append("</").append(element).append(">");
    cases_ += "\n    </testcase>\n";
  }

  void rule_case(Judgement const& judgement, FindingsByCase const& findings) {
    open_case(judgement.code, judgement.path);
    if (judgement.outcome == Outcome::cannot_judge) {
      ++skipped_;
      close_case("skipped", attribute("message", judgement.reason), {});
    } else if (judgement.outcome == Outcome::broken) {
      ++failures_;
      fail(judgement, findings.of(judgement));
    } else {
      cases_ += "/>\n";
    }
  }

  void fail(Judgement const& judgement, Findings const& findings) {
    std::string text;
    for (auto const* finding : findings)
      text += line_of(*finding) + '\n';
    auto const severity = findings.empty() ? info(judgement.code).severity : findings[0]->severity;
    auto const what = findings.empty() ? title_of(judgement.code) : message(*findings[0], language_);
    close_case("failure", attribute("message", what) + attribute("type", to_string(severity)), text);
  }

  void error_case(Diagnostic const& finding) {
    ++errors_;
    open_case(finding.code, finding.path);
    close_case("error", attribute("message", message(finding, language_)) + attribute("type", "error"),
               line_of(finding));
  }

  /// `form.txt:7:8: message (/forms/0/start_date)`
  std::string line_of(Diagnostic const& finding) const {
    std::string out(checked_.name);
    if (finding.at.line)
      out += ':' + std::to_string(*finding.at.line);
    if (finding.at.line && finding.at.column)
      out += ':' + std::to_string(*finding.at.column);
    out += ": " + message(finding, language_);
    return finding.path.empty() ? out : out + " (" + finding.path + ')';
  }

  Checked const& checked_;
  Language language_;
  std::string cases_;
  std::uint64_t tests_ = 0, failures_ = 0, errors_ = 0, skipped_ = 0;
};

class JunitReport final : public CheckReport {
public:
  explicit JunitReport(ReportStyle const& style) : language_(style.text.language) {}

  ReportPart part(Checked const& checked) const override {
    return {{Suite(checked, language_).write()}, counts_of(checked)};
  }
  std::string begin() override {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"jixiao check\">\n";
  }
  std::string add(ReportPart const& part) override { return part.texts[0]; }
  std::string end() override { return "</testsuites>\n"; }

private:
  Language language_;
};

} // namespace

std::unique_ptr<CheckReport> make_junit_report(ReportStyle const& style) {
  return std::make_unique<JunitReport>(style);
}

} // namespace jixiao
