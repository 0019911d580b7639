#include "readers/pdf/pdf.hpp"

#include "readers/page/read_pages.hpp"
#include "readers/pdf/attachments.hpp"
#include "readers/pdf/content.hpp"
#include "readers/pdf/file.hpp"

namespace jixiao {
namespace {

constexpr std::size_t most_problems = 3; // that one page is named for

/// Reports how the file was opened; false when there is nothing to read.
bool report_opening(pdf::PdfFile const& file, DiagnosticSink& sink) {
  switch (file.opening) {
  case pdf::Opening::whole:
    return true;
  case pdf::Opening::recovered:
    sink.emit(Code::pdf_recovered, {{"problem", file.problem}});
    return true;
  case pdf::Opening::needs_password:
    sink.emit(Code::pdf_needs_password, {});
    return false;
  default:
    sink.emit(Code::pdf_unreadable, {{"problem", file.problem.empty() ? "it has no pages" : file.problem}});
    return false;
  }
}

} // namespace

Identified identify_pdf(std::string_view bytes) { return find_pdf_header(bytes); }

Reading read_pdf(SourceText const& source, Limits const& limits, DiagnosticSink& sink) {
  ReadingBuilder builder(limits, sink);
  auto const file = pdf::open_pdf(source.bytes, limits.pages);
  if (!report_opening(file, sink))
    return std::move(builder).finish();
  if (file.lacks_pages)
    sink.emit(Code::pdf_recovered, {{"problem", "pages that it lists cannot be found"}});
  if (file.has_more_pages)
    sink.emit(Code::too_many_pages, {{"limit", limits.pages}});
  for (auto const& name : pdf::attached_files(file))
    sink.emit(Code::graphic_not_read, {{"what", "a file that is attached (\"" + name + "\")"}});
  auto document = pdf::read_document(file);
  PageReader pages(builder, sink);
  auto const page_limits = limits_of(limits);
  bool whole = file.opening == pdf::Opening::whole && !file.lacks_pages;
  for (std::size_t i = 0; i < file.pages.size(); ++i) {
    auto const number = static_cast<std::uint32_t>(i + 1);
    auto content = pdf::read_page(file.pages[i], number, page_limits, document);
    Location at;
    at.page = number;
    whole &= content.problems.empty();
    for (std::size_t k = 0; k < content.problems.size() && k < most_problems; ++k)
      sink.emit(Code::page_damaged, {{"problem", content.problems[k]}}, at);
    pages.add(std::move(content.model));
  }
  if (whole)
    if (auto const problem = pdf::later_problem(file); !problem.empty())
      sink.emit(Code::pdf_recovered, {{"problem", problem}});
  pages.finish();
  return std::move(builder).finish();
}

std::optional<PageModel> draw_pdf(std::string_view bytes, std::uint32_t page, Limits const& limits) {
  auto const file = pdf::open_pdf(bytes, limits.pages);
  if (page == 0 || page > file.pages.size())
    return {};
  auto document = pdf::read_document(file);
  auto const page_limits = limits_of(limits);
  return pdf::read_page(file.pages[page - 1], page, page_limits, document).model;
}

} // namespace jixiao
