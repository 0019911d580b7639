#include "cli/document_sink.hpp"

#include "cli/output.hpp"

#include <jixiao/writers.hpp>

#include <filesystem>
#include <string_view>
#include <utility>

namespace jixiao::cli {

namespace fs = std::filesystem;

namespace {

/// What stands around documents in a file.
struct Frame {
  std::string_view before_first, between, behind_last;
  JsonStyle style;
  int depth;
};

constexpr Frame one_object{"", "", "\n", JsonStyle::pretty, 0};
constexpr Frame array{"[\n  ", ",\n  ", "\n]\n", JsonStyle::pretty, 1};
constexpr Frame object_a_line{"", "\n", "\n", JsonStyle::compact, 0};

class JsonFile final : public DocumentSink {
public:
  JsonFile(std::string const& path, Frame const& frame) : out_(path), frame_(frame) {}

  Rendered render(Document const& document, std::size_t index) const override {
    std::string text(index == 0 ? frame_.before_first : frame_.between);
    write_json(text, document, frame_.style, frame_.depth);
    return {std::move(text)};
  }
  bool take(Rendered const& rendered) override { return out_.write(rendered[0]); }
  void finish() override {
    out_.write(frame_.behind_last);
    out_.finish();
  }

private:
  Output out_;
  Frame frame_;
};

class CsvFolder final : public DocumentSink {
public:
  explicit CsvFolder(fs::path const& folder) {
    std::error_code ignored; // a folder that is not there shows when its first file is made
    fs::create_directories(folder, ignored);
    for (auto const& table : csv_tables()) {
      files_.emplace_back((folder / table.file_name).string());
      files_.back().write(table.text);
    }
  }

  Rendered render(Document const& document, std::size_t index) const override {
    std::vector<CsvTable> tables(files_.size());
    append_csv(tables, document, index);
    Rendered out;
    for (auto& table : tables)
      out.push_back(std::move(table.text));
    return out;
  }
  bool take(Rendered const& rendered) override {
    for (std::size_t i = 0; i < files_.size(); ++i)
      files_[i].write(rendered[i]);
    return true;
  }
  void finish() override {
    for (auto& file : files_)
      file.finish();
  }

private:
  std::vector<Output> files_;
};

} // namespace

std::unique_ptr<DocumentSink> make_sink(std::string const& format, std::string const& path, bool several) {
  if (format == "csv")
    return std::make_unique<CsvFolder>(path);
  if (format == "jsonl")
    return std::make_unique<JsonFile>(path, object_a_line);
  return std::make_unique<JsonFile>(path, several ? array : one_object);
}

} // namespace jixiao::cli
