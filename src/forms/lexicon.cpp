#include "forms/lexicon.hpp"

#include "text/clean.hpp"

#include <algorithm>
#include <bit>
#include <functional>

namespace jixiao {

namespace {

std::size_t hash(std::string_view text) { return std::hash<std::string_view>{}(text); }

std::uint8_t small(std::size_t value) { return static_cast<std::uint8_t>(std::min<std::size_t>(value, 255)); }

} // namespace

Lexicon::Lexicon(std::vector<FormGrammar> const& forms, Taxonomy const& taxonomy) {
  add_taxonomy(taxonomy);
  for (std::size_t i = 0; i < forms.size(); ++i)
    add_form(forms[i], static_cast<std::uint16_t>(i));
  index();
}

Lexeme& Lexicon::intern(std::string_view text) {
  std::string folded;
  fold_label(text, folded);
  auto const known = std::find_if(lexemes_.begin(), lexemes_.end(), [&](Lexeme const& l) { return l.text == folded; });
  if (known != lexemes_.end())
    return *known;
  lexemes_.push_back({std::move(folded), {}, {}, -1, -1, false});
  return lexemes_.back();
}

void Lexicon::add_label(LabelRule const& rule, LabelUse use) {
  use.rule = &rule;
  for (auto const& text : rule.texts)
    intern(text).uses.push_back(use);
}

void Lexicon::add_form(FormGrammar const& form, std::uint16_t index) {
  auto const add_all = [&](std::vector<LabelRule> const& rules, LabelRole role, std::size_t block, std::size_t panel) {
    for (std::size_t i = 0; i < rules.size(); ++i)
      add_label(rules[i], {index, role, small(block), small(panel), small(i)});
  };
  for (std::size_t b = 0; b < form.pairs.size(); ++b) {
    add_all(form.pairs[b].sides, LabelRole::side, b, 0);
    for (std::size_t p = 0; p < form.pairs[b].panels.size(); ++p)
      add_all(form.pairs[b].panels[p], LabelRole::pair, b, p);
  }
  for (std::size_t b = 0; b < form.matrices.size(); ++b) {
    add_all(form.matrices[b].sides, LabelRole::side, b, 0);
    add_all(form.matrices[b].rows, LabelRole::matrix_row, b, 0);
    add_all(form.matrices[b].columns, LabelRole::matrix_column, b, 0);
  }
  for (std::size_t b = 0; b < form.below.size(); ++b) {
    add_all(form.below[b].sides, LabelRole::side, b, 0);
    add_all(form.below[b].headers, LabelRole::below_header, b, 0);
  }
  for (std::size_t b = 0; b < form.series.size(); ++b)
    add_label(form.series[b].side, {index, LabelRole::series, small(b), 0, 0});
  for (std::size_t b = 0; b < form.records.size(); ++b) {
    auto const& records = form.records[b];
    add_all(records.sides, LabelRole::side, b, 0);
    for (std::size_t i = 0; i < records.columns.size(); ++i)
      add_label(records.columns[i].label, {index, LabelRole::column, small(b), 0, small(i)});
    for (std::size_t i = 0; i < records.totals.size(); ++i)
      add_label(records.totals[i].label, {index, LabelRole::total, small(b), 0, small(i)});
  }
  add_all(form.ignored, LabelRole::ignored, 0, 0);
  for (auto const& text : form.forbids_labels)
    intern(text); // labels of other forms, perhaps of none that is known
  for (auto const& title : form.titles) {
    if (title.starts_with('*')) {
      std::string folded;
      fold_label(std::string_view(title).substr(1), folded);
      suffixes_.push_back({std::move(folded), index});
    } else {
      intern(title).titles.push_back(index);
    }
  }
}

void Lexicon::add_taxonomy(Taxonomy const& taxonomy) {
  for (std::size_t i = 0; i < taxonomy.nodes.size(); ++i) {
    auto const& node = taxonomy.nodes[i];
    auto const mark = [&](std::string_view text, bool canonical) {
      auto& lexeme = intern(text);
      (node.parent < 0 ? lexeme.level1 : lexeme.level2) = static_cast<std::int16_t>(i);
      lexeme.canonical = lexeme.canonical || canonical;
    };
    mark(node.name, true);
    for (auto const& alias : node.aliases)
      mark(alias, alias.ends_with("指标"));
  }
}

void Lexicon::index() {
  slots_.assign(std::bit_ceil(lexemes_.size() * 2 + 1), -1);
  for (std::size_t i = 0; i < lexemes_.size(); ++i) {
    auto slot = hash(lexemes_[i].text) & (slots_.size() - 1);
    while (slots_[slot] >= 0)
      slot = (slot + 1) & (slots_.size() - 1);
    slots_[slot] = static_cast<std::int32_t>(i);
  }
}

int Lexicon::find(std::string_view folded) const {
  if (folded.empty() || folded.size() > longest_label || slots_.empty())
    return -1;
  for (auto slot = hash(folded) & (slots_.size() - 1); slots_[slot] >= 0; slot = (slot + 1) & (slots_.size() - 1))
    if (lexemes_[static_cast<std::size_t>(slots_[slot])].text == folded)
      return slots_[slot];
  return -1;
}

namespace {

/// Offset of the first ASCII or full-width form of a sign; the full-width ones here all begin with EF BC.
std::size_t find_sign(std::string_view text, char ascii, char last_byte_of_wide) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == ascii)
      return i;
    if (text[i] == '\xEF' && i + 2 < text.size() && text[i + 1] == '\xBC' && text[i + 2] == last_byte_of_wide)
      return i;
  }
  return std::string_view::npos;
}

int find_folded(Lexicon const& lexicon, std::string_view text, std::string& buffer) {
  buffer.clear();
  return lexicon.find(fold_label(text, buffer));
}

} // namespace

LabelMatch match_label(Lexicon const& lexicon, std::string_view cell, std::string& buffer) {
  // Padding can make a label's cell longer than the label; beyond twice its length it is prose.
  if (cell.size() > 2 * Lexicon::longest_label)
    return {};
  if (int const whole = find_folded(lexicon, cell, buffer); whole >= 0)
    return {whole, LabelFit::whole, 0};

  if (auto const bracket = find_sign(cell, '(', '\x88'); bracket != std::string_view::npos && bracket > 0)
    if (int const label = find_folded(lexicon, cell.substr(0, bracket), buffer); label >= 0)
      return {label, LabelFit::annotated, static_cast<std::uint32_t>(bracket)};

  if (auto const colon = find_sign(cell, ':', '\x9A'); colon != std::string_view::npos && colon > 0)
    if (int const label = find_folded(lexicon, cell.substr(0, colon), buffer); label >= 0)
      return {label, LabelFit::inline_value, static_cast<std::uint32_t>(colon + (cell[colon] == ':' ? 1 : 3))};
  return {};
}

} // namespace jixiao
