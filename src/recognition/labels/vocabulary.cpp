#include "recognition/labels/vocabulary.hpp"

#include "recognition/labels/vocabulary_file.hpp"
#include "text/clean.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace jixiao::recognition {

namespace {

constexpr std::array roles = {
    std::pair{std::string_view("pair"), Role::pair},   std::pair{std::string_view("fund"), Role::fund},
    std::pair{std::string_view("side"), Role::side},   std::pair{std::string_view("measure"), Role::measure},
    std::pair{std::string_view("goal"), Role::goal},   std::pair{std::string_view("column"), Role::column},
    std::pair{std::string_view("total"), Role::total}, std::pair{std::string_view("task"), Role::task},
    std::pair{std::string_view("note"), Role::note},   std::pair{std::string_view("series"), Role::series},
};

std::optional<Role> role_named(std::string_view name) {
  auto const found = std::ranges::find(roles, name, &std::pair<std::string_view, Role>::first);
  return found == roles.end() ? std::nullopt : std::optional(found->second);
}

/// Calls `use(label, meaning)` for each label of a table: ROLE TARGET = LABEL | LABEL.
template <class Use> void for_each_label(std::string_view table, Use use) {
  for (auto [key, labels] : vocabulary_lines(table)) {
    auto const space = std::min(key.find(' '), key.size());
    auto const role = role_named(key.substr(0, space));
    if (!role)
      continue;
    auto const target = std::string(trim(key.substr(space)));
    while (!labels.empty())
      if (auto const label = take_word(labels); !label.empty())
        use(label, Meaning{*role, target});
  }
}

} // namespace

Vocabulary::Vocabulary(std::string_view table) {
  labels_.reserve(static_cast<std::size_t>(std::ranges::count(table, '|') + std::ranges::count(table, '\n')));
  for_each_label(table, [&](std::string_view label, Meaning meaning) {
    std::string folded;
    fold_label(label, folded);
    auto& labels = label.ends_with("：") ? with_colon_ : labels_;
    labels[std::move(folded)].push_back(std::move(meaning));
  });
}

void Vocabulary::add_compounds(std::string_view table) {
  for_each_label(table, [&](std::string_view pattern, Meaning meaning) {
    auto const& added = compounds_.emplace_back(Compound(pattern), std::vector{std::move(meaning)});
    for (auto const end : added.first.last_characters())
      compounds_by_end_[end].push_back(compounds_.size() - 1);
  });
}

void Vocabulary::add(std::string_view label, Meaning meaning) {
  std::string folded;
  fold_label(label, folded);
  auto& meanings = labels_[folded];
  std::erase_if(meanings, [&](Meaning const& known) { return known.role == meaning.role; });
  meanings.insert(meanings.begin(), std::move(meaning));
}

std::vector<Meaning> const* Vocabulary::find(std::string_view folded) const {
  if (auto const found = labels_.find(folded); found != labels_.end())
    return &found->second;
  auto const ending = compounds_by_end_.find(folded.empty() ? 0 : character_before(folded, folded.size()).value);
  if (ending == compounds_by_end_.end())
    return nullptr;
  auto const made = std::ranges::find_if(ending->second, [&](auto i) { return compounds_[i].first.matches(folded); });
  return made == ending->second.end() ? nullptr : &compounds_[*made].second;
}

std::vector<Meaning> const* Vocabulary::find_before_colon(std::string_view folded) const {
  auto const found = with_colon_.find(folded);
  return found == with_colon_.end() ? find(folded) : &found->second;
}

Vocabulary const& Vocabulary::builtin() {
  static Vocabulary const vocabulary = [] {
    Vocabulary made(vocabulary_file("labels.vocab"));
    made.add_compounds(vocabulary_file("compounds.vocab"));
    return made;
  }();
  return vocabulary;
}

} // namespace jixiao::recognition
