#pragma once

#include "diagnostics/sink.hpp"

#include <jixiao/document.hpp>
#include <jixiao/profile.hpp>

#include <cstddef>
#include <initializer_list>
#include <span>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace jixiao {

/// A cell that no field took.
struct Leak {
  Location at;
  bool words = true; ///< it holds words; figures alone are no group, goal or name
};

/// What reading could not give, by JSON Pointer: fields that are empty though something is printed, and texts that are
/// not what is printed. Made from the findings of reading.
struct ReadingDoubts {
  std::set<std::string> lost;                               ///< not understood, or no cell was left for it
  std::set<std::string> garbled;                            ///< in disorder; says nothing about what the office wrote
  std::unordered_set<std::string> untold;                   ///< goals of which nothing shows where one ends
  std::unordered_set<std::string> cut;                      ///< may lack or double characters
  std::unordered_map<std::string, std::vector<Leak>> leaks; ///< by their form
};

ReadingDoubts reading_doubts(std::span<Diagnostic const> findings);

/// What they say of one form, or of the whole document; looked up once for all rules.
struct FormDoubts {
  bool any_field = false;             ///< what any field holds may be there, and was not read
  bool lost = false, garbled = false; ///< a field of the form is
  std::vector<Leak> const* leaks = nullptr;
  std::vector<std::string_view> parts; ///< of the form in which a field is lost or garbled: "indicators"

  /// True when what a rule needs ("funds/year/total") may be there, and was not read.
  bool concern(std::string_view field) const;
};

/// Of a form ("/forms/3"), in its part of the doubts; of the document where that is empty.
FormDoubts doubts_on(ReadingDoubts const& doubts, std::string_view form);

/// What one rule says of one node: the outcome grows out of the calls of the rule.
class RuleOutcome {
public:
  RuleOutcome(Code code, Severity severity, DiagnosticSink& sink) : code_(code), severity_(severity), sink_(sink) {}

  /// The rule had what it needs, at least once.
  void judged() { judged_ = true; }

  /// The rule would need this field, given as a literal; the first one counts.
  void needs(std::string_view field);

  void report(std::string path, Location const& at, std::initializer_list<Arg> arguments);

  /// Without a judgement, `doubts` tell what could not be read from what is not there.
  Judgement take(std::string path, FormDoubts const& doubts) &&;

private:
  Code code_;
  Severity severity_;
  DiagnosticSink& sink_;
  bool judged_ = false, broken_ = false;
  std::string_view missing_;
};

/// One rule on one form.
class FormCheck {
public:
  FormCheck(Document const& in, std::size_t number, Profile const& by, ReadingDoubts const& doubts,
            FormDoubts const& on_form, RuleOutcome& outcome)
      : document(in), form(in.forms[number]), profile(by), index(number), doubts_(doubts), on_form_(on_form),
        outcome_(outcome) {}

  Document const& document;
  Form const& form;
  Profile const& profile;
  std::size_t index;

  void judged() { outcome_.judged(); }
  void needs(std::string_view field) { outcome_.needs(field); }

  /// True when an empty field of the form, or of one of its lists ("indicators/3/weight"), is empty because of reading.
  bool lost(std::string_view field) const;
  bool lost(std::size_t indicator, std::string_view field) const;
  bool garbled(std::string_view field) const;
  /// True when a goal may hold the text of another one.
  bool has_untold_goals() const;
  bool garbled(std::size_t indicator, std::string_view field) const;

  /// About a field of the form ("goals/annual") or about the form's list of that name.
  void report(std::string_view field, std::initializer_list<Arg> arguments);
  void report_fund(Fund const& fund, std::initializer_list<Arg> arguments);
  /// About an indicator, or one field of it.
  void report_indicator(std::size_t indicator, std::string_view field, std::initializer_list<Arg> arguments);

private:
  std::string path(std::string_view field) const;
  std::string path(std::size_t indicator, std::string_view field) const;

  ReadingDoubts const& doubts_;
  FormDoubts const& on_form_;
  RuleOutcome& outcome_;
};

/// One rule on all forms together.
class DocumentCheck {
public:
  DocumentCheck(Document const& in, ReadingDoubts const& doubts, RuleOutcome& outcome)
      : document(in), doubts_(doubts), outcome_(outcome) {}

  Document const& document;

  void judged() { outcome_.judged(); }
  void needs(std::string_view field) { outcome_.needs(field); }
  bool garbled(std::size_t form, std::string_view field) const;
  void report(std::size_t form, std::string_view field, std::initializer_list<Arg> arguments);
  void report(std::string_view field, Location const& at, std::initializer_list<Arg> arguments);

private:
  ReadingDoubts const& doubts_;
  RuleOutcome& outcome_;
};

} // namespace jixiao
