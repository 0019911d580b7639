#pragma once

#include <jixiao/document.hpp>
#include <jixiao/export.hpp>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// What a reviewer makes of the findings of a document: those about the form and those about its reading kept apart,
/// said once, in order of weight, each with the words by which it stands on its own.
namespace jixiao JIXIAO_PUBLIC {

/// What a finding is about.
enum class Matter : std::uint8_t {
  form,   ///< what the office wrote: 审核意见
  reading ///< how it was read: 读取说明
};

Matter matter_of(Code code);

/// Findings that somebody has looked at and accepted, for a reason and a time.
struct Suppression {
  std::vector<bool> codes; ///< by Code
  std::string project;     ///< of the form; empty: all
  std::string until;       ///< ISO 8601, the last day it counts
  std::string reason;
};

/// What is shown of a document's findings.
struct Selection {
  bool reading = false;                ///< all about the reading, not only what could not be read
  std::vector<bool> codes{};           ///< by Code; empty: all
  std::set<std::string> known{};       ///< fingerprints of an earlier report: not shown again
  std::vector<Suppression> accepted{}; ///< those that have not expired
};

/// One thing to say: a finding, or several that say the same of different places.
struct ReviewItem {
  std::vector<Diagnostic const*> places; ///< at least one, in the order of forms
  bool alike = true;                     ///< they have one message

  Diagnostic const& first() const { return *places.front(); }
  bool several() const { return places.size() > 1; }
};

enum class Verdict : std::uint8_t {
  passed,       ///< nothing to say
  advised,      ///< notes only
  to_be_mended, ///< warnings
  sent_back,    ///< errors
  not_judged    ///< hardly a rule could be judged
};

std::string_view word_of(Verdict verdict, Language language);

/// The line of a form on the first page.
struct FormReview {
  std::uint64_t severities[3] = {};                                          ///< by Severity, of what is shown
  std::uint64_t holds = 0, broken = 0, cannot_judge = 0, does_not_apply = 0; ///< rules
  Verdict verdict = Verdict::passed;
};

struct Review {
  std::vector<ReviewItem> form;     ///< by severity, then by form
  std::vector<ReviewItem> reading;  ///< in the order of the source
  std::uint64_t more_reading = 0;   ///< findings on the reading that are not shown
  std::uint64_t known = 0;          ///< findings left out since a report or a person knows them
  std::vector<bool> codes{};        ///< those that were asked for, by Code; empty: all
  std::vector<FormReview> forms;    ///< one for each form
  std::uint64_t severities[3] = {}; ///< of all items, each counted once
  std::deque<Diagnostic> pointed{}; ///< the findings that items point to

  bool asks_for(Code code) const { return codes.empty() || codes[static_cast<std::size_t>(code)]; }
};

/// The document must outlive the review. With the bytes that the document was read from, findings on a value point at
/// the very text of it, also where reading noted its row only.
Review review_of(Document const& document, Selection const& selection = {}, std::string_view bytes = {});

/// The form of a path, if it is in one: 3 of "/forms/3/funds".
std::optional<std::size_t> form_of(Document const& document, std::string_view path);

/// The form as a person would name it: `3.劳务费`, with the number printed or else its place.
std::string name_of_form(Document const& document, std::size_t form, Language language);

/// What a path is about, without the form: `质量指标“培训合格率”指标值`, `年度总体目标`; empty for the form itself.
std::string name_of_part(Document const& document, std::string_view path, Language language);

/// What is printed there: `≥95.00(%)`; empty where it is more than a value, or nothing.
std::string printed_at(Document const& document, std::string_view path);

/// The indicator's own name, group or amounts of a path; empty when it is in no indicator.
Indicator const* indicator_of(Document const& document, std::string_view path);

/// The finding in words that need nothing beside them: form, part, printed value, what is wrong.
std::string statement(Document const& document, Diagnostic const& finding, Language language);

/// The same without the form, for a place that stands under the form's name.
std::string statement_in_form(Document const& document, Diagnostic const& finding, Language language);

/// The same for an item; of several, what they have in common.
std::string statement(Document const& document, ReviewItem const& item, Language language);

/// What a code means in a sentence, what to do, and by which rule: from its page. Empty where the page has none.
std::string meaning_of(Code code, Language language);
/// The first sentence of it, without its full stop.
std::string meaning_in_short(Code code, Language language);
std::string remedy_of(Code code, Language language);
std::string basis_of(Code code, Language language);

/// The same for the same finding in another run, also when other findings came or went: 16 hex digits.
std::string fingerprint(Document const& document, Diagnostic const& finding);

/// The fingerprints in a report of ours, in JSON, JSON lines or SARIF.
std::set<std::string> fingerprints_in(std::string_view report);

} // namespace jixiao
