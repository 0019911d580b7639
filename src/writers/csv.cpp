#include "writers/tables.hpp"

#include <jixiao/writers.hpp>

namespace jixiao {

namespace {

/// Writes rows as RFC 4180 wants them: quotes where they are needed, CR LF behind each.
class CsvSink final : public RowSink {
public:
  explicit CsvSink(std::string& out) : out_(out) {}

  void empty() override { separate(); }
  void number(std::string_view digits) override {
    separate();
    out_ += digits;
  }
  void text(std::string_view value) override {
    separate();
    // "" is a text without characters, nothing between commas is no text.
    if (value.empty() || value.find_first_of("\",\r\n") != value.npos)
      quote(value);
    else
      out_ += value;
  }
  void end_row() override {
    out_ += "\r\n";
    first_ = true;
  }

private:
  void separate() {
    if (!first_)
      out_ += ',';
    first_ = false;
  }
  void quote(std::string_view value) {
    out_ += '"';
    for (std::size_t at = 0; at < value.size();) {
      auto const quote = std::min(value.find('"', at), value.size());
      out_ += value.substr(at, quote - at);
      if (quote < value.size())
        out_ += "\"\"";
      at = quote + 1;
    }
    out_ += '"';
  }

  std::string& out_;
  bool first_ = true;
};

} // namespace

std::vector<CsvTable> csv_tables() {
  std::vector<CsvTable> out;
  for (auto const& table : tidy_tables()) {
    auto& csv = out.emplace_back(CsvTable{std::string(table.name) + ".csv", {}});
    CsvSink sink(csv.text);
    for (auto const& column : table.columns)
      sink.text(column.name);
    sink.end_row();
  }
  return out;
}

void append_csv(std::vector<CsvTable>& tables, Document const& document, std::uint64_t number) {
  auto const all = tidy_tables();
  for (std::size_t i = 0; i < all.size(); ++i) {
    CsvSink sink(tables[i].text);
    all[i].rows(document, number, sink);
  }
}

std::vector<CsvTable> write_csv(std::vector<Document> const& documents) {
  auto tables = csv_tables();
  for (std::size_t i = 0; i < documents.size(); ++i)
    append_csv(tables, documents[i], i);
  return tables;
}

} // namespace jixiao
