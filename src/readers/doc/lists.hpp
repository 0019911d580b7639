#pragma once

#include "readers/doc/file.hpp"
#include "readers/doc/styles.hpp"
#include "readers/flow/lists.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace jixiao::doc {

/// The automatic numbers of a document's paragraphs (PlfLst, PlfLfo).
class Lists {
public:
  Lists(File const& file, std::vector<SymbolFont> const& fonts);

  struct Number {
    std::string text;
    bool gap = false;
  };
  /// The next number of a list, which counts from 1 as paragraphs refer to it.
  Number next(std::int32_t list, std::size_t level);

private:
  struct Start {
    std::size_t level = 0;
    std::uint32_t value = 0;
  };
  struct Use {
    std::uint32_t list = 0; ///< its identifier
    std::vector<Start> starts{};
    bool begun = false;
  };

  flow::ListLevel read_level(std::string_view bytes, std::size_t& at) const;
  void read_lists(File const& file);
  void read_uses(std::string_view bytes);

  std::vector<SymbolFont> const& fonts_;
  std::map<std::uint32_t, flow::List> lists_;
  std::vector<Use> uses_;
};

} // namespace jixiao::doc
