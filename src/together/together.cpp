#include <jixiao/together.hpp>

#include "rules/texts.hpp"
#include "rules/words.hpp"
#include "text/alike.hpp"
#include "together/compare.hpp"
#include "together/goals.hpp"
#include "together/projects.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace jixiao {

namespace {

constexpr std::size_t shortest_text = 30, longest_text_compared = 1'500; ///< characters
constexpr double pasted = 0.9, worth_comparing = 0.8;                    ///< shares of texts
constexpr double one_project = 0.67;        ///< share of names under which goals may be one
constexpr std::size_t most_of_pair = 1'000; ///< findings of two forms
constexpr std::size_t fewest_targets = 3;   ///< of a form that is no blank one

/// What tells a form from others, whatever carrier it was read from; 0 for a form with too little in it.
std::uint64_t content_of(FormTrace const& form) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  auto const mix = [&](std::string_view text) {
    for (char const c : text)
      hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    hash = (hash ^ 0xFFU) * 0x100000001b3U;
  };
  mix(form.kind);
  mix(bare(form.project));
  mix(form.year ? std::to_string(*form.year) : "");
  for (auto const& amount : form.amounts)
    mix(amount.measure + to_string(amount.yuan));
  std::size_t targets = 0;
  for (auto const& row : form.indicators) {
    mix(bare(row.name));
    targets += row.target.has_value();
    for (auto const* value : {&row.target, &row.actual})
      mix(*value ? bare((*value)->text) : "");
  }
  return targets < fewest_targets ? 0 : hash | 1;
}

/// How alike two texts are, 0 to 1; 0 at once for those that cannot be enough so.
double share_of(std::string_view a, std::string_view b) {
  if (a == b)
    return 1;
  auto const left = pairs_of(a), right = pairs_of(b);
  if (static_cast<double>(2 * common(left, right)) < worth_comparing * static_cast<double>(left.size() + right.size()))
    return 0;
  return likeness(characters_of(a).substr(0, longest_text_compared), characters_of(b).substr(0, longest_text_compared));
}

} // namespace

AcrossPlace place_of(FormTrace const& form) {
  return {form.document, form.form, form.project, form.year, form.path, form.at, {}, form.number};
}

AcrossPlace place_of(FormTrace const& form, TracedIndicator const& row, std::string printed) {
  return {form.document, form.form, form.project, form.year, row.path, row.at, std::move(printed), form.number};
}

AcrossPlace place_of(FormTrace const& form, TracedAmount const& amount) {
  return {form.document, form.form, form.project, form.year, amount.path, amount.at, amount.printed, form.number};
}

AcrossPlace place_of(FormTrace const& form, TracedText const& goal) {
  auto path = form.path + '/' + goal.field;
  std::ranges::replace(path, '.', '/');
  return {form.document, form.form, form.project, form.year, std::move(path), goal.at, {}, form.number};
}

void AcrossSink::report(Code code, std::vector<Argument> arguments, AcrossPlace here, AcrossPlace there) {
  if (findings_.size() >= most_)
    return;
  Diagnostic finding{code, info(code).severity, std::move(arguments), here.path, here.at};
  findings_.push_back({std::move(finding), std::move(here), std::move(there)});
}

void AcrossSink::add(std::vector<AcrossFinding> findings) {
  for (auto& one : findings)
    if (findings_.size() < most_)
      findings_.push_back(std::move(one));
}

struct Together::Forms {
  struct Kept {
    std::string trace;
    std::size_t project = 0;
    std::optional<std::size_t> twin, same_code; ///< forms before it
  };

  explicit Forms(TogetherLimits const& limits) : limits(limits), goals(limits.indexed_texts) {}

  FormTrace trace(std::size_t number) const {
    auto out = unpack_trace(kept[number].trace);
    out.number = number;
    return out;
  }

  /// Goals of other projects that the goals of a form repeat.
  void find_pasted(FormTrace const& form, std::size_t project) {
    for (std::uint32_t i = 0; i < form.goals.size(); ++i) {
      auto const text = without_years(form.goals[i].text);
      auto const characters = characters_of(text);
      if (characters.size() < shortest_text || form.project.empty())
        continue;
      auto const fingerprints = fingerprints_of(characters);
      for (auto const [other_form, other_goal] : goals.candidates(fingerprints)) {
        if (kept[other_form].project == project)
          continue;
        auto const other = trace(other_form);
        if (name_share(form.project, other.project) >= one_project)
          continue;
        auto const& goal = other.goals[other_goal];
        auto const share = share_of(text, without_years(goal.text));
        if (share < pasted)
          continue;
        AcrossSink(found_pasted, limits.findings)
            .report(Code::goal_of_other_project,
                    {{"field", form.goals[i].field},
                     {"share", std::to_string(static_cast<int>(share * 100))},
                     {"project", other.project},
                     {"place", other.place}},
                    place_of(form, form.goals[i]), place_of(other, goal));
        break;
      }
      goals.put({static_cast<std::uint32_t>(form.number), i}, fingerprints);
    }
  }

  void add(std::string packed) {
    if (kept.size() >= limits.forms) {
      if (left++ == 0)
        first_left = place_of(unpack_trace(packed));
      return;
    }
    auto form = unpack_trace(packed);
    form.number = kept.size();
    auto& one = kept.emplace_back();
    one.trace = std::move(packed);
    one.project = projects.project_of(form, form.number, one.same_code);
    if (auto const content = content_of(form); content != 0)
      if (auto const [first, is_new] = by_content.try_emplace(content, form.number); !is_new) {
        one.twin = first->second;
        return;
      }
    find_pasted(form, one.project);
  }

