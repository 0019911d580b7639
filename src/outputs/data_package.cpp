#include "outputs/data_package.hpp"

#include "writers/json_buffer.hpp"
#include "writers/tables.hpp"

#include <string_view>

namespace jixiao {

namespace {

constexpr std::string_view about_package =
    "Chinese budget performance forms (绩效), read by jixiao. In the files, nothing between two commas is no text, and "
    "\"\" is a text without characters; readers that follow missingValues take both for no value.";

/// `number` keeps its printed digits: 100.00.
constexpr std::string_view type_name(ColumnKind kind) {
  constexpr std::string_view names[] = {"string", "integer", "number"};
  return names[static_cast<std::size_t>(kind)];
}

class PackageWriter {
public:
  explicit PackageWriter(std::string& out) : out_(out, true, 0) {}

  void put(std::span<TableFile const> files) {
    out_.open('{');
    member<"profile">("tabular-data-package");
    member<"name">("jixiao-tables");
    member<"title">("绩效");
    member<"description">(about_package);
    out_.key<"resources">();
    out_.open('[');
    for (std::size_t i = 0; i < files.size(); ++i)
      put(tidy_tables()[i], files[i]);
    out_.close(']');
    out_.close('}');
  }

private:
  template <JsonKey Name> void member(std::string_view text) {
    out_.key<Name>();
    out_.string(text);
  }
  template <JsonKey Name> void flag(bool value) {
    out_.key<Name>();
    out_.literal(value ? "true" : "false");
  }

  void put(TidyTable const& table, TableFile const& file) {
    out_.next();
    out_.open('{');
    member<"profile">("tabular-data-resource");
    member<"name">(table.name);
    member<"path">(std::string(table.name) + ".csv");
    member<"description">(table.description);
    member<"format">("csv");
    member<"mediatype">("text/csv");
    member<"encoding">("utf-8");
    out_.key<"bytes">();
    out_.literal(std::to_string(file.bytes));
    member<"hash">("sha256:" + file.sha256);
    put_dialect();
    put_schema(table);
    out_.close('}');
  }

  void put_dialect() {
    out_.key<"dialect">();
    out_.open('{');
    member<"delimiter">(",");
    member<"lineTerminator">("\r\n");
    member<"quoteChar">("\"");
    flag<"doubleQuote">(true);
    flag<"skipInitialSpace">(false);
    flag<"header">(true);
    out_.close('}');
  }

  void put_schema(TidyTable const& table) {
    out_.key<"schema">();
    out_.open('{');
    auto const key = key_of(table);
    out_.key<"fields">();
    out_.open('[');
    for (std::size_t i = 0; i < table.columns.size(); ++i)
      put_field(table.columns[i], i < key.size());
    out_.close(']');
    out_.key<"missingValues">();
    out_.open('[');
    out_.next();
    out_.string("");
    out_.close(']');
    out_.key<"primaryKey">();
    put_names(key);
    put_foreign_keys(key);
    out_.close('}');
  }

  void put_field(TableColumn const& column, bool is_required) {
    out_.next();
    out_.open('{');
    member<"name">(column.name);
    member<"type">(type_name(column.kind));
    member<"title">(column.title);
    member<"description">(column.description);
    if (is_required) {
      out_.key<"constraints">();
      out_.open('{');
      flag<"required">(true);
      out_.close('}');
    }
    out_.close('}');
  }

  void put_names(std::span<TableColumn const> columns) {
    out_.open('[');
    for (auto const& column : columns) {
      out_.next();
      out_.string(column.name);
    }
    out_.close(']');
  }

  /// Each beginning of a key is the key of another table.
  void put_foreign_keys(std::span<TableColumn const> key) {
    if (key.size() < 2)
      return;
    out_.key<"foreignKeys">();
    out_.open('[');
    for (std::size_t i = 1; i < key.size(); ++i) {
      out_.next();
      out_.open('{');
      out_.key<"fields">();
      put_names(key.first(i));
      out_.key<"reference">();
      out_.open('{');
      member<"resource">(std::string(key[i - 1].name) + "s");
      out_.key<"fields">();
      put_names(key.first(i));
      out_.close('}');
      out_.close('}');
    }
    out_.close(']');
  }

  JsonBuffer out_;
};

} // namespace

std::string data_package(std::span<TableFile const> files) {
  std::string out;
  PackageWriter(out).put(files);
  return out + '\n';
}

} // namespace jixiao
