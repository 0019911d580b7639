#include "review/pointed.hpp"

#include <jixiao/review.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

namespace jixiao {

namespace {

constexpr std::size_t many_forms = 5;
constexpr std::size_t many_in_form = 3; ///< findings of a code that are one thing to say of a form

bool has(std::vector<bool> const& codes, Code code) {
  return codes.empty() || (static_cast<std::size_t>(code) < codes.size() && codes[static_cast<std::size_t>(code)]);
}

/// Dots and strokes that a scan left: neither a letter, a digit nor a sign beyond ASCII. A finding without a text is
/// none.
bool is_debris(Diagnostic const& finding) {
  auto const text = std::ranges::find(finding.arguments, "text", &Argument::name);
  return text != finding.arguments.end() && !text->value.empty() && std::ranges::all_of(text->value, [](char c) {
           bool const letter = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
           return !letter && static_cast<unsigned char>(c) < 0x80;
         });
}

/// Of the findings about reading, those after which something printed is in no field.
bool is_unread(Diagnostic const& finding) {
  switch (finding.code) {
  case Code::unclaimed_cell:
    return !is_debris(finding);
  case Code::not_understood:
  case Code::target_missing:
  case Code::name_missing:
  case Code::level2_missing:
  case Code::text_garbled:
  case Code::garbled_columns:
  case Code::formula_without_value:
    return true;
  default:
    return finding.severity == Severity::error;
  }
}

class Reviewer {
public:
  Reviewer(Document const& document, Selection const& selection, std::string_view bytes)
      : document_(document), selection_(selection), places_(document, bytes) {}

  Review review() {
    std::vector<Diagnostic const*> form, reading;
    for (auto const& finding : document_.diagnostics)
      if (wanted(finding)) {
        auto& kept = out_.pointed.emplace_back(finding);
        kept.at = places_.of(finding);
        (matter_of(finding.code) == Matter::form ? form : reading).push_back(&kept);
      }
    count_forms_by_code(form);
    out_.form = folded(form, true);
    out_.reading = folded(reading, false);
    std::ranges::stable_sort(out_.form, [&](ReviewItem const& a, ReviewItem const& b) { return rank(a) < rank(b); });
    for (auto const* items : {&out_.form, &out_.reading})
      for (auto const& item : *items)
        ++out_.severities[static_cast<std::size_t>(item.first().severity)];
    first_page();
    out_.codes = selection_.codes;
    return std::move(out_);
  }

private:
  bool wanted(Diagnostic const& finding) {
    // Nobody is to take an input that gave nothing for one without findings.
    if (unreadable_ && finding.severity == Severity::error)
      return true;
    if (!has(selection_.codes, finding.code))
      return false;
    if (matter_of(finding.code) == Matter::reading && !selection_.reading && !is_unread(finding))
      return ++out_.more_reading, false;
    if (accepted(finding) || (!selection_.known.empty() && selection_.known.contains(fingerprint(document_, finding))))
      return ++out_.known, false;
    return true;
  }

  bool accepted(Diagnostic const& finding) const {
    return std::ranges::any_of(selection_.accepted, [&](Suppression const& one) {
      if (!has(one.codes, finding.code))
        return false;
      auto const form = form_of(document_, finding.path);
      return one.project.empty() || (form && document_.forms[*form].project_name == one.project);
    });
  }

  void count_forms_by_code(std::vector<Diagnostic const*> const& findings) {
    std::map<Code, std::set<std::size_t>> forms;
    for (auto const* finding : findings)
      if (auto const form = form_of(document_, finding->path))
        forms[finding->code].insert(*form);
    for (auto const& [code, of_code] : forms)
      if (of_code.size() >= many_forms && of_code.size() * 2 >= document_.forms.size())
        habits_.insert(code);
  }

  using CodeAndForm = std::pair<Code, std::size_t>;

