#include "readers/xlsx/sheet.hpp"

#include "readers/xlsx/cell.hpp"
#include "readers/xlsx/conditional_formats.hpp"
#include "readers/xlsx/reference.hpp"
#include "readers/xml.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <charconv>
#include <tuple>

namespace jixiao {
namespace {

bool is_true(std::string_view value) { return value == "1" || value == "true" || value == "on"; }

std::optional<std::uint32_t> to_number(std::string_view text) {
  std::uint32_t number = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

/// A height or width in which no letter has room hides as well.
bool is_hidden(pugi::xml_node node, std::string_view size, double smallest) {
  auto const extent = attribute(node, size);
  double value = smallest;
  std::from_chars(extent.data(), extent.data() + extent.size(), value);
  return is_true(attribute(node, "hidden")) || value < smallest;
}

class SheetReader {
public:
  SheetReader(SheetContext context, ReadingBuilder& builder) : context_(context), builder_(builder) {}

  Sheet run(pugi::xml_node root) {
    conditional_ = ConditionalFormats::read(root, context_.styles);
    for (auto const node : root.children()) {
      auto const name = local_name(node);
      if (name == "sheetViews")
        context_.hides_zeros = attribute(child(node, "sheetView"), "showZeros") == "0";
      else if (name == "cols")
        read_columns(node);
      else if (name == "sheetData")
        read_rows(node);
      else if (name == "mergeCells")
        read_merges(node);
    }
    put_in_order();
    return std::move(sheet_);
  }

private:
  void read_columns(pugi::xml_node columns) {
    for (auto const node : columns.children()) {
      auto const first = to_number(attribute(node, "min")), last = to_number(attribute(node, "max"));
      if (is_hidden(node, "width", narrowest_column) && first && last && *first > 0 && *first <= *last &&
          *first <= sheet_columns)
        sheet_.hidden_columns.push_back({*first - 1, std::min(*last, sheet_columns) - 1});
    }
  }

  void read_rows(pugi::xml_node data) {
    for (auto const node : data.children())
      if (local_name(node) == "row")
        read_row(node);
  }

  /// A row, or a cell, that does not say where it stands follows the one before it.
  void read_row(pugi::xml_node row) {
    auto const number = to_number(attribute(row, "r"));
    row_ = number && *number > 0 && *number <= sheet_rows ? *number - 1 : next_row_of(row);
    if (row_ >= sheet_rows)
      return;
    next_row_ = row_ + 1;
    next_column_ = 0;
    if (is_hidden(row, "ht", lowest_row))
      hide_row();
    for (auto const node : row.children())
      if (local_name(node) == "c" && sheet_.cells.size() <= context_.cell_limit)
        read_cell(node);
  }

  std::uint32_t next_row_of(pugi::xml_node row) const {
    auto const place = read_place(attribute(child(row, "c"), "r"));
    return place ? place->row : next_row_;
  }

  void hide_row() {
    auto& spans = sheet_.hidden_rows;
    if (!spans.empty() && spans.back().last + 1 == row_)
      spans.back().last = row_;
    else
      spans.push_back({row_, row_});
  }

  struct Attributes : CellAttributes {
    std::string_view reference;
  };

  static Attributes attributes_of(pugi::xml_node cell) {
    Attributes attributes;
    for (auto const found : cell.attributes()) {
      std::string_view const name = found.name();
      if (name == "r")
        attributes.reference = found.value();
      else if (name == "t")
        attributes.type = found.value();
      else if (name == "s")
        attributes.style = to_number(found.value()).value_or(0);
      else if (name == "vm")
        attributes.has_metadata = true;
    }
    return attributes;
  }

  void read_cell(pugi::xml_node cell) {
    auto const attributes = attributes_of(cell);
    auto const place = attributes.reference.empty() ? std::nullopt : read_place(attributes.reference);
    auto const column = place ? place->column : next_column_;
    if (column >= sheet_columns)
      return;
    next_column_ = column + 1;
    auto value = read_cell_value(cell, attributes, context_, builder_);
    if (!conditional_.empty() && !is_blank(value.text))
      apply_conditions(cell, {row_, column, value.text}, context_.styles.background(attributes.style), value);
    keep(column, std::move(value));
  }

  /// A condition may look at other cells of the row.
  void apply_conditions(pugi::xml_node node, SheetCell const& cell, Colour background, CellValue& value) {
    LeftOut left_out;
    auto const is_text = [](CellAttributes const& attributes) {
      return attributes.type == "s" || attributes.type == "str" || attributes.type == "inlineStr";
    };
    auto const shown_at = [&](std::uint32_t row, std::uint32_t column) -> std::optional<ShownValue> {
      if (row == cell.row && column == cell.column)
        return ShownValue{std::string(cell.text), is_text(attributes_of(node))};
      if (row != cell.row)
        return std::nullopt;
      auto const reference = column_name(column) + std::to_string(row + 1);
      for (auto const other : node.parent().children()) {
        if (looks_left_ == 0)
          return std::nullopt;
        --looks_left_;
        if (auto const attributes = attributes_of(other); attributes.reference == reference)
          return ShownValue{std::string(read_cell_value(other, attributes, context_, builder_).text),
                            is_text(attributes)};
      }
      return ShownValue{};
    };
    if (auto const kind = conditional_.left_out_as(cell, background, shown_at, left_out)) {
      left_out.add(*kind, cell.text);
      value.text = {};
    }
    for (auto& finding : left_out.take())
      value.findings.push_back(std::move(finding));
  }

  void keep(std::uint32_t column, CellValue value) {
    constexpr std::size_t most_told = 100;
    sheet_.unknown_strings += value.unknown_string ? 1 : 0;
    context_.tells_unknown_strings = sheet_.unknown_strings < most_told;
    if (!is_blank(value.text) || !value.findings.empty())
      sheet_.cells.push_back({row_, column, value.text});
    for (auto& finding : value.findings)
      sheet_.findings.push_back({row_, column, std::move(finding)});
  }

  void read_merges(pugi::xml_node merges) {
    for (auto const node : merges.children())
      if (auto const range = read_range(attribute(node, "ref")))
        if (range->first_row != range->last_row || range->first_column != range->last_column)
          sheet_.merges.push_back(*range);
  }

  /// Most files are in order already. Texts that claim the same place are joined.
  void put_in_order() {
    auto& cells = sheet_.cells;
    auto const before = [](SheetCell const& a, SheetCell const& b) { return place_of(a) < place_of(b); };
    if (!std::ranges::is_sorted(cells, before))
      std::ranges::stable_sort(cells, before);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < cells.size();) {
      auto end = i + 1;
      while (end < cells.size() && place_of(cells[end]) == place_of(cells[i]))
        ++end;
      auto joined = cells[i];
      if (end > i + 1)
        joined.text = builder_.own(join(std::span(cells).subspan(i, end - i)));
      cells[kept++] = joined;
      i = end;
    }
    cells.resize(kept);
    std::ranges::stable_sort(sheet_.findings, {}, place_of<SheetFinding>);
  }

  /// Which of two texts at one place holds nothing tells.
  std::string join(std::span<SheetCell const> cells) {
    std::string text;
    for (auto const& cell : cells) {
      if (is_blank(cell.text))
        continue;
      if (!text.empty())
        sheet_.findings.push_back({cell.row, cell.column, {Code::stray_text, {{"text", std::string(cell.text)}}}});
      text.append(text.empty() ? "" : "\n").append(cell.text);
    }
    return text;
  }

  SheetContext context_;
  ReadingBuilder& builder_;
  Sheet sheet_;
  ConditionalFormats conditional_;
  std::uint32_t looks_left_ = 1'000'000; ///< at cells that conditions of others name
  std::uint32_t row_ = 0, next_row_ = 0, next_column_ = 0;
};

} // namespace

Sheet read_sheet(pugi::xml_node root, SheetContext context, ReadingBuilder& builder) {
  return SheetReader(context, builder).run(root);
}

} // namespace jixiao
