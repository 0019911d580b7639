#include "tests/damage/line_damage.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace damage {
namespace {

using Lines = std::vector<std::string>;

/// What parts cells in one carrier or another, and nothing.
constexpr std::array<std::string_view, 12> separators = {"\t", "|", " | ", "│",  "┃",  "｜",
                                                         "  ", ",", ";",   "\f", "　", ""};

/// Lines that hold no text of a form, but shape what is around them.
constexpr std::array<std::string_view, 10> lone_lines = {"|",     "||",    "",   "│",      "|---|",
                                                         "+---+", "┌─┬─┐", "\f", "\t\t\t", "---"};

std::size_t below(Random& random, std::size_t end) { return end == 0 ? 0 : random() % end; }

Lines lines_of(std::string_view text) {
  Lines lines;
  for (std::size_t begin = 0; begin <= text.size();) {
    auto const end = std::min(text.find('\n', begin), text.size());
    lines.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

std::string joined(Lines const& lines) {
  std::string text;
  for (std::size_t i = 0; i < lines.size(); ++i)
    text.append(i == 0 ? "" : "\n").append(lines[i]);
  return text;
}

/// A place in the line where no character is cut in two.
std::size_t place_in(std::string_view line, Random& random) {
  auto at = below(random, line.size() + 1);
  while (at < line.size() && (static_cast<unsigned char>(line[at]) & 0xC0U) == 0x80U)
    ++at;
  return at;
}

struct Range {
  std::size_t at = 0, length = 0;
};

/// A separator of the line, or the end of it.
Range separator_in(std::string_view line, Random& random) {
  std::vector<Range> found;
  for (std::size_t at = 0; at < line.size(); ++at)
    for (auto const separator : separators)
      if (!separator.empty() && line.substr(at, separator.size()) == separator)
        found.push_back({at, separator.size()});
  return found.empty() ? Range{line.size(), 0} : found[below(random, found.size())];
}

void replace_all(std::string& line, std::string_view from, std::string_view to) {
  for (auto at = line.find(from); at != line.npos; at = line.find(from, at + to.size()))
    line.replace(at, from.size(), to);
}

void damage_separators(std::string& line, Random& random) {
  auto const [at, length] = separator_in(line, random);
  auto const old = line.substr(at, length);
  auto const fresh = separators[below(random, separators.size())];
  switch (random() % 4) {
  case 0:
    line.erase(at, length);
    break;
  case 1:
    line.insert(place_in(line, random), fresh);
    break;
  case 2:
    line.replace(at, length, fresh);
    break;
  default:
    if (!old.empty() && old != fresh)
      replace_all(line, old, fresh);
  }
}

void break_line(Lines& lines, std::size_t i, std::size_t at) {
  auto rest = lines[i].substr(at);
  lines[i].resize(at);
  lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(i) + 1, std::move(rest));
}

void damage_one(Lines& lines, Random& random) {
  auto const i = below(random, lines.size());
  auto const here = lines.begin() + static_cast<std::ptrdiff_t>(i);
  switch (random() % 11) {
  case 0:
    lines[i].resize(place_in(lines[i], random));
    break;
  case 1:
    lines[i].erase(0, place_in(lines[i], random));
    break;
  case 2:
    if (i + 1 < lines.size()) {
      lines[i].append(separators[below(random, separators.size())]).append(lines[i + 1]);
      lines.erase(here + 1);
    }
    break;
  case 3:
    lines.insert(here, std::string(lines[i]));
    break;
  case 4:
    std::swap(lines[i], lines[below(random, lines.size())]);
    break;
  case 5:
    if (lines.size() > 1)
      lines.erase(here);
    break;
  case 6:
    break_line(lines, i, place_in(lines[i], random));
    break;
  case 7: {
    auto const separator = separator_in(lines[i], random);
    break_line(lines, i, separator.at + (random() % 2 == 0 ? separator.length : 0));
    break;
  }
  case 8:
    lines.insert(here, std::string(lone_lines[below(random, lone_lines.size())]));
    break;
  default:
    damage_separators(lines[i], random);
  }
}

} // namespace

std::string damage_lines(std::string_view text, Random& random) {
  auto lines = lines_of(text);
  for (auto count = 1 + random() % 4; count > 0; --count)
    damage_one(lines, random);
  return joined(lines);
}

std::string splice_lines(std::string_view head, std::string_view tail, Random& random) {
  auto const end = head.find('\n', below(random, head.size()));
  auto const begin = tail.rfind('\n', below(random, tail.size()));
  return std::string(head.substr(0, end)).append(tail.substr(begin == tail.npos ? 0 : begin));
}

} // namespace damage
