#include "harness/expected_findings.hpp"

#include <algorithm>
#include <list>
#include <map>
#include <utility>

namespace jixiao {

namespace {

constexpr std::string_view nothing = "-";

/// The word at the start of a text, which is moved behind it.
std::string_view next_word(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r"), text.size()));
  auto const word = text.substr(0, text.find_first_of(" \t\r"));
  text.remove_prefix(word.size());
  return word;
}

bool is_part_of_place(std::string_view text) {
  return !text.empty() && (text == nothing || text.find_first_not_of("0123456789") == text.npos);
}

/// `14:2`, or with a `-` for what is not known.
bool is_place(std::string_view word) {
  auto const colon = word.find(':');
  return colon != word.npos && is_part_of_place(word.substr(0, colon)) && is_part_of_place(word.substr(colon + 1));
}

std::string number_or_dash(std::optional<std::uint32_t> number) {
  return number ? std::to_string(*number) : std::string(nothing);
}

std::string place_of(Diagnostic const& finding) {
  return number_or_dash(finding.at.line) + ':' + number_or_dash(finding.at.column);
}

std::string_view path_of(Diagnostic const& finding) { return finding.path.empty() ? nothing : finding.path; }

/// A line, read.
struct Stated {
  std::size_t line = 0; ///< from 1
  std::string_view text;
  std::optional<Severity> severity;
  Code code{};
  std::string_view path;
  std::string_view place; ///< empty: not stated
};

/// Nothing when the line is none; `out` says why.
std::optional<Stated> read_line(std::string_view line, std::size_t number, std::vector<Difference>& out) {
  auto rest = line;
  auto word = next_word(rest);
  Stated stated{number, line, parse_severity(word), {}, {}, {}};
  if (stated.severity)
    word = next_word(rest);
  auto const fault = [&](std::string what) {
    out.push_back({Difference::Kind::no_line, std::to_string(number), std::move(what), std::string(line)});
    return std::nullopt;
  };
  auto const code = find_code(word);
  if (!code)
    return fault("no code \"" + std::string(word) + "\": expected [SEVERITY] CODE PATH");
  stated.code = *code;
  stated.path = next_word(rest);
  if (stated.path == info(*code).name)
    stated.path = next_word(rest);
  if (stated.path != nothing && !stated.path.starts_with('/'))
    return fault("no path behind the code: expected a JSON Pointer, or - for none");
  if (auto const place = next_word(rest); is_place(place))
    stated.place = place;
  return stated;
}

template <class Take> void for_each_line(std::string_view text, Take take) {
  for (std::size_t number = 1; !text.empty(); ++number) {
    auto const line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    take(line, number);
  }
}

bool is_comment_or_blank(std::string_view line) {
  auto const word = next_word(line);
  return word.empty() || word.starts_with('#');
}

using Key = std::pair<Code, std::string_view>;

bool answers(Diagnostic const& finding, Stated const& stated) {
  return (!stated.severity || *stated.severity == finding.severity) &&
         (stated.place.empty() || stated.place == place_of(finding));
}

} // namespace

std::string diagnostic_line(Diagnostic const& finding) {
  auto const& code = info(finding.code);
  std::string line;
  for (std::string_view word : {to_string(finding.severity), code.id, code.name, path_of(finding)})
    line.append(word) += ' ';
  line += place_of(finding) + ' ';
  for (char const c : message(finding))
    c == '\n' ? line += "\\n" : line += c;
  return line += '\n';
}

void compare_findings(std::string_view stated, std::vector<Diagnostic> const& actual, std::vector<Difference>& out) {
  std::map<Key, std::list<Diagnostic const*>> left;
  for (auto const& finding : actual)
    left[{finding.code, path_of(finding)}].push_back(&finding);

  std::vector<Stated> lines;
  for_each_line(stated, [&](std::string_view line, std::size_t number) {
    if (!is_comment_or_blank(line))
      if (auto read = read_line(line, number, out))
        lines.push_back(*read);
  });
  // A line that states more has the first choice among findings of one code and path.
  std::ranges::stable_sort(lines, {}, [](Stated const& line) { return line.place.empty(); });
  std::vector<Stated const*> missing;
  for (auto const& line : lines) {
    auto& candidates = left[{line.code, line.path}];
    auto const found = std::ranges::find_if(candidates, [&](auto const* finding) { return answers(*finding, line); });
    if (found == candidates.end())
      missing.push_back(&line);
    else
      candidates.erase(found);
  }
  std::ranges::sort(missing, {}, &Stated::line);
  for (auto const* line : missing)
    out.push_back({Difference::Kind::missing, std::string(line->path), std::string(line->text), {}});
  std::vector<Diagnostic const*> surplus;
  for (auto const& [key, findings] : left)
    surplus.insert(surplus.end(), findings.begin(), findings.end());
  std::ranges::sort(surplus); // into the order of the document, whose elements they are
  for (auto const* finding : surplus) {
    auto text = diagnostic_line(*finding);
    text.pop_back();
    out.push_back({Difference::Kind::surplus, std::string(path_of(*finding)), {}, std::move(text)});
  }
}

std::string restated_findings(std::string_view stated, std::vector<Diagnostic> const& actual) {
  std::string out;
  bool at_start = true, any = false, severities = false;
  for_each_line(stated, [&](std::string_view line, std::size_t) {
    at_start = at_start && is_comment_or_blank(line);
    if (at_start)
      out.append(line) += '\n';
    any = any || !is_comment_or_blank(line);
    severities = severities || parse_severity(next_word(line)).has_value();
  });
  for (auto const& finding : actual)
    if (any && !severities)
      out.append(info(finding.code).id).append(" ").append(path_of(finding)) += '\n';
    else
      out += diagnostic_line(finding);
  return out;
}

} // namespace jixiao
