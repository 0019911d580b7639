#include "readers/html/html.hpp"

#include "readers/html/asides.hpp"
#include "readers/html/flow.hpp"
#include "readers/html/formula.hpp"
#include "readers/html/grids.hpp"
#include "readers/html/labels.hpp"
#include "readers/html/list.hpp"
#include "readers/html/look.hpp"
#include "readers/html/notes.hpp"
#include "readers/html/pictures.hpp"
#include "readers/html/scan.hpp"
#include "readers/html/scrub.hpp"
#include "readers/html/source.hpp"
#include "readers/html/styles.hpp"
#include "readers/html/table.hpp"
#include "readers/html/text_look.hpp"
#include "readers/html/tree.hpp"
#include "readers/left_out.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <utility>

namespace jixiao {
namespace {

/// Goes through the tree in the order of what is printed, by a list of what is still to be done, since input decides
/// how deep the tree is.
class HtmlReader {
public:
  HtmlReader(std::string_view html, std::uint32_t line, std::uint32_t begin, Limits const& limits, DiagnosticSink& sink,
             ReadingBuilder& builder, unsigned frames = 0)
      : source_(html, line, begin), limits_(limits), sink_(sink), builder_(builder),
        tree_(scrub_html(html, line, limits, sink)), styles_(tree_.root()), notes_(tree_.root()),
        grids_(tree_.root(), styles_), cells_with_tables_(cells_with_tables(tree_.root(), styles_)), frames_(frames) {}

  void run() {
    tasks_.push_back({Task::enter, &tree_.root()});
    do_tasks(0);
    end_line();
    end_table(); // where a limit left tasks undone
    if (is_cut_off(source_.text()))
      builder_.note(Code::cut_off, {{"where", "a table"}});
    if (styles_.has_too_many_rules())
      sink_.emit(Code::damaged_part, {{"part", "style"}, {"problem", "has more rules than are followed"}});
    if (deletions_ > 0)
      sink_.emit(Code::tracked_changes, {{"insertions", insertions_}, {"deletions", deletions_}});
  }

private:
  struct Task {
    enum Kind : std::uint8_t { enter, leave, row, layout_row, end_table } kind;
    GumboNode const* node = nullptr;
    HtmlLook look = HtmlLook::inline_text; ///< of an element that is left
    HtmlRow printed{};                     ///< a row
    bool has_content_tables = false;       ///< for a row: tables in its cells are part of their text
  };

  /// Works until no more than `rest` tasks are left.
  void do_tasks(std::size_t rest) {
    while (tasks_.size() > rest && !builder_.full()) {
      auto const task = tasks_.back();
      tasks_.pop_back();
      work(task);
    }
  }

  void work(Task const& task) {
    switch (task.kind) {
    case Task::enter:
      return enter(*task.node);
    case Task::leave:
      add_generated(*task.node, CssPart::after);
      add_quotation_mark(*task.node, "”");
      add_sign(html_operand(*task.node).behind, *task.node);
      return leave(task.look);
    case Task::row:
      in_content_table_ = task.has_content_tables;
      return read_row(task.printed);
    case Task::layout_row:
      end_table();
      return enter_children(*task.node);
    case Task::end_table:
      return end_table();
    }
  }

