#include "tests/property/printed_form.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <string_view>

namespace jixiao::property {

namespace {

constexpr std::size_t gap = 2; ///< between the texts of two columns, at least

/// The parts of a text that stay whole: a wide character, or a run of others.
std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> out;
  bool in_word = false;
  for (std::size_t at = 0; at < text.size();) {
    auto const byte = static_cast<unsigned char>(text[at]);
    std::size_t const length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
    bool const narrow = length == 1 && byte != '\n';
    if (narrow && in_word)
      out.back() = {out.back().data(), out.back().size() + 1};
    else
      out.push_back(text.substr(at, length));
    in_word = narrow;
    at += length;
  }
  return out;
}

std::size_t width_of(std::string_view word) {
  auto const first = static_cast<unsigned char>(word[0]);
  return first == '\n' ? 0 : first < 0x80 ? word.size() : 2;
}

std::size_t width_of_line(std::string_view text) {
  auto const words = words_of(text);
  return std::accumulate(words.begin(), words.end(), std::size_t(0),
                         [](std::size_t sum, std::string_view word) { return sum + width_of(word); });
}

/// The lines of a text in a cell of so many columns of characters.
std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  std::vector<std::string> out(1);
  std::size_t used = 0;
  for (auto const word : words_of(text)) {
    if (word == "\n" || (used > 0 && used + width_of(word) > width)) {
      out.emplace_back();
      used = 0;
    }
    if (word == "\n")
      continue;
    out.back() += word;
    used += width_of(word);
  }
  return out;
}

class AlignedTable {
public:
  explicit AlignedTable(PrintedForm const& form) : form_(form), widths_(form.columns), tops_(form.rows + 1) {}

  std::string write() {
    choose_widths();
    choose_heights();
    for (auto const& cell : form_.cells)
      place(cell);
    if (form_.cut)
      lines_[4 * tops_[*form_.cut] - 1].emplace(0, form_.between);
    std::string out;
    for (auto const& [height, texts] : lines_) {
      std::string line;
      for (auto const& [column, text] : texts) {
        auto const used = width_of_line(line);
        line.append(column > used ? column - used : gap, ' ').append(text);
      }
      out += line + "\n";
    }
    return out;
  }

private:
  /// Columns of indicators by what stands in them, no wider than offices make them; words are never broken.
  void choose_widths() {
    constexpr std::size_t narrowest = 8, of_levels = 10, of_names = 22, of_others = 14;
    for (auto const& cell : form_.cells) {
      if (cell.columns > 1 || !form_.is_of_indicators(cell))
        continue;
      auto const most = cell.column == form_.places.name ? of_names : form_.is_level(cell) ? of_levels : of_others;
      auto& width = widths_[cell.column];
      width = std::max(width, std::min(width_of_line(cell.text), most));
    }
    for (auto& width : widths_)
      width = std::max(width, narrowest);
    for (auto const& cell : form_.cells) {
      std::size_t longest = 0;
      for (auto const word : words_of(cell.text))
        longest = std::max(longest, width_of(word));
      if (auto const width = width_of_cell(cell); longest > width)
        widths_[cell.end_column() - 1] += longest - width;
    }
  }

  std::size_t begin_of(std::size_t column) const {
    return std::accumulate(widths_.begin(), widths_.begin() + static_cast<std::ptrdiff_t>(column), gap * column);
  }

  std::size_t width_of_cell(PrintedCell const& cell) const {
    return begin_of(std::min(cell.end_column(), form_.columns)) - begin_of(cell.column) - gap;
  }

  std::vector<std::string> lines_of(PrintedCell const& cell) const { return wrapped(cell.text, width_of_cell(cell)); }

  /// A row is as high as its highest cell; the last one makes room for a cell that goes down into it.
  void choose_heights() {
    std::vector<std::size_t> heights(form_.rows, 1);
    auto const grow = [&](PrintedCell const& cell) {
      auto const first = heights.begin() + static_cast<std::ptrdiff_t>(cell.row);
      auto const end = heights.begin() + static_cast<std::ptrdiff_t>(cell.end_row());
      auto const height = std::accumulate(first, end, std::size_t(0)), needed = lines_of(cell).size();
      if (needed > height)
        *(end - 1) += needed - height;
    };
    for (bool const merged : {false, true})
      for (auto const& cell : form_.cells)
        if ((cell.rows > 1) == merged)
          grow(cell);
    std::partial_sum(heights.begin(), heights.end(), tops_.begin() + 1);
  }

  void place(PrintedCell const& cell) {
    if (cell.text.empty())
      return;
    auto const lines = lines_of(cell);
    auto const spare = tops_[cell.end_row()] - tops_[cell.row] - lines.size();
    for (std::size_t i = 0; i < lines.size(); ++i)
      if (!lines[i].empty())
        lines_[4 * (tops_[cell.row] + i) + 2 * spare][begin_of(cell.column)] = lines[i];
  }

  PrintedForm const& form_;
  std::vector<std::size_t> widths_;                                 ///< in columns of characters
  std::vector<std::size_t> tops_;                                   ///< of the rows, in lines
  std::map<std::size_t, std::map<std::size_t, std::string>> lines_; ///< by quarters of lines and columns of characters
};

} // namespace

std::string to_aligned(PrintedForms forms) {
  std::string out;
  for (auto const& form : forms) {
    for (auto const& line : form.lines)
      out += line + "\n";
    out += "\n";
    out += AlignedTable(form).write();
    for (auto const& line : form.below)
      out += line + "\n";
    out += "\n";
  }
  return out;
}

} // namespace jixiao::property
