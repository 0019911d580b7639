#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

/// Names of files, which may be any bytes, as names of documents, which are text.
namespace jixiao {

/// What is no UTF-8 becomes `?`.
std::string as_text(std::string_view path);

/// A name in an archive: UTF-8, or else GB18030, which is what packers on Chinese systems write.
std::string member_name(std::string_view raw);

/// False for what is passed over in folders and archives: names with a dot in front, and what jixiao writes and reads
/// besides documents.
bool is_input_name(std::filesystem::path const& path);

} // namespace jixiao