  TogetherLimits limits;
  std::vector<Kept> kept;
  Projects projects;
  GoalIndex goals;
  std::unordered_map<std::uint64_t, std::size_t> by_content;
  std::vector<AcrossFinding> found_pasted;
  std::uint64_t left = 0;
  AcrossPlace first_left;
};

namespace {

/// Forms of one document that are all copies of those of another are one finding, at the first of them.
void join_copies(std::vector<AcrossFinding>& findings) {
  std::map<std::pair<std::string, std::string>, std::pair<std::size_t, std::size_t>> first_and_count;
  std::vector<AcrossFinding> out;
  for (auto& one : findings) {
    bool is_new = true;
    if (one.finding.code == Code::form_twice) {
      auto const [found, added] =
          first_and_count.try_emplace({one.here.document, one.there.document}, std::pair(out.size(), 0));
      ++found->second.second;
      is_new = added;
    }
    if (is_new)
      out.push_back(std::move(one));
  }
  for (auto const& [documents, copies] : first_and_count)
    if (auto const& [first, count] = copies; count > 1)
      out[first].finding.arguments = {{"count", std::to_string(count)}, {"place", documents.second}};
  findings = std::move(out);
}

/// The forms of one project that are no copies, in the order of inputs.
class ProjectComparison {
public:
  ProjectComparison(std::vector<FormTrace> const& forms, AcrossSink& sink) : forms_(forms), sink_(sink) {}

  void run() {
    for (auto const& form : forms_)
      place(form);
    std::vector<ProjectYear> years;
    for (auto const& [year, of_year] : by_year_)
      years.push_back({year, OfYear::first(of_year.plans()), OfYear::first(of_year.results)});
    for (auto const& [year, of_year] : by_year_)
      within_year(of_year);
    compare_years(years, sink_);
  }

private:
  /// The forms of a year, by what they are; the first stands for its like, of which each is compared with it.
  struct OfYear {
    std::vector<FormTrace const*> declarations, tables, results;

    /// What was approved last is what the year is judged by.
    std::vector<FormTrace const*> const& plans() const { return tables.empty() ? declarations : tables; }
    static FormTrace const* first(std::vector<FormTrace const*> const& forms) {
      return forms.empty() ? nullptr : forms.front();
    }
  };

  void place(FormTrace const& form) {
    if (!form.year || form.stage() == Stage::other)
      return;
    auto& of_year = by_year_[*form.year];
    auto& versions = form.stage() == Stage::result        ? of_year.results
                     : form.kind.ends_with("declaration") ? of_year.declarations
                                                          : of_year.tables;
    // One code a form: what has another one is another part of the project.
    if (!versions.empty() && !versions.front()->code.empty() && !form.code.empty() &&
        versions.front()->code != form.code)
      return;
    if (!versions.empty())
      compare_twins(*versions.front(), form, sink_);
    versions.push_back(&form);
  }

  /// Of several versions of a plan the one that agrees best is the one that was meant.
  void compare_with_best(FormTrace const& form, std::vector<FormTrace const*> const& plans) {
    std::optional<std::vector<AcrossFinding>> best;
    for (auto const* plan : plans) {
      std::vector<AcrossFinding> found;
      AcrossSink sink(found, most_of_pair);
      compare_with_plan(form, *plan, sink);
      if (!best || found.size() < best->size())
        best = std::move(found);
    }
    if (best)
      sink_.add(std::move(*best));
  }

  void within_year(OfYear const& of_year) {
    if (auto const* table = OfYear::first(of_year.tables))
      compare_with_best(*table, of_year.declarations);
    if (auto const* result = OfYear::first(of_year.results))
      compare_with_best(*result, of_year.plans());
  }

  std::vector<FormTrace> const& forms_;
  AcrossSink& sink_;
  std::map<int, OfYear> by_year_;
};

} // namespace

Together::Together(TogetherLimits const& limits) : forms_(std::make_unique<Forms>(limits)) {}
Together::~Together() = default;

void Together::add(std::string trace) { forms_->add(std::move(trace)); }

std::vector<AcrossFinding> Together::findings() const {
  auto const& [limits, kept, projects, goals, by_content, found_pasted, left, first_left] = *forms_;
  auto out = found_pasted;
  AcrossSink sink(out, limits.findings);
  std::vector<std::vector<std::size_t>> of_project(projects.count());
  for (std::size_t i = 0; i < kept.size(); ++i) {
    if (kept[i].twin || kept[i].same_code) {
      auto const form = forms_->trace(i), first = forms_->trace(kept[i].twin ? *kept[i].twin : *kept[i].same_code);
      if (kept[i].twin)
        sink.report(Code::form_twice, {{"count", "1"}, {"place", first.place}}, place_of(form), place_of(first));
      else
        sink.report(Code::project_code_shared,
                    {{"code", form.code}, {"project", first.project}, {"place", first.place}}, place_of(form),
                    place_of(first));
    }
    if (auto& forms = of_project[kept[i].project]; !kept[i].twin && forms.size() < limits.forms_of_project)
      forms.push_back(i);
  }
  for (auto const& numbers : of_project)
    if (numbers.size() > 1) {
      std::vector<FormTrace> forms;
      for (auto const number : numbers)
        forms.push_back(forms_->trace(number));
      ProjectComparison(forms, sink).run();
    }
  std::ranges::stable_sort(out, {}, [](AcrossFinding const& one) { return one.here.number; });
  join_copies(out);
  if (left > 0) {
    auto here = first_left;
    Diagnostic cut{Code::comparison_cut,
                   info(Code::comparison_cut).severity,
                   {{"count", std::to_string(kept.size())}, {"left", std::to_string(left)}},
                   here.path,
                   here.at};
    out.push_back({std::move(cut), std::move(here), {}});
  }
  return out;
}

} // namespace jixiao
