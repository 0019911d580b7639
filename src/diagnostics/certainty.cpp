#include "diagnostics/certainty.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>

namespace jixiao {

namespace {

template <std::size_t N> bool is_one_of(Code code, std::array<Code, N> const& codes) {
  return std::ranges::find(codes, code) != codes.end();
}

/// Decided by what is printed on the row and by the taxonomy.
bool is_from_taxonomy(Code code) {
  return is_one_of(code,
                   std::array{Code::row_shifted, Code::label_in_wrong_column, Code::wrong_parent, Code::label_joined});
}

/// These say that the group of a row is a matter of evidence.
bool doubts_group(Code code) {
  return is_one_of(
      code, std::array{Code::label_printed_early, Code::group_inferred, Code::label_overruled, Code::label_placed});
}

bool is_close_call(Code code) { return code == Code::ambiguous_group || code == Code::ambiguous_cell; }

/// "/forms/3/indicators/7" of a path in it; else the path itself.
std::string_view node_of(std::string_view path) {
  constexpr std::string_view indicators = "/indicators/";
  auto const begin = path.find(indicators);
  return begin == path.npos ? path : path.substr(0, path.find('/', begin + indicators.size()));
}

std::string_view argument(Diagnostic const& finding, std::string_view name) {
  auto const found = std::ranges::find(finding.arguments, name, &Argument::name);
  return found == finding.arguments.end() ? std::string_view() : std::string_view(found->value);
}

/// What is in doubt about a node of the document.
struct Doubt {
  Certainty group = Certainty::certain;
  std::string_view runner_up;
};

using Doubts = std::unordered_map<std::string_view, Doubt>;

Doubts doubts_of(std::span<Diagnostic const> findings) {
  Doubts out;
  for (auto const& finding : findings) {
    auto const raise = [&](Certainty to) {
      auto& doubt = out[node_of(finding.path)];
      doubt.group = std::max(doubt.group, to);
      if (to == Certainty::close_call)
        doubt.runner_up = argument(finding, "runner_up");
    };
    if (finding.code == Code::ambiguous_group)
      raise(Certainty::close_call);
    else if (doubts_group(finding.code))
      raise(Certainty::likely);
  }
  return out;
}

void rate(Diagnostic& finding, Doubts const& doubts) {
  auto const own = is_close_call(finding.code)      ? Certainty::close_call
                   : is_from_taxonomy(finding.code) ? Certainty::certain
                                                    : Certainty::likely;
  finding.certainty = std::max(own, finding.certainty.value_or(own));
  if (own == Certainty::close_call) {
    finding.runner_up = argument(finding, "runner_up");
  } else if (is_from_taxonomy(finding.code) || doubts_group(finding.code)) {
    auto const doubt = doubts.find(node_of(finding.path));
    if (doubt == doubts.end())
      return;
    finding.certainty = std::max(*finding.certainty, doubt->second.group);
    finding.runner_up = doubt->second.runner_up;
  }
}

} // namespace

void rate_repairs(std::span<Diagnostic> findings) {
  auto const doubts = doubts_of(findings);
  for (auto& finding : findings)
    if (info(finding.code).id.front() == 'R')
      rate(finding, doubts);
}

} // namespace jixiao
