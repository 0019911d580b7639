#include "recognition/layout_name.hpp"

#include "recognition/labels.hpp"
#include "recognition/layout_match.hpp"

#include <algorithm>
#include <tuple>
#include <vector>

namespace jixiao::recognition {

namespace {

constexpr std::size_t most_nearest = 3;
constexpr std::size_t most_differences = 4; ///< that are named of each kind

enum class TitleFit : std::uint8_t { whole, end, none };

struct LayoutCandidate {
  LayoutMatch const* match = nullptr;
  LayoutFit const* fit = nullptr;
  bool own = false;

  Layout const& layout() const { return match->layout(*fit); }
};

class LayoutChooser {
public:
  LayoutChooser(Draft const& draft, LayoutTable const& builtin, LayoutTable const& own)
      : form_(draft.form), labels_(printed_labels(draft)), builtin_(builtin, labels_), own_(own, labels_),
        title_(folded(form_.title.value_or(""))) {
    for (auto const& fit : own_.fits())
      add({&own_, &fit, true});
    for (auto const& fit : builtin_.fits())
      if (std::ranges::find(own.layouts, builtin_.layout(fit).name, &Layout::name) == own.layouts.end())
        add({&builtin_, &fit, false});
  }

  LayoutChoice choose() const {
    LayoutChoice choice;
    LayoutCandidate const* best = nullptr;
    for (auto const& one : candidates_)
      if (one.match->describes(*one.fit) && (title_.empty() || title_fit(one.layout()) != TitleFit::none) &&
          (!best || rank(one) < rank(*best)))
        best = &one;
    if (best)
      choice.name = best->layout().name;
    else
      choice.nearest = nearest();
    return choice;
  }

private:
  void add(LayoutCandidate const& one) {
    if (!one.layout().is_base && one.layout().family == form_.kind)
      candidates_.push_back(one);
  }

  TitleFit title_fit(Layout const& layout) const {
    auto best = TitleFit::none;
    for (auto const& title : builtin_or_own(layout).titles_of(layout))
      if (title_ == title.text)
        return TitleFit::whole;
      else if (title.any_before && title_.ends_with(title.text))
        best = TitleFit::end;
    return best;
  }

  LayoutTable const& builtin_or_own(Layout const& layout) const {
    auto const& own = own_.table();
    bool const is_own =
        !own.layouts.empty() && &layout >= own.layouts.data() && &layout < own.layouts.data() + own.layouts.size();
    return is_own ? own : builtin_.table();
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

  /// What differs decides; between equals who prints it and the whole title.
  std::tuple<std::size_t, bool, bool, TitleFit, bool> rank(LayoutCandidate const& one) const {
    auto const& layout = one.layout();
    return {one.match->distance(*one.fit), !one.own, !names_place(layout), title_fit(layout), !layout.is_complete};
  }

  std::string nearest() const {
    auto sorted = candidates_;
    // What shares less than half of the labels is not near.
    std::erase_if(sorted, [](LayoutCandidate const& one) { return one.fit->printed * 2 < one.layout().printed; });
    std::ranges::stable_sort(sorted, {}, [](LayoutCandidate const& one) { return one.match->distance(*one.fit); });
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
  std::vector<PrintedLabel> const labels_;
  LayoutMatch const builtin_, own_;
  std::string const title_;
  std::vector<LayoutCandidate> candidates_;
};

} // namespace

LayoutChoice choose_layout(Draft const& draft, LayoutTable const& builtin, LayoutTable const& own) {
  return LayoutChooser(draft, builtin, own).choose();
}

} // namespace jixiao::recognition
