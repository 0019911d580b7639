#include "rules/texts.hpp"
#include "rules/words.hpp"
#include "text/utf8.hpp"
#include "together/compare.hpp"

#include <algorithm>

namespace jixiao {

namespace {

constexpr std::size_t most_names = 8;
constexpr std::size_t fingerprint_length = 16;

void mix(std::uint64_t& hash, std::string_view text) {
  for (char const c : text)
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  hash = (hash ^ 0xFFU) * 0x100000001b3U;
}

bool has_code(std::vector<bool> const& codes, Code code) {
  return codes.empty() || (static_cast<std::size_t>(code) < codes.size() && codes[static_cast<std::size_t>(code)]);
}

/// The length of a year at `at`: 2025, 2025年, 2025年度; 0 where there is none.
std::size_t year_at(std::string_view text, std::size_t at) {
  auto const digit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
  bool const whole = (at == 0 || !digit(at - 1)) && !digit(at + 4);
  if (!whole || text.substr(at, 2) != "20" || !digit(at + 2) || !digit(at + 3))
    return 0;
  std::size_t length = 4;
  for (std::string_view const word : {"年", "度"})
    if (text.substr(at + length).starts_with(word))
      length += word.size();
  return length;
}

} // namespace

std::string without_years(std::string_view text) {
  auto const all = bare(text);
  std::string out;
  for (std::size_t at = 0; at < all.size();)
    if (auto const year = year_at(all, at))
      at += year;
    else
      out += all[at++];
  return out;
}

double name_share(std::string_view a, std::string_view b) {
  auto const first = core_of(without_years(a)), second = core_of(without_years(b));
  auto const left = pairs_of(first), right = pairs_of(second);
  if (left.empty() || right.empty())
    return first == second ? 1 : 0;
  return static_cast<double>(common(left, right)) / static_cast<double>(std::min(left.size(), right.size()));
}

std::string list_of(std::vector<std::string_view> const& names) {
  std::string out;
  for (std::size_t i = 0; i < names.size() && i < most_names; ++i)
    out.append(out.empty() ? "" : "、").append(names[i]);
  if (names.size() > most_names)
    out.append("…… +").append(std::to_string(names.size() - most_names));
  return out;
}

bool is_across(Code code) { return info(code).id.starts_with("V7"); }

std::string statement(AcrossFinding const& finding, Language language) {
  bool const chinese = language == Language::zh;
  std::string out = finding.here.document;
  out.append(chinese ? "，" : ", ").append(finding.here.form).append(chinese ? "：" : ": ");
  return out.append(message(finding.finding, language));
}

std::string fingerprint(AcrossFinding const& finding) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  mix(hash, info(finding.finding.code).id);
  for (auto const* place : {&finding.here, &finding.there}) {
    mix(hash, place->project);
    mix(hash, place->year ? std::to_string(*place->year) : "");
  }
  // Where the other form lies may change from run to run.
  for (auto const& [name, value] : finding.finding.arguments)
    if (name != "place")
      mix(hash, value);
  std::string out(fingerprint_length, '0');
  for (auto digit = out.rbegin(); digit != out.rend(); ++digit, hash >>= 4)
    *digit = "0123456789abcdef"[hash & 15];
  return out;
}

AcrossReview review_across(std::vector<AcrossFinding> findings, std::span<LevelOverride const> levels,
                           Selection const& selection) {
  AcrossReview out;
  auto const accepted = [&](AcrossFinding const& one) {
    return std::ranges::any_of(selection.accepted, [&](Suppression const& by) {
      return has_code(by.codes, one.finding.code) && (by.project.empty() || by.project == one.here.project);
    });
  };
  for (auto& one : findings) {
    auto level = static_cast<Level>(static_cast<int>(one.finding.severity) + 1);
    for (auto const& change : levels)
      if (change.code == one.finding.code)
        level = change.level;
    if (level == Level::off || !has_code(selection.codes, one.finding.code))
      continue;
    one.finding.severity = static_cast<Severity>(static_cast<int>(level) - 1);
    if (accepted(one) || (!selection.known.empty() && selection.known.contains(fingerprint(one)))) {
      ++out.known;
      continue;
    }
    ++out.severities[static_cast<std::size_t>(one.finding.severity)];
    out.findings.push_back(std::move(one));
  }
  std::ranges::stable_sort(out.findings, [](AcrossFinding const& a, AcrossFinding const& b) {
    return a.finding.severity > b.finding.severity;
  });
  return out;
}

} // namespace jixiao
