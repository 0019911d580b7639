#include "readers/csv/csv.hpp"

#include "grid/reading_builder.hpp"
#include "readers/csv/bare_rows.hpp"
#include "readers/csv/broken_records.hpp"
#include "readers/csv/curly_quotes.hpp"
#include "readers/csv/decimal_comma.hpp"
#include "readers/csv/dialect.hpp"
#include "readers/csv/fields.hpp"
#include "readers/csv/other_separators.hpp"
#include "readers/csv/parted_amounts.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace jixiao {
namespace {

class CsvReader {
public:
  /// `plain`: the source's text with other quotation marks or separators.
  CsvReader(SourceText const& source, std::optional<std::string> plain, char separator, Limits const& limits,
            DiagnosticSink& sink)
      : source_(source), limits_(limits), sink_(sink), builder_(limits, sink),
        scanner_(plain ? builder_.own(*std::move(plain)) : source.text, separator) {
    if (separator_line(source.text) != 0)
      pass_record();
    blank_columns_ = count_blank_columns();
    if (separator == ';')
      look_for_decimal_commas();
    auto const survey = survey_csv(source.text, separator);
    if (separator == ',')
      row_width_ = survey.commonest + 1;
    if (survey.alike < survey.parted)
      record_width_ = width_of_broken_records(scanner_, survey.commonest + 1);
  }

  Reading run() {
    while (!scanner_.at_end() && !builder_.full())
      read_record();
    end_table();
    return std::move(builder_).finish();
  }

private:
  void pass_record() {
    auto field = scanner_.next();
    while (!field.ends_record)
      field = scanner_.next();
    ++line_;
  }

  Piece piece(CsvField const& field, std::uint32_t line) {
    auto const begin = static_cast<std::uint32_t>(field.begin);
    // Blanks stand for what a separator has beside its last byte.
    auto const end = field.text.find_last_not_of(' ') + 1;
    Piece piece{field.text, line, begin, begin + static_cast<std::uint32_t>(end)};
    if (field.is_escaped)
      piece.text = builder_.own(unescaped(field));
    if (has_decimal_commas_ && piece.text.find(',') != std::string_view::npos)
      piece.text = builder_.own(with_decimal_point(piece.text));
    return piece;
  }

  /// The extent of the record that comes next, and which of its fields are filled.
  struct Ahead {
    CsvScanner behind;
    std::size_t fields = 0, filled = 0;
    std::size_t first_filled = 0, pieces = 1;
    std::uint32_t lines = 1;
  };

  Ahead look_ahead() const {
    Ahead ahead{scanner_};
    ahead.pieces = record_width_ > 0 ? next_record(scanner_, record_width_).pieces : 1;
    ahead.lines = static_cast<std::uint32_t>(ahead.pieces);
    for (auto left = ahead.pieces; left > 0; ++ahead.fields) {
      auto const field = ahead.behind.next();
      bool const is_filled = !is_blank(field.text);
      if (is_filled && ahead.filled == 0)
        ahead.first_filled = ahead.fields;
      ahead.filled += is_filled ? 1 : 0;
      ahead.lines += field.line_ends;
      left -= field.ends_record ? 1 : 0;
    }
    return ahead;
  }

  void read_record() {
    auto const ahead = look_ahead();
    auto const bytes = ahead.behind.offset() - scanner_.offset();
    // A spreadsheet pads each record to the widest; above a table and below an empty row a lone text is none of a row.
    bool const is_title = ahead.filled == 1 && ahead.first_filled == blank_columns_ && (!in_table_ || !held_.empty());
    if (bytes > limits_.line_bytes) {
      report_long(scanner_.offset(), ahead.behind.offset());
      end_table();
    } else if (ahead.fields == 1 || is_title) {
      end_table();
      read_title(ahead.first_filled);
    } else if (ahead.filled == 0) {
      hold_empty_row(ahead.fields);
    } else {
      read_row(ahead.pieces);
    }
    scanner_ = ahead.behind;
    line_ += ahead.lines;
  }

  void read_title(std::size_t column) {
    auto line = line_;
    auto field = scanner_.next();
    for (; column > 0; --column) {
      line += field.line_ends;
      field = scanner_.next();
    }
    builder_.paragraph(piece(field, line));
  }

  /// Columns that are blank from the first record to the last, on the left. None when the first record has none.
  std::size_t count_blank_columns() const {
    auto records = scanner_;
    auto fewest = static_cast<std::size_t>(-1);
    while (!records.at_end() && fewest > 0) {
      std::size_t column = 0;
      bool is_blank_so_far = true;
      for (bool more = true; more; ++column) {
        auto const field = records.next();
        more = !field.ends_record;
        if (is_blank_so_far && !is_blank(field.text))
          fewest = std::min(fewest, column), is_blank_so_far = false;
      }
    }
    return fewest == static_cast<std::size_t>(-1) ? 0 : fewest;
  }

  void look_for_decimal_commas() {
    DecimalCommas found;
    for (auto fields = scanner_; !fields.at_end();)
      found.look_at(fields.next().text);
    has_decimal_commas_ = found.is_certain();
    if (has_decimal_commas_)
      sink_.emit(Code::decimal_commas, {{"text", std::string(found.example)}, {"count", found.by_comma}});
  }

