#include "readers/page/repeated_lines.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>

namespace jixiao {
namespace {

constexpr std::size_t reach = 12; // lines from the top of a page that may be a header

using Line = std::vector<std::uint32_t>; // words of a page, from left to right

double middle(Word const& word) { return (word.y0 + word.y1) / 2; }

/// The lines at the top of a page.
std::vector<Line> top_of(RawPage const& page) {
  std::vector<std::uint32_t> words(page.words.size());
  for (std::uint32_t i = 0; i < words.size(); ++i)
    words[i] = i;
  std::ranges::stable_sort(words, {}, [&](std::uint32_t i) { return middle(page.words[i]); });
  std::vector<Line> lines;
  for (auto const i : words) {
    auto const& word = page.words[i];
    bool const same =
        !lines.empty() && middle(word) - middle(page.words[lines.back().front()]) < 0.25 * (word.y1 - word.y0);
    if (!same && lines.size() == reach)
      break;
    if (!same)
      lines.emplace_back();
    lines.back().push_back(i);
  }
  for (auto& line : lines)
    std::ranges::stable_sort(line, {}, [&](std::uint32_t i) { return page.words[i].x0; });
  return lines;
}

bool are_same(Word const& a, Word const& b) {
  constexpr double apart = 3;
  return a.text == b.text && std::abs(a.x0 - b.x0) <= apart;
}

bool are_same(RawPage const& a, Line const& of_a, RawPage const& b, Line const& of_b) {
  return of_a.size() == of_b.size() && std::equal(of_a.begin(), of_a.end(), of_b.begin(),
                                                  [&](auto i, auto k) { return are_same(a.words[i], b.words[k]); });
}

/// Lines at the top of `page` that follow each other on `before`, too, with a row among them. None where what follows
/// them begins as it does there: another table of the same kind.
std::size_t count_repeated(RawPage const& before, std::vector<Line> const& lines, RawPage const& page,
                           std::vector<Line> const& top) {
  std::size_t from = 0, most = 0;
  for (std::size_t at = 0; at < lines.size(); ++at) {
    std::size_t count = 0;
    while (count < top.size() && at + count < lines.size() && are_same(before, lines[at + count], page, top[count]))
      ++count;
    if (count > most)
      most = count, from = at;
  }
  bool const has_row = std::any_of(top.begin(), top.begin() + static_cast<std::ptrdiff_t>(most),
                                   [](Line const& line) { return line.size() > 1; });
  if (!has_row || most == top.size())
    return 0;
  return from + most < lines.size() && are_same(page.words[top[most].front()], before.words[lines[from + most].front()])
             ? 0
             : most;
}

void drop(RawPage& page, std::span<Line const> lines) {
  std::vector<bool> out(page.words.size());
  for (auto const& line : lines)
    for (auto const word : line)
      out[word] = true;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < page.words.size(); ++i)
    if (!out[i])
      page.words[kept++] = page.words[i];
  page.words.resize(kept);
}

} // namespace

void drop_repeated_lines(std::vector<RawPage>& pages, DiagnosticSink& sink) {
  std::vector<std::vector<Line>> tops;
  for (auto const& page : pages)
    tops.push_back(top_of(page));
  std::vector<std::size_t> counts(pages.size());
  for (std::size_t p = 1; p < pages.size(); ++p)
    counts[p] = count_repeated(pages[p - 1], tops[p - 1], pages[p], tops[p]);
  for (std::size_t p = 0; p < pages.size(); ++p) {
    if (counts[p] == 0)
      continue;
    drop(pages[p], std::span(tops[p]).first(counts[p]));
    Location at;
    at.page = pages[p].number;
    sink.emit(Code::header_repeated, {{"rows", counts[p]}}, at);
  }
}

} // namespace jixiao
