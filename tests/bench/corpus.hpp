#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

std::string read_file(std::filesystem::path const& path);

/// Documents of about 20 KB, about a megabyte in all, made of the declarations in samples/ with the digits of
/// their figures varied, so that no two forms are alike. The same on every run.
std::vector<std::string> bench_corpus();

/// One declaration with this many indicator rows.
std::string declaration_with_rows(std::size_t rows);
