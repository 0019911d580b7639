#include "rules/rules.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

namespace jixiao {

namespace {

constexpr Rule form_rules[] = {
#define JIXIAO_RULE(code) {Code::code, check_##code},
#define JIXIAO_DOCUMENT_RULE(code)
#include "rules/rules.def"
#undef JIXIAO_RULE
#undef JIXIAO_DOCUMENT_RULE
};

constexpr DocumentRule whole_rules[] = {
#define JIXIAO_RULE(code)
#define JIXIAO_DOCUMENT_RULE(code) {Code::code, check_##code},
#include "rules/rules.def"
#undef JIXIAO_RULE
#undef JIXIAO_DOCUMENT_RULE
};

/// The levels of all codes: those of the catalogue, changed by a profile, changed by the caller.
class Levels {
public:
  Levels(Profile const* profile, std::span<LevelOverride const> overrides) {
    levels_.reserve(catalogue().size());
    for (auto const& entry : catalogue())
      levels_.push_back(static_cast<Level>(static_cast<int>(entry.severity) + 1));
    if (profile)
      change(profile->levels);
    change(overrides);
  }

  Level of(Code code) const { return levels_[static_cast<std::size_t>(code)]; }

private:
  void change(std::span<LevelOverride const> overrides) {
    for (auto const& [code, level] : overrides)
      levels_[static_cast<std::size_t>(code)] = level;
  }

  std::vector<Level> levels_;
};

Severity severity_of(Level level) { return static_cast<Severity>(static_cast<int>(level) - 1); }

class Checker {
public:
  Checker(Document& document, CheckInput const& input, DiagnosticSink& sink)
      : document_(document), input_(input), sink_(sink), doubts_(reading_doubts(sink.kept())) {
    document_.judgements.reserve(document_.forms.size() * std::size(form_rules) + std::size(whole_rules));
  }

  void run() {
    for (std::size_t i = 0; i < document_.forms.size(); ++i)
      check_form(i);
    if (document_.forms.empty())
      return;
    auto const& levels = levels_by(*input_.profiles[0]);
    auto const on_document = doubts_on(doubts_, {});
    for (auto const& rule : whole_rules)
      if (auto const level = levels.of(rule.code); level != Level::off) {
        RuleOutcome outcome(rule.code, severity_of(level), sink_);
        DocumentCheck check(document_, doubts_, outcome);
        rule.check(check);
        document_.judgements.push_back(std::move(outcome).take({}, on_document));
      }
  }

private:
  /// The levels by a profile; forms that follow each other mostly have the same one.
  Levels const& levels_by(Profile const& profile) {
    if (profile_ != &profile)
      levels_.emplace(profile_ = &profile, input_.levels);
    return *levels_;
  }

  void check_form(std::size_t index) {
    auto const& profile = *input_.profiles[index];
    auto const& levels = levels_by(profile);
    auto const path = "/forms/" + std::to_string(index);
    auto const on_form = doubts_on(doubts_, path);
    for (auto const& rule : form_rules)
      if (auto const level = levels.of(rule.code); level != Level::off) {
        RuleOutcome outcome(rule.code, severity_of(level), sink_);
        FormCheck check(document_, index, profile, doubts_, on_form, outcome);
        rule.check(check);
        document_.judgements.push_back(std::move(outcome).take(path, on_form));
      }
  }

  Document& document_;
  CheckInput const& input_;
  DiagnosticSink& sink_;
  ReadingDoubts doubts_;
  Profile const* profile_ = nullptr;
  std::optional<Levels> levels_;
};

} // namespace

std::span<Rule const> rules() { return form_rules; }

std::span<DocumentRule const> document_rules() { return whole_rules; }

bool is_rule(Code code) {
  return std::ranges::find(form_rules, code, &Rule::code) != std::end(form_rules) ||
         std::ranges::find(whole_rules, code, &DocumentRule::code) != std::end(whole_rules);
}

std::string_view to_string(Outcome outcome) {
  constexpr std::string_view names[] = {"holds", "broken", "cannot_judge", "does_not_apply"};
  return names[static_cast<std::size_t>(outcome)];
}

std::optional<Level> parse_level(std::string_view text) {
  if (text == "off")
    return Level::off;
  if (auto const severity = parse_severity(text))
    return static_cast<Level>(static_cast<int>(*severity) + 1);
  return std::nullopt;
}

void check_document(Document& document, CheckInput const& input, DiagnosticSink& sink) {
  Checker(document, input, sink).run();
}

} // namespace jixiao