  std::map<CodeAndForm, std::size_t> count_in_forms(std::vector<Diagnostic const*> const& findings) const {
    std::map<CodeAndForm, std::size_t> out;
    for (auto const* finding : findings)
      ++out[{finding->code, form_number(*finding)}];
    return out;
  }

  /// Notes are said once a document, as is what most of its forms do; what a form does again and again is said once of
  /// it, and the rest where it has the same words. Errors are said one by one. Of reading that is so for the texts that
  /// nothing took; a field that stays empty is said by itself.
  std::string key_of(Diagnostic const& finding, bool of_form, std::size_t in_form) const {
    auto key = std::string(info(finding.code).id);
    bool const once = of_form && (finding.severity == Severity::note ||
                                  (finding.severity == Severity::warning && habits_.contains(finding.code)));
    bool const may_repeat = of_form || finding.code == Code::unclaimed_cell;
    if (once)
      return key;
    if (may_repeat && finding.severity != Severity::error && in_form >= many_in_form)
      return key + '|' + std::to_string(form_number(finding));
    return key.append("|").append(message(finding, Language::en));
  }

  std::vector<ReviewItem> folded(std::vector<Diagnostic const*> const& findings, bool of_form) const {
    std::vector<ReviewItem> out;
    std::map<std::string, std::size_t> known;
    auto const in_forms = count_in_forms(findings);
    for (auto const* finding : findings) {
      auto const in_form = in_forms.at({finding->code, form_number(*finding)});
      auto const [entry, is_new] = known.try_emplace(key_of(*finding, of_form, in_form), out.size());
      if (is_new)
        out.emplace_back();
      auto& item = out[entry->second];
      item.places.push_back(finding);
      item.alike = item.alike && message(*finding) == message(item.first());
    }
    for (auto& item : out)
      std::ranges::stable_sort(item.places, {}, [&](Diagnostic const* one) { return form_number(*one); });
    return out;
  }

  std::size_t form_number(Diagnostic const& finding) const {
    auto const form = form_of(document_, finding.path);
    return form ? *form + 1 : 0;
  }

  std::pair<int, std::size_t> rank(ReviewItem const& item) const {
    return {-static_cast<int>(item.first().severity), form_number(item.first())};
  }

  void first_page() {
    out_.forms.resize(document_.forms.size());
    auto const count = [&](Diagnostic const& finding) {
      if (auto const form = form_of(document_, finding.path))
        ++out_.forms[*form].severities[static_cast<std::size_t>(finding.severity)];
    };
    for (auto const& item : out_.form)
      for (auto const* place : item.places)
        count(*place);
    // The texts of a form that nothing took are one thing to look up.
    for (auto const& item : out_.reading)
      for (std::size_t i = 0; i < item.places.size(); ++i)
        if (i == 0 || form_number(*item.places[i]) != form_number(*item.places[i - 1]))
          count(*item.places[i]);
    for (auto const& judgement : document_.judgements)
      if (auto const form = form_of(document_, judgement.path); form && has(selection_.codes, judgement.code)) {
        auto& line = out_.forms[*form];
        ++*std::array{&line.holds, &line.broken, &line.cannot_judge,
                      &line.does_not_apply}[static_cast<std::size_t>(judgement.outcome)];
      }
    for (auto& line : out_.forms) {
      auto const& [notes, warnings, errors] = line.severities;
      line.verdict = errors > 0                                     ? Verdict::sent_back
                     : warnings > 0                                 ? Verdict::to_be_mended
                     : line.cannot_judge > line.holds + line.broken ? Verdict::not_judged
                     : notes > 0                                    ? Verdict::advised
                                                                    : Verdict::passed;
    }
  }

  Document const& document_;
  Selection const& selection_;
  bool unreadable_ = unreadable(document_);
  ValuePlaces places_;
  Review out_;
  std::set<Code> habits_;
};

} // namespace

Review review_of(Document const& document, Selection const& selection, std::string_view bytes) {
  return Reviewer(document, selection, bytes).review();
}

} // namespace jixiao
