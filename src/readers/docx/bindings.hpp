#pragma once

#include "readers/docx/parts.hpp"

#include <optional>
#include <string>
#include <vector>

namespace jixiao::docx {

/// Content controls whose text is kept in a part of data (w:dataBinding): Word shows what the data say, whatever the
/// text of the control was when the document was saved.
class Bindings {
public:
  explicit Bindings(Parts& parts) : parts_(parts) {}

  struct Difference {
    std::string stored, shown;
  };

  /// Puts what the data say into a control, and tells where that is another text.
  std::optional<Difference> fill(pugi::xml_node control);

private:
  std::optional<std::string> value_of(pugi::xml_node binding);

  Parts& parts_;
  std::optional<std::vector<pugi::xml_node>> data_; ///< roots, once asked for
  std::size_t filled_ = 0, looks_left_ = 5'000'000; ///< at elements of the data
};

} // namespace jixiao::docx
