#include "model/taxonomy.hpp"

#include "diagnostics/embedded.hpp"
#include "text/clean.hpp"

#include <charconv>
#include <optional>

namespace jixiao {

std::span<EmbeddedFile const> embedded_tables();

namespace {

/// The next line of `rest` without comment and trailing white space.
std::optional<std::string_view> next_line(std::string_view& rest) {
  if (rest.empty())
    return std::nullopt;
  auto const end = rest.find('\n');
  auto line = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  line = line.substr(0, line.find('#'));
  while (!line.empty() && (line.back() == ' ' || line.back() == '\r'))
    line.remove_suffix(1);
  return line;
}

std::string_view next_part(std::string_view& rest, char separator) {
  auto const end = rest.find(separator);
  auto const part = trim(rest.substr(0, end));
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  return part;
}

void read_nodes(std::string_view table, Taxonomy& taxonomy) {
  int level1 = -1;
  while (auto line = next_line(table)) {
    if (is_blank(*line))
      continue;
    bool const child = line->front() == ' ';
    TaxonomyNode node;
    node.name = next_part(*line, '|');
    while (!line->empty())
      node.aliases.emplace_back(next_part(*line, '|'));
    node.parent = child ? level1 : -1;
    if (!child)
      level1 = static_cast<int>(taxonomy.nodes.size());
    taxonomy.nodes.push_back(std::move(node));
  }
}

void add_cues(Taxonomy& taxonomy, std::string_view group, double weight, std::string_view words) {
  for (std::size_t node = 0; node < taxonomy.nodes.size(); ++node) {
    if (taxonomy.nodes[node].parent < 0 || taxonomy.nodes[node].name != group)
      continue;
    auto rest = words;
    while (!rest.empty()) {
      auto const word = next_part(rest, ' ');
      if (word == "{deadline}")
        taxonomy.kind_cues.push_back({ValueKind::deadline, static_cast<int>(node), weight});
      else if (!word.empty())
        taxonomy.cues.push_back({std::string(word), static_cast<int>(node), weight});
    }
  }
}

void read_cues(std::string_view table, Taxonomy& taxonomy) {
  while (auto line = next_line(table)) {
    auto const group = next_part(*line, ' ');
    auto const number = next_part(*line, ' ');
    double weight = 0;
    auto const parsed = std::from_chars(number.data(), number.data() + number.size(), weight);
    if (parsed.ec == std::errc{})
      add_cues(taxonomy, group, weight, *line);
  }
}

} // namespace

Taxonomy read_taxonomy(std::string_view taxonomy_table, std::string_view cue_table) {
  Taxonomy taxonomy;
  read_nodes(taxonomy_table, taxonomy);
  read_cues(cue_table, taxonomy);
  return taxonomy;
}

Taxonomy const& builtin_taxonomy() {
  static Taxonomy const taxonomy = [] {
    std::string_view nodes, cues;
    for (auto const& file : embedded_tables())
      (file.name.starts_with("cues") ? cues : nodes) = file.text;
    return read_taxonomy(nodes, cues);
  }();
  return taxonomy;
}

} // namespace jixiao
