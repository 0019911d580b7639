#include "readers/markdown/footnotes.hpp"

#include "readers/markdown/marks.hpp"
#include "text/clean.hpp"

#include <algorithm>

namespace jixiao {
namespace {

constexpr std::size_t longest_name = 64;

/// The name of a footnote's mark at `at`; empty when none stands there.
std::string_view footnote_name(std::string_view text, std::size_t at) {
  if (!text.substr(at).starts_with("[^"))
    return {};
  auto const rest = text.substr(at + 2, longest_name);
  auto const name = rest.substr(0, std::min(rest.find(']'), rest.size()));
  return name.size() == rest.size() || name.find(' ') != std::string_view::npos ? std::string_view() : name;
}

/// The line keeps its place in the text: tables are read from their first line to their last.
void blank(Line& line) { line.text = line.text.substr(0, 0); }

bool is_continued(std::string_view line) { return line.starts_with("    ") && !is_blank(line); }

} // namespace

Footnotes take_footnotes(std::vector<Line>& lines) {
  Footnotes footnotes;
  for (std::size_t at = 0; at < lines.size(); ++at) {
    auto const name = footnote_name(lines[at].text, 0);
    auto const length = name.size() + 3;
    if (name.empty() || !lines[at].text.substr(length).starts_with(':'))
      continue;
    auto& says = footnotes[name] = trim(lines[at].text.substr(length + 1));
    blank(lines[at]);
    for (; at + 1 < lines.size() && is_continued(lines[at + 1].text); ++at) {
      says.append(says.empty() ? "" : "\n").append(trim(lines[at + 1].text));
      blank(lines[at + 1]);
    }
  }
  return footnotes;
}

void place_footnotes(Footnotes const& footnotes, Reading& reading) {
  if (footnotes.empty())
    return;
  take_marks(reading, [&](std::uint32_t i, std::size_t at, std::string const&) -> std::size_t {
    auto const name = footnote_name(reading.cells[i].text, at);
    auto const footnote = name.empty() ? footnotes.end() : footnotes.find(name);
    if (footnote == footnotes.end())
      return 0;
    reading.notes.push_back({i, Code::note_beside, {{"what", "a footnote"}, {"text", footnote->second}}});
    return name.size() + 3;
  });
}

} // namespace jixiao
