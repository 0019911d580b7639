#include "review/certainties.hpp"

#include <jixiao/review.hpp>

#include <algorithm>

namespace jixiao {

namespace {

/// Repairs that choose the group of a row, whichever part of it they name.
bool is_about_group(Code code) {
  return code == Code::label_printed_early || code == Code::group_inferred || code == Code::ambiguous_group ||
         code == Code::label_overruled || code == Code::label_placed;
}

/// Repairs that move the cells of a row: they are about the fields that could not be read straight off it.
bool is_about_row(Code code) { return code == Code::row_shifted || code == Code::cells_shifted; }

std::string path_of(std::string_view node, std::string_view field) {
  std::string out(node);
  out.append("/").append(field);
  std::ranges::replace(out, '.', '/');
  return out;
}

} // namespace

FieldCertainties::FieldCertainties(Document const& document, std::span<Diagnostic const> findings) {
  for (std::size_t i = 0; i < document.forms.size(); ++i) {
    auto const& form = document.forms[i];
    auto const node = "/forms/" + std::to_string(i);
    for (auto const& reading : form.how)
      if (reading.certainty)
        lower(path_of(node, reading.field), *reading.certainty);
    for (std::size_t k = 0; k < form.indicators.size(); ++k)
      for (auto const& reading : form.indicators[k].how)
        if (reading.certainty)
          lower(path_of(node + "/indicators/" + std::to_string(k), reading.field), *reading.certainty);
  }
  for (auto const& finding : findings)
    if (finding.certainty)
      add_finding(document, finding);
}

std::optional<Certainty> FieldCertainties::of(std::string_view path) const {
  std::optional<Certainty> out;
  // The field, and what it is a part of up to its form.
  for (; std::ranges::count(path, '/') > 2; path = path.substr(0, path.rfind('/')))
    if (auto const found = by_path_.find(path); found != by_path_.end())
      out = std::max(out.value_or(Certainty::certain), found->second);
  return out;
}

void FieldCertainties::lower(std::string path, Certainty to) {
  auto& certainty = by_path_.try_emplace(std::move(path), to).first->second;
  certainty = std::max(certainty, to);
}

void FieldCertainties::add_finding(Document const& document, Diagnostic const& finding) {
  auto const* row = indicator_of(document, finding.path);
  if (!row)
    return lower(finding.path, *finding.certainty);
  constexpr std::string_view list = "/indicators/";
  auto const begin = finding.path.find(list) + list.size();
  auto const node = finding.path.substr(0, finding.path.find('/', begin));
  bool const of_whole_row = finding.code == Code::wrong_parent && finding.path == node;
  if (of_whole_row || is_about_group(finding.code)) {
    lower(node + "/level1", *finding.certainty);
    lower(node + "/level2", *finding.certainty);
  } else if (is_about_row(finding.code)) {
    for (auto const& field : row->repaired)
      lower(path_of(node, field), *finding.certainty);
  } else {
    lower(finding.path, *finding.certainty);
  }
}

} // namespace jixiao
