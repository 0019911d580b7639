#pragma once

#include <jixiao/diagnostic.hpp>
#include <jixiao/export.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// What the rules make of a document: an outcome for every rule on every form, by a profile of the place and year.
namespace jixiao JIXIAO_PUBLIC {

enum class Outcome : std::uint8_t {
  holds,
  broken,
  cannot_judge,  ///< something that the rule needs is printed, but could not be read
  does_not_apply ///< the form has nothing of what the rule is about: no scores in a declaration
};

std::string_view to_string(Outcome outcome); ///< "cannot_judge"

/// One rule on one form (or, for rules about the whole, on the document). A broken rule has a diagnostic of the same
/// code for each place that breaks it.
struct Judgement {
  Code code{};
  Outcome outcome = Outcome::holds;
  std::string path;        ///< JSON Pointer of the form judged: "/forms/3"; empty for the whole document
  std::string_view reason; ///< of the last two: what is missing or unreadable: "funds/year/total/executed"; a literal
};

/// A severity, or no report at all.
enum class Level : std::uint8_t { off, note, warning, error };

std::optional<Level> parse_level(std::string_view text); ///< "off", "note", "warning" or "error"

struct LevelOverride {
  Code code{};
  Level level = Level::off;
};

struct Profile; ///< <jixiao/profile.hpp>

struct CheckOptions {
  Profile const* profile = nullptr;    ///< for all forms; nullptr: each form's own, by its layout and year
  std::vector<LevelOverride> levels{}; ///< win over those of the profile; the last of a code counts
};

/// True for the codes of rules: those that have judgements. The others are about reading.
bool is_rule(Code code);

} // namespace jixiao
