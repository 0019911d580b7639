#include "writers/tables.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>

using namespace jixiao;

namespace {

/// What docs/tables.md says of the tables.
std::string described() {
  constexpr std::string_view types[] = {"text", "integer", "decimal"};
  std::ostringstream out;
  for (auto const& table : tidy_tables()) {
    auto const key = key_of(table);
    out << "\n## " << table.name << "\n\n" << table.description << ". Key: ";
    for (std::size_t i = 0; i < key.size(); ++i)
      out << (i == 0 ? "`" : ", `") << key[i].name << '`';
    out << ".\n\n| Column | 名称 | Type | |\n|---|---|---|---|\n";
    for (auto const& column : table.columns)
      out << "| `" << column.name << "` | " << column.title << " | " << types[static_cast<std::size_t>(column.kind)]
          << " | " << column.description << " |\n";
  }
  return out.str();
}

} // namespace

TEST_CASE("every table and column is described, in a name of its own") {
  for (auto const& table : tidy_tables()) {
    CHECK_FALSE(table.description.empty());
    std::set<std::string_view> names;
    for (auto const& column : table.columns) {
      CAPTURE(table.name);
      CAPTURE(column.name);
      CHECK(names.insert(column.name).second);
      CHECK_FALSE(column.title.empty());
      CHECK_FALSE(column.description.empty());
      CHECK(column.width > 0);
    }
  }
}

TEST_CASE("a key is that of another table and a column more") {
  for (auto const& table : tidy_tables()) {
    CAPTURE(table.name);
    auto const key = key_of(table);
    CHECK(key.front().name == "document");
    for (auto const& column : key.first(key.size() - 1))
      CHECK(std::ranges::find(tidy_tables(), std::string(column.name) + "s", &TidyTable::name) != tidy_tables().end());
  }
}

TEST_CASE("docs/tables.md tells of every column; UPDATE_GOLDEN=1 rewrites it") {
  auto const path = std::filesystem::path(JIXIAO_SOURCE_DIR) / "docs/tables.md";
  std::ostringstream in;
  in << std::ifstream(path, std::ios::binary).rdbuf();
  auto const text = in.str();
  auto const introduction = text.substr(0, text.find("\n## documents\n"));
  if (auto const* update = std::getenv("UPDATE_GOLDEN"); update && std::string_view(update) == "1")
    std::ofstream(path, std::ios::binary) << introduction << described();
  else
    CHECK(text == introduction + described());
}
