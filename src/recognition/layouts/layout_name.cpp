#include "recognition/layouts/layout_name.hpp"

#include "recognition/labels/labels.hpp"
#include "recognition/layouts/layout_match.hpp"

#include <algorithm>
#include <ranges>
#include <tuple>
#include <utility>
#include <vector>

namespace jixiao::recognition {

namespace {

constexpr std::size_t most_nearest = 3;
constexpr std::size_t most_differences = 4; ///< that are named of each kind
constexpr std::size_t one_label = 2;        ///< of distance
constexpr std::size_t most_matched = 4;     ///< sets of labels that are kept

enum class TitleFit : std::uint8_t { whole, end, none };

struct LayoutCandidate {
  LayoutMatch const* match = nullptr;
  LayoutFit const* fit = nullptr;
  bool own = false;

  Layout const& layout() const { return match->layout(*fit); }
  bool describes() const { return match->describes(*fit); }
  std::size_t distance() const { return match->distance(*fit); }
};

/// What a form of the family holds: the title alone tells declarations from tables of targets.
std::pair<bool, std::string_view> held_by(std::string_view family) {
  constexpr std::string_view department = "department_";
  bool const whole = family.starts_with(department);
  auto const rest = whole ? family.substr(department.size()) : family;
  return {whole, rest == "self_evaluation" || rest == "monitoring" ? rest : "target"};
}

class LayoutChooser {
public:
  LayoutChooser(Form const& form, std::span<Form const> before, LayoutTable const& own, MatchedLabels const& labels)
      : form_(form), before_(before), labels_(labels.labels), builtin_(labels.builtin), own_(labels.own),
        title_(folded(form_.title.value_or(""))) {
    for (auto const& fit : own_.fits())
      add({&own_, &fit, true});
    for (auto const& fit : builtin_.fits())
      if (std::ranges::find(own.layouts, builtin_.layout(fit).name, &Layout::name) == own.layouts.end())
        add({&builtin_, &fit, false});
  }

  LayoutChoice choose() const {
    LayoutChoice choice;
    if (auto const shared = shared_headers(); !shared.empty()) {
      choice.name = shared;
    } else if (auto const* best = nearest_fit()) {
      auto const* kept = named_before();
      choice.name = (kept && kept->distance() <= best->distance() + one_label ? kept : best)->layout().name;
    } else {
      choice.nearest = nearest();
      choice.of_another_kind = of_another_kind();
    }
    return choice;
  }

private:
  void add(LayoutCandidate const& one) {
    if (!one.layout().is_base)
      (one.layout().family == form_.kind ? candidates_ : others_).push_back(one);
  }

  bool may_be(LayoutCandidate const& one) const {
    return one.describes() && (title_.empty() || title_fit(one) != TitleFit::none);
  }

  /// A form further down in a grid stands under the labels of the first one.
  std::string_view shared_headers() const {
    if (before_.empty() || std::ranges::any_of(labels_, is_telling))
      return {};
    auto const& last = before_.back();
    return last.kind == form_.kind && last.at.table == form_.at.table ? std::string_view(last.layout)
                                                                      : std::string_view();
  }

  LayoutCandidate const* nearest_fit() const {
    LayoutCandidate const* best = nullptr;
    for (auto const& one : candidates_)
      if (may_be(one) && (!best || rank(one) < rank(*best)))
        best = &one;
    return best;
  }

  /// The layout of the last form with the same title.
  LayoutCandidate const* named_before() const {
    auto const same = [&](Form const& form) { return form.kind == form_.kind && form.title == form_.title; };
    auto const form = std::find_if(before_.rbegin(), before_.rend(), same);
    if (form == before_.rend())
      return nullptr;
    auto const one = std::ranges::find_if(
        candidates_, [&](LayoutCandidate const& c) { return c.layout().name == form->layout && may_be(c); });
    return one == candidates_.end() ? nullptr : &*one;
  }

