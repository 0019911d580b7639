#include "readers/html/html.hpp"

#include "readers/html/open_elements.hpp"
#include "readers/html/scan.hpp"
#include "readers/html/tags.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <array>

namespace jixiao {
namespace {

constexpr std::size_t sample_bytes = 64 << 10;
constexpr std::size_t fewest_stray_cells = 4; ///< of a table that lost its tag; fewer are a slip

/// What the tags in the first part of a text are.
struct Marks {
  bool is_page = false;      ///< <!DOCTYPE html>, <html>, <head> or <body> stands before any text
  bool is_boxes = false;     ///< the words of a PDF with their boxes, which poppler writes as XHTML
  bool has_rows = false;     ///< a table with a row of cells
  bool begins = false;       ///< a block element stands before any text
  bool text_outside = false; ///< text stands outside of block elements
};

bool is_doctype(std::string_view comment) {
  constexpr std::string_view html = "<!doctype html";
  auto const begin = comment.substr(0, html.size());
  return std::ranges::equal(begin, html, {},
                            [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
}

bool is_block(GumboTag tag) {
  constexpr std::array others = {GUMBO_TAG_P,     GUMBO_TAG_TABLE,  GUMBO_TAG_HR,   GUMBO_TAG_META,
                                 GUMBO_TAG_TITLE, GUMBO_TAG_SCRIPT, GUMBO_TAG_LINK, GUMBO_TAG_STYLE};
  return block_tags.has(tag) || heading_tags.has(tag) || std::ranges::find(others, tag) != others.end();
}

class MarkScan {
public:
  explicit MarkScan(std::string_view sample) : sample_(sample) {}

  Marks run() {
    for (std::size_t at = 0;;) {
      auto const token = next_html_token(sample_, at);
      if (token.kind == HtmlToken::Kind::none)
        break;
      text(sample_.substr(at, token.begin - at));
      at = token.end;
      if (token.kind == HtmlToken::Kind::comment)
        marks_.is_page |= !any_text_ && is_doctype(sample_.substr(token.begin, token.end - token.begin));
      else if (token.kind == HtmlToken::Kind::end)
        open_.end(token.tag);
      else
        at = start(token);
    }
    return marks_;
  }

private:
  void text(std::string_view between) {
    if (is_blank(between))
      return;
    any_text_ = true;
    marks_.text_outside |= open_.depth() == 0;
  }

  std::size_t start(HtmlToken const& token) {
    constexpr std::array page = {GUMBO_TAG_HTML, GUMBO_TAG_HEAD, GUMBO_TAG_BODY};
    marks_.is_page |= !any_text_ && std::ranges::find(page, token.tag) != page.end();
    marks_.begins |= !any_text_ && is_block(token.tag);
    marks_.is_boxes |= token.name == "word" && sample_.substr(token.begin, 16).find("xMin=") != std::string_view::npos;
    bool const opens = open_.before_start(token.tag);
    bool const cell = token.tag == GUMBO_TAG_TD || token.tag == GUMBO_TAG_TH;
    marks_.has_rows |= cell && (opens || ++stray_cells_ >= fewest_stray_cells);
    if (raw_text_tags.has(token.tag))
      return raw_text_end(sample_, token.end, token.name);
    if (opens && token.tag != GUMBO_TAG_UNKNOWN && open_.depth() < 64)
      open_.push(token.tag);
    return token.end;
  }

  std::string_view sample_;
  OpenElements open_;
  Marks marks_;
  bool any_text_ = false;
  std::size_t stray_cells_ = 0; ///< that no table holds
};

} // namespace

/// A heading of Markdown before the page: tables of HTML stand in a text of another kind, which knows what to do.
bool begins_as_markdown(std::string_view text) {
  auto const first = trim(text);
  auto const mark = first.find_first_not_of('#');
  return mark != 0 && mark != std::string_view::npos && mark <= 6 && first[mark] == ' ';
}

Identified identify_html(std::string_view text) {
  auto const marks = MarkScan(text.substr(0, sample_bytes)).run();
  if (marks.has_rows && begins_as_markdown(text))
    return {Answer::unsure, "tags in a text that begins as Markdown"};
  if (marks.is_boxes)
    return {Answer::no, "words with boxes, from a PDF"};
  if (marks.is_page)
    return {Answer::yes, "a web page"};
  if (!marks.has_rows)
    return {Answer::no, "no <html> and no table in tags"};
  if (marks.begins && !marks.text_outside)
    return {Answer::yes, "a table in tags"};
  return {Answer::unsure, "a table in tags among other text"};
}

} // namespace jixiao
