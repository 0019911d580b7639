#include "readers/markdown/markdown.hpp"

#include "readers/html/html.hpp"
#include "readers/layout/wrapped_lines.hpp"
#include "readers/lines.hpp"
#include "readers/markdown/dashed.hpp"
#include "readers/markdown/footnotes.hpp"
#include "readers/markdown/front_matter.hpp"
#include "readers/markdown/grid.hpp"
#include "readers/markdown/html.hpp"
#include "readers/markdown/inline.hpp"
#include "readers/markdown/line.hpp"
#include "readers/markdown/pipe.hpp"
#include "readers/markdown/references.hpp"
#include "readers/markdown/tabs.hpp"
#include "text/characters.hpp"
#include "text/clean.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <string>

namespace jixiao {
namespace {

std::vector<Line> lines_of(SourceText const& source, Limits const& limits, DiagnosticSink& sink) {
  auto lines = split_lines(source, limits, sink);
  std::ranges::transform(lines, lines.begin(), unquoted);
  take_front_matter(lines);
  return lines;
}

/// Block by block: each reads its lines and returns where the next one begins.
class MarkdownReader {
public:
  MarkdownReader(SourceText const& source, Limits const& limits, DiagnosticSink& sink)
      : limits_(limits), sink_(sink), lines_(lines_of(source, limits, sink)), footnotes_(take_footnotes(lines_)),
        link_names_(take_link_names(lines_)), dashed_(lines_), builder_(limits, sink) {}

  Reading run() {
    for (std::size_t at = 0; at < lines_.size() && !builder_.full();) {
      builder_.set_page(lines_[at].page);
      if (auto const end = comment_end(at); end > at) {
        at = end;
        continue;
      }
      auto const end = read_table(at);
      at = end > at ? end : read_line(at);
    }
    auto reading = std::move(builder_).finish();
    place_footnotes(footnotes_, reading);
    place_links(link_names_, reading);
    return reading;
  }

private:
  std::span<Line const> part(std::size_t begin, std::size_t end) const {
    return std::span(lines_).subspan(begin, end - begin);
  }

  /// Index behind a comment over several lines that begins at this line, which nobody sees; `at` when none does. What
  /// stands behind it on its last line is read.
  std::size_t comment_end(std::size_t at) {
    auto const begins = [&](std::string_view text) {
      return text.starts_with("<!--") && text.find(comment_close) == std::string_view::npos;
    };
    if (all_comments_closed_ || !begins(trim(lines_[at].text)))
      return at;
    std::string text(trim(lines_[at].text).substr(4));
    for (auto end = at + 1; end < lines_.size(); ++end) {
      auto const close = lines_[end].text.find(comment_close);
      text.append(" ").append(lines_[end].text.substr(0, close));
      if (close == std::string_view::npos)
        continue;
      Location place;
      place.line = lines_[at].number;
      sink_.emit(Code::hidden_text, {{"text", trim(text)}, {"how", "hidden"}}, place);
      lines_[end].text.remove_prefix(close + comment_close.size());
      return end;
    }
    all_comments_closed_ = true;
    return at;
  }

  /// Index behind the table that begins at this line; `at` when none does.
  std::size_t read_table(std::size_t at) {
    if (auto const end = tab_table_end(lines_, at); end > at) {
      read_tab_table(part(at, end), builder_);
      return end;
    }
    if (auto const end = grid_table_end(lines_, at); end > at) {
      read_grid_table(part(at, end), limits_, builder_);
      return end;
    }
    if (auto const end = pipe_table_end(lines_, at); end > at) {
      read_pipe_table(part(at, end), builder_);
      return end;
    }
    if (auto const end = html_table_end(lines_, at); end > at) {
      read_html_fragment(text_of(part(at, end)), lines_[at].number, lines_[at].begin, limits_, sink_, builder_);
      return end;
    }
    auto const table = dashed_.at(at);
    if (table)
      read_dashed_table(lines_, *table, builder_);
    return table ? table->end : at;
  }

  std::size_t read_line(std::size_t at) {
    auto const kind = kind_of(lines_[at].text);
    if (kind == LineKind::blank || kind == LineKind::mark)
      return at + 1;
    WrappedLines text{{without_marks(lines_[at])}, wrap_width};
    auto end = at + 1;
    if (kind != LineKind::heading)
      while (goes_on(end))
        text.lines.push_back(without_marks(lines_[end++]));
    auto const whole = unwrap(text, builder_);
    builder_.paragraph(printed(whole, builder_));
    note_marks(whole.text, false, builder_);
    return end;
  }

  /// True when a soft wrap parts the line from the one before it. Lines that follow each other are more often
  /// paragraphs of their own (a title, a year, a unit), so the one before has to end with a comma, or be full and end
  /// no sentence in a text that is wrapped.
  bool goes_on(std::size_t at) const {
    if (at >= lines_.size() || kind_of(lines_[at].text) != LineKind::text || lines_[at].page != lines_[at - 1].page)
      return false;
    auto const line = without_marks(lines_[at - 1]).text, next = without_marks(lines_[at]).text;
    auto const width = display_width(line);
    bool const is_wrapped = width >= least_full && width <= most_full && display_width(next) <= most_full;
    return (is_wrapped || ends_with_comma(line)) && !has_hard_break(line, next, wrap_width) && !ends_sentence(line) &&
           !begins_paragraph(next) && !begins_table(at);
  }

  bool begins_table(std::size_t at) const {
    return tab_table_end(lines_, at) > at || grid_table_end(lines_, at) > at || pipe_table_end(lines_, at) > at ||
           html_table_begins(lines_[at]) || dashed_.at(at).has_value();
  }

  static bool ends_with_comma(std::string_view line) {
    return line.ends_with(',') || line.ends_with("，") || line.ends_with("、");
  }

  static bool ends_sentence(std::string_view line) {
    constexpr std::u32string_view ends = U"。；：！？.;:!?）)】」》”\\";
    return ends.find(character_before(line, line.size()).value) != std::u32string_view::npos || line.ends_with('\\');
  }

  /// A number, a bracket, a mark of enumeration.
  static bool begins_paragraph(std::string_view line) {
    auto const first = character_at(line, 0).value;
    constexpr std::u32string_view marks = U"（(〔[【《①②③④⑤⑥⑦⑧⑨⑩<|";
    auto const after = line.size() > utf8_length(line[0]) ? character_at(line, utf8_length(line[0])).value : 0;
    return (first >= '0' && first <= '9') || marks.find(first) != std::u32string_view::npos || after == U'、';
  }

  static constexpr std::string_view comment_close = "-->";
  static constexpr std::uint32_t wrap_width = 72; // pandoc's
  static constexpr int least_full = 56, most_full = 72;

  Limits const& limits_;
  DiagnosticSink& sink_;
  std::vector<Line> lines_;
  Footnotes footnotes_;
  LinkNames link_names_;
  DashedTables dashed_;
  bool all_comments_closed_ = false; ///< none of those that begin from here on has an end
  ReadingBuilder builder_;
};

} // namespace

Reading read_markdown(SourceText const& source, Limits const& limits, DiagnosticSink& sink) {
  return MarkdownReader(source, limits, sink).run();
}

} // namespace jixiao
