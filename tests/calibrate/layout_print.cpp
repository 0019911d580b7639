#include "tests/calibrate/layout_print.hpp"

#include "tests/calibrate/layout_contents.hpp"

#include <algorithm>
#include <iterator>

namespace jixiao::calibrate {

namespace {

using Row = std::vector<TableCell>;

class Printer {
public:
  Printer(FormGrammar const& grammar, Random& random, Contents& contents)
      : grammar_(grammar), random_(random), contents_(contents) {}

  LayoutPrint print() {
    choose_columns();
    print_lines();
    for (auto const& block : grammar_.pairs)
      if (!is_after_records(block))
        print_pairs(block);
    for (auto const& block : grammar_.matrices)
      print_matrix(block);
    for (auto const& block : grammar_.below)
      print_below(block);
    for (auto const& block : grammar_.records)
      print_records(block);
    for (auto const& block : grammar_.pairs)
      if (is_after_records(block))
        print_pairs(block);
    out_.truth = std::move(contents_.truth);
    return std::move(out_);
  }

private:
  static std::string label(LabelRule const& rule) { return rule.texts.front(); }

  /// A form ends with its grade and the like.
  static bool is_after_records(PairsBlock const& block) {
    auto const& first = block.panels.front().front();
    return block.sides.empty() && first.destination && first.destination->field == FieldId::grade;
  }

  void choose_columns() {
    auto const& block = grammar_.records.front();
    for (auto const& column : block.columns)
      if (!column.optional || random_.chance(70))
        columns_.push_back(&column);
    drop_headings();
    side_ = block.sides.empty() ? 0 : 1;
    out_.columns = columns_.size() + side_;
    auto const at = [&](FieldId field) {
      auto const found = std::ranges::find_if(columns_, [&](ColumnRule const* one) {
        return one->label.destination && one->label.destination->field == field;
      });
      return static_cast<std::size_t>(found - columns_.begin()) + side_;
    };
    out_.places = {at(FieldId::level1), at(FieldId::level2), at(FieldId::level3), at(FieldId::target)};
  }

  /// 年度指标值 over 指标性质 | 指标值 | 度量单位 heads columns, and is none: of two columns of a field the last is it.
  void drop_headings() {
    auto const field_of = [](ColumnRule const* one) { return one->label.destination->field; };
    for (auto one = columns_.begin(); one != columns_.end();) {
      bool const heads = field_of(*one) == FieldId::target &&
                         std::ranges::any_of(std::next(one), columns_.end(), [&](ColumnRule const* later) {
                           return field_of(later) == field_of(*one);
                         });
      one = heads ? columns_.erase(one) : std::next(one);
    }
  }

  void print_lines() {
    auto const& title = grammar_.titles.front();
    out_.lines.push_back(title.starts_with('*') ? title.substr(1) : title);
    for (auto const field : grammar_.lines)
      if (field == FieldId::fiscal_year)
        out_.lines.push_back("（" + contents_.field(field) + "年度）");
      else if (field == FieldId::amount_unit)
        out_.lines.push_back("单位：" + contents_.field(field));
  }

  /// A label with what stands in a bracket behind it.
  std::string with_annotation(LabelRule const& rule) {
    auto const inner = rule.annotation ? contents_.field(*rule.annotation) : std::string();
    return inner.empty() ? label(rule) : label(rule) + "（" + inner + "）";
  }

  /// The last cell of each row takes what is left of its width.
  void widen(std::vector<LabelRule> const& sides, std::vector<Row>& rows) const {
    for (auto& row : rows) {
      std::size_t covered = sides.empty() ? 0 : 1;
      for (auto const& cell : row)
        covered += cell.columns;
      if (covered < out_.columns)
        row.back().columns += out_.columns - covered;
    }
  }

  /// Prints rows beside a label down their side; `rows` are without it.
  void push_beside(std::vector<LabelRule> const& sides, std::vector<Row> rows) {
    out_.blocks.push_back(out_.table.size());
    if (!sides.empty())
      rows[0].insert(rows[0].begin(), {with_annotation(sides.front()), 1, rows.size()});
    std::ranges::move(rows, std::back_inserter(out_.table));
  }

  std::string value_of(LabelRule const& rule) {
    if (!rule.destination)
      return {};
    auto const& to = *rule.destination;
    if (to.field == FieldId::funds)
      return contents_.fund(to, to.measure.empty() ? "budget" : to.measure);
    return contents_.field(to.field);
  }

  void print_pairs(PairsBlock const& block) {
    std::vector<Row> rows;
    auto const width = out_.columns - (block.sides.empty() ? 0 : 1);
    auto const panels = block.panels.size();
    if (panels == 1) {
      auto const& rules = block.panels.front();
      bool const two = width >= 4;
      for (std::size_t i = 0; i < rules.size(); i += two ? 2 : 1) {
        bool const alone = !two || i + 1 == rules.size();
        Row row{{with_annotation(rules[i])}, {value_of(rules[i]), alone ? 1 : width / 2 - 1}};
        if (!alone)
          row.insert(row.end(), {{with_annotation(rules[i + 1])}, {value_of(rules[i + 1])}});
        rows.push_back(std::move(row));
      }
    } else {
      auto const part = width / panels;
      std::size_t deepest = 0;
      for (auto const& panel : block.panels)
        deepest = std::max(deepest, panel.size());
      for (std::size_t i = 0; i < deepest; ++i) {
        Row row;
        for (auto const& panel : block.panels) {
          row.push_back({i < panel.size() ? with_annotation(panel[i]) : std::string()});
          row.push_back({i < panel.size() ? value_of(panel[i]) : std::string(), part - 1});
        }
        rows.push_back(std::move(row));
      }
    }
    if (!block.sides.empty() && block.sides.front().destination)
      rows.push_back({{contents_.field(block.sides.front().destination->field)}});
    widen(block.sides, rows);
    push_beside(block.sides, std::move(rows));
  }

