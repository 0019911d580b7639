#include "readers/page/read_pages.hpp"

#include "readers/aligned/aligned.hpp"
#include "readers/geometry/geometry.hpp"
#include "readers/geometry/text_lines.hpp"
#include "readers/lattice/lattice.hpp"
#include "readers/lattice/lines.hpp"
#include "readers/page/asides.hpp"
#include "readers/page/halves.hpp"
#include "readers/page/printed_text.hpp"
#include "readers/page/repeated_lines.hpp"
#include "readers/page/table_chain.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace jixiao {
namespace {

Location on(std::uint32_t page) {
  Location at;
  at.page = page;
  return at;
}

/// Lines long enough to stand between rows, put together from their pieces.
std::vector<Ruling> lines_across(PageModel const& page) {
  constexpr float least = 30;
  std::vector<Ruling> lines;
  for (auto const& line : lattice::join_rules(page.rules).across)
    if (line.to - line.from >= least)
      lines.push_back({true, line.at, line.from, line.to});
  return lines;
}

std::string text_of(std::vector<PageGlyph> const& glyphs) {
  std::string text;
  for (auto const& glyph : glyphs)
    append_utf8(text, glyph.character);
  return text;
}

/// Builds the blocks of pages in their order.
class Blocks {
public:
  Blocks(std::vector<PrintedPage> const& pages, ReadingBuilder& builder, DiagnosticSink& sink)
      : pages_(pages), items_(find_items(pages, sink)), builder_(builder), sink_(sink), text_(builder),
        table_(builder, sink) {}

  void run() {
    for (std::size_t p = 0; p < pages_.size();)
      if (pages_[p].tables.empty())
        p = read_words(p);
      else
        read_ruled(p++);
    text_.flush();
    table_.flush();
  }

private:
  /// Pages without rules that follow each other are read together. Returns the page behind them.
  std::size_t read_words(std::size_t p) {
    std::vector<RawPage> words;
    bool blank = true;
    for (; p < pages_.size() && pages_[p].tables.empty(); ++p) {
      words.push_back(words_of(pages_[p], items_[p]));
      for (auto& word : words.back().words)
        word.text = builder_.own(std::string(word.text)); // the pages go before the reading does
      blank &= words.back().words.empty();
    }
    if (blank)
      return p;
    text_.flush();
    table_.flush();
    drop_repeated_lines(words, sink_);
    builder_.tell_unruled(true);
    auto text = make_page_text(words, {.em = 0});
    if (!read_aligned(text, builder_))
      read_geometry(std::move(words), {.em = 0}, builder_, sink_);
    builder_.tell_unruled(false);
    return p;
  }

  void read_ruled(std::size_t p) {
    auto const& page = pages_[p];
    for (std::size_t i = 0; i < items_[p].size(); ++i) {
      auto const& item = items_[p][i];
      if (item.is_table) {
        text_.flush();
        table_.add(page.tables[item.first], page.number, i == 0);
      } else {
        table_.flush();
        text_.add(page, item, i == 0);
      }
    }
  }

  std::vector<PrintedPage> const& pages_;
  std::vector<std::vector<PageItem>> items_;
  ReadingBuilder& builder_;
  DiagnosticSink& sink_;
  TextRun text_;
  TableChain table_;
};

} // namespace

void PageReader::add(PageModel page) {
  auto halves = part_in_halves(page);
  if (!halves)
    return add_one(std::move(page));
  add_one(std::move(halves->first));
  add_one(std::move(halves->second));
}

