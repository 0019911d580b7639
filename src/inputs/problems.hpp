#pragma once

#include <jixiao/document.hpp>

#include <string>

/// Inputs that give no document, as documents that say why.
namespace jixiao {

Diagnostic unreadable_file(std::string_view path, std::string reason);

/// A folder or an archive in which nothing is to be converted.
Diagnostic no_readable_file(std::string_view path);

/// A document without forms and with one finding. `path` is in UTF-8.
Document problem_document(std::string path, Diagnostic problem);

} // namespace jixiao