  /// Whether it is a row of the table shows in the next record.
  void hold_empty_row(std::size_t fields) {
    if (in_table_)
      held_.push_back({fields, {{}, line_, offset(), offset()}});
  }

  std::uint32_t offset() const { return static_cast<std::uint32_t>(scanner_.offset()); }

  void report_long(std::size_t begin, std::size_t end) {
    Location at;
    at.line = line_;
    at.begin = source_.source_offset(begin);
    at.end = source_.source_offset(end);
    sink_.emit(Code::line_too_long, {{"bytes", end - begin}, {"limit", limits_.line_bytes}}, at);
  }

  void read_row(std::size_t pieces) {
    if (!in_table_)
      builder_.begin_table();
    in_table_ = true;
    for (auto const& row : held_)
      add_empty_row(row);
    held_.clear();
    builder_.begin_row();
    auto fields = fields_of(pieces);
    join_parted_amounts(fields, row_width_);
    auto line = line_;
    for (auto& put : fields) {
      put_field(put, line);
      line += put.line_ends;
    }
    builder_.end_row();
  }

  /// Of a record; a field that its pieces part is one.
  std::vector<CsvField> fields_of(std::size_t pieces) {
    std::vector<CsvField> fields;
    bool goes_on = false;
    while (pieces > 0) {
      auto const field = scanner_.next();
      pieces -= field.ends_record ? 1 : 0;
      if (goes_on) {
        auto& begun = fields.back();
        auto const* const end = field.text.data() + field.text.size();
        begun.text = {begun.text.data(), static_cast<std::size_t>(end - begun.text.data())};
        begun.is_escaped = begun.is_broken = true; // its carriage returns are line ends
        begun.ends_record = pieces == 0 && field.ends_record;
        ++begun.line_ends;
      } else {
        fields.push_back(field);
      }
      goes_on = field.ends_record;
    }
    return fields;
  }

  void put_field(CsvField& field, std::uint32_t line) {
    bool const is_cut = field.is_malformed && field.ends_record && scanner_.at_end();
    bool const is_unclosed =
        field.is_malformed && field.text.starts_with('"') && field.text.find('"', 1) == field.text.npos;
    if (is_cut || is_unclosed) {
      field.text.remove_prefix(1);
      ++field.begin;
    }
    builder_.cell(piece(field, line));
    if (is_cut)
      builder_.note(Code::cut_off, {{"where", "a quoted field"}});
    else if (is_unclosed)
      builder_.note(Code::note_beside, {{"what", "a mark"}, {"text", "\""}});
    if (field.is_broken)
      builder_.note(Code::stray_text, {{"text", std::string(field.text.substr(field.text.find_first_of("\r\n") + 1))}});
    if (field.is_joined)
      builder_.note(Code::amounts_parted, {{"text", std::string(field.text)}});
  }

  struct EmptyRow {
    std::size_t fields = 0;
    Piece at;
  };

  void add_empty_row(EmptyRow const& row) {
    builder_.begin_row();
    for (std::size_t i = 0; i < row.fields && !builder_.full(); ++i)
      builder_.cell(row.at);
    builder_.end_row();
  }

  void end_table() {
    if (in_table_)
      builder_.end_table();
    in_table_ = false;
    held_.clear();
  }

  SourceText const& source_;
  Limits const& limits_;
  DiagnosticSink& sink_;
  ReadingBuilder builder_;
  CsvScanner scanner_;
  std::uint32_t line_ = 1;
  std::size_t blank_columns_ = 0;
  std::size_t record_width_ = 0; ///< fields of whole records; 0: none was broken over lines
  std::size_t row_width_ = 0;    ///< fields of most records; 0: they may have no commas that part thousands
  std::vector<EmptyRow> held_;   ///< empty records behind the last row
  bool in_table_ = false, has_decimal_commas_ = false;
};

} // namespace

namespace {

/// What a text is read as: with other quotation marks around its fields or other separators, where it needs them.
struct Plain {
  std::optional<std::string> text;
  CsvDialect dialect;
};

Plain plain_csv(std::string_view text) {
  if (auto rows = with_bare_rows(text))
    return {std::move(rows), {',', Answer::yes}};
  Plain plain{with_straight_quotes(text), {}};
  plain.dialect = csv_dialect(plain.text ? std::string_view(*plain.text) : text);
  if (plain.dialect.answer == Answer::yes || text.starts_with('<') || text.starts_with('{'))
    return plain;
  auto parted = with_unit_separators(plain.text ? std::string_view(*plain.text) : text);
  return parted ? Plain{std::move(parted), {unit_separator, Answer::yes}} : plain;
}

} // namespace

Identified identify_csv(std::string_view text) {
  auto const [separator, answer] = plain_csv(text).dialect;
  if (answer == Answer::no)
    return {answer, "no rows of values parted by commas or semicolons"};
  if (separator == '\t')
    return {answer, "rows of values parted by tabs, some in quotes"};
  return {answer, answer == Answer::yes ? "rows of separated values" : "lines with several commas or semicolons"};
}

Reading read_csv(SourceText const& source, Limits const& limits, DiagnosticSink& sink) {
  auto [text, dialect] = plain_csv(source.text);
  auto const separator = dialect.answer == Answer::no ? ',' : dialect.separator;
  return CsvReader(source, std::move(text), separator, limits, sink).run();
}

} // namespace jixiao
