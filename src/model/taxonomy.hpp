#pragma once

#include <jixiao/document.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The tree of indicator groups and the words that speak for them, both read from grammars/tables/.
namespace jixiao {

/// A level-1 group, or one of its level-2 groups.
struct TaxonomyNode {
  std::string name;                 ///< canonical: "产出指标"
  std::vector<std::string> aliases; ///< printed names read as it, without the canonical one
  int parent = -1;                  ///< index of the level-1 node; -1 for a level-1 node itself
};

/// A word in an indicator's name that speaks for a level-2 group.
struct Cue {
  std::string word;
  int node = 0; ///< index of the level-2 node
  double weight = 0;
};

/// Speaks for a level-2 group by the kind of an indicator's target: a deadline for 时效指标.
struct KindCue {
  ValueKind kind{};
  int node = 0;
  double weight = 0;
};

struct Taxonomy {
  std::vector<TaxonomyNode> nodes; ///< each level-1 node is followed by its children
  std::vector<Cue> cues;
  std::vector<KindCue> kind_cues;

  bool is_level1(int node) const { return nodes[static_cast<std::size_t>(node)].parent < 0; }
  int parent(int node) const { return nodes[static_cast<std::size_t>(node)].parent; }
  std::string const& name(int node) const { return nodes[static_cast<std::size_t>(node)].name; }
};

/// Reads the two tables. Lines that cannot be read are skipped; a test asserts that the built-in ones have none.
Taxonomy read_taxonomy(std::string_view taxonomy_table, std::string_view cue_table);

/// The built-in taxonomy, read once.
Taxonomy const& builtin_taxonomy();

} // namespace jixiao
