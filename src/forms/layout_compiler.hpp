#pragma once

#include "forms/form_grammar.hpp"
#include "forms/layout_table.hpp"

#include <deque>
#include <span>
#include <string>
#include <vector>

namespace jixiao {

/// A LayoutTable with what it points to.
class CompiledLayouts {
public:
  CompiledLayouts() = default;

  /// Of forms with everything that they take over.
  explicit CompiledLayouts(std::span<FormGrammar const> forms);
  CompiledLayouts(CompiledLayouts const&) = delete;
  CompiledLayouts& operator=(CompiledLayouts const&) = delete;

  LayoutTable table() const { return {layouts_, titles_, texts_, labels_, slots_}; }

private:
  std::deque<std::string> strings_;
  std::vector<Layout> layouts_;
  std::vector<LayoutTitle> titles_;
  std::vector<LayoutText> texts_;
  std::vector<LayoutLabel> labels_;
  std::vector<LayoutSlot> slots_;

  std::string_view keep(std::string text);
  void add(FormGrammar const& form, std::vector<std::pair<std::string, LayoutLabel>>& places);
};

/// True when the form says of every label where it leads.
bool is_complete(FormGrammar const& form);

} // namespace jixiao
