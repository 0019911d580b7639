#include "outputs/formats.hpp"
#include "outputs/output_file.hpp"

#include <jixiao/writers.hpp>

#include <filesystem>

namespace jixiao {

namespace fs = std::filesystem;

namespace {

class CsvFolder final : public FreshOutput {
public:
  explicit CsvFolder(fs::path const& folder) {
    std::error_code ignored; // a folder that is not there shows when its first file is made
    fs::create_directories(folder, ignored);
    for (auto const& table : csv_tables()) {
      files_.emplace_back((folder / table.file_name).string());
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
    for (auto& file : files_)
      file.finish();
  }

private:
  std::vector<OutputFile> files_;
};

} // namespace

std::unique_ptr<DocumentOutput> make_csv_folder(OutputOptions const& options) {
  return std::make_unique<CsvFolder>(options.path);
}

} // namespace jixiao
