#pragma once

#include "outputs/output_file.hpp"
#include "outputs/workbook_formats.hpp"

#include <xlsxwriter.h>

#include <memory>
#include <string>
#include <vector>

namespace jixiao {

/// A workbook that is written row by row and appears under its name when it is whole.
///
/// Choice: libxlsxwriter with constant memory, which keeps the rows of each sheet in a file without a name until
/// finish(). Price: room for them on the disk of TMPDIR, by default on that of the workbook.
class WorkbookFile {
public:
  /// Throws OutputError, as all below.
  explicit WorkbookFile(std::string const& path);
  WorkbookFile(WorkbookFile const&) = delete;
  WorkbookFile& operator=(WorkbookFile const&) = delete;
  /// Removes a workbook that was not finished.
  ~WorkbookFile();

  lxw_worksheet* add_sheet(std::string const& name);
  WorkbookFormats& formats() { return *formats_; }

  /// Asks whether all rows so far could be kept.
  void check() const;

  /// Packs the sheets and gives the file its name.
  void finish();

private:
  struct Release {
    void operator()(lxw_workbook* workbook) const;
  };

  OutputFile file_;
  std::string rows_folder_;
  std::unique_ptr<lxw_workbook, Release> workbook_;
  std::unique_ptr<WorkbookFormats> formats_;
  std::vector<lxw_worksheet*> sheets_;
};

} // namespace jixiao
