#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The parts of a package by name, in its order.
using PackageParts = std::vector<std::pair<std::string, std::string>>;

PackageParts unpack(std::string_view package);

/// The committed Word documents of samples/.
std::vector<std::string> word_samples();

/// A Word document of this many forms, made of samples/merged_cells_in_word: the body repeated with the digits of its
/// figures varied, the other parts as they are. `heading` gives it a paragraph with a style in front. The same on
/// every run.
std::string word_document(std::size_t forms, bool heading);

/// The parts that a reader must look at to know the texts and tables: the main part and the relationships that lead to
/// it; numbering and styles only where a paragraph has a style or a number.
std::vector<std::string> needed_parts(PackageParts const& parts);
