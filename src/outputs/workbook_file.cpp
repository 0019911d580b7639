#include "outputs/workbook_file.hpp"

#include "outputs/workbook_check.hpp"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <numeric>

namespace jixiao {

namespace {

/// From this size on, parts need the 64-bit fields of a zip; below it leaves some room for what stands around the rows.
constexpr std::uint64_t large_package = 0xF000'0000;

std::string folder_for_rows(std::string const& path) {
  if (auto const* const chosen = std::getenv("TMPDIR"); chosen != nullptr && *chosen != '\0')
    return chosen;
  auto const folder = std::filesystem::path(path).parent_path().string();
  return folder.empty() ? "." : folder;
}

std::uint64_t kept_bytes(lxw_worksheet const* sheet) {
  auto const size = ftello(sheet->optimize_tmpfile);
  return size < 0 ? 0 : static_cast<std::uint64_t>(size);
}

void set_properties(lxw_workbook* workbook) {
  lxw_doc_properties properties{};
  char company[] = "", comments[] = "Made by jixiao";
  properties.company = company;
  properties.comments = comments;
  // One date for all, so that equal input gives equal bytes: the one that the parts of the package have, too.
  std::tm first_of_zip{};
  first_of_zip.tm_year = 80;
  first_of_zip.tm_mday = 1;
  properties.created = timegm(&first_of_zip);
  workbook_set_properties(workbook, &properties);
}

} // namespace

void WorkbookFile::Release::operator()(lxw_workbook* workbook) const { lxw_workbook_free(workbook); }

WorkbookFile::WorkbookFile(std::string const& path) : file_(path), rows_folder_(folder_for_rows(path)) {
  if (file_.temporary().empty()) {
    errno = ESPIPE; // a workbook is written by moving to and fro
    file_.fail();
  }
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  options.tmpdir = rows_folder_.data();
  workbook_.reset(workbook_new_opt(file_.temporary().c_str(), &options));
  if (!workbook_)
    file_.fail();
  set_properties(workbook_.get());
  formats_ = std::make_unique<WorkbookFormats>(workbook_.get());
}

WorkbookFile::~WorkbookFile() {
  if (workbook_)
    for (auto* const sheet : sheets_) // the library closes those only that it packs
      std::fclose(sheet->optimize_tmpfile);
}

lxw_worksheet* WorkbookFile::add_sheet(std::string const& name) {
  auto* const sheet = workbook_add_worksheet(workbook_.get(), name.c_str());
  if (sheet == nullptr)
    file_.fail();
  return sheets_.emplace_back(sheet);
}

void WorkbookFile::check() const {
  for (auto const* const sheet : sheets_)
    if (std::ferror(sheet->optimize_tmpfile) != 0)
      file_.fail();
}

void WorkbookFile::finish() {
  std::vector<std::uint64_t> sizes;
  for (auto* const sheet : sheets_) {
    if (std::fflush(sheet->optimize_tmpfile) != 0)
      file_.fail();
    sizes.push_back(kept_bytes(sheet));
  }
  check();
  auto const size = std::accumulate(sizes.begin(), sizes.end(), std::uint64_t{0});
  workbook_->options.use_zip64 = size > large_package ? LXW_TRUE : LXW_FALSE;
  errno = 0;
  if (auto const error = workbook_close(workbook_.release()); error != LXW_NO_ERROR)
    errno != 0 ? file_.fail() : file_.fail(lxw_strerror(error));
  if (!is_whole(file_.temporary(), sizes))
    file_.fail("there is no room for its rows in \"" + rows_folder_ + "\"");
  file_.finish();
}

} // namespace jixiao
