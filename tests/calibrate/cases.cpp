#include "tests/calibrate/cases.hpp"

#include "forms/builtin_forms.hpp"
#include "forms/form_parser.hpp"
#include "forms/layout_compiler.hpp"
#include "tests/property/damages.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace jixiao::calibrate {

namespace {

using property::Line;

constexpr std::size_t damaged_rows = 15; ///< percent

std::string above(LayoutPrint const& print) {
  std::string out;
  for (auto const& line : print.lines)
    out += line + '\n';
  return out;
}

std::string joined(std::vector<Line> const& rows, std::string_view between, LayoutPrint const& print) {
  auto out = above(print);
  for (auto const& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i)
      out.append(i == 0 ? "" : between).append(row[i]);
    out += '\n';
  }
  return out;
}

std::string in_tabs(std::vector<Line> const& flat, LayoutPrint const& print) { return joined(flat, "\t", print); }
std::string in_bars(std::vector<Line> const& flat, LayoutPrint const& print) { return joined(flat, " | ", print); }

std::vector<Line> printed_cells(LayoutPrint const& print, bool blanks) {
  std::vector<Line> out;
  for (auto const& row : print.table) {
    out.emplace_back();
    for (auto const& cell : row)
      if (blanks || !cell.text.empty())
        out.back().push_back(cell.text);
  }
  return out;
}

std::string without_covered(std::vector<Line> const&, LayoutPrint const& print) {
  return joined(printed_cells(print, true), "\t", print);
}

std::string without_blanks(std::vector<Line> const&, LayoutPrint const& print) {
  return joined(printed_cells(print, false), "\t", print);
}

std::string cell_a_line(std::vector<Line> const&, LayoutPrint const& print) {
  return joined(printed_cells(print, false), "\n", print);
}

std::size_t width_of(std::string_view text) {
  std::size_t out = 0;
  for (auto const byte : text)
    if (auto const code = static_cast<unsigned char>(byte); code < 0x80)
      ++out;
    else if (code >= 0xC0)
      out += 2;
  return out;
}

/// Where columns begin in aligned text.
std::vector<std::size_t> column_starts(std::vector<Line> const& flat, LayoutPrint const& print) {
  constexpr std::size_t gap = 3, narrowest = 6;
  std::vector<std::size_t> out(print.columns + 1);
  for (std::size_t x = 0; x < print.columns; ++x) {
    std::size_t widest = narrowest;
    for (auto y = print.first_record - 1; y < print.end_of_records; ++y)
      widest = std::max(widest, width_of(flat[y][x]));
    out[x + 1] = out[x] + widest + gap;
  }
  return out;
}

/// The lines of the table: a merged label stands in the middle of its rows, on a line of its own where that is between
/// two of them.
std::vector<Line> centred(std::vector<Line> const& flat, LayoutPrint const& print) {
  std::vector<Line> rows(flat.size(), Line(print.columns)), between = rows;
  for (std::size_t x = 0; x < print.columns; ++x)
    for (std::size_t y = 0; y < flat.size(); ++y) {
      auto const merged = x <= print.places.level2 && y >= print.first_record && y < print.end_of_records;
      auto end = y + 1;
      if (merged && !flat[y][x].empty())
        while (end < print.end_of_records && flat[end][x].empty())
          ++end;
      auto const middle = y + (end - y) / 2;
      auto& to = (end - y) % 2 == 0 ? between[middle] : rows[middle];
      if (!flat[y][x].empty())
        to[x] = flat[y][x];
    }
  std::vector<Line> out;
  for (std::size_t y = 0; y < flat.size(); ++y)
    for (auto const* line : {&between[y], &rows[y]})
      if (line == &rows[y] || std::ranges::any_of(*line, [](std::string const& text) { return !text.empty(); }))
        out.push_back(*line);
  return out;
}

/// As `pdftotext -layout` prints a table: texts below each other, with blanks between.
std::string in_columns(std::vector<Line> const& flat, LayoutPrint const& print) {
  auto const at = column_starts(flat, print);
  auto out = above(print);
  for (auto const& row : centred(flat, print)) {
    std::string line;
    std::size_t width = 0;
    for (std::size_t x = 0; x < row.size(); ++x) {
      if (row[x].empty())
        continue;
      auto const to = width == 0 ? at[x] : std::max(at[x], width + 2);
      line.append(to - width, ' ').append(row[x]);
      width = to + width_of(row[x]);
    }
    out += line + '\n';
  }
  return out;
}

