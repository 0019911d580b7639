#pragma once

#include "../temporary_folder.hpp"

#include <jixiao/outputs.hpp>

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

/// For tests of outputs: a folder to write to, and what stands in it then.
namespace jixiao::test {

inline std::string content(std::string const& path) {
  std::ostringstream out;
  out << std::ifstream(path, std::ios::binary).rdbuf();
  return out.str();
}

inline void write(std::vector<Document> const& documents, OutputOptions const& options) {
  auto const output = make_output(options);
  for (std::size_t i = 0; i < documents.size(); ++i)
    CHECK(output->take(output->render(documents[i], i)));
  output->finish({});
}

} // namespace jixiao::test
