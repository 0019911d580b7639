#include "model/fields.hpp"
#include "text/alike.hpp"
#include "restore/scraped_plan.hpp"

#include <algorithm>
#include <map>

namespace jixiao {
namespace {

constexpr double alike_enough = 0.5;  ///< for a name in its place of the list
constexpr double office_alike = 0.75; ///< for an office, which no order confirms
constexpr double same_office = 0.9;
constexpr std::size_t shortest_office = 4;    ///< ideographs
constexpr std::size_t enough_pieced = 3;      ///< times that pieces made the same office
constexpr std::size_t longest_compared = 120; ///< characters compared

std::u32string key(std::string_view text) { return ideographs_of(text).substr(0, longest_compared); }

class ValueMender {
public:
  ValueMender(ScrapedPlan& plan, std::vector<std::string> const& contents) : plan_(plan), contents_(contents) {}

  void run() {
    mend_sides();
    mend_projects();
    find_offices();
    for (auto const& value : plan_.values)
      if (kind_of(value.field) == FieldKind::party && value.is_cut)
        mend_office(value);
  }

private:
  RestoredCell& cell(PlannedValue const& value) { return plan_.rows[value.row].cells[value.cell]; }

  void set(PlannedValue const& value, std::string const& text) {
    auto& target = cell(value);
    target.doubt = key(target.text) == key(text) ? Doubt::none : Doubt::mended;
    target.text = text;
  }

  /// A side label with the unit of the amounts, of which a form has lost a part, is the one that another prints whole.
  void mend_sides() {
    auto const whole = characters_of(plan_.whole_side);
    for (auto const& [row, at] : plan_.sides) {
      auto& side = plan_.rows[row].cells[at];
      auto const piece = characters_of(side.text);
      auto const common = common_subsequence(piece.substr(0, longest_compared), whole);
      if (piece.size() < 3 || common + 1 < piece.size())
        continue;
      side.text = plan_.whole_side;
      side.doubt = Doubt::mended;
    }
  }

  /// Entries and names go on together; the alignment with the greatest likeness in all.
  void mend_projects() {
    std::vector<PlannedValue> names;
    for (auto const& value : plan_.values)
      if (value.field == FieldId::project_name)
        names.push_back(value);
    if (contents_.empty() || names.empty() || names.size() * contents_.size() > 1'000'000)
      return;
    std::vector<std::u32string> printed, entries;
    for (auto const& name : names)
      printed.push_back(key(cell(name).text));
    for (auto const& entry : contents_)
      entries.push_back(key(entry));
    auto const found = align_by_likeness(printed, entries, alike_enough);
    for (std::size_t i = 0; i < found.size(); ++i)
      if (found[i] < contents_.size())
        set(names[i], contents_[found[i]]);
  }

  /// Offices printed whole, or put together alike from pieces in several places, which no accident does.
  void find_offices() {
    std::map<std::string, std::size_t> seen;
    for (auto const& value : plan_.values)
      if (kind_of(value.field) == FieldKind::party && key(cell(value).text).size() >= shortest_office)
        seen[cell(value).text] += value.is_cut ? 1 : enough_pieced;
    std::vector<std::pair<std::size_t, std::string>> by_count;
    for (auto const& [text, count] : seen)
      if (count >= enough_pieced)
        by_count.emplace_back(count, text);
    std::stable_sort(by_count.begin(), by_count.end(), [](auto const& a, auto const& b) { return a.first > b.first; });
    // The same damage may come back, but not as often as the name.
    for (auto const& found : by_count) {
      auto const name = key(found.second);
      if (std::none_of(offices_.begin(), offices_.end(),
                       [&](std::string const& office) { return likeness(name, key(office)) >= same_office; }))
        offices_.push_back(found.second);
    }
  }

  void mend_office(PlannedValue const& damaged) {
    auto const text = key(cell(damaged).text);
    std::string const* found = nullptr;
    for (auto const& office : offices_) {
      auto const whole = key(office);
      bool const is_part = text.size() >= shortest_office && common_subsequence(text, whole) == text.size();
      if (likeness(text, whole) < office_alike && !is_part)
        continue;
      if (found)
        return; // two offices are as likely
      found = &office;
    }
    if (found)
      set(damaged, *found);
  }

  ScrapedPlan& plan_;
  std::vector<std::string> const& contents_;
  std::vector<std::string> offices_;
};

} // namespace

void mend_values(ScrapedPlan& plan, std::vector<std::string> const& contents) { ValueMender(plan, contents).run(); }

} // namespace jixiao