  TitleFit title_fit(LayoutCandidate const& one) const {
    auto best = TitleFit::none;
    for (auto const& title : one.match->table().titles_of(one.layout()))
      if (title_ == title.text)
        return TitleFit::whole;
      else if (title.any_before && title_.ends_with(title.text))
        best = TitleFit::end;
    return best;
  }

  /// The title or an office of the form names who prints the layout.
  bool names_place(Layout const& layout) const {
    if (layout.place.empty())
      return false;
    auto const has = [&](std::optional<Party> const& party) {
      return party && party->name && party->name->find(layout.place) != std::string::npos;
    };
    return (form_.title && form_.title->find(layout.place) != std::string::npos) || has(form_.supervising_department) ||
           has(form_.implementing_unit);
  }

  /// What differs decides, and a place that is named outweighs one label; between equals the whole title.
  std::tuple<std::size_t, bool, bool, TitleFit, bool> rank(LayoutCandidate const& one) const {
    auto const& layout = one.layout();
    bool const placed = names_place(layout);
    return {one.distance() + (placed ? 0 : one_label), !one.own, !placed, title_fit(one), !layout.is_complete};
  }

  /// Of those that fit without a word of doubt, where what the form holds is told otherwise than by its kind.
  Layout const* of_another_kind() const {
    LayoutCandidate const* best = nullptr;
    for (auto const& one : others_)
      if (one.describes() && held_by(one.layout().family) != held_by(form_.kind) &&
          (!best || one.distance() < best->distance()))
        best = &one;
    bool const nearer = best && std::ranges::none_of(candidates_, [&](LayoutCandidate const& one) {
                          return one.distance() <= best->distance() + one_label;
                        });
    return nearer ? &best->layout() : nullptr;
  }

  std::string nearest() const {
    auto sorted = candidates_;
    // What shares less than half of the labels is not near.
    std::erase_if(sorted, [](LayoutCandidate const& one) { return one.fit->printed * 2 < one.layout().printed; });
    std::ranges::stable_sort(sorted, {}, &LayoutCandidate::distance);
    std::string out;
    for (std::size_t i = 0; i < std::min(sorted.size(), most_nearest); ++i)
      out += (i == 0 ? "" : ", ") + std::string(sorted[i].layout().name) + differences(sorted[i]);
    return out.empty() ? "—" : out;
  }

  static std::string differences(LayoutCandidate const& one) {
    std::vector<std::string> words;
    auto const missing = one.match->missing(*one.fit);
    for (std::size_t i = 0; i < std::min(missing.size(), most_differences); ++i)
      words.push_back("−" + std::string(missing[i]));
    auto const unexpected = one.match->unexpected(*one.fit);
    for (std::size_t i = 0; i < std::min(unexpected.size(), most_differences); ++i)
      words.push_back("+" + unexpected[i]->text);
    std::string out;
    for (auto const& word : words)
      out += (out.empty() ? " (" : " ") + word;
    return out.empty() ? out : out + ")";
  }

  Form const& form_;
  std::span<Form const> const before_;
  std::vector<PrintedLabel> const& labels_;
  LayoutMatch const &builtin_, &own_;
  std::string const title_;
  std::vector<LayoutCandidate> candidates_, others_; ///< of the form's kind, and of any other
};

/// What stands on which piece makes no difference to the layout.
bool say_the_same(PrintedLabel const& a, PrintedLabel const& b) {
  return a.kind == b.kind && a.listed == b.listed && a.whole == b.whole && a.text == b.text;
}

} // namespace

LayoutChoice choose_layout(Draft const& draft, std::span<Form const> before, LayoutTable const& builtin,
                           LayoutTable const& own, LastLabels& last) {
  auto labels = printed_labels(draft);
  auto const known = std::ranges::find_if(
      last, [&](MatchedLabels const& other) { return std::ranges::equal(labels, other.labels, say_the_same); });
  if (known != last.end()) {
    last.splice(last.begin(), last, known);
  } else {
    last.emplace_front(std::move(labels), builtin, own);
    if (last.size() > most_matched)
      last.pop_back();
  }
  return LayoutChooser(draft.form, before, own, last.front()).choose();
}

} // namespace jixiao::recognition
