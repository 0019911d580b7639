#include "readers/geometry/regions.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace jixiao {
namespace {

class RegionSearch {
public:
  explicit RegionSearch(PageText const& text) : text_(text) {
    for (auto const& line : text.lines)
      parted_.push_back(is_parted(line));
  }

  std::vector<Region> run() {
    for (std::size_t i = 0; i < text_.lines.size(); ++i)
      if (parted_[i] ? begins_anew(i) : !is_inside(i))
        add(i, parted_[i]);
      else
        extend(i);
    return std::move(regions_);
  }

private:
  bool is_parted(TextLine const& line) const {
    for (auto i = line.first + 1; i < line.last; ++i)
      if (text_.words[i].parted)
        return true;
    return false;
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
           distance(i) > std::max(3 * text_.pitch, 1.6 * widest_step_);
  }

  bool is_inside(std::size_t i) const {
    if (regions_.empty() || !regions_.back().is_table)
      return false;
    auto const& line = text_.lines[i];
    if (!line.opens_page && distance(i) > std::max(1.5 * text_.pitch, 1.1 * widest_step_))
      return false;
    auto const near = nearest_parted(i);
    if (!near)
      return true;
    return !runs_across(line, *near) && (aligned(i) || crossed(line, *near) < (line.opens_page ? 1 : 2));
  }

  /// A parted line of this page, before the line or behind it.
  std::optional<std::size_t> nearest_parted(std::size_t i) const {
    constexpr std::size_t reach = 60;
    auto const page = text_.lines[i].page;
    for (auto j = i; j-- > regions_.back().first && i - j < reach;)
      if (parted_[j] && (text_.lines[j].page == page || text_.metrics.exact))
        return j;
    for (auto j = i + 1; j < text_.lines.size() && j - i < reach && text_.lines[j].page == page; ++j)
      if (parted_[j])
        return j;
    return {};
  }

  bool runs_across(TextLine const& line, std::size_t parted) const {
    auto const words = text_.words_of(text_.lines[parted]);
    auto const& first = text_.words[line.first];
    auto const right = text_.words[line.last - 1].x1;
    if (first.x0 > left_edge() + text_.metrics.gutter)
      return false;
    for (std::size_t w = 1; w < words.size(); ++w)
      if (words[w].parted)
        return right > words[w].x0 - text_.metrics.space * 0.5 && words.front().x0 < words[w].x0;
    return false;
  }

  double left_edge() const {
    double left = text_.words[text_.lines[regions_.back().first].first].x0;
    for (auto i = regions_.back().first; i < regions_.back().last; ++i)
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
  bool aligned(std::size_t i) const {
    constexpr std::size_t reach = 40;
    auto const x = text_.words[text_.lines[i].first].x0;
    auto const begin = i > reach ? i - reach : 0, end = std::min(text_.lines.size(), i + reach);
    for (auto j = begin; j < end; ++j)
      if (parted_[j] && (text_.lines[j].page == text_.lines[i].page || text_.metrics.exact))
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
};

} // namespace

std::vector<Region> find_regions(PageText const& text) { return RegionSearch(text).run(); }

} // namespace jixiao
