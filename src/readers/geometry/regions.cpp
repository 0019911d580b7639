#include "readers/geometry/regions.hpp"

#include <algorithm>
#include <cmath>

namespace jixiao {
namespace {

class RegionSearch {
public:
  explicit RegionSearch(PageText const& text) : text_(text) {
    for (auto const& line : text.lines)
      parted_.push_back(is_parted(line));
    if (!text.metrics.exact)
      usual_step_ = measure_step();
  }

  std::vector<Region> run() {
    for (std::size_t i = 0; i < text_.lines.size(); ++i)
      if (parted_[i] ? begins_anew(i) : !is_inside(i))
        add(i, parted_[i]);
      else
        extend(i);
    for (auto& region : regions_)
      region.is_table = region.is_table && !is_spaced_line(region);
    return std::move(regions_);
  }

private:
  bool is_parted(TextLine const& line) const {
    for (auto i = line.first + 1; i < line.last; ++i)
      if (text_.words[i].parted)
        return true;
    return false;
  }

  /// A line by itself whose gutters are single spaces, which only stand in one with the gutters of a table further on.
  bool is_spaced_line(Region const& region) const {
    if (region.last - region.first != 1)
      return false;
    auto const words = text_.words_of(text_.lines[region.first]);
    for (std::size_t w = 1; w < words.size(); ++w)
      if (words[w].parted && words[w].x0 - words[w - 1].x1 > 1.5 * text_.metrics.space)
        return false;
    return true;
  }

  /// What three of four lines are apart at most: small print leaves several blank lines between rows.
  double measure_step() const {
    std::vector<double> steps;
    for (std::size_t i = 1; i < text_.lines.size(); ++i)
      if (!text_.lines[i].opens_page)
        steps.push_back(distance(i));
    if (steps.empty())
      return 0;
    auto const at = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() * 3 / 4);
    std::ranges::nth_element(steps, at);
    return *at;
  }

  double distance(std::size_t i) const { return text_.lines[i].y - text_.lines[i - 1].y; }

  void add(std::size_t i, bool is_table) {
    auto first = i;
    // A label beside the first line may stand half a line above it.
    if (is_table)
      while (first > 0 && !regions_.empty() && !regions_.back().is_table && regions_.back().last == first &&
             distance(first) < 0.85 * text_.pitch && text_.metrics.exact && first > regions_.back().first) {
        --first;
        --regions_.back().last;
      }
    if (!regions_.empty() && regions_.back().first == regions_.back().last)
      regions_.pop_back();
    if (!is_table && !regions_.empty() && !regions_.back().is_table) {
      regions_.back().last = i + 1;
      return;
    }
    regions_.push_back({first, i + 1, is_table});
    widest_step_ = 0;
  }

  void extend(std::size_t i) {
    auto const& line = text_.lines[i];
    if (parted_[i] && !line.opens_page)
      widest_step_ = std::max(widest_step_, distance(i));
    regions_.back().last = i + 1;
  }

  bool begins_anew(std::size_t i) const {
    if (regions_.empty() || !regions_.back().is_table)
      return true;
    return !text_.lines[i].opens_page && widest_step_ > 0 &&
           distance(i) > std::max({3 * text_.pitch, 1.6 * widest_step_, 2 * usual_step_});
  }

  bool is_inside(std::size_t i) const {
    if (regions_.empty() || !regions_.back().is_table)
      return false;
    auto const& line = text_.lines[i];
    // Where heights are counted in lines, a blank one stands between rows too.
    auto const one_step = text_.metrics.exact ? 1.5 * text_.pitch : 2.5 * text_.pitch;
    if (!line.opens_page && distance(i) > std::max({one_step, 1.1 * widest_step_, usual_step_}))
      return false;
    if (!line.opens_page && text_.metrics.exact && distance(i) < 0.8 * text_.pitch)
      return true;
    if (runs_across(i))
      return false;
    auto const parted = near(i);
    return parted.empty() || aligned(i, parted) || crossed(line, parted.front()) < (line.opens_page ? 1 : 2);
  }

  /// Parted lines before the line, from there up, and behind it; on its page where pages differ.
  std::vector<std::size_t> near(std::size_t i) const {
    constexpr std::size_t reach = 40;
    std::vector<std::size_t> lines;
    for (auto j = i; j-- > regions_.back().first && i - j < reach;)
      if (parted_[j] && (text_.lines[j].page == text_.lines[i].page || text_.metrics.exact))
        lines.push_back(j);
    for (auto j = i + 1; j < text_.lines.size() && j - i < reach && text_.lines[j].page == text_.lines[i].page; ++j)
      if (parted_[j])
        lines.push_back(j);
    return lines;
  }

  /// True when the line begins at the left edge and reaches beyond the first column.
  bool runs_across(std::size_t i) const {
    auto const& line = text_.lines[i];
    auto const left = text_.words[line.first].x0, right = text_.words[line.last - 1].x1;
    if (left > left_edge() + text_.metrics.gutter)
      return false;
    for (auto const j : near(i)) {
      auto const words = text_.words_of(text_.lines[j]);
      auto const gutter = std::ranges::find_if(words.subspan(1), &Word::parted);
      if (words.front().x0 < left + text_.metrics.gutter)
        return right > gutter->x0 - text_.metrics.space * 0.5;
    }
    return false;
  }

  /// Of the table's lines, those far above left out.
  double left_edge() const {
    constexpr std::size_t reach = 100;
    auto left = text_.words[text_.lines[regions_.back().last - 1].first].x0;
    for (auto i = regions_.back().last; i-- > regions_.back().first && regions_.back().last - i < reach;)
      left = std::min(left, text_.words[text_.lines[i].first].x0);
    return left;
  }

  std::size_t crossed(TextLine const& line, std::size_t parted) const {
    auto const words = text_.words_of(text_.lines[parted]);
    std::size_t count = 0;
    for (std::size_t w = 1; w < words.size(); ++w)
      count += words[w].parted && text_.words[line.first].x0 < words[w - 1].x1 &&
               text_.words[line.last - 1].x1 > words[w].x0;
    return count;
  }

  /// True when a text in a line nearby begins where this one begins.
  bool aligned(std::size_t i, std::vector<std::size_t> const& parted) const {
    auto const x = text_.words[text_.lines[i].first].x0;
    for (auto const j : parted)
      for (auto w = text_.lines[j].first; w < text_.lines[j].last; ++w)
        if ((w == text_.lines[j].first || text_.words[w].parted) &&
            std::abs(text_.words[w].x0 - x) <= 2 * text_.metrics.tolerance)
          return true;
    return false;
  }

  PageText const& text_;
  std::vector<bool> parted_;
  std::vector<Region> regions_;
  double widest_step_ = 0;
  double usual_step_ = 0; ///< where heights are counted in lines
};

} // namespace

std::vector<Region> find_regions(PageText const& text) { return RegionSearch(text).run(); }

} // namespace jixiao
