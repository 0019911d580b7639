#include "tests/property/score.hpp"

#include "model/cues.hpp"

#include <algorithm>

namespace jixiao::property {

namespace {

class Scorer {
public:
  explicit Scorer(Document const& document) : document_(document) {}

  void form(Declaration const& truth, std::size_t index) {
    path_ = "/forms/" + std::to_string(index);
    Declaration const read = index < document_.forms.size() ? declaration_of(document_.forms[index]) : Declaration{};
    check("/fiscal_year", std::to_string(truth.year), std::to_string(read.year));
    check("/project_name", truth.project, read.project);
    check("/project_nature", truth.nature, read.nature);
    check("/project_category", truth.category, read.category);
    check("/supervising_department", truth.department, read.department);
    check("/implementing_unit", truth.unit, read.unit);
    check("/start_date", truth.start, read.start);
    check("/end_date", truth.end, read.end);
    check("/amount_unit", truth.amount_unit, read.amount_unit);
    list("/funds", truth.project_funds, read.project_funds);
    list("/funds", truth.year_funds, read.year_funds);
    check("/goals/project", truth.project_goal, read.project_goal);
    check("/goals/annual", truth.annual_goal, read.annual_goal);
    entries(truth.entries, read.entries);
  }

  Score result;

private:
  void list(std::string const& leaf, std::vector<std::string> const& truth, std::vector<std::string> const& read) {
    for (std::size_t i = 0; i < truth.size(); ++i)
      check(leaf, truth[i], i < read.size() ? read[i] : "");
  }

  /// Entries belong together by name, which differs within a form; one whose name was lost, by its place.
  void entries(std::vector<Entry> const& truth, std::vector<Entry> const& read) {
    std::size_t paired = 0;
    for (std::size_t i = 0; i < truth.size(); ++i) {
      auto same = std::find_if(read.begin(), read.end(), [&](Entry const& e) { return e.name == truth[i].name; });
      if (same == read.end() && truth.size() == read.size())
        same = read.begin() + static_cast<std::ptrdiff_t>(i);
      auto const found = same != read.end();
      if (found)
        ++paired;
      entry("/indicators/" + (found ? std::to_string(same - read.begin()) : "-"), truth[i], found ? *same : Entry{});
    }
    result.extra += read.size() - std::min(paired, read.size());
  }

  void entry(std::string const& node, Entry const& truth, Entry const& read) {
    auto const silent = result.silent;
    levels(node, truth, read);
    if (result.silent > silent && speaks(truth.name, truth.level2) && !speaks(truth.name, read.level2))
      result.evident += result.silent - silent;
    check(node + "/level3", truth.name, read.name);
    check(node + "/target", truth.value, read.value);
  }

  void levels(std::string const& node, Entry const& truth, Entry const& read) {
    check(node + "/level1", truth.level1, read.level1);
    check(node + "/level2", truth.level2, read.level2);
  }

  static bool speaks(std::string const& name, std::string_view group) {
    static CueFinder const cues(builtin_taxonomy());
    auto const found = cues.find(name);
    return std::any_of(found.begin(), found.end(),
                       [&](auto const& cue) { return builtin_taxonomy().name(cue.first) == group; });
  }

  void check(std::string const& leaf, std::string const& truth, std::string const& read) {
    ++result.fields;
    if (truth == read)
      return;
    ++result.wrong;
    bool const silent = !noted(path_ + leaf);
    if (silent)
      ++result.silent;
    result.complaints.push_back(path_ + leaf + ": expected \"" + truth + "\", read \"" + read +
                                (silent ? "\", silently" : "\""));
  }

  /// True when a diagnostic is on the field, on a part of it, or on the node that holds it; one on the form is too
  /// vague.
  bool noted(std::string const& field) const {
    return std::any_of(document_.diagnostics.begin(), document_.diagnostics.end(), [&](Diagnostic const& d) {
      bool const holds = field.starts_with(d.path + "/") && std::count(d.path.begin(), d.path.end(), '/') >= 3;
      return d.path == field || holds || d.path.starts_with(field + "/");
    });
  }

  Document const& document_;
  std::string path_;
};

} // namespace

void Score::add(Score const& other) {
  fields += other.fields;
  wrong += other.wrong;
  silent += other.silent;
  evident += other.evident;
  extra += other.extra;
  complaints.insert(complaints.end(), other.complaints.begin(), other.complaints.end());
}

Score score(std::vector<Declaration> const& truth, Document const& document) {
  Scorer scorer(document);
  for (std::size_t i = 0; i < truth.size(); ++i)
    scorer.form(truth[i], i);
  return std::move(scorer.result);
}

} // namespace jixiao::property
