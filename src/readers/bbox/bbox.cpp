#include "readers/bbox/bbox.hpp"

#include "readers/aligned/aligned.hpp"
#include "readers/geometry/geometry.hpp"
#include "readers/geometry/text_lines.hpp"
#include "text/clean.hpp"
#include "text/markup.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

namespace jixiao {
namespace {

constexpr double largest_page = 1e5; // points; a PDF's page has at most 14,400

/// A length that a page can have.
std::optional<double> match_length(std::string_view text) {
  double value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || !(std::abs(value) <= largest_page))
    return {};
  return value;
}

/// The value of an attribute of a start tag: name="value".
std::string_view attribute_of(std::string_view tag, std::string_view name) {
  for (auto at = tag.find(name); at != std::string_view::npos; at = tag.find(name, at + 1)) {
    auto const value = at + name.size();
    bool const whole = at > 0 && is_blank(tag.substr(at - 1, 1)) && tag.substr(value, 2) == "=\"";
    if (!whole)
      continue;
    auto const end = tag.find('"', value + 2);
    return end == std::string_view::npos ? std::string_view{} : tag.substr(value + 2, end - value - 2);
  }
  return {};
}

bool is_tag(std::string_view tag, std::string_view name) {
  return tag.starts_with(name) && (tag.size() == name.size() || is_blank(tag.substr(name.size(), 1)));
}

std::string decode_references(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    auto const entity = text[at] == '&' ? match_entity(text, at) : EntityMatch{};
    if (entity.length == 0)
      out.push_back(text[at++]);
    else
      append_utf8(out, entity.value), at += entity.length;
  }
  return out;
}

bool set_box(Word& word, std::optional<double> x0, std::optional<double> y0, std::optional<double> x1,
             std::optional<double> y1) {
  if (!x0 || !y0 || !x1 || !y1 || *x1 < *x0 || *y1 < *y0)
    return false;
  word.x0 = *x0, word.y0 = *y0, word.x1 = *x1, word.y1 = *y1;
  word.width = *x1 - *x0;
  return true;
}

class BoxReader {
public:
  BoxReader(SourceText const& source, ReadingBuilder& builder) : text_(source.text), builder_(builder) {}

  std::vector<RawPage> run() {
    for (auto at = text_.find('<'); at != std::string_view::npos; at = text_.find('<', at)) {
      auto const end = text_.find('>', at);
      if (end == std::string_view::npos)
        break;
      auto const tag = text_.substr(at + 1, end - at - 1);
      count_lines(at);
      at = end + 1;
      if (is_tag(tag, "page"))
        pages_.push_back({{}, match_length(attribute_of(tag, "height")).value_or(0)});
      else if (is_tag(tag, "word"))
        at = read_word(tag, at);
    }
    return std::move(pages_);
  }

private:
  void count_lines(std::size_t to) {
    line_ += static_cast<std::uint32_t>(std::count(text_.begin() + static_cast<std::ptrdiff_t>(counted_),
                                                   text_.begin() + static_cast<std::ptrdiff_t>(to), '\n'));
    counted_ = to;
  }

  std::size_t read_word(std::string_view tag, std::size_t begin) {
    auto const end = std::min(text_.find('<', begin), text_.size());
    auto const text = text_.substr(begin, end - begin);
    Word word{text};
    word.line = line_, word.begin = static_cast<std::uint32_t>(begin), word.end = static_cast<std::uint32_t>(end);
    auto const length = [&](std::string_view name) { return match_length(attribute_of(tag, name)); };
    if (!set_box(word, length("xMin"), length("yMin"), length("xMax"), length("yMax")) || is_blank(text))
      return end;
    if (text.find('&') != std::string_view::npos)
      word.text = builder_.own(decode_references(text));
    if (pages_.empty())
      pages_.emplace_back();
    pages_.back().words.push_back(word);
    return end;
  }

  std::string_view text_;
  ReadingBuilder& builder_;
  std::vector<RawPage> pages_;
  std::size_t counted_ = 0;
  std::uint32_t line_ = 1;
};

/// Reads the lines of a table of words: level, page, three more counts and the word's, then box, confidence and text.
class WordTableReader {
public:
  explicit WordTableReader(SourceText const& source) : text_(source.text) {}

  std::vector<RawPage> run() {
    std::uint32_t line = 1;
    for (std::size_t at = 0; at < text_.size(); ++line) {
      auto const end = std::min(text_.find('\n', at), text_.size());
      read_line(at, end, line);
      at = end + 1;
    }
    return std::move(pages_);
  }

private:
  enum Field : std::size_t { level, page, left = 6, top, width, height, confidence, text, count };

  void read_line(std::size_t begin, std::size_t end, std::uint32_t line) {
    std::array<std::size_t, count + 1> starts{begin};
    for (std::size_t field = 1; field < count; ++field) {
      auto const tab = text_.find('\t', starts[field - 1]);
      if (tab >= end)
        return;
      starts[field] = tab + 1;
    }
    starts[count] = end + 1;
    auto const value = [&](std::size_t f) { return text_.substr(starts[f], starts[f + 1] - starts[f] - 1); };
    if (value(level) == "1")
      pages_.push_back({{}, match_length(value(height)).value_or(0)});
    if (value(level) != "5" || is_blank(value(text)))
      return;
    auto const x = match_length(value(left)), y = match_length(value(top));
    auto const w = match_length(value(width)), h = match_length(value(height));
    Word word{trim(value(text))};
    word.line = line;
    word.begin = static_cast<std::uint32_t>(word.text.data() - text_.data());
    word.end = word.begin + static_cast<std::uint32_t>(word.text.size());
    if (!x || !y || !w || !h || !set_box(word, x, y, *x + *w, *y + *h))
      return;
    if (pages_.empty())
      pages_.emplace_back();
    pages_.back().words.push_back(word);
  }

  std::string_view text_;
  std::vector<RawPage> pages_;
};

constexpr std::string_view word_table_header =
    "level\tpage_num\tpar_num\tblock_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext";

/// As the pages of a PDF that no lines part: by the labels of forms, else by the white between the words.
void read_words(std::vector<RawPage> pages, ReadingBuilder& builder, DiagnosticSink& sink) {
  Metrics const metrics{.em = 0};
  auto text = make_page_text(pages, metrics);
  if (!read_aligned(text, builder))
    read_geometry(std::move(pages), metrics, builder, sink);
}

} // namespace

Identified identify_bbox(std::string_view text) {
  auto const head = text.substr(0, 64 << 10);
  auto const page = head.find("<page width=");
  if (page == std::string_view::npos)
    return {Answer::no, "no <page> of words with boxes"};
  if (head.find("<word xMin=", page) == std::string_view::npos && head.find("</page>", page) == std::string_view::npos)
    return {Answer::no, "pages without <word> boxes"};
  return {Answer::yes, "pages of <word> boxes"};
}

Reading read_bbox(SourceText const& source, Limits const& limits, DiagnosticSink& sink) {
  ReadingBuilder builder(limits, sink);
  read_words(BoxReader(source, builder).run(), builder, sink);
  return std::move(builder).finish();
}

Identified identify_word_table(std::string_view text) {
  return trim(text.substr(0, 256)).starts_with(word_table_header)
             ? Identified{Answer::yes, "a table of words with boxes"}
             : Identified{Answer::no, "no header of a table of words"};
}

Reading read_word_table(SourceText const& source, Limits const& limits, DiagnosticSink& sink) {
  ReadingBuilder builder(limits, sink);
  read_words(WordTableReader(source).run(), builder, sink);
  return std::move(builder).finish();
}

} // namespace jixiao