  void enter(GumboNode const& node) {
    if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE || node.type == GUMBO_NODE_CDATA)
      return add_text(node);
    if (node.type != GUMBO_NODE_ELEMENT)
      return;
    insertions_ += is_html(node, GUMBO_TAG_INS) ? 1 : 0;
    deletions_ += is_html(node, GUMBO_TAG_DEL) ? 1 : 0;
    auto look = html_look(node);
    bool const is_plain = look == HtmlLook::block || look == HtmlLook::inline_text;
    bool const is_grid = is_plain && !in_cell_ && grids_.find(node) != nullptr;
    if (is_grid || (is_plain && styles_.display(node) == CssDisplay::table))
      look = HtmlLook::table;
    if (look == HtmlLook::block && !in_cell_ && is_label_or_its_value(node, styles_))
      look = HtmlLook::inline_text; // 项目名称： and what it is the label of are one line
    if (look == HtmlLook::hidden || (styles_.state(node).removed && !in_cell_))
      return;
    switch (look) {
    case HtmlLook::line_break:
      return end_line();
    case HtmlLook::input:
      return add_input(node);
    case HtmlLook::picture:
      return add_picture(node);
    case HtmlLook::table:
      if (!in_cell_)
        return start_table(node);
      if (!in_content_table_)
        report_too_deep(node);
      break;
    default:
      if (add_note(node) || add_icon(node))
        return;
      break;
    }
    begin_element(node, look);
    styles_.count(node);
    add_sign(html_operand(node).before, node);
    add_quotation_mark(node, "“");
    add_generated(node, CssPart::before);
    tasks_.push_back({Task::leave, &node, look});
    enter_children(node);
  }

  void enter_children(GumboNode const& node) {
    auto const first = tasks_.size();
    for (auto const* child : styles_.children(node))
      tasks_.push_back({Task::enter, child});
    put_floats_behind(first);
    put_first_on_top(first);
  }

  /// What stands at the right end of a line in a cell follows the text of the line.
  void put_floats_behind(std::size_t first) {
    auto const begin = tasks_.begin() + static_cast<std::ptrdiff_t>(first);
    auto const floats = [&](Task const& task) {
      return task.node->type == GUMBO_NODE_ELEMENT && styles_.state(*task.node).floats;
    };
    auto const ends_line = [&](Task const& task) {
      auto const look = task.node->type == GUMBO_NODE_ELEMENT ? html_look(*task.node) : HtmlLook::inline_text;
      return (look == HtmlLook::block || look == HtmlLook::line_break || look == HtmlLook::item) && !floats(task);
    };
    if (in_cell_ && std::any_of(begin, tasks_.end(), floats) && std::none_of(begin, tasks_.end(), ends_line))
      std::stable_partition(begin, tasks_.end(), [&](Task const& task) { return !floats(task); });
  }

  /// Tasks are taken from the end, so that those added in the order they are to be done in are turned round.
  void put_first_on_top(std::size_t first) {
    std::reverse(tasks_.begin() + static_cast<std::ptrdiff_t>(first), tasks_.end());
  }

  void begin_element(GumboNode const& element, HtmlLook look) {
    switch (look) {
    case HtmlLook::item:
      end_line();
      if (auto number = lists_.number(element); !number.empty())
        flow_.set_prefix(number + " ");
      return;
    case HtmlLook::preformatted:
      ++preformatted_;
      return end_line();
    case HtmlLook::raised:
    case HtmlLook::lowered:
      return scripts_.push_back(look == HtmlLook::raised ? HtmlFlow::Script::raised : HtmlFlow::Script::lowered);
    case HtmlLook::cell:
      return !in_cell_                  ? end_line()
             : is_first_of_row(element) ? flow_.next_row() // a row of a table in a cell is a line
                                        : flow_.next_cell();
    case HtmlLook::ordered_list:
    case HtmlLook::other_list:
      lists_.open(element, look == HtmlLook::ordered_list);
      [[fallthrough]];
    case HtmlLook::block:
    case HtmlLook::table:
      return end_line();
    default:
      return;
    }
  }

  void leave(HtmlLook look) {
    switch (look) {
    case HtmlLook::item:
      end_line();
      return flow_.set_prefix({});
    case HtmlLook::preformatted:
      --preformatted_;
      return end_line();
    case HtmlLook::raised:
    case HtmlLook::lowered:
      return scripts_.pop_back();
    case HtmlLook::cell:
      return in_cell_ ? flow_.space() : end_line();
    case HtmlLook::ordered_list:
    case HtmlLook::other_list:
      lists_.close();
      [[fallthrough]];
    case HtmlLook::block:
    case HtmlLook::table:
      return end_line();
    default:
      return;
    }
  }