  void print_matrix(MatrixBlock const& block) {
    std::vector<Row> rows(1);
    auto const spare = out_.columns - (block.sides.empty() ? 0 : 1) - block.columns.size();
    auto const of_label = std::max<std::size_t>(spare, 1);
    rows[0].push_back({"", of_label});
    for (auto const& column : block.columns)
      rows[0].push_back({label(column)});
    for (auto const& rule : block.rows) {
      Row row{{label(rule), of_label}};
      for (auto const& column : block.columns)
        row.push_back({contents_.fund(*rule.destination, column.destination->measure)});
      rows.push_back(std::move(row));
    }
    widen(block.sides, rows);
    push_beside(block.sides, std::move(rows));
  }

  void print_below(BelowBlock const& block) {
    std::vector<Row> rows(2);
    auto const part = (out_.columns - (block.sides.empty() ? 0 : 1)) / block.headers.size();
    for (auto const& header : block.headers) {
      rows[0].push_back({label(header), part});
      rows[1].push_back({value_of(header), part});
    }
    widen(block.sides, rows);
    push_beside(block.sides, std::move(rows));
  }

  void print_records(RecordsBlock const& block) {
    std::vector<Row> rows(1);
    for (auto const* column : columns_)
      rows[0].push_back({label(column->label)});
    for (std::size_t i = 0; i < contents_.row_count(); ++i)
      texts_.push_back(contents_.row(i));
    for (std::size_t i = 0; i < texts_.size(); ++i)
      rows.push_back(record(i));
    auto const first = out_.table.size() + 1;
    push_beside(block.sides, std::move(rows));
    out_.first_record = first;
    out_.end_of_records = out_.table.size();
    for (auto const& total : block.totals)
      print_total(total);
  }

  Row record(std::size_t i) {
    auto const& texts = texts_[i];
    auto const same_level1 = [&](std::size_t a, std::size_t b) {
      return texts_[a].at("level1") == texts_[b].at("level1");
    };
    auto const same_level2 = [&](std::size_t a, std::size_t b) {
      return same_level1(a, b) && texts_[a].at("level2") == texts_[b].at("level2");
    };
    auto const rows_of = [&](auto const& same) {
      auto end = i;
      while (end < texts_.size() && same(i, end))
        ++end;
      return end - i;
    };
    Row row;
    std::map<std::string, std::string> truth;
    for (auto const* column : columns_) {
      auto const field = column->label.destination->field;
      std::string const name(name_of(field));
      auto const found = texts.find(name);
      auto const text = found == texts.end() ? std::string() : found->second;
      if (!text.empty())
        truth[name] = text;
      if (field == FieldId::level1) {
        if (i == 0 || !same_level1(i - 1, i))
          row.push_back({text, 1, rows_of(same_level1)});
      } else if (field == FieldId::level2) {
        if (i == 0 || !same_level2(i - 1, i))
          row.push_back({text, 1, rows_of(same_level2)});
      } else {
        row.push_back({text});
      }
    }
    contents_.truth.rows.push_back(std::move(truth));
    return row;
  }

  void print_total(TotalRule const& total) {
    Row row{{label(total.label)}};
    auto const offset = side_;
    std::size_t begin = out_.columns;
    for (auto const& [column, field] : total.fields)
      begin = std::min(begin, place_of(column) + offset);
    row.front().columns = begin;
    for (auto at = begin; at < out_.columns; ++at) {
      auto const found =
          std::ranges::find_if(total.fields, [&](auto const& one) { return place_of(one.first) + offset == at; });
      row.push_back({found == total.fields.end() ? std::string() : contents_.field(found->second)});
    }
    out_.table.push_back(std::move(row));
  }

  std::size_t place_of(FieldId field) const {
    auto const found =
        std::ranges::find_if(columns_, [&](ColumnRule const* one) { return one->label.destination->field == field; });
    return static_cast<std::size_t>(found - columns_.begin());
  }

  FormGrammar const& grammar_;
  Random& random_;
  Contents& contents_;
  std::vector<std::map<std::string, std::string>> texts_; ///< of the indicators
  std::vector<ColumnRule const*> columns_;
  std::size_t side_ = 0;
  LayoutPrint out_;
};

} // namespace

LayoutPrint print_layout(FormGrammar const& grammar, Random& random, Contents& contents) {
  return Printer(grammar, random, contents).print();
}

LayoutPrint print_layout(FormGrammar const& grammar, Random& random) {
  LayoutContents contents(grammar, random);
  return print_layout(grammar, random, contents);
}

std::vector<property::Line> flattened(LayoutPrint const& print) {
  std::vector<property::Line> out(print.table.size(), property::Line(print.columns));
  std::vector<std::vector<bool>> taken(print.table.size(), std::vector<bool>(print.columns));
  for (std::size_t y = 0; y < print.table.size(); ++y) {
    std::size_t x = 0;
    for (auto const& cell : print.table[y]) {
      while (x < print.columns && taken[y][x])
        ++x;
      if (x == print.columns)
        break;
      out[y][x] = cell.text;
      for (auto row = y; row < std::min(y + cell.rows, print.table.size()); ++row)
        for (auto column = x; column < std::min(x + cell.columns, print.columns); ++column)
          taken[row][column] = true;
    }
  }
  return out;
}

} // namespace jixiao::calibrate
