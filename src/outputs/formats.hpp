#pragma once

#include <jixiao/outputs.hpp>

/// One maker a format; make_output() chooses among them.
namespace jixiao {

std::unique_ptr<DocumentOutput> make_json_file(OutputOptions const& options);
std::unique_ptr<DocumentOutput> make_csv_folder(OutputOptions const& options);
std::unique_ptr<DocumentOutput> make_workbook(OutputOptions const& options);
std::unique_ptr<DocumentOutput> make_database(OutputOptions const& options);

/// An output that holds nothing of earlier runs.
class FreshOutput : public DocumentOutput {
public:
  std::optional<KnownDocument> known(std::string_view) override { return std::nullopt; }
  void keep(std::string_view) override {}
};

} // namespace jixiao
