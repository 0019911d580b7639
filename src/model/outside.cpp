#include "model/outside.hpp"

#include "forms/contents.hpp"
#include "grammars/heading.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <span>
#include <utility>

namespace jixiao {

namespace {

constexpr std::size_t longest_title = 240;   ///< bytes
constexpr std::size_t longest_heading = 120; ///< bytes

bool ends_sentence(std::string_view text) {
  return text.ends_with("。") || text.ends_with("；") || text.ends_with("，") || text.ends_with("：") ||
         text.ends_with(";");
}

/// A line that could head the document: one text (perhaps repeated over merged columns), short, no sentence.
bool can_be_title(Page const& page, std::size_t row) {
  auto const cells = page.row(row);
  if (cells.empty() || page.text(cells[0]).size() > longest_title || ends_sentence(trim(page.text(cells[0]))))
    return false;
  return std::all_of(cells.begin(), cells.end(),
                     [&](std::uint32_t cell) { return page.text(cell) == page.text(cells[0]); });
}

class OutsideReader {
public:
  OutsideReader(Page const& page, ClaimMap& claims, Document& document, std::span<std::uint32_t const> contents)
      : page_(page), claims_(claims), document_(document), contents_(contents) {}

  void take(std::uint32_t row, bool before_forms) {
    auto const cells = page_.row(row);
    if (cells.empty() || std::binary_search(contents_.begin(), contents_.end(), row))
      return;
    if (before_forms && !in_part_ && !document_.title && document_.sections.empty() && can_be_title(page_, row)) {
      auto const text = clean_value(page_.text(cells[0]));
      if (!grammars::match_heading(text)) {
        document_.title = text;
        title_row = row;
        claim(row, FieldId::title);
        return;
      }
    }
    // Carriers that know nothing but tables print prose in rows of one text.
    if (page_.reading->blocks[page_.reading->rows[row].block].kind == BlockKind::paragraph || cells.size() == 1)
      take_paragraph(row);
  }

  std::optional<std::uint32_t> title_row;

private:
  void claim(std::uint32_t row, FieldId field) {
    for (auto const cell : page_.row(row))
      claims_.claim(cell, {ClaimKind::document, field, 0, 0});
  }

  void claim_layout(std::uint32_t row) {
    for (auto const cell : page_.row(row))
      claims_.layout(cell);
  }

  /// 第一部分, and its name on the line below: parts order the sections and are none.
  bool is_part(std::string_view text, grammars::Heading const* heading) {
    bool const is_part = heading && heading->style == grammars::OrdinalStyle::part;
    bool const is_name = std::exchange(awaits_part_name_, is_part && heading->title.empty()) && !heading &&
                         text.size() <= longest_heading && !ends_sentence(text);
    in_part_ |= is_part;
    return is_part || is_name;
  }

  void take_paragraph(std::uint32_t row) {
    auto text = clean_value(page_.text(page_.row(row)[0]));
    auto const heading = grammars::match_heading(text);
    if (is_part(text, heading ? &*heading : nullptr))
      return claim_layout(row);
    claim(row, FieldId::goals_annual);
    bool const is_heading = heading && heading->style != grammars::OrdinalStyle::decimal &&
                            text.size() <= longest_heading && !ends_sentence(text);
    if (is_heading) {
      document_.sections.push_back({std::move(text), std::nullopt});
      return;
    }
    if (document_.sections.empty())
      document_.sections.push_back({});
    auto& section = document_.sections.back();
    if (section.text)
      *section.text += "\n" + text;
    else
      section.text = std::move(text);
  }

  Page const& page_;
  ClaimMap& claims_;
  Document& document_;
  bool in_part_ = false, awaits_part_name_ = false;
  std::span<std::uint32_t const> contents_; ///< rows of the list of contents, which is no section
};

} // namespace

std::optional<std::uint32_t> read_outside(Page const& page, std::vector<RowRange> const& forms, ClaimMap& claims,
                                          Document& document) {
  auto contents = find_contents(page);
  for (auto const row : contents.rows)
    for (auto const cell : page.row(row))
      claims.layout(cell);
  OutsideReader reader(page, claims, document, contents.rows);
  std::uint32_t row = 0;
  for (std::size_t i = 0; i <= forms.size(); ++i) {
    auto const end = i < forms.size() ? forms[i].first_row : static_cast<std::uint32_t>(page.rows.size());
    for (; row < end; ++row)
      reader.take(row, i == 0 && !forms.empty());
    if (i < forms.size())
      row = forms[i].end_row;
  }
  document.contents = std::move(contents.entries);
  return reader.title_row;
}

} // namespace jixiao
