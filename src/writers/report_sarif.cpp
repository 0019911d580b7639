#include "writers/across.hpp"
#include "writers/report.hpp"
#include "writers/report_counts.hpp"
#include "writers/sarif.hpp"

namespace jixiao {

namespace {

constexpr int log_depth = 0, in_run = 3, in_results = 4; ///< how deep the pieces stand in the log

template <JsonKey Name> void put_text(JsonBuffer& out, std::string_view text) {
  out.key<Name>();
  out.string(text);
}

void put_bool(JsonBuffer& out, bool value) { out.literal(value ? "true" : "false"); }

/// What of the finding has no place of its own in SARIF.
void put_properties(JsonBuffer& out, Diagnostic const& finding) {
  out.key<"properties">();
  out.open('{');
  out.key<"arguments">();
  out.open('{');
  for (auto const& argument : finding.arguments) {
    out.named(argument.name);
    out.string(argument.value);
  }
  out.close('}');
  if (finding.certainty)
    put_text<"certainty">(out, to_string(*finding.certainty));
  if (!finding.runner_up.empty())
    put_text<"runner_up">(out, finding.runner_up);
  out.close('}');
}

/// A result (§3.27).
std::string result(SarifSource const& source, Document const& document, Diagnostic const& finding, Language language) {
  auto words = statement(document, finding, language);
  if (auto const remedy = remedy_of(finding.code, language); !remedy.empty() && matter_of(finding.code) == Matter::form)
    words.append(language == Language::zh ? "。建议：" : ". ").append(remedy);
  std::string text;
  {
    JsonBuffer out(text, true, in_results);
    out.open('{');
    put_text<"ruleId">(out, info(finding.code).id);
    put_number<"ruleIndex">(out, static_cast<std::uint64_t>(finding.code));
    put_text<"level">(out, to_string(finding.severity));
    out.key<"message">();
    put_message(out, words);
    put_locations(out, source, finding);
    put_fixes(out, source, finding, language);
    out.key<"partialFingerprints">();
    out.open('{');
    put_text<"fingerprint">(out, fingerprint(document, finding));
    out.close('}');
    put_properties(out, finding);
    out.close('}');
  }
  return text;
}

/// An artifact (§3.24).
std::string artifact(Checked const& checked) {
  auto const& source = checked.document.source;
  std::string text;
  {
    JsonBuffer out(text, true, in_results);
    out.open('{');
    out.key<"location">();
    out.open('{');
    put_text<"uri">(out, uri_of(checked.name));
    out.close('}');
    if (!source.sha256.empty()) {
      put_number<"length">(out, source.bytes);
      out.key<"hashes">();
      out.open('{');
      put_text<"sha-256">(out, source.sha256);
      out.close('}');
    }
    if (!source.media_type.empty())
      put_text<"mimeType">(out, source.media_type);
    if (!source.encoding.empty())
      put_text<"encoding">(out, source.encoding);
    out.key<"roles">();
    out.open('[');
    out.next();
    out.string("analysisTarget");
    out.close(']');
    out.close('}');
  }
  return text;
}

class SarifReport final : public CheckReport {
public:
  explicit SarifReport(ReportStyle const& style) : style_(style) {}

  ReportPart part(Checked const& checked) const override {
    auto const review = review_of(checked.document, style_.text.selection, checked.bytes);
    ReportPart out{{artifact(checked)}, counts_of(checked, review)};
    SarifSource const source(checked);
    for (auto const* items : {&review.form, &review.reading})
      for (auto const& item : *items)
        for (auto const* finding : item.places)
          out.texts.push_back(result(source, checked.document, *finding, style_.text.language));
    return out;
  }