  void add_text(GumboNode const& leaf) {
    auto const& node = leaf.v.text;
    auto const state = leaf.parent->type == GUMBO_NODE_ELEMENT ? styles_.state(*leaf.parent) : HtmlState{};
    if (auto const kind = left_out_as(state))
      return left_out_.add(*kind, in_font(node.text, state.font, left_out_));
    if (leaf.type != GUMBO_NODE_WHITESPACE) {
      left_out_.end_stretch();
      if (std::exchange(is_behind_input_, false) && begins_with_label(node.text))
        flow_.space(); // the frame of a field parts it from the next label
    }
    auto const begin = tree_.offset(node.original_text.data, 0);
    auto const place = source_.stretch(begin, node.original_text.length);
    auto text = in_letters(in_font(node.text, state.font, left_out_), state.letters);
    if (is_underlined_sign(leaf, styles_))
      text = std::string(trim(text)).append(UnderlinedSign::low_line);
    if (preformatted_ > 0)
      return add_lines(text, place.begin, place.end);
    flow_.add(text, place.begin, place.end, scripts_.empty() ? script_of(state.script) : scripts_.back());
  }

  void add_lines(std::string_view text, std::size_t from, std::size_t to) {
    for (;;) {
      auto const end = std::min(text.find('\n'), text.size());
      flow_.add_preformatted(text.substr(0, end), from, to);
      if (end == text.size())
        return;
      end_line();
      text.remove_prefix(end + 1);
    }
  }

  /// What a style sheet adds to the text of an element.
  void add_generated(GumboNode const& element, CssPart part) {
    auto const text = styles_.generated(element, part);
    auto const& state = styles_.state(element);
    if (text.empty() || !state.is_seen())
      return;
    if (state.font == SymbolFont::none && has_private_character(text))
      return report_icon(element);
    add_sign(in_font(text, state.font, left_out_), element);
  }

  void add_quotation_mark(GumboNode const& element, std::string_view mark) {
    bool const quotes = is_html(element, GUMBO_TAG_Q) && styles_.generated(element, CssPart::before).empty();
    if (quotes && !styles_.state(element).unquoted && !left_out_as(styles_.state(element)))
      add_sign(mark, element);
  }

  void add_input(GumboNode const& element) {
    auto const text = html_input_text(element);
    if (auto const prompt = html_input_prompt(element); text.empty() && !prompt.empty() && in_cell_)
      left_out_.add(LeftOut::prompt, prompt), left_out_.end_stretch();
    add_sign(text, element);
    is_behind_input_ = !in_cell_ && !text.empty();
  }

  /// What stands in a text for an element.
  void add_sign(std::string_view text, GumboNode const& element) {
    auto const begin = tree_.offset(element.v.element.original_tag.data, 0);
    flow_.add(text, begin, begin + element.v.element.original_tag.length, HtmlFlow::Script::none);
  }

  /// True when the element shows no more than the sign of a font of icons.
  bool add_icon(GumboNode const& element) {
    if (!in_cell_ || !is_icon_of_choice(element) || !styles_.generated(element, CssPart::before).empty() ||
        !styles_.state(element).is_seen())
      return false;
    return report_icon(element), true;
  }

  void report_icon(GumboNode const& element) {
    if (in_cell_)
      left_out_.find(Code::graphic_not_read, {{"what", what_icon(element)}});
  }