void PageReader::add_one(PageModel page) {
  constexpr std::size_t most_waiting = 8, most_beside = 16, most_glyphs = 20'000, most_rules = 20'000;
  auto lattices = find_lattices(page, known_columns_, drawn_);
  drawn_ |= !lattices.tables.empty() && lattices.tables.back().drawn;
  known_columns_ =
      !lattices.tables.empty() && lattices.tables.back().unruled ? lattices.tables.back().xs : std::vector<float>();
  auto const edges = edges_of(page, lattices);
  bool const has_table = !lattices.tables.empty(), unruled = has_table && lattices.tables.back().unruled;
  // Programs print the upper pages of all columns below each other first: what others follow was full.
  auto const beside = std::ranges::find_if(waiting_, [&](Waiting const& waiting) {
    return has_table && !unruled && (&waiting == &waiting_.back() || !has_room_below(waiting.first)) &&
           stands_beside(waiting.first, waiting.last, edges, are_known_beside(waiting.last, edges));
  });
  auto const has_room = [&](PageModel const& first) {
    return first.seams.size() < most_beside && first.glyphs.size() + page.glyphs.size() <= most_glyphs &&
           first.rules.size() + page.rules.size() <= most_rules;
  };
  if (beside != waiting_.end() && has_room(beside->page)) {
    sink_.emit(Code::columns_over_pages, {{"page", std::to_string(page.number)}}, on(beside->page.number));
    if (beside_.size() < most_beside)
      beside_.emplace_back(beside->last, edges);
    lay_beside(beside->page, beside->last, std::move(page), edges);
    beside->last = edges;
    return;
  }
  if (!has_table || page.glyphs.size() > most_glyphs || page.rules.size() > most_rules) {
    while (!waiting_.empty())
      print_first_waiting();
    print(page, std::move(lattices));
    return;
  }
  waiting_.push_back({std::move(page), std::move(lattices), edges, edges});
  if (waiting_.size() > most_waiting)
    print_first_waiting();
}

bool PageReader::are_known_beside(TableEdges const& page, TableEdges const& next) const {
  return std::ranges::any_of(beside_, [&](auto const& pair) {
    return have_same_columns(pair.first, page) && have_same_columns(pair.second, next);
  });
}

void PageReader::print_first_waiting() {
  auto const first = std::move(waiting_.front());
  waiting_.pop_front();
  print(first.page, first.page.seams.empty() ? first.lattices : find_lattices(first.page));
}

void PageReader::print(PageModel const& page, Lattices lattices) {
  report(page, lattices.too_many_lines);
  auto printed = print_page(page, std::move(lattices));
  if (printed.tables.empty())
    printed.row_lines = lines_across(page);
  for (auto const& line : lines_of(std::move(printed.cut_off), Parting::wide_gaps))
    sink_.emit(Code::hidden_text, {{"text", line.text}, {"how", "hidden"}}, on(page.number));
  for (auto& finding : printed.findings)
    sink_.emit(
        Diagnostic{finding.code, info(finding.code).severity, std::move(finding.arguments), {}, on(page.number)});
  for (auto const& text : printed.slanted)
    sink_.emit(Code::slanted_text, {{"text", text}}, on(page.number));
  pages_.push_back(std::move(printed));
}

void PageReader::report(PageModel const& page, bool too_many_lines) {
  auto const at = on(page.number);
  if (page.left_out > 0)
    sink_.emit(Code::page_too_full, {{"count", page.left_out}}, at);
  if (too_many_lines)
    sink_.emit(Code::too_many_lines, {}, at);
  for (auto const& font : page.unread)
    sink_.emit(Code::glyphs_without_unicode, {{"count", font.glyphs}, {"font", font.name}}, at);
  auto const all = [](PageGlyph const&) { return true; };
  for (auto const& text : texts_as_shown(page.watermarks, all))
    sink_.emit(Code::watermark, {{"text", text}}, at);
  if (!page.stamps.empty())
    sink_.emit(Code::stamp_text, {{"text", text_of(page.stamps)}}, at);
  // A page number under a scan is no text of it.
  constexpr std::size_t least_text = 12, many_outlines = 200;
  constexpr float most_of_page = 0.4F;
  has_content_ |= !page.glyphs.empty() || !page.struck.empty() || !page.white.empty() || page.pictures > most_of_page ||
                  page.outlines > many_outlines;
  if (has_text_layer(page))
    sink_.emit(Code::text_layer, {}, at);
  else if (page.glyphs.size() < least_text && page.pictures > most_of_page)
    sink_.emit(Code::page_is_picture, {{"what", "a picture"}}, at);
  else if (page.glyphs.size() < least_text && page.outlines > many_outlines)
    sink_.emit(Code::page_is_picture, {{"what", "drawn in outlines"}}, at);
}

void PageReader::finish() {
  while (!waiting_.empty())
    print_first_waiting();
  if (!pages_.empty() && !has_content_)
    sink_.emit(Code::pages_without_text, {{"pages", pages_.size()}});
  Blocks(pages_, builder_, sink_).run();
}

} // namespace jixiao
