#pragma once

#include <jixiao/document.hpp>

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace jixiao {

/// How sure the reading of each field is: by its `how`, and by the repairs (R4xx) that are about it, its row or its
/// block.
class FieldCertainties {
public:
  /// `findings` are those of the document, rated by rate_repairs().
  FieldCertainties(Document const& document, std::span<Diagnostic const> findings);

  /// The least of all that was weighed; nothing where nothing was.
  std::optional<Certainty> of(std::string_view path) const;

private:
  void lower(std::string path, Certainty to);
  void add_finding(Document const& document, Diagnostic const& finding);

  std::map<std::string, Certainty, std::less<>> by_path_; ///< of fields, rows and blocks
};

} // namespace jixiao
