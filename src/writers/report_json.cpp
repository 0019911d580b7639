#include "writers/across.hpp"
#include "writers/first_page.hpp"
#include "writers/json_buffer.hpp"
#include "writers/report.hpp"
#include "writers/report_counts.hpp"

namespace jixiao {

namespace {

/// Writes the parts of a report that are no findings.
class JsonParts {
public:
  JsonParts(std::string& out, JsonStyle style, int depth) : out_(out, style == JsonStyle::pretty, depth) {}

  JsonBuffer& buffer() { return out_; }

  template <JsonKey Name> void number(std::uint64_t value) {
    out_.key<Name>();
    out_.literal(std::to_string(value));
  }
  template <JsonKey Name> void text(std::string_view value) {
    out_.key<Name>();
    out_.string(value);
  }

  void outcomes(Code code, OutcomeCounts const& counts) {
    text<"code">(info(code).id);
    text<"name">(info(code).name);
    number<"holds">(counts.holds);
    number<"broken">(counts.broken);
    number<"cannot_judge">(counts.cannot_judge);
    number<"does_not_apply">(counts.does_not_apply);
  }

  void judgement(Judgement const& judgement) {
    out_.open('{');
    out_.key<"path">();
    judgement.path.empty() ? out_.null() : out_.string(judgement.path);
    text<"outcome">(to_string(judgement.outcome));
    if (!judgement.reason.empty())
      text<"reason">(judgement.reason);
    out_.close('}');
  }

  void judgements(Document const& document, Code code) {
    out_.key<"judgements">();
    out_.open('[');
    for (auto const& one : document.judgements)
      if (one.code == code) {
        out_.next();
        judgement(one);
      }
    out_.close(']');
  }

  /// A line a form, as on the first page of the text.
  void first_page(Document const& document, Review const& review, Language language) {
    out_.key<"review">();
    out_.open('[');
    for (std::size_t i = 0; i < review.forms.size(); ++i) {
      auto const& form = review.forms[i];
      out_.next();
      out_.open('{');
      text<"form">(name_of_form(document, i, language));
      text<"amount">(amount_of_form(document.forms[i]));
      number<"errors">(form.severities[2]);
      number<"warnings">(form.severities[1]);
      number<"notes">(form.severities[0]);
      number<"holds">(form.holds);
      number<"broken">(form.broken);
      number<"cannot_judge">(form.cannot_judge);
      number<"does_not_apply">(form.does_not_apply);
      text<"verdict">(word_of(form.verdict, language));
      out_.close('}');
    }
    out_.close(']');
    number<"more_on_reading">(review.more_reading);
    number<"known">(review.known);
  }

  void summary(ReportCounts const& counts) {
    number<"documents">(counts.documents);
    number<"unreadable">(counts.unreadable);
    number<"forms">(counts.forms);
    number<"indicators">(counts.indicators);
    number<"errors">(counts.severities[2]);
    number<"warnings">(counts.severities[1]);
    number<"notes">(counts.severities[0]);
  }

  /// Calls `put` for each rule that was run.
  template <class Put> static void for_each_rule(ReportCounts const& counts, Put put) {
    for (auto const& entry : catalogue())
      if (auto const outcomes = outcomes_of(counts, entry.code); was_run(outcomes))
        put(entry.code, outcomes);
  }

  void rules(ReportCounts const& counts, Document const* document) {
    out_.key<"rules">();
    out_.open('[');
    for_each_rule(counts, [&](Code code, OutcomeCounts const& of_rule) {
      out_.next();
      out_.open('{');
      outcomes(code, of_rule);
      if (document)
        judgements(*document, code);
      out_.close('}');
    });
    out_.close(']');
  }

private:
  JsonBuffer out_;
};

/// One object with all documents.
class JsonReport final : public CheckReport {
public:
  explicit JsonReport(ReportStyle const& style) : style_(style.text) {}

  ReportPart part(Checked const& checked) const override {
    auto const review = review_of(checked.document, style_.selection, checked.bytes);
    ReportPart out{{""}, counts_of(checked, review)};
    JsonParts parts(out.texts[0], JsonStyle::pretty, 2);
    auto& buffer = parts.buffer();
    buffer.open('{');
    parts.text<"document">(checked.name);
    parts.number<"forms">(out.counts.forms);
    parts.number<"indicators">(out.counts.indicators);
    buffer.key<"diagnostics">();
    buffer.open('[');
    for (auto const* items : {&review.form, &review.reading})
      for (auto const& item : *items) {
        buffer.next();
        std::string text;
        write_json(text, ReviewedItem{{}, checked.document, item, style_.language}, JsonStyle::pretty, 4);
        buffer.json(text);
      }
    buffer.close(']');
    parts.first_page(checked.document, review, style_.language);
    parts.rules(out.counts, &checked.document);
    buffer.close('}');
    return out;
  }

