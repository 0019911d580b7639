#pragma once

#include <jixiao/check.hpp>
#include <jixiao/decimal.hpp>
#include <jixiao/export.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao JIXIAO_PUBLIC {

/// A grade and the least score that earns it.
struct GradeCutOff {
  std::string grade; ///< "优"
  Decimal from;
};

/// The share of an indicator's weight, in percent, that a qualitative result earns.
struct ScoreBand {
  std::string result; ///< "met", "partly" or "missed"
  Decimal low, high;
};

/// What a profile asks of a group of indicators, level 1 or level 2.
struct GroupRule {
  std::string group;             ///< canonical name: "产出指标"
  bool required = false;         ///< the form has to have indicators of it
  bool expected = false;         ///< a form without one of it is asked why
  std::optional<Decimal> weight; ///< that its indicators should add up to
};

/// What a place and an era ask of a form; docs/profiles.md describes the text it is read from.
struct Profile {
  std::string name;                         ///< "national-2020"
  std::string title;                        ///< for a person
  std::string place;                        ///< of the layouts it is for; empty: all
  std::optional<int> first_year, last_year; ///< of the forms it is for
  std::vector<Decimal> execution_weights;   ///< accepted weights of the execution rate
  std::vector<GroupRule> groups;
  std::vector<GradeCutOff> grades; ///< from the best down
  std::vector<ScoreBand> bands;
  Decimal strict{1, 1};              ///< how far a score may be off
  Decimal rounded{1, 0};             ///< the same, of a score printed as a whole number
  Decimal over_fulfilment{30, 0};    ///< percent above the target that ask for a reason
  Decimal satisfaction{80, 0};       ///< the least percentage a target of satisfaction should ask for
  Decimal execution{90, 0};          ///< percent of the budget; a lower execution asks for a reason
  int fewest_indicators = 3;         ///< of a form
  int most_indicators = 25;          ///< of a form
  std::vector<LevelOverride> levels; ///< severities by code
};

/// A profile read from a text, or what is wrong with it.
struct ProfileReading {
  Profile profile;
  std::vector<Diagnostic> diagnostics; ///< codes P6xx, with line and column; the profile is usable when there are none
};

/// Reads a `.profile` text.
ProfileReading read_profile(std::string_view text);

/// A built-in profile; nullptr when there is none of that name.
Profile const* find_profile(std::string_view name);

/// The built-in profiles, by name.
std::span<Profile const> profiles();

/// The built-in profile for a form of a layout's place and of a fiscal year: that of the place, or the national one.
Profile const& profile_for(std::string_view place, std::optional<int> fiscal_year);

} // namespace jixiao
