#pragma once

#include "model/taxonomy.hpp"
#include "recognition/labels/vocabulary.hpp"

#include <bitset>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace jixiao::recognition {

/// What a printed text is as a label.
struct Label {
  std::vector<Meaning> const* meanings = nullptr; ///< of the vocabulary; null when it is none
  std::int16_t level1 = -1, level2 = -1;          ///< groups of the taxonomy that it names
  std::string text;                               ///< folded, without number and brackets
  std::string annotation;                         ///< folded: what stood in brackets behind it
  std::uint32_t rest = 0;                         ///< offset of a value behind a colon in the same text; 0: none
  bool part = false;                              ///< 其中：
  bool numbered = false;                          ///< a number stood before it
  bool path = false;                              ///< 产出-数量指标: it names the group above its own, too
  bool coded = false;                             ///< 11数量指标: its code stood before it
  bool one_of_several = false;                    ///< a number stood behind it: 年度目标2
  bool other_characters = false;                  ///< printed in traditional ones, or with readings between

  bool is_level() const { return level1 >= 0 || level2 >= 0; }
  bool known() const { return meanings != nullptr; }
  Meaning const* as(Role role) const { return meaning_of(meanings, role); }
  bool is(Role role, std::string_view target) const { return has_meaning(meanings, role, target); }
};

/// The text without a bracket at its end that says where the seal goes: 某局（盖章）.
[[nodiscard]] std::string_view without_seal(std::string_view text);

/// A text as labels are compared: without blanks, in one width, without a colon at the end.
std::string folded(std::string_view text);

/// Looks up texts in the vocabulary and the taxonomy.
class LabelFinder {
public:
  LabelFinder(Vocabulary const& vocabulary, Taxonomy const& taxonomy);

  /// One for a single document, and a single thread: it remembers what it found, since what is printed on one form is
  /// printed on the next, and several steps ask for the same cell. Shares the tables of this one.
  LabelFinder of_document() const;

  /// The label that the text is. Where it is none but begins with one and a colon, the label with its rest.
  Label find(std::string_view text) const;

  /// The same without a copy: what is remembered, or what was put into `found`.
  Label const& find(std::string_view text, Label& found) const;

  /// The same, for a part of a line of amounts: `财政拨款 800` has its rest without a colon.
  Label find_with_amount(std::string_view text) const;

  /// The label of a text that is already folded; no rest is looked for.
  Label find_folded(std::string_view folded) const;

  /// False where no label begins with the two characters that the folded text begins with, nor a text that is one
  /// behind a number or mark. Characters that share a place in the table with those of a label pass.
  bool may_begin_label(std::string_view folded) const;

  /// The listed labels of fields of the form with one value, in the order of the alphabet.
  std::span<std::string_view const> labels_of_fields() const { return tables_->of_fields; }

  /// Those that head a column of a table of indicators or of amounts, in that order.
  std::span<std::string_view const> labels_of_columns() const { return tables_->of_columns; }

  Taxonomy const& taxonomy() const { return taxonomy_; }
  Vocabulary const& vocabulary() const { return vocabulary_; }

private:
  Vocabulary const& vocabulary_;
  Taxonomy const& taxonomy_;
  struct Group {
    std::int16_t level1 = -1, level2 = -1;
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  template <class Value> using ByText = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;

  struct Tables {
    ByText<Group> groups;
    std::vector<std::string_view> of_fields, of_columns; ///< of the vocabulary
    std::bitset<0x10000> begins;                         ///< by the hash of the first two characters
  };

  std::shared_ptr<Tables const> tables_;
  mutable std::optional<ByText<Label>> found_; ///< by texts as printed; of a document

  Label find_anew(std::string_view text) const;
  /// Changes the label only where the text is one.
  bool look_up(std::string_view text, Label& label) const;
  bool look_up_path(std::string_view text, Label& label) const;
  Group group_named(std::string_view text) const;
  Label find_before(std::string_view text, std::size_t rest) const;
  Label find_simplified(std::string_view folded) const;
  Label find_with_holes(std::string_view folded) const;
};

/// Of the built-in vocabulary and taxonomy.
LabelFinder const& builtin_label_finder();

} // namespace jixiao::recognition
