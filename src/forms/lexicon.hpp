#pragma once

#include "forms/form_grammar.hpp"
#include "model/taxonomy.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao {

/// What a label is within a form grammar.
enum class LabelRole : std::uint8_t {
  side,
  pair,
  matrix_row,
  matrix_column,
  below_header,
  series,
  column,
  total,
  ignored
};

/// One place of a grammar where a label stands. Indices are into the FormGrammar's lists.
struct LabelUse {
  std::uint16_t form = 0;
  LabelRole role{};
  std::uint8_t block = 0; ///< which pairs, matrix, below, series or records block
  std::uint8_t panel = 0; ///< of pairs
  std::uint8_t entry = 0; ///< within its list
  LabelRule const* rule = nullptr;
};

/// A printed word that means something to a grammar or to the taxonomy.
struct Lexeme {
  std::string text; ///< folded
  std::vector<LabelUse> uses;
  std::vector<std::uint16_t> titles; ///< forms that have it as their title
  std::int16_t level1 = -1;          ///< taxonomy nodes it names
  std::int16_t level2 = -1;
  bool canonical = false; ///< the taxonomy's own name, not an alias
};

/// All labels of all grammars and of the taxonomy in one table, so that a cell costs one look-up whatever the number
/// of grammars.
class Lexicon {
public:
  Lexicon() = default;
  Lexicon(std::vector<FormGrammar> const& forms, Taxonomy const& taxonomy);

  static constexpr std::size_t longest_label = 120; ///< bytes; longer cells are no labels

  /// Index of the lexeme with this folded text, or -1.
  int find(std::string_view folded) const;
  Lexeme const& operator[](int index) const { return lexemes_[static_cast<std::size_t>(index)]; }

  /// Titles that begin with `*`: the folded rest and the form.
  struct TitleSuffix {
    std::string text;
    std::uint16_t form = 0;
  };
  std::span<TitleSuffix const> title_suffixes() const { return suffixes_; }

private:
  std::vector<Lexeme> lexemes_;
  std::vector<TitleSuffix> suffixes_;
  std::vector<std::int32_t> slots_; ///< open addressing; -1 is free

  Lexeme& intern(std::string_view text);
  void add_label(LabelRule const& rule, LabelUse use);
  void add_form(FormGrammar const& form, std::uint16_t index);
  void add_taxonomy(Taxonomy const& taxonomy);
  void index();
};

/// How a cell's text holds a label.
enum class LabelFit : std::uint8_t {
  none,
  whole,       ///< the cell is the label
  annotated,   ///< the label, then something in brackets: 项目资金 (元)
  inline_value ///< the label, a colon and its value in one cell
};

struct LabelMatch {
  std::int32_t lexeme = -1;
  LabelFit fit = LabelFit::none;
  std::uint32_t rest = 0; ///< offset in the cell's text of what follows the label
};

/// Looks a cell up. `buffer` is scratch space.
LabelMatch match_label(Lexicon const& lexicon, std::string_view cell, std::string& buffer);

} // namespace jixiao
