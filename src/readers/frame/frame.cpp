#include "readers/frame/frame.hpp"

#include "readers/frame/block.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <string>

namespace jixiao {
namespace frame {
namespace {

/// A printed table, its blocks beside each other.
struct Table {
  std::vector<Block> blocks;
  std::size_t end = 0; ///< line
};

/// [20 rows x 9 columns]
bool is_size(std::string_view text) {
  text = trim(text);
  return text.starts_with('[') && text.ends_with("columns]") && text.find(" rows x ") != std::string_view::npos;
}

std::optional<Table> table_at(std::span<Line const> lines, std::size_t first) {
  Table table;
  for (auto block = block_at(lines, first); block;) {
    if (!table.blocks.empty() && block->index != table.blocks.front().index)
      break;
    table.end = block->end;
    bool const open = block->open;
    table.blocks.push_back(std::move(*block));
    auto next = table.end;
    while (next < lines.size() && next < table.end + 2 && is_blank(lines[next].text))
      ++next;
    block = open ? block_at(lines, next, true) : std::nullopt;
  }
  if (table.blocks.empty())
    return std::nullopt;
  auto size = table.end;
  while (size < lines.size() && size < table.end + 2 && is_blank(lines[size].text))
    ++size;
  if (size < lines.size() && is_size(lines[size].text))
    table.end = size + 1;
  return table;
}

class TableWriter {
public:
  TableWriter(std::span<Line const> lines, Table const& table, ReadingBuilder& builder)
      : lines_(lines), table_(table), builder_(builder) {}

  void write() {
    builder_.set_page(lines_[table_.blocks.front().first].page);
    builder_.begin_table();
    if (auto const counted = counted_names(); counted == 0)
      write_names();
    else
      counted_ = counted;
    for (std::size_t row = 0; row < rows(); ++row)
      write_row(row);
    builder_.end_table();
  }

private:
  std::size_t rows() const { return table_.blocks.front().rows.size(); }

  /// How many columns are named by their numbers alone; 0 when they have names.
  std::size_t counted_names() const {
    std::size_t next = 0;
    bool gap = false;
    for (auto const& block : table_.blocks)
      for (auto const name : block.names) {
        if (name == "...") {
          gap = true;
          continue;
        }
        auto const number = name.find_first_not_of("0123456789") == std::string_view::npos && name.size() < 9
                                ? std::stoul(std::string(name))
                                : std::string::npos;
        if (number == std::string::npos || (gap ? number < next : number != next))
          return 0;
        next = number + 1;
        gap = false;
      }
    return next;
  }

  Piece piece(std::string_view text, std::size_t line) const {
    auto const& at = lines_[line];
    auto const begin = text.empty() ? at.begin : at.begin + static_cast<std::uint32_t>(text.data() - at.text.data());
    return {text, at.number, begin, begin + static_cast<std::uint32_t>(text.size()), Doubt::none};
  }

  void write_names() {
    builder_.begin_row();
    bool gap = false;
    for (auto const& block : table_.blocks)
      for (auto const name : block.names)
        if (!is_gap(name, gap))
          write_cell(name, block.first, std::exchange(gap, false));
    end_row(gap);
  }

  void write_row(std::size_t row) {
    builder_.begin_row();
    bool first = true, gap = false;
    for (auto const& block : table_.blocks) {
      auto const line = block.lines[row];
      for (std::size_t c = 0; c < block.names.size(); ++c) {
        if (is_gap(block.names[c], gap))
          continue;
        write_cell(block.rows[row][c], line, std::exchange(gap, false));
        if (std::exchange(first, false))
          tell(row, block);
      }
    }
    end_row(gap);
  }

  /// Columns were left out there: what stands behind them says so.
  static bool is_gap(std::string_view name, bool& gap) {
    gap = gap || name == "...";
    return name == "...";
  }

  void end_row(bool gap) {
    if (gap)
      builder_.note(Code::cut_by_edge, {});
    builder_.end_row();
  }

  void write_cell(std::string_view text, std::size_t line, bool behind_gap) {
    builder_.cell(piece(text, line));
    bool const cut = text.size() > 3 && text.ends_with("...") && !text.ends_with("....");
    if (cut || behind_gap)
      builder_.note(Code::cut_by_edge, {});
  }

  /// What numbers and gaps the table has.
  void tell(std::size_t row, Block const& block) {
    if (row == 0) {
      auto const numbers = [&](std::size_t first, std::size_t last, std::string what) {
        builder_.note(Code::row_numbers,
                      {{"first", std::to_string(first)}, {"last", std::to_string(last)}, {"what", std::move(what)}});
      };
      numbers(block.index.front(), block.index.back(), "the rows");
      if (counted_ > 0)
        numbers(0, counted_ - 1, "the columns");
    }
    if (std::ranges::find(block.gaps, row) != block.gaps.end())
      builder_.note(Code::cut_by_edge, {});
  }

  std::span<Line const> lines_;
  Table const& table_;
  ReadingBuilder& builder_;
  std::size_t counted_ = 0;
};

} // namespace
} // namespace frame

bool has_frames(std::span<Line const> lines) {
  for (std::size_t line = 0; line < lines.size(); ++line)
    if (frame::block_at(lines, line))
      return true;
  return false;
}

bool read_frames(std::span<Line const> lines, ReadingBuilder& builder) {
  if (!has_frames(lines))
    return false;
  for (std::size_t line = 0; line < lines.size();) {
    if (auto const table = frame::table_at(lines, line)) {
      frame::TableWriter(lines, *table, builder).write();
      line = table->end;
      continue;
    }
    auto const& at = lines[line++];
    if (auto const text = trim(at.text); !text.empty()) {
      builder.set_page(at.page);
      auto const begin = at.begin + static_cast<std::uint32_t>(text.data() - at.text.data());
      builder.paragraph({text, at.number, begin, begin + static_cast<std::uint32_t>(text.size()), Doubt::none});
    }
  }
  return true;
}

} // namespace jixiao
