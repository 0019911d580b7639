#include "readers/html/scrub.hpp"

#include "readers/html/open_elements.hpp"
#include "readers/html/scan.hpp"
#include "readers/html/tags.hpp"

#include <algorithm>
#include <array>

namespace jixiao {
namespace {

/// Elements that leave no trace in the text or are known by the changed name.
TagSet const renamed = {
    GUMBO_TAG_A,         GUMBO_TAG_B,      GUMBO_TAG_BIG,      GUMBO_TAG_CODE,   GUMBO_TAG_EM,     GUMBO_TAG_FONT,
    GUMBO_TAG_I,         GUMBO_TAG_NOBR,   GUMBO_TAG_S,        GUMBO_TAG_SMALL,  GUMBO_TAG_STRIKE, GUMBO_TAG_STRONG,
    GUMBO_TAG_TT,        GUMBO_TAG_U,      GUMBO_TAG_SELECT,   GUMBO_TAG_SVG,    GUMBO_TAG_MATH,   GUMBO_TAG_TEMPLATE,
    GUMBO_TAG_FORM,      GUMBO_TAG_BUTTON, GUMBO_TAG_FRAMESET, GUMBO_TAG_OBJECT, GUMBO_TAG_APPLET, GUMBO_TAG_MARQUEE,
    GUMBO_TAG_ISINDEX,   GUMBO_TAG_RUBY,   GUMBO_TAG_RB,       GUMBO_TAG_RT,     GUMBO_TAG_RP,     GUMBO_TAG_RTC,
    GUMBO_TAG_PLAINTEXT,
};

/// The letter that is put for the first of the name. Elements that are told apart by more than their other letters, <s>
/// from <b>, <rt> from <tt>, <a> from <i>, have one of their own.
char first_letter(GumboTag tag) {
  switch (tag) {
  case GUMBO_TAG_S:
  case GUMBO_TAG_RT:
  case GUMBO_TAG_RTC:
    return 'z';
  case GUMBO_TAG_A:
    return 'y';
  case GUMBO_TAG_U:
    return 'w';
  default:
    return 'x';
  }
}

/// Elements whose loss changes no paragraph and no table.
bool is_inline(GumboTag tag) {
  return tag == GUMBO_TAG_UNKNOWN || tag == GUMBO_TAG_SPAN || tag == GUMBO_TAG_LABEL || tag == GUMBO_TAG_INS;
}

class Scrubber {
public:
  Scrubber(std::string_view page, std::uint32_t line, Limits const& limits, DiagnosticSink& sink)
      : page_(page), line_(line), limits_(limits), sink_(sink), out_(page),
        is_xhtml_(page.substr(0, 1 << 10).find("http://www.w3.org/1999/xhtml") != std::string_view::npos) {}

  std::string run() {
    for (std::size_t at = 0;;) {
      auto token = next_html_token(page_, at);
      if (token.kind == HtmlToken::Kind::none)
        break;
      nodes_ += 1 + std::min(token.attributes, html_attribute_limit);
      if (nodes_ > limits_.cells) {
        leave_rest(token.begin);
        break;
      }
      at = token.end;
      if (token.kind == HtmlToken::Kind::comment && foreign_ > 0)
        at = bare_text(token);
      if (token.kind == HtmlToken::Kind::start)
        at = start(token);
      else if (token.kind == HtmlToken::Kind::end)
        end(token);
    }
    if (deep_ > 0)
      comment_out(deep_begin_, out_.size());
    return std::move(out_);
  }

private:
  /// Returns where to go on.
  std::size_t start(HtmlToken& token) {
    bool const is_foreign = token.tag == GUMBO_TAG_SVG || token.tag == GUMBO_TAG_MATH;
    // Of elements that it does not know the parser takes any end for that of another: what closes itself must not stay.
    bool const may_close = is_xhtml_ || is_foreign || foreign_ > 0 || token.tag == GUMBO_TAG_UNKNOWN;
    if (may_close && is_closed_by_itself(token)) {
      comment_out(token.begin, token.end);
      return token.end;
    }
    foreign_ += is_foreign ? 1 : 0;
    bool const raw = raw_text_tags.has(token.tag);
    auto const next = raw ? raw_text_end(page_, token.end, token.name) : token.end;
    drop_surplus(token);
    rename(token, 1);
    if (deep_ > 0) {
      deep_ += void_tags.has(token.tag) || is_inline(token.tag) ? 0 : 1;
      return next;
    }
    if (is_repeated(token.tag)) {
      comment_out(token.begin, token.end);
      return next;
    }
    if (!open_.before_start(token.tag))
      return next;
    if (open_.depth() < limits_.xml_depth)
      open_.push(token.tag);
    else
      too_deep(token);
    return next;
  }

