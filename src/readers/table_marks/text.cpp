#include "readers/table_marks/text.hpp"

#include "text/clean.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace jixiao {
namespace {

constexpr std::size_t usual_width = 72;

/// Bytes of what cannot be broken at the beginning of a line.
std::size_t first_word_size(std::string_view line) { return std::min(line.find_first_of(" \t"), line.size()); }

bool is_cut_in_word(std::string_view line, std::string_view next, std::size_t width) {
  return line.find_first_of(" \t", 1) == std::string_view::npos && line.size() + character_at(next, 0).length > width;
}

/// True when the line had no room for the next one's first word.
bool is_full(std::string_view line, std::string_view next, std::size_t width) {
  return line.size() <= width && (line.size() + 1 + first_word_size(next) > width || is_cut_in_word(line, next, width));
}

Piece piece_of(Line const& line, std::size_t begin, std::size_t end) {
  auto const text = trim(line.text.substr(begin, end - begin));
  auto const at = text.empty() ? begin : static_cast<std::size_t>(text.data() - line.text.data());
  auto const first = line.begin + static_cast<std::uint32_t>(at);
  return {text, line.number, first, first + static_cast<std::uint32_t>(text.size())};
}

class Splitter {
public:
  explicit Splitter(MarkLayout const& layout) : layout_(layout) {}

  void take(Line const& line) {
    if (line.text.empty() || is_blank(line.text)) {
      ++line_ends_;
      return;
    }
    open_gap(line);
    for (std::size_t begin = 0;;) {
      auto const end = std::min(line.text.find('\t', begin), line.text.size());
      add(line, begin, end);
      if (end == line.text.size())
        break;
      ++next_.tabs;
      next_.line_has_tab = true;
      begin = end + 1;
    }
    line_ends_ = 1;
    last_ = line.text;
    page_ = line.page;
  }

  std::vector<MarkedText> finish() && { return std::move(texts_); }

private:
  /// What the line ends before a line that has a text stand for.
  void open_gap(Line const& line) {
    bool const turns_page = line.page != page_;
    bool const wrapped = layout_.width > 0 && line_ends_ == 1 && !last_.empty() && !turns_page;
    next_ = {};
    if (!wrapped)
      has_tab_ = false;
    next_.line_has_tab = has_tab_;
    has_tab_ |= line.text.find('\t') != std::string_view::npos;
    if (wrapped)
      next_.gap = is_cut_in_word(last_, line.text, layout_.width) ? WrapGap::nothing_or_tab : WrapGap::tab_or_space;
    else
      next_.ends = std::max(line_ends_ / layout_.line_end, 1U);
    next_.page = line.page;
  }

  /// Tabs around a blank text are marks that follow each other.
  void add(Line const& line, std::size_t begin, std::size_t end) {
    auto const piece = piece_of(line, begin, end);
    if (piece.text.empty())
      return;
    next_.text = piece;
    texts_.push_back(next_);
    next_ = {};
    next_.line_has_tab = has_tab_;
    next_.page = line.page;
  }

  MarkLayout layout_;
  std::vector<MarkedText> texts_;
  MarkedText next_;
  std::string_view last_;
  std::uint32_t line_ends_ = 0, page_ = 0;
  bool has_tab_ = false;
};

} // namespace

MarkLayout find_mark_layout(std::span<Line const> lines) {
  std::size_t longest = 0, single = 0, full = 0, doubled = 0;
  for (auto const& line : lines)
    longest = std::max(longest, line.text.size());
  auto const width = std::max(longest, usual_width);
  for (std::size_t i = 1; i < lines.size(); ++i) {
    bool const is_text = !is_blank(lines[i].text), follows_text = !is_blank(lines[i - 1].text);
    doubled += !is_text && follows_text ? 1 : 0;
    if (!is_text || !follows_text || lines[i].page != lines[i - 1].page)
      continue;
    ++single;
    full += is_full(lines[i - 1].text, lines[i].text, width) ? 1 : 0;
  }
  bool const wraps = doubled >= 4 && full * 20 >= single * 19;
  return wraps ? MarkLayout{2, static_cast<std::uint32_t>(width)} : MarkLayout{};
}

std::vector<MarkedText> split_marked_text(std::span<Line const> lines, MarkLayout const& layout) {
  Splitter splitter(layout);
  for (auto const& line : lines)
    splitter.take(line);
  return std::move(splitter).finish();
}

} // namespace jixiao
