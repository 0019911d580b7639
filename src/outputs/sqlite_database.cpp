#include "outputs/formats.hpp"

namespace jixiao {

std::unique_ptr<DocumentOutput> make_database(OutputOptions const&) { throw OutputError("not there yet"); }

} // namespace jixiao
