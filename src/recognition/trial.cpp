#include "recognition/trial.hpp"

#include "forms/builtin_forms.hpp"

#include <algorithm>

namespace jixiao::recognition {

namespace {

CueFinder const& builtin_cues() {
  static CueFinder const cues(builtin_taxonomy());
  return cues;
}

/// Texts that no field takes stand in forms that are read well, too.
constexpr std::size_t usual_misfit = 3;

bool is_broken(Indicator const& one) {
  bool const value = one.target || one.actual || !one.targets.empty() || !one.results.empty();
  return !one.level3 || !value;
}

} // namespace

Trial::Trial(Reading const& reading, DocumentLabels const& labels, Grid grid, Told told, bool weigh,
             std::size_t hopeless)
    : page(make_page(reading, labels.finder(), labels.titles(), grid, told)), claims(page.pieces.size()),
      labels_(labels.finder()) {
  page.weighed = weigh ? &weighed : nullptr;
  segments = find_segments(page);
  for (auto const& segment : segments)
    for (auto const head : segment.running_heads)
      page.pieces[head].joined = true; // no row of the form
  read_forms(hopeless);
}

bool Trial::are_rows_refuted() const {
  return std::ranges::any_of(
      drafts, [](Drafts const& of_segment) { return std::ranges::any_of(of_segment, &Draft::rows_refuted); });
}

bool Trial::has_indicators() const {
  return std::ranges::any_of(drafts, [](Drafts const& of_segment) {
    return std::ranges::any_of(of_segment, [](Draft const& draft) { return !draft.form.indicators.empty(); });
  });
}

bool Trial::is_in_doubt() const {
  std::size_t forms = 0;
  for (auto const& of_segment : drafts)
    forms += of_segment.size();
  return page.text && page.has_rows() && (page.by_blanks || misfit() > std::max(usual_misfit, forms / 10));
}

std::size_t Trial::misfit() const {
  std::size_t count = 0;
  for (std::size_t i = 0; i < drafts.size(); ++i)
    count += misfit_of(i);
  return count;
}

std::size_t Trial::misfit_of(std::size_t segment) const {
  std::size_t count = 0;
  for (auto i = segments[segment].first; i < segments[segment].end; ++i)
    count += page.pieces[i].is_text() && claims[i].kind == ClaimKind::none ? 1 : 0;
  for (auto const& draft : drafts[segment])
    count += static_cast<std::size_t>(std::ranges::count_if(draft.form.indicators, is_broken));
  return count;
}

Drafts Trial::read(Segment const& segment, NameVotes const& votes, std::size_t form) {
  Evidence const evidence{builtin_cues(), votes, static_cast<std::uint32_t>(form)};
  return read_segment(page, segment, labels_, claims, evidence);
}

/// Where labels may have slid, a form that files a name elsewhere than the other forms do is read again with what they
/// say.
void Trial::read_forms(std::size_t hopeless) {
  std::size_t form = 0, misfit = 0;
  for (auto const& segment : segments) {
    drafts.push_back(read(segment, {}, form));
    form += drafts.back().size();
    if (hopeless == any)
      continue;
    misfit += misfit_of(drafts.size() - 1);
    if (misfit >= hopeless)
      return;
  }
  if (form < 2 || (page.borders != Borders::gridded && page.borders != Borders::separated))
    return;
  NameVotes votes;
  for (auto const& of_segment : drafts)
    for (auto const& draft : of_segment)
      vote(draft.form, draft.number, builtin_taxonomy(), votes);
  for (std::size_t i = 0; i < segments.size(); ++i) {
    auto const number = drafts[i].front().number;
    if (drafts[i].size() > 1 || !is_outvoted(drafts[i].front().form, number, builtin_taxonomy(), votes))
      continue;
    std::fill(claims.begin() + segments[i].first, claims.begin() + segments[i].end, Claim{});
    drafts[i] = read(segments[i], votes, number);
  }
}

std::unique_ptr<Trial> read_page(Reading const& reading, DocumentLabels const& labels, Grid grid, bool weigh) {
  auto const read = [&](Told told, std::size_t hopeless = Trial::any) {
    return std::make_unique<Trial>(reading, labels, grid, told, weigh, hopeless);
  };
  auto trial = read(Told::nothing);
  bool const refuted = trial->are_rows_refuted();
  if (refuted || trial->is_in_doubt()) {
    // Where more than blanks parts the cells, rows stay rows unless much of what they leave over has its place without
    // them.
    auto const rows = trial->misfit();
    auto const least = trial->page.by_blanks ? rows : (2 * std::max(rows, usual_misfit) - 2 * usual_misfit + 2) / 3;
    bool const may_fit = !refuted && (!trial->page.by_blanks || trial->has_indicators());
    if (!may_fit || least > 0)
      if (auto by_lines = read(Told::no_rows, may_fit ? least : Trial::any); !may_fit || by_lines->misfit() < least)
        trial = std::move(by_lines);
  }
  bool const no_form = trial->page.text && trial->segments.empty() && trial->page.fused.empty();
  return no_form ? read(Told::no_form) : std::move(trial);
}

} // namespace jixiao::recognition