  std::string begin() override { return "{\n  \"schema\": \"jixiao-check/1\",\n  \"documents\": ["; }

  std::string add(ReportPart const& part) override {
    auto const separator = counts_.documents == 0 ? "\n    " : ",\n    ";
    jixiao::add(counts_, part.counts);
    return separator + part.texts[0];
  }

  std::string across(AcrossReview const& review) override {
    add_severities(counts_, review);
    std::string out;
    {
      JsonBuffer buffer(out, true, 1);
      buffer.open('[');
      for (auto const& finding : review.findings) {
        buffer.next();
        put_across(buffer, finding, style_.language);
      }
      buffer.close(']');
    }
    across_ = std::move(out);
    known_ = review.known;
    return {};
  }

  std::string end() override {
    std::string out;
    {
      JsonParts parts(out, JsonStyle::pretty, 2);
      parts.buffer().close(']');
      if (!across_.empty()) {
        parts.buffer().key<"across">();
        parts.buffer().json(across_);
        parts.number<"across_known">(known_);
      }
      parts.rules(counts_, nullptr);
      parts.buffer().key<"summary">();
      parts.buffer().open('{');
      parts.summary(counts_);
      parts.buffer().close('}');
      parts.buffer().close('}');
    }
    return out + '\n';
  }

private:
  TextStyle const& style_;
  ReportCounts counts_;
  std::string across_; ///< empty: not asked for
  std::uint64_t known_ = 0;
};

/// An object a line: {"type": "diagnostic" | "rule" | "across" | "summary", …}.
class JsonLinesReport final : public CheckReport {
public:
  explicit JsonLinesReport(ReportStyle const& style) : style_(style.text) {}

  ReportPart part(Checked const& checked) const override {
    auto const review = review_of(checked.document, style_.selection, checked.bytes);
    ReportPart out{{""}, counts_of(checked, review)};
    auto& text = out.texts[0];
    for (auto const* items : {&review.form, &review.reading})
      for (auto const& item : *items) {
        std::string object;
        write_json(object, ReviewedItem{checked.name, checked.document, item, style_.language}, JsonStyle::compact);
        text.append("{\"type\":\"diagnostic\",").append(object, 1) += '\n';
      }
    JsonParts::for_each_rule(out.counts, [&](Code code, OutcomeCounts const& outcomes) {
      {
        JsonParts parts(text, JsonStyle::compact, 0);
        parts.buffer().open('{');
        parts.text<"type">("rule");
        parts.text<"document">(checked.name);
        parts.outcomes(code, outcomes);
        parts.judgements(checked.document, code);
        parts.buffer().close('}');
      }
      text += '\n';
    });
    return out;
  }

  std::string begin() override { return {}; }
  std::string add(ReportPart const& part) override {
    jixiao::add(counts_, part.counts);
    return part.texts[0];
  }
  std::string across(AcrossReview const& review) override {
    add_severities(counts_, review);
    std::string text;
    for (auto const& finding : review.findings) {
      std::string object;
      {
        JsonBuffer buffer(object, false, 0);
        put_across(buffer, finding, style_.language);
      }
      text.append("{\"type\":\"across\",").append(object, 1) += '\n';
    }
    return text;
  }
  std::string end() override {
    std::string out;
    {
      JsonParts parts(out, JsonStyle::compact, 0);
      parts.buffer().open('{');
      parts.text<"type">("summary");
      parts.summary(counts_);
      parts.rules(counts_, nullptr);
      parts.buffer().close('}');
    }
    return out + '\n';
  }

private:
  TextStyle const& style_;
  ReportCounts counts_;
};

} // namespace

std::unique_ptr<CheckReport> make_json_report(ReportStyle const& style) { return std::make_unique<JsonReport>(style); }

std::unique_ptr<CheckReport> make_json_lines_report(ReportStyle const& style) {
  return std::make_unique<JsonLinesReport>(style);
}

} // namespace jixiao
