#include "outputs/data_package.hpp"
#include "outputs/formats.hpp"
#include "outputs/output_file.hpp"
#include "text/sha256.hpp"

#include <jixiao/writers.hpp>

#include <filesystem>

namespace jixiao {

namespace fs = std::filesystem;

namespace {

/// A file that is hashed while it is written.
class CsvFile {
public:
  explicit CsvFile(fs::path const& path) : file_(path.string()) {}

  void write(std::string_view text) {
    file_.write(text);
    hash_.add(text);
    bytes_ += text.size();
  }
  TableFile finish() {
    file_.finish();
    return {bytes_, hash_.hex()};
  }

private:
  OutputFile file_;
  Sha256 hash_;
  std::uint64_t bytes_ = 0;
};

class CsvFolder final : public FreshOutput {
public:
  explicit CsvFolder(fs::path folder) : folder_(std::move(folder)) {
    std::error_code ignored; // a folder that is not there shows when its first file is made
    fs::create_directories(folder_, ignored);
    for (auto const& table : csv_tables()) {
      files_.emplace_back(folder_ / table.file_name);
      files_.back().write(table.text);
    }
  }

  Rendered render(Document const& document, std::uint64_t number) const override {
    std::vector<CsvTable> tables(files_.size());
    append_csv(tables, document, number);
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
  void finish(Reach const&) override {
    OutputFile package((folder_ / "datapackage.json").string());
    std::vector<TableFile> tables;
    for (auto& file : files_)
      tables.push_back(file.finish());
    package.write(data_package(tables));
    package.finish();
  }

private:
  fs::path folder_;
  std::vector<CsvFile> files_;
};

} // namespace

std::unique_ptr<DocumentOutput> make_csv_folder(OutputOptions const& options) {
  return std::make_unique<CsvFolder>(options.path);
}

} // namespace jixiao