  /// What stands between `<![CDATA[` and `]]>` is text in SVG and MathML, and a comment elsewhere. Returns where to go
  /// on.
  std::size_t bare_text(HtmlToken const& token) {
    constexpr std::string_view open = "<![CDATA[", close = "]]>";
    auto const text = page_.substr(token.begin);
    auto const end = text.starts_with(open) ? text.find(close) : std::string_view::npos;
    if (end == std::string_view::npos || text.substr(open.size(), end - open.size()).find('<') < end)
      return token.end;
    blank(token.begin, token.begin + open.size());
    blank(token.begin + end, token.begin + end + close.size());
    return token.begin + end + close.size();
  }

  /// `<title/>` and `<s/>` of XHTML, which HTML would take for elements that never end. Empty cells and paragraphs end
  /// by themselves.
  bool is_closed_by_itself(HtmlToken const& token) const {
    constexpr std::array parts = {GUMBO_TAG_TABLE, GUMBO_TAG_TR, GUMBO_TAG_TD, GUMBO_TAG_TH, GUMBO_TAG_P, GUMBO_TAG_LI};
    return page_[token.end - 2] == '/' && !void_tags.has(token.tag) &&
           std::ranges::find(parts, token.tag) == parts.end();
  }

  void end(HtmlToken& token) {
    bool const is_foreign = token.tag == GUMBO_TAG_SVG || token.tag == GUMBO_TAG_MATH;
    foreign_ -= is_foreign && foreign_ > 0 ? 1 : 0;
    rename(token, 2);
    if (deep_ == 0)
      return open_.end(token.tag);
    if (void_tags.has(token.tag) || is_inline(token.tag) || --deep_ > 0)
      return;
    comment_out(deep_begin_, token.end);
  }

  void drop_surplus(HtmlToken const& token) {
    if (token.surplus != 0)
      blank(token.surplus, token.end - 1);
  }

  void blank(std::size_t begin, std::size_t end) {
    std::fill(out_.begin() + offset(begin), out_.begin() + offset(end), ' ');
  }

  void rename(HtmlToken& token, std::size_t skip) {
    if (!renamed.has(token.tag))
      return;
    out_[token.begin + skip] = first_letter(token.tag);
    token.tag = GUMBO_TAG_UNKNOWN;
  }

  bool is_repeated(GumboTag tag) {
    if (tag == GUMBO_TAG_HTML)
      return std::exchange(has_html_, true);
    return tag == GUMBO_TAG_BODY && std::exchange(has_body_, true);
  }

  void too_deep(HtmlToken const& token) {
    if (is_inline(token.tag))
      return comment_out(token.begin, token.end);
    deep_ = 1;
    deep_begin_ = token.begin;
    if (std::exchange(reported_, true))
      return;
    sink_.emit(Code::xml_too_deep, {{"part", "html"}, {"limit", limits_.xml_depth}}, at(token.begin));
  }

  /// Shorter than any tag is "<!>", a comment that is none of HTML's, and ends with the first '>'.
  void comment_out(std::size_t begin, std::size_t end) {
    blank(begin, end);
    out_[begin + 1] = '!';
    out_[begin] = '<';
    out_[end - 1] = '>';
  }

  void leave_rest(std::size_t begin) {
    out_.resize(begin);
    sink_.emit(Code::too_many_cells, {{"limit", limits_.cells}}, at(begin));
  }

  Location at(std::size_t begin) const {
    Location location;
    if (line_ == 0)
      return location;
    auto const before = page_.substr(0, begin);
    location.line = line_ + static_cast<std::uint32_t>(std::ranges::count(before, '\n'));
    return location;
  }

  static std::ptrdiff_t offset(std::size_t at) { return static_cast<std::ptrdiff_t>(at); }

  std::string_view page_;
  std::uint32_t line_;
  Limits const& limits_;
  DiagnosticSink& sink_;
  std::string out_;
  OpenElements open_;
  std::uint64_t nodes_ = 0, deep_ = 0; ///< deep_: elements open in the one that is too deep, itself counted
  std::size_t deep_begin_ = 0;
  std::uint32_t foreign_ = 0; ///< open elements of SVG and MathML, in which any may close itself
  bool is_xhtml_;
  bool has_html_ = false, has_body_ = false, reported_ = false;
};

} // namespace

std::string scrub_html(std::string_view page, std::uint32_t line, Limits const& limits, DiagnosticSink& sink) {
  return Scrubber(page, line, limits, sink).run();
}

} // namespace jixiao
