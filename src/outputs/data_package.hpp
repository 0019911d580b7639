#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace jixiao {

/// What became of one of csv_tables().
struct TableFile {
  std::uint64_t bytes = 0;
  std::string sha256;
};

/// datapackage.json for the tables, in their order: a Tabular Data Package (Frictionless Data, version 1) that says of
/// every column what it is, and of every table what its rows are known by and belong to.
std::string data_package(std::span<TableFile const> files);

} // namespace jixiao
