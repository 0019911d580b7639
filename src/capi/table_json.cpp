#include "capi/table_json.hpp"

#include "writers/json_buffer.hpp"
#include "writers/tables.hpp"

namespace jixiao::capi {

namespace {

/// Writes rows as arrays; an empty cell is null, a number keeps its digits.
class JsonRows final : public RowSink {
public:
  explicit JsonRows(JsonBuffer& out) : out_(out) {}

  void empty() override {
    next();
    out_.null();
  }
  void text(std::string_view value) override {
    next();
    out_.string(value);
  }
  void number(std::string_view digits) override {
    next();
    out_.literal(digits);
  }
  void end_row() override {
    out_.close(']');
    open_ = false;
  }

private:
  void next() {
    if (!open_) {
      out_.next();
      out_.open('[');
    }
    open_ = true;
    out_.next();
  }

  JsonBuffer& out_;
  bool open_ = false;
};

std::string_view type_of(ColumnKind kind) {
  constexpr std::string_view names[] = {"text", "integer", "decimal"};
  return names[static_cast<std::size_t>(kind)];
}

void put_column(JsonBuffer& out, TableColumn const& column) {
  out.next();
  out.open('{');
  out.key<"name">();
  out.string(column.name);
  out.key<"type">();
  out.string(type_of(column.kind));
  out.key<"title">();
  out.string(column.title);
  out.key<"description">();
  out.string(column.description);
  out.close('}');
}

} // namespace

std::string tables_json() {
  std::string text;
  {
    JsonBuffer out(text, false, 0);
    out.open('[');
    for (auto const& table : tidy_tables()) {
      out.next();
      out.open('{');
      out.key<"name">();
      out.string(table.name);
      out.key<"description">();
      out.string(table.description);
      out.key<"columns">();
      out.open('[');
      for (auto const& column : table.columns)
        put_column(out, column);
      out.close(']');
      out.close('}');
    }
    out.close(']');
  }
  return text;
}

std::string rows_json(Document const& document, std::uint64_t number) {
  std::string text;
  {
    JsonBuffer out(text, false, 0);
    out.open('{');
    for (auto const& table : tidy_tables()) {
      out.named(table.name);
      out.open('[');
      JsonRows rows(out);
      table.rows(document, number, rows);
      out.close(']');
    }
    out.close('}');
  }
  return text;
}

} // namespace jixiao::capi
