#include "readers/aligned/page_columns.hpp"

#include "readers/aligned/assign.hpp"
#include "readers/aligned/in_order.hpp"

#include <algorithm>
#include <cmath>

namespace jixiao::aligned {

namespace {

constexpr double price_of_column_off = 0.1; ///< of a text, a column that it stands off the middle of its own
constexpr std::size_t most_columns = 24, most_page_lines = 200;
constexpr int most_rounds = 3;

double middle_of(Span const& span) { return (span.x0 + span.x1) / 2; }

/// Fits columns to lines of text.
class Fit {
public:
  Fit(Band const& band, std::span<Run const* const> runs, std::vector<Span> const& spans) : band_(band), spans_(spans) {
    for (std::size_t i = 0; i < runs.size() && lines_.size() < most_page_lines;) {
      auto end = i + 1;
      while (end < runs.size() && runs[end]->line == runs[i]->line)
        ++end;
      if (end - i <= spans.size())
        lines_.push_back(runs.subspan(i, end - i));
      i = end;
    }
  }

  /// What the lines cost when their columns lie there; the middles are moved to where the texts are.
  double fit(std::vector<double>& middles) {
    double price = 0;
    for (int round = 0; round < most_rounds; ++round) {
      found_.assign(middles.size(), {});
      price = 0;
      for (auto const line : lines_)
        price += assign(line, middles);
      move(middles);
    }
    return price;
  }

private:
  double assign(std::span<Run const* const> line, std::vector<double> const& middles) {
    auto const placed = put_in_order(line.size(), middles.size(), [&](std::size_t i, std::size_t c) {
      return price_of_column_off * std::abs((line[i]->x0 + line[i]->x1) / 2 - middles[c]) +
             price_of_content(band_, *line[i], c);
    });
    for (std::size_t i = 0; i < placed.columns.size(); ++i)
      found_[placed.columns[i]].push_back((line[i]->x0 + line[i]->x1) / 2);
    return placed.price;
  }

  /// Columns with texts go to the middle of those; the others keep their distance from the nearest of these.
  void move(std::vector<double>& middles) {
    std::vector<std::size_t> known;
    for (std::size_t c = 0; c < middles.size(); ++c)
      if (auto& at = found_[c]; !at.empty()) {
        auto const half = at.begin() + static_cast<std::ptrdiff_t>(at.size() / 2);
        std::ranges::nth_element(at, half);
        middles[c] = *half;
        known.push_back(c);
      }
    for (std::size_t c = 0; c < middles.size() && !known.empty(); ++c) {
      auto const right = std::ranges::lower_bound(known, c);
      if (right != known.end() && *right == c)
        continue;
      auto const shift = [&](std::size_t at) { return middles[at] - middle_of(spans_[at]); };
      if (right == known.begin())
        middles[c] = middle_of(spans_[c]) + shift(*right);
      else if (right == known.end())
        middles[c] = middle_of(spans_[c]) + shift(known.back());
      else {
        auto const a = *std::prev(right), b = *right;
        auto const wide = middle_of(spans_[b]) - middle_of(spans_[a]);
        auto const part = wide > 0 ? (middle_of(spans_[c]) - middle_of(spans_[a])) / wide : 0.5;
        middles[c] = middles[a] + part * (middles[b] - middles[a]);
      }
    }
  }

  Band const& band_;
  std::vector<Span> const& spans_;
  std::vector<std::span<Run const* const>> lines_;
  std::vector<std::vector<double>> found_; ///< middles of the texts of each column
};

} // namespace

std::vector<Span> columns_on_page(Band const& band, std::span<Run const* const> runs, std::vector<Span> const& spans,
                                  std::vector<Span> const& guess) {
  if (runs.empty() || spans.size() > most_columns || spans.size() != guess.size())
    return guess;
  Fit fit(band, runs, spans);
  std::vector<double> best;
  for (auto const& span : guess)
    best.push_back(middle_of(span));
  auto least = fit.fit(best);
  auto const left = std::ranges::min(runs, {}, &Run::x0)->x0;
  for (auto const& first : spans) {
    std::vector<double> middles;
    for (auto const& span : spans)
      middles.push_back(middle_of(span) + left - first.x0);
    if (auto const price = fit.fit(middles); price < least)
      least = price, best = std::move(middles);
  }
  std::vector<Span> out;
  for (std::size_t c = 0; c < spans.size(); ++c) {
    auto const half = (spans[c].x1 - spans[c].x0) / 2;
    out.push_back({best[c] - half, best[c] + half});
  }
  for (std::size_t c = 0; c + 1 < out.size(); ++c) // what stands beside each other does not overlap
    if (out[c].x1 > out[c + 1].x0) {
      auto const border = (best[c] + best[c + 1]) / 2;
      out[c].x1 = std::max(out[c].x0, std::min(out[c].x1, border));
      out[c + 1].x0 = std::min(out[c + 1].x1, std::max(out[c + 1].x0, border));
    }
  return out;
}

} // namespace jixiao::aligned