  /// A page in a frame that stands in the page itself: in a cell its lines, else all that it holds.
  void read_frame(std::string_view page, GumboNode const& frame) {
    if (!in_cell_) {
      end_line();
      return HtmlReader(builder_.own(std::string(page)), 0, 0, limits_, sink_, builder_, frames_ + 1).run();
    }
    ReadingBuilder inner(limits_, sink_);
    HtmlReader(page, 0, 0, limits_, sink_, inner, frames_ + 1).run();
    auto const reading = std::move(inner).finish();
    for (auto const& cell : reading.cells) {
      flow_.line();
      add_sign(cell.text, frame);
    }
    for (auto const& note : reading.notes)
      left_out_.find(note.code, note.arguments);
    flow_.line();
  }

  void add_picture(GumboNode const& element) {
    auto const& state = styles_.state(element);
    auto const* const page = is_html(element, GUMBO_TAG_IFRAME) ? html_attribute(element, "srcdoc") : nullptr;
    if (page != nullptr && frames_ < most_frames && state.is_seen() && (in_cell_ || !table_open_))
      return read_frame(page, element);
    auto picture = html_picture(element);
    if (picture.what.empty() || !state.is_seen())
      return;
    bool const has_text = !picture.text.empty();
    if (has_text && in_cell_ && in_row_of_cells_) {
      add_sign(picture.text, element);
      left_out_.find(Code::picture_text, {{"text", std::string(picture.text)}});
    } else if (has_text || in_cell_) { // outside of rows of cells most pictures adorn: their text is no heading
      graphic_ = in_cell_ && !picture.is_beside ? picture.what : std::string();
      left_out_.find(Code::graphic_not_read, {{"what", std::move(picture.what)}});
    }
  }

  /// True when the element does no more than mark the place of a note.
  bool add_note(GumboNode const& element) {
    auto note = notes_.find(element);
    if (note && !note->text.empty())
      left_out_.find(Code::note_beside, {{"what", std::string(note->what)}, {"text", std::move(note->text)}});
    return note.has_value();
  }

  /// In a cell, a line ends; else a paragraph.
  void end_line() {
    if (in_cell_)
      return flow_.line();
    auto findings = left_out_.take();
    if (flow_.empty() && findings.empty())
      return void(flow_.take());
    builder_.paragraph(source_.piece(flow_.take(), builder_));
    note(std::move(findings));
  }

  void note(std::vector<TextFinding> findings) {
    for (auto& finding : findings)
      builder_.note(finding.code, std::move(finding.arguments));
  }

  void start_table(GumboNode const& element) {
    end_line();
    styles_.count(element);
    flow_.set_prefix({});
    auto const* const grid = grids_.find(element);
    auto const table = grid != nullptr ? *grid : html_table(element, styles_);
    bool const may_be_layout = html_table_depth(element, styles_) + 1 < limits_.table_depth;
    bool const has_content_tables = inner_tables_are_smaller(table, cells_with_tables_, styles_);
    for (auto const* row : table.hidden_rows)
      report_hidden_row(*row);
    auto const first = tasks_.size();
    for (auto const* caption : table.captions)
      tasks_.push_back({Task::enter, caption});
    for (auto const& row : table.rows) {
      bool const has_own_cells = row.node == nullptr || !row.cells.empty();
      auto const cells = has_own_cells ? std::vector<GumboNode const*>() : html_cells(*row.node, styles_);
      bool const may_hold_tables =
          may_be_layout && (!has_content_tables || lays_out_grid(cells, cells_with_tables_, styles_));
      bool const lays_out = !has_own_cells && is_layout(table, cells, cells_with_tables_, may_hold_tables);
      tasks_.push_back(
          {lays_out ? Task::layout_row : Task::row, row.node, HtmlLook::inline_text, row, has_content_tables});
    }
    tasks_.push_back({Task::end_table});
    put_first_on_top(first);
  }

  void end_table() {
    if (std::exchange(table_open_, false))
      builder_.end_table();
  }

