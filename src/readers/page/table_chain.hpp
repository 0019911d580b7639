#pragma once

#include "diagnostics/sink.hpp"
#include "grid/reading_builder.hpp"
#include "readers/page/join_pages.hpp"

#include <vector>

namespace jixiao {

/// A table that goes on from page to page, until something else stands behind it.
class TableChain {
public:
  TableChain(ReadingBuilder& builder, DiagnosticSink& sink) : builder_(builder), sink_(sink) {}

  bool empty() const { return parts_.empty(); }

  /// Adds a table, which goes on with those before when it can. The table outlives the chain.
  void add(PrintedTable const& table, std::uint32_t page, bool is_next);

  /// Builds what was added.
  void flush();

private:
  struct Part {
    PrintedTable const* table = nullptr;
    std::uint32_t page = 0;
    Joint joint;
    std::vector<bool> told; ///< which cells have text on this page or an earlier one
  };

  void build(std::vector<Part> const& parts);
  void report(Part const& part);

  /// Says where the cell put last stands.
  void place(PrintedTable const& table, std::uint32_t page, Box const& box);

  ReadingBuilder& builder_;
  DiagnosticSink& sink_;
  std::vector<Part> parts_;
};

} // namespace jixiao