  std::string begin() override {
    std::string text;
    {
      JsonBuffer out(text, true, log_depth);
      out.open('{');
      put_text<"$schema">(out,
                          "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
      put_text<"version">(out, "2.1.0");
      out.key<"runs">();
      out.open('[');
      out.next();
      out.open('{');
      put_tool(out);
      put_text<"language">(out, style_.text.language == Language::zh ? "zh-CN" : "en");
      put_text<"columnKind">(out, "unicodeCodePoints");
      put_line_ends(out);
      out.key<"results">();
      out.open('[');
    }
    return text;
  }

  std::string add(ReportPart const& part) override {
    jixiao::add(counts_, part.counts);
    artifacts_.push_back(part.texts[0]);
    std::string out;
    for (std::size_t i = 1; i < part.texts.size(); ++i) {
      out += any_result_ ? ",\n        " : "\n        ";
      out += part.texts[i];
      any_result_ = true;
    }
    return out;
  }

  std::string across(AcrossReview const& review) override {
    add_severities(counts_, review);
    std::string out;
    for (auto const& finding : review.findings) {
      out += any_result_ ? ",\n        " : "\n        ";
      JsonBuffer buffer(out, true, in_results);
      put_across_result(buffer, finding, style_.text.language);
      any_result_ = true;
    }
    return out;
  }

  std::string end() override {
    std::string text = any_result_ ? "\n      ]" : "]";
    {
      JsonBuffer out(text, true, in_run);
      out.key<"artifacts">();
      out.open('[');
      for (auto const& artifact : artifacts_) {
        out.next();
        out.json(artifact);
      }
      out.close(']');
      put_invocation(out);
      put_outcomes(out);
      out.close('}');
      out.close(']');
      out.close('}');
    }
    return text + '\n';
  }

private:
  void put_tool(JsonBuffer& out) const {
    out.key<"tool">();
    out.open('{');
    out.key<"driver">();
    out.open('{');
    put_text<"name">(out, "jixiao");
    if (!style_.version.empty())
      put_text<"semanticVersion">(out, style_.version);
    put_text<"language">(out, style_.text.language == Language::zh ? "zh-CN" : "en");
    put_rules(out, style_.text.language);
    out.close('}');
    out.close('}');
  }

  /// Those that lines are counted by; without them a consumer takes LF and CR LF only (§3.14.25).
  static void put_line_ends(JsonBuffer& out) {
    out.key<"newlineSequences">();
    out.open('[');
    for (auto const* sequence : {"\r\n", "\n", "\r", "\v", "\f", "\u2028", "\u2029"}) {
      out.next();
      out.string(sequence);
    }
    out.close(']');
  }

  void put_invocation(JsonBuffer& out) const {
    out.key<"invocations">();
    out.open('[');
    out.next();
    out.open('{');
    out.key<"executionSuccessful">();
    put_bool(out, counts_.unreadable == 0);
    if (!style_.levels.empty())
      put_overrides(out);
    out.close('}');
    out.close(']');
  }

  void put_overrides(JsonBuffer& out) const {
    out.key<"ruleConfigurationOverrides">();
    out.open('[');
    for (auto const& [code, level] : style_.levels) {
      constexpr std::string_view names[] = {"none", "note", "warning", "error"};
      out.next();
      out.open('{');
      out.key<"descriptor">();
      out.open('{');
      put_text<"id">(out, info(code).id);
      put_number<"index">(out, static_cast<std::uint64_t>(code));
      out.close('}');
      out.key<"configuration">();
      out.open('{');
      out.key<"enabled">();
      put_bool(out, level != Level::off);
      put_text<"level">(out, names[static_cast<std::size_t>(level)]);
      out.close('}');
      out.close('}');
    }
    out.close(']');
  }

  /// SARIF lists results only; how often each rule holds, is broken and cannot be judged goes into the run's own bag.
  void put_outcomes(JsonBuffer& out) const {
    out.key<"properties">();
    out.open('{');
    out.key<"outcomes">();
    out.open('{');
    for (auto const& entry : catalogue()) {
      auto const outcomes = outcomes_of(counts_, entry.code);
      if (!was_run(outcomes))
        continue;
      out.named(entry.id);
      out.open('{');
      put_number<"holds">(out, outcomes.holds);
      put_number<"broken">(out, outcomes.broken);
      put_number<"cannot_judge">(out, outcomes.cannot_judge);
      put_number<"does_not_apply">(out, outcomes.does_not_apply);
      out.close('}');
    }
    out.close('}');
    out.close('}');
  }

  ReportStyle const& style_;
  ReportCounts counts_;
  std::vector<std::string> artifacts_;
  bool any_result_ = false;
};

} // namespace

std::unique_ptr<CheckReport> make_sarif_report(ReportStyle const& style) {
  return std::make_unique<SarifReport>(style);
}

} // namespace jixiao