std::string in_html(std::vector<Line> const&, LayoutPrint const& print) {
  std::string out = "<html><body>";
  for (auto const& line : print.lines)
    out += "<p>" + line + "</p>\n";
  out += "<table border=\"1\">\n";
  for (auto const& row : print.table) {
    out += "<tr>";
    for (auto const& cell : row)
      out += "<td colspan=\"" + std::to_string(cell.columns) + "\" rowspan=\"" + std::to_string(cell.rows) + "\">" +
             cell.text + "</td>";
    out += "</tr>\n";
  }
  return out + "</table></body></html>\n";
}

constexpr std::array<Carrier, 7> all_carriers{{
    {"tabs", "case.tsv", true, in_tabs},
    {"tabs without covered cells", "case.tsv", false, without_covered},
    {"tabs without blanks", "case.tsv", false, without_blanks},
    {"bars", "case.txt", false, in_bars},
    {"columns of blanks", "case.txt", false, in_columns},
    {"one cell a line", "case.txt", false, cell_a_line},
    {"HTML", "case.html", false, in_html},
}};

void read_layouts(std::filesystem::path const& folder, std::vector<FormGrammar>& out) {
  std::vector<std::filesystem::path> files;
  for (auto const& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".form")
      files.push_back(entry.path());
  std::ranges::sort(files);
  for (auto const& file : files) {
    std::ifstream in(file, std::ios::binary);
    std::string const text{std::istreambuf_iterator<char>(in), {}};
    auto parsed = parse_forms(text, file.filename().string());
    if (!parsed.errors.empty())
      throw std::runtime_error(file.string() + " is no form grammar");
    std::ranges::move(parsed.forms, std::back_inserter(out));
  }
}

/// Damages rows from the last to the first, so that none is damaged twice.
void damage_rows(std::vector<Line>& flat, LayoutPrint& print, Random& random) {
  property::Print open;
  open.columns = print.places;
  for (auto row = print.first_record; row < print.end_of_records; ++row)
    open.table.push_back({flat[row]});
  auto const& places = print.places;
  auto const value_is_last = places.value + 1 == print.columns;
  auto const value_is_next = places.value == places.name + 1;
  for (auto row = open.table.size(); row-- > 0;) {
    if (!random.chance(damaged_rows))
      continue;
    auto const& damage = random.one_of(property::damages());
    bool const applies =
        (value_is_last || damage.name != "value pushed off") &&
        (value_is_next || (damage.name != "name in other column" && damage.name != "value pushed off"));
    if (!applies)
      continue;
    auto& texts = print.truth.rows[row];
    property::Entry entry{texts["level1"], texts["level2"], texts["level3"], texts["target"]};
    if (damage.apply(open, row, entry, random) && entry.value.empty())
      texts.erase("target");
  }
  std::vector<Line> out(flat.begin(), flat.begin() + static_cast<std::ptrdiff_t>(print.first_record));
  for (auto& lines : open.table)
    std::ranges::move(lines, std::back_inserter(out));
  out.insert(out.end(), flat.begin() + static_cast<std::ptrdiff_t>(print.end_of_records), flat.end());
  flat = std::move(out);
}

} // namespace

std::span<Carrier const> carriers() { return all_carriers; }

std::vector<FormGrammar> const& layouts() {
  static auto const all = [] {
    std::vector<FormGrammar> out;
    std::filesystem::path const source = JIXIAO_SOURCE_DIR;
    // Of the built-in forms those that say of every label where it leads.
    std::ranges::copy_if(builtin_forms(), std::back_inserter(out),
                         [](FormGrammar const& form) { return form.base.empty() && is_complete(form); });
    read_layouts(source / "tests/calibrate/layouts", out);
    return out;
  }();
  return all;
}

Case make_case(FormGrammar const& layout, Carrier const& carrier, std::uint64_t seed) {
  Random random(seed);
  auto print = print_layout(layout, random);
  auto flat = flattened(print);
  if (carrier.rows_move)
    damage_rows(flat, print, random);
  return {layout.name, &carrier, carrier.write(flat, print), std::move(print.truth)};
}

Case numbered_case(std::size_t number) {
  auto const of_carrier = number / carriers().size();
  auto const& layout = layouts()[of_carrier % layouts().size()];
  return make_case(layout, carriers()[number % carriers().size()], of_carrier / layouts().size() + 1);
}

} // namespace jixiao::calibrate
