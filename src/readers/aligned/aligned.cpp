#include "readers/aligned/aligned.hpp"

#include "readers/aligned/table.hpp"
#include "readers/aligned/table_regions.hpp"
#include "readers/aligned/table_writer.hpp"
#include "readers/aligned/turned_places.hpp"
#include "readers/geometry/paragraphs.hpp"

#include <algorithm>
#include <memory>
#include <set>

namespace jixiao {

namespace aligned {

namespace {

using recognition::LabelFinder;

constexpr int rounds_of_one = 8, rounds_of_all = 8; ///< in which gutters are told that were taken for spaces

bool has_indicators(Sheet const& sheet) {
  auto const end = static_cast<std::uint32_t>(sheet.text->lines.size());
  std::vector<bool> taken(sheet.runs.size(), false);
  for (auto const& label : find_side_labels(sheet, 0, end))
    for (auto const run : label.runs)
      taken[run] = true;
  return std::ranges::any_of(find_headers(sheet, 0, end, taken), [](HeaderBlock const& h) {
    return h.kind == BandKind::indicators || h.kind == BandKind::lists;
  });
}

/// Many labels that a form has tell the cells, too, where no header of indicators does.
bool has_labels(Sheet const& sheet) {
  constexpr std::size_t fewest = 8;
  std::set<std::string_view> labels;
  for (auto const& run : sheet.runs)
    if (run.label.rest == 0 && (run.label.as(recognition::Role::pair) || run.label.as(recognition::Role::fund)))
      labels.insert(run.text);
  return labels.size() >= fewest;
}

/// A table, as if all its cells stood so.
struct ReadTable {
  PageText text;
  Sheet sheet;
  Table table;
};

/// Marks the gutters that `find` tells. Each shows more of the columns, and may tell others: at first they are taken
/// one by one, then all at once. False when there may be more.
template <class Find> bool part_gutters(ReadTable& out, Find find) {
  for (int round = 0; round < rounds_of_one + rounds_of_all; ++round) {
    auto const most = round < rounds_of_one ? 1 : out.text.words.size();
    auto const words = find(out.sheet, most);
    if (words.empty())
      return true;
    for (auto const word : std::span(words).first(std::min(most, words.size())))
      out.text.words[word].parted = true;
    out.sheet = make_sheet(out.text, *out.sheet.labels);
  }
  return false;
}

/// A table of places in rows, which does not hang on how its cells stand.
bool read_places(ReadTable& out, LabelFinder const& labels) {
  out.sheet = make_sheet(out.text, labels);
  part_gutters(out, [](Sheet const& sheet, std::size_t) { return gutters_of_places(sheet); });
  auto turned = read_turned_places(out.sheet);
  if (turned)
    out.table = std::move(*turned);
  return turned.has_value();
}

/// A form, or a table of one.
bool holds_form(PageText const& text, LabelFinder const& labels) {
  ReadTable own{text, {}, {}};
  return read_places(own, labels) || has_indicators(own.sheet) || has_labels(own.sheet);
}

/// The tables of a text.
struct Attempt {
  std::vector<std::unique_ptr<ReadTable>> tables; ///< a sheet points to its text
  double price = 0;
};

std::unique_ptr<ReadTable> read_one(PageText const& text, LabelFinder const& labels, Stand stand) {
  auto out = std::make_unique<ReadTable>(ReadTable{text, {}, {}});
  if (read_places(*out, labels))
    return out;
  auto const end = static_cast<std::uint32_t>(text.lines.size());
  auto const read = [&](Sheet const& sheet, std::size_t enough) {
    return read_table(sheet, 0, end, stand, enough, out->table);
  };
  if (!part_gutters(*out, read))
    read(out->sheet, 0);
  return out;
}

Attempt read_all(std::span<PageText const> tables, LabelFinder const& labels, Stand stand) {
  Attempt out;
  for (auto const& text : tables) {
    out.tables.push_back(read_one(text, labels, stand));
    out.price += out.tables.back()->table.price;
  }
  return out;
}

/// One program printed all of them. `by_lines`: that of a terminal, line by line, unless another way is much cheaper.
Attempt cheapest(std::span<PageText const> tables, LabelFinder const& labels, bool by_lines) {
  constexpr double clearly = 0.85; // of the price
  auto const usual = by_lines ? Stand::lines : Stand::middle;
  auto best = read_all(tables, labels, usual);
  auto most = (by_lines ? clearly : 1) * best.price;
  for (auto const stand : {Stand::top, Stand::middle})
    if (stand != usual)
      if (auto other = read_all(tables, labels, stand); other.price < most)
        most = other.price, best = std::move(other);
  return best;
}

} // namespace

} // namespace aligned

bool read_aligned(PageText& text, ReadingBuilder& builder) {
  using namespace aligned;
  // The same texts are looked up for each way in which their cells may stand.
  auto const labels = recognition::builtin_label_finder().of_document();
  part_runs(text, labels);
  auto const sheet = make_sheet(text, labels);
  auto const regions = table_regions(sheet);
  std::vector<PageText> tables;
  for (auto const& region : regions)
    if (region.is_table)
      tables.push_back(text_of(text, region));
  if (std::ranges::none_of(tables, [&](PageText const& table) { return holds_form(table, labels); }))
    return false;
  bool between = false;
  for (std::uint32_t line = 0; line < text.lines.size(); ++line)
    between = between || stands_between_lines(sheet, line);
  auto const best = cheapest(tables, labels, text.metrics.by_cells && !between);
  auto const measure = measure_prose(text, regions);
  builder.tell_spans(true);
  auto table = best.tables.begin();
  for (auto const& region : regions)
    if (region.is_table) {
      write_table((*table)->sheet, (*table)->table, builder);
      ++table;
    } else {
      add_paragraphs(text, region, measure, builder);
    }
  builder.tell_spans(false);
  return true;
}

} // namespace jixiao
