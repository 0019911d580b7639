#include "office/scratch_folder.hpp"

#include <cstdlib>
#include <string>
#include <system_error>

namespace jixiao {

ScratchFolder::ScratchFolder() {
  std::error_code error;
  auto name = (std::filesystem::temp_directory_path(error) / "jixiao-XXXXXX").string();
  if (!error && mkdtemp(name.data()) != nullptr)
    path_ = name;
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored; // it is not worth a document
  if (!path_.empty())
    std::filesystem::remove_all(path_, ignored);
}

} // namespace jixiao
