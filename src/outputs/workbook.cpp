#include "outputs/formats.hpp"

namespace jixiao {

std::unique_ptr<DocumentOutput> make_workbook(OutputOptions const&) { throw OutputError("not there yet"); }

} // namespace jixiao
