#pragma once

#include "grid/reading_builder.hpp"
#include "readers/layout/text_columns.hpp"
#include "readers/lines.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <utility>
#include <vector>

/// Tables whose columns are the runs of a dashed line: pandoc's simple and multiline tables, with and without a header,
/// and reStructuredText's simple tables ('=').
namespace jixiao {

/// Where such a table stands among the lines, [begin, end), and its parts.
struct DashedTable {
  std::size_t begin = 0, end = 0;
  std::size_t header = 0, body = 0; ///< first lines of both
  std::vector<TextColumn> columns;
  bool has_blank_lines = false; ///< rows are parted by blank lines, and have several lines
};

/// Finds the tables among the lines, which must outlive it.
class DashedTables {
public:
  explicit DashedTables(std::span<Line const> lines);

  /// The table that begins at this line.
  std::optional<DashedTable> at(std::size_t line) const;

private:
  struct Rule {
    std::size_t line = 0;
    std::vector<TextColumn> runs;
    char mark = '-';

    auto extent() const { return std::pair{runs.front().begin, runs.back().end}; }
  };

  Rule const* rule_at(std::size_t line) const;
  std::size_t next_of_extent(Rule const& rule) const;
  std::optional<DashedTable> framed(Rule const& top) const;
  std::optional<DashedTable> headless(Rule const& top) const;
  std::optional<DashedTable> headed(Rule const& rule) const;
  std::size_t block_end(std::size_t line, std::uint32_t width) const;
  bool has_blank(std::size_t begin, std::size_t end) const;

  std::span<Line const> lines_;
  std::vector<Rule> rules_;                                                          ///< in order
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::size_t>> same_; ///< lines of rules, by extent
};

void read_dashed_table(std::span<Line const> lines, DashedTable const& table, ReadingBuilder& builder);

} // namespace jixiao