  void read_row(HtmlRow const& row) {
    if (!std::exchange(table_open_, true))
      builder_.begin_table();
    builder_.begin_row();
    auto const cells = placed_cells(row, styles_);
    if (row.node != nullptr) {
      styles_.count(*row.node);
      report_hidden_cells(*row.node);
    }
    in_row_of_cells_ = cells.size() > 1;
    for (auto const& [cell, span] : cells) {
      auto text = cell_text(*cell);
      if (auto whole = whole_text_of(*cell, text.text); !whole.empty())
        left_out_.find(Code::note_beside, {{"what", "the title"}, {"text", std::move(whole)}});
      auto findings = left_out_.take();
      if (auto what = std::exchange(graphic_, {}); !what.empty() && is_value_beside_graphic(text.text)) {
        findings.push_back(
            {Code::text_beside_graphic, {{"text", std::exchange(text.text, {})}, {"what", std::move(what)}}});
      }
      builder_.cell(source_.piece(std::move(text), builder_), span.x, span.y);
      note(std::move(findings));
    }
    builder_.end_row();
  }

  Location line_of(GumboNode const& element) const {
    return source_.line_at(tree_.offset(element.v.element.original_tag.data, 0));
  }

  void report_hidden_row(GumboNode const& row) { report_hidden(row, "in a hidden row"); }

  void report_hidden_cells(GumboNode const& row) {
    for (auto const* cell : html_children(row))
      if ((is_html(*cell, GUMBO_TAG_TD) || is_html(*cell, GUMBO_TAG_TH)) && styles_.state(*cell).removed)
        report_hidden(*cell, "hidden");
  }

  void report_hidden(GumboNode const& element, std::string_view how) {
    auto const text = html_text(element);
    if (!text.empty())
      sink_.emit(Code::hidden_text, {{"text", text}, {"how", how}}, line_of(element));
  }

  HtmlText cell_text(GumboNode const& cell) {
    in_cell_ = true;
    auto const rest = tasks_.size();
    styles_.count(cell);
    add_generated(cell, CssPart::before);
    enter_children(cell);
    do_tasks(rest);
    add_generated(cell, CssPart::after);
    in_cell_ = false;
    flow_.set_prefix({});
    auto text = flow_.take();
    if (text.text.empty())
      return text_of_empty_cell(cell, tree_, source_.text().size());
    return text;
  }

  void report_too_deep(GumboNode const& table) {
    if (!std::exchange(reported_too_deep_, true))
      sink_.emit(Code::tables_too_deep, {{"limit", limits_.table_depth}}, line_of(table));
  }

  HtmlSource source_;
  Limits const& limits_;
  DiagnosticSink& sink_;
  ReadingBuilder& builder_;
  HtmlTree tree_;
  HtmlStyles styles_;
  HtmlNotes notes_;
  HtmlGrids grids_;
  std::unordered_set<GumboNode const*> cells_with_tables_;
  std::vector<Task> tasks_;
  HtmlFlow flow_;
  HtmlLists lists_;
  std::vector<HtmlFlow::Script> scripts_;
  std::uint64_t insertions_ = 0, deletions_ = 0;
  LeftOut left_out_;
  std::string graphic_; ///< that stands in the cell and was not read
  std::uint32_t preformatted_ = 0;
  bool is_behind_input_ = false;
  bool in_cell_ = false, in_row_of_cells_ = false, in_content_table_ = false, table_open_ = false,
       reported_too_deep_ = false;
  static constexpr unsigned most_frames = 3;
  unsigned frames_ = 0; ///< that the page is in, one in the other
};

} // namespace

Reading read_html(SourceText const& source, Limits const& limits, DiagnosticSink& sink) {
  ReadingBuilder builder(limits, sink);
  read_html_fragment(source.text, 1, 0, limits, sink, builder);
  return std::move(builder).finish();
}

void read_html_fragment(std::string_view html, std::uint32_t line, std::uint32_t begin, Limits const& limits,
                        DiagnosticSink& sink, ReadingBuilder& builder) {
  HtmlReader(html, line, begin, limits, sink, builder).run();
}

} // namespace jixiao
