#pragma once

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

class Folder {
public:
  Folder() {
    auto name = (std::filesystem::temp_directory_path() / "jixiao.XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(Folder const&) = delete;
  Folder& operator=(Folder const&) = delete;

  std::string path(std::string_view name) const { return (path_ / name).string(); }
  /// How many files and folders are in it.
  std::size_t entries() const {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(path_), {}));
  }

private:
  std::filesystem::path path_;
};

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
