#pragma once

#include "readers/pdf/file.hpp"

#include <string>
#include <vector>

namespace jixiao::pdf {

/// The names of files that are attached to a document, or to a place of a page, up to a few. They are not read.
std::vector<std::string> attached_files(PdfFile const& file);

/// What a note on a page says that is shown when it is opened: a sticky note, or what was written on a mark.
std::string comment_of(Object const& annotation);

} // namespace jixiao::pdf
