#include "model/doubts.hpp"

#include "forms/printed_row.hpp"
#include "text/clean.hpp"

#include <algorithm>

namespace jixiao {
namespace {

/// What stands in the source where the cell was read.
std::string printed(BuildContext const& context, Cell const& cell) {
  return clean_value(context.source.substr(cell.begin, cell.end - cell.begin));
}

} // namespace

void report_doubt(BuildContext const& context, std::span<std::uint32_t const> cells, std::string_view field,
                  std::string const& path) {
  auto const& all = context.page.reading->cells;
  auto const doubtful =
      std::find_if(cells.begin(), cells.end(), [&](std::uint32_t cell) { return all[cell].doubt != Doubt::none; });
  if (doubtful == cells.end())
    return;
  auto const& cell = all[*doubtful];
  auto const at = context.locate(0, *doubtful);
  auto const text = shortened(clean_value(cell.text));
  switch (cell.doubt) {
  case Doubt::cut:
    return context.sink.emit(Code::text_cut, {{"field", field}, {"text", text}}, at, path);
  case Doubt::mended:
    return context.sink.emit(Code::text_mended, {{"printed", shortened(printed(context, cell))}, {"text", text}}, at,
                             path);
  case Doubt::garbled:
    return context.sink.emit(Code::text_garbled, {{"field", field}, {"text", text}}, at, path);
  case Doubt::interleaved: // the texts beside it lack what this one has too many
    return context.sink.emit(Code::texts_interleaved, {{"field", field}, {"text", text}}, at,
                             path.substr(0, path.rfind('/')));
  case Doubt::placed:
  case Doubt::none:
    break;
  }
}

} // namespace jixiao
