#include "recognition/records/records.hpp"

#include "recognition/columns/project_list.hpp"
#include "recognition/fields/combined_group.hpp"
#include "recognition/groups/centred_groups.hpp"
#include "recognition/groups/cut_labels.hpp"
#include "recognition/groups/levels.hpp"
#include "recognition/groups/row_report.hpp"
#include "recognition/groups/weighed.hpp"
#include "recognition/records/centred_projects.hpp"
#include "recognition/records/indicator_fields.hpp"
#include "recognition/records/later_panels.hpp"
#include "recognition/records/listed_cells.hpp"
#include "recognition/records/lost_scores.hpp"
#include "recognition/records/merged_remark.hpp"
#include "recognition/records/project_rows.hpp"
#include "recognition/records/record_findings.hpp"
#include "recognition/records/subtotal_row.hpp"
#include "recognition/records/stacked_values.hpp"
#include "recognition/records/table_end.hpp"
#include "recognition/records/total_row.hpp"
#include "recognition/rows/counted_cells.hpp"
#include "recognition/rows/cut_records.hpp"
#include "recognition/rows/record_cells.hpp"
#include "recognition/rows/row_joins.hpp"
#include "recognition/rows/rows.hpp"
#include "recognition/rows/rows_between.hpp"
#include "recognition/rows/template_text.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace jixiao::recognition {

namespace {
constexpr double tie = 0.05;                 ///< two columns that are this near cannot be told apart
constexpr std::size_t usual_indicators = 64; ///< at most, of a form

class RecordReader {
public:
  /// `centred`: labels stand in the middle of their rows.
  RecordReader(Drafts& drafts, Header const& header, LabelFinder const& labels, bool centred)
      : drafts_(drafts), is_list_(is_project_list(*drafts.back().page, header.columns)), projects_(drafts, is_list_),
        columns_(header.columns), labels_(labels), is_grid_(has_column(header.columns, ColumnKind::project_name)),
        has_level2_(has_column(header.columns, ColumnKind::level2)), centred_(centred) {
    for (auto const& column : columns_)
      panels_ = std::max(panels_, static_cast<std::uint8_t>(column.panel + 1));
    later_panels_ = LaterPanels(panels_);
    begin_levels();
  }

  /// Returns the first pieces of the rows that are no records.
  std::vector<std::uint32_t> read(std::vector<RecordSpan>& spans, Evidence const& evidence) {
    keeps_places_ = !is_grid_ && keeps_places(*draft().page, columns_, spans);
    if (auto& rows = draft().form.indicators; !is_grid_ && rows.empty())
      rows.reserve(std::min(spans.size(), usual_indicators)); // they are large, and moving them costs
    read_rows(spans, evidence);
    return std::move(between_);
  }

  void read_rows(std::vector<RecordSpan>& spans, Evidence const& evidence) {
    auto const borders = draft().page->borders;
    template_ = TemplateText(*draft().page, spans);
    if (is_grid_ || (borders != Borders::gridded && borders != Borders::separated)) {
      keep_table(*draft().page, columns_, spans, {});
      for (auto const& span : spans)
        read(span);
      return;
    }
    join_rows(*draft().page, columns_, spans);
    auto const groups = decide_groups(*draft().page, columns_, spans, labels_.taxonomy(), evidence);
    keep_table(*draft().page, columns_, spans, groups);
    RowReporter reporter(draft(), columns_, spans, groups, labels_.taxonomy(), evidence);
    for (std::size_t row = 0; row < spans.size(); ++row) {
      auto const count = draft().form.indicators.size();
      decided_ = {&reporter, &groups[row], row};
      read(spans[row]);
      if (draft().form.indicators.size() == count)
        reporter.pass(row);
    }
  }

  /// Labels in pieces are told of at the first record that they head.
  void expect(std::vector<CutLabel> joined) {
    for (auto const& label : joined)
      for (auto const piece : label.pieces)
        draft().take_label(piece);
    std::ranges::move(joined, std::back_inserter(cut_));
  }

  void expect(CentredGroupLabels labels) {
    for (auto const piece : labels.printed)
      draft().take_label(piece);
    expect(std::move(labels.cut));
  }

  /// Of the last row; below a header that is printed again rows without a label go on with its groups.
  std::vector<Levels> const& levels() const { return panel_levels_; }
  void go_on(std::vector<Levels> above) { panel_levels_ = above.empty() ? panel_levels_ : std::move(above); }

  /// Tables side by side give their indicators one table after the other.
  void finish() { later_panels_.flush(draft()); }

private:
  /// No row has been read yet. 成本指标 over 三级指标 | 指标值 is the group of all that stands below these.
  void begin_levels() {
    panel_levels_.assign(panels_, Levels(labels_.taxonomy(), centred_, draft().page->by_lines));
    for (auto const& column : columns_) {
      if (column.group == Column::no_group || column.kind != ColumnKind::level3)
        continue;
      auto const& printed = draft().piece(column.group).label;
      auto const level1 = printed.level1, level2 = printed.level2;
      bool const second = level2 >= 0 && (level1 < 0 || labels_.taxonomy().parent(level2) == level1);
      LevelCell const label{column.group,       level1,   level2,      !second, second, draft().text(column.group),
                            printed.annotation, column.x, column.x_end};
      panel_levels_[column.panel].take(std::span(&label, 1), false, true);
      under_groups_ = true;
    }
  }

  Draft& draft() { return drafts_.back(); }

  RecordCells cells_of(RecordSpan const& span, std::uint8_t panel) const {
    RecordCells out;
    out.entries.reserve(span.cells.size());
    for (std::size_t i = 0; i < span.cells.size(); ++i) {
      auto const* rule = span.cells[i].blank ? nullptr : span.alignment.column_of(columns_, i);
      if (!rule || rule->panel != panel || std::ranges::find(undecided_, i) != undecided_.end())
        continue;
      if (out.entries.empty() || out.entries.back().column != rule)
        out.entries.push_back({rule, {}});
      out.entries.back().pieces.push_back(span.cells[i].piece);
    }
    return out;
  }

  void read(RecordSpan const& span) {
    undecided_.clear();
    read_levels(span);
    if (is_only_offered(span.cells) || template_.is_all_of(*draft().page, span)) {
      for (auto const& cell : span.cells)
        if (!cell.blank && !is_level_label(cell.piece))
          draft().take_furniture(cell.piece, "placeholder");
      return;
    }
    if (is_row_between(*draft().page, columns_, span, keeps_places_))
      return between_.push_back(span.first);
    if (!is_grid_ && (is_subtotal(*draft().page, span) || is_group_sum(*draft().page, columns_, span)))
      return keep_subtotal(draft(), columns_, span, group_of_level1());
    for (std::size_t i = 0; i < span.cells.size(); ++i)
      if (draft().piece(span.cells[i].piece).undecided ||
          (!span.cells[i].blank && span.alignment.columns[i] != Alignment::none && span.alignment.margins[i] <= tie))
        undecided_.push_back(i);
    auto const drafts = drafts_.size();
    bool const another = is_grid_ && projects_.read(cells_of(span, 0), has_later_name(span));
    if (is_list_)
      return;
    if (another) {
      later_panels_.flush(drafts_[drafts - 1]);
      begin_levels();
      read_levels(span);
    }
    for (std::uint8_t panel = 0; panel < panels_; ++panel)
      read_panel(span, panel);
  }

  /// Where rows were worked out from lines, a label may be that of a neighbour.
  void put_levels(Indicator& indicator, std::uint8_t panel = 0) {
    panel_levels_[panel].put(indicator, draft().page->by_lines ? Certainty::likely : Certainty::certain);
    // 产出指标-数量指标 in the column of level 1
    if (Indicator parts;
        indicator.level1 && !indicator.level2 && put_combined_group(parts, *indicator.level1, labels_)) {
      indicator.printed.push_back({"level1", *std::exchange(indicator.level1, parts.level1)});
      indicator.level2 = parts.level2;
    }
  }

  std::optional<std::string> group_of_level1() {
    Indicator group;
    put_levels(group);
    return group.level1;
  }

  /// A name below one of the tables right of the first.
  bool has_later_name(RecordSpan const& span) const {
    for (std::uint8_t panel = 1; panel < panels_; ++panel)
      if (cells_of(span, panel).find(ColumnKind::level3))
        return true;
    return false;
  }

  /// A group label says what group the rows from here on are in, whatever column it slid to.
  void read_levels(RecordSpan const& span) {
    if (under_groups_)
      return;
    auto cells = level_cells(*draft().page, columns_, span);
    for (auto& cell : cells) {
      draft().take_label(cell.piece);
      auto const cut =
          std::ranges::find_if(cut_, [&](CutLabel const& label) { return label.pieces.front() == cell.piece; });
      if (cut == cut_.end())
        continue;
      cell.text.clear();
      for (auto const piece : cut->pieces)
        cell.text += draft().text(piece);
      put_together_.push_back(&*cut);
    }
    panel_levels_[0].take(cells, has_level2_, draft().page->borders == Borders::exact);
    for (std::uint8_t panel = 1; panel < panels_; ++panel)
      read_levels_of(panel, span, cells);
  }

  /// Of tables side by side the later ones may have labels of level 2 of their own; those of level 1 are for all.
  void read_levels_of(std::uint8_t panel, RecordSpan const& span, std::vector<LevelCell> cells) {
    bool const own = std::ranges::any_of(
        columns_, [&](Column const& c) { return c.kind == ColumnKind::level2 && c.panel == panel; });
    if (own && !is_only_offered(span.cells)) {
      std::erase_if(cells, [](LevelCell const& cell) { return !cell.in_level1; });
      for (auto& cell : level_cells(*draft().page, columns_, span, panel)) {
        draft().take_label(cell.piece);
        cells.push_back(std::move(cell));
      }
    }
    panel_levels_[panel].take(cells, has_level2_, draft().page->borders == Borders::exact);
  }

  /// A cell that may be one of several of the panel's own; which group a label is of says nothing of a record.
  bool has_undecided(RecordSpan const& span, std::uint8_t panel) const {
    return std::ranges::any_of(undecided_, [&](std::size_t i) {
      auto const* column = span.alignment.column_of(columns_, i);
      return column ? column->panel == panel && column->kind > ColumnKind::level2 : panel == 0;
    });
  }

  bool is_level_label(std::uint32_t piece) { return draft().claim_of(piece).kind == ClaimKind::label; }

  void read_panel(RecordSpan const& span, std::uint8_t panel) {
    auto const cells = cells_of(span, panel);
    Pieces names;
    if (auto const* entry = cells.find(ColumnKind::level3))
      std::ranges::copy_if(entry->pieces, std::back_inserter(names),
                           [&](std::uint32_t p) { return !is_level_label(p); });
    auto const name = line_of(draft(), names);
    bool const has_value =
        std::ranges::any_of(cells.entries, [&](RecordCells::Entry const& entry) { return tells(entry); });
    bool const begins_elsewhere = span.centred && panel == 0; // with a label that was printed on another row
    auto const first = begins_elsewhere || cells.entries.empty() ? span.first : cells.entries.front().pieces.front();
    bool const undecided = has_undecided(span, panel);
    if ((name.empty() || is_offered_row(name)) && !has_value && !undecided)
      return take_empty(cells);
    if (name.empty() && ((!has_value && !undecided) || are_points_of_table(cells, draft().form.indicators.empty())))
      return;
    Indicator indicator;
    IndicatorFields fields(draft(), columns_, static_cast<std::uint32_t>(draft().form.indicators.size()));
    put_levels(indicator, panel);
    if (!name.empty() && !is_nothing(name)) {
      indicator.level3 = name;
      part_group_from_name(indicator, *indicator.level3, labels_);
      fields.claim(names, FieldId::level3);
    }
    fields.set_values(indicator, cells);
    fields.set_texts(indicator, cells);
    remark_.put(*draft().page, cells, draft().piece(span.first).row, indicator);
    fields.set_others(indicator, cells, labels_);
    fill_group_of_names(indicator, panel);
    claim_blanks(span, panel, fields);
    take_marks(span, panel);
    report(span, panel, indicator, fields);
    if (panel == 0)
      report_put_together(indicator, RecordFindings(draft(), columns_, span, panel, fields));
    if (panel == 0 && decided_.reporter) {
      put_group(indicator);
      decided_.reporter->report(decided_.row, indicator);
    }
    if (panel > 0) {
      if (!indicator.panel)
        later_panels_.add(panel, std::move(indicator), first, fields.take_claims());
      return;
    }
    for (auto const& [piece, taken] : fields.take_claims())
      draft().take(piece, taken);
    auto listed = part_listed(draft(), cells, indicator, fields.path("level3"));
    draft().form.indicators.push_back(std::move(indicator));
    draft().indicator_pieces.push_back(first);
    for (auto& other : listed) {
      draft().form.indicators.push_back(std::move(other));
      draft().indicator_pieces.push_back(first);
    }
  }

  /// The group that was decided for the row, where that is another than the labels above it say.
  void put_group(Indicator& indicator) const {
    auto const& taxonomy = labels_.taxonomy();
    int const node = decided_.group->choice.node;
    if (decided_.group->plain || node < 0)
      return;
    bool const is_level1 = taxonomy.is_level1(node);
    auto const level1 = taxonomy.name(is_level1 ? node : taxonomy.parent(node));
    auto const level2 = is_level1 ? Text() : Text(taxonomy.name(node));
    if (indicator.level1 == level1 && indicator.level2 == level2)
      return;
    indicator.level1 = level1;
    indicator.level2 = level2;
    auto const of_level = [](auto const& entry) { return entry.field == "level1" || entry.field == "level2"; };
    std::erase_if(indicator.printed, of_level);
    std::erase_if(indicator.how, of_level);
    std::erase_if(indicator.repaired, [](std::string const& field) { return field == "level1" || field == "level2"; });
  }

  /// A cell that says something of an indicator, as an offered row's dashes and the columns of its project do not.
  bool tells(RecordCells::Entry const& entry) {
    auto const kind = entry.column->kind;
    if (kind <= ColumnKind::level3 || kind >= ColumnKind::project_name || kind == ColumnKind::comparator ||
        kind == ColumnKind::unit || kind == ColumnKind::direction)
      return false;
    auto const text = line_of(draft(), entry.pieces);
    return !text.empty() && !is_nothing(text) &&
           !((kind == ColumnKind::remark || kind == ColumnKind::score) && text == "0");
  }

  /// 三级指标 beside 四级指标, over several rows: it is that of each.
  void fill_group_of_names(Indicator& indicator, std::uint8_t panel) {
    groups_of_names_.resize(columns_.size());
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      auto const& column = columns_[i];
      if (column.target != "group" || column.kind != ColumnKind::other || column.panel != panel)
        continue;
      auto const own = std::ranges::find(indicator.other, column.label, &Labelled::label);
      if (own != indicator.other.end())
        groups_of_names_[i] = own->text;
      else if (!groups_of_names_[i].empty())
        indicator.other.push_back({column.label, groups_of_names_[i], {}});
    }
  }

  void take_empty(RecordCells const& cells) {
    for (auto const& entry : cells.entries)
      if (entry.column->kind < ColumnKind::project_name)
        for (auto const piece : entry.pieces)
          if (!is_level_label(piece) && !(entry.column->kind < ColumnKind::level3 && is_text(piece)))
            draft().take_furniture(piece, "placeholder");
  }

  /// Words that no template offers.
  bool is_text(std::uint32_t piece) { return draft().piece(piece).look() >= Look::coded; }

  /// A blank cell of a grid is that of its field, so that what its carrier has instead of a text can be told there.
  void claim_blanks(RecordSpan const& span, std::uint8_t panel, IndicatorFields& fields) {
    for (std::size_t i = 0; i < span.cells.size(); ++i) {
      auto const* column = span.cells[i].blank ? span.alignment.column_of(columns_, i) : nullptr;
      if (!column || draft().page->borders > Borders::gridded)
        continue;
      auto const field = find_field(field_of(column->kind));
      if (column->panel == panel && field && column->kind > ColumnKind::level2)
        fields.claim({span.cells[i].piece}, *field);
    }
  }

  /// 〃 or a dash under the header of a group: the one above it goes on.
  void take_marks(RecordSpan const& span, std::uint8_t panel) {
    for (std::size_t i = 0; i < span.cells.size(); ++i) {
      auto const* column = span.alignment.column_of(columns_, i);
      bool const of_group = column ? column->kind <= ColumnKind::level2 && column->panel == panel : panel == 0;
      if (of_group && !span.cells[i].blank && span.cells[i].look == Look::placeholder)
        draft().take_furniture(span.cells[i].piece, "placeholder");
    }
  }

  /// What two columns lay claim to with the same right stays empty; what they do with nearly the same is said.
  void report(RecordSpan const& span, std::uint8_t panel, Indicator const& indicator, IndicatorFields const& fields) {
    RecordFindings const findings(draft(), columns_, span, panel, fields);
    findings.report_columns(undecided_);
    findings.report_lines();
    if (span.placed)
      findings.report_placed();
    if (panel == 0 && !decided_.reporter)
      findings.report_doubtful_group(indicator);
    findings.report_missing_level2(indicator);
    auto& levels = panel_levels_[panel];
    auto const is_combined = [&](std::string const& text) {
      Indicator parts;
      return put_combined_group(parts, text, labels_);
    };
    if (indicator.level3)
      for (auto const& [text, level] :
           {std::pair{levels.unknown_level1(), "level1"}, std::pair{levels.unknown_level2(), "level2"}})
        if (text && !points_in(*text) && !is_combined(*text)) // (30分) below a label that was lost
          draft().remark(Code::unknown_group, {{"label", *text}}, span.first, fields.path(level));
    levels.clear_unknown();
    bool const exact = draft().page->borders == Borders::exact;
    if (!decided_.reporter && has_level2_ && (exact || draft().page->borders >= Borders::soft))
      findings.report_nameless(indicator);
    if (exact)
      findings.report_off_columns();
    if (panel == 0 && !decided_.reporter && std::ranges::find(indicator.repaired, "level1") != indicator.repaired.end())
      findings.report_overruled(indicator);
  }

  void report_put_together(Indicator& indicator, RecordFindings const& findings) {
    for (auto const* label : put_together_)
      findings.report_put_together(indicator, *label, labels_.taxonomy().name(label->group));
    put_together_.clear();
  }

  /// What was decided for the row at hand, where rows may have slid.
  struct Decided {
    RowReporter* reporter = nullptr;
    RowGroup const* group = nullptr;
    std::size_t row = 0;
  };

  Drafts& drafts_;
  bool is_list_; ///< of projects without indicators
  ProjectRows projects_;
  Decided decided_;
  std::vector<Column> columns_;
  LabelFinder const& labels_;
  std::vector<Levels> panel_levels_; ///< of each of the tables side by side
  bool is_grid_, has_level2_, centred_, keeps_places_ = false;
  bool under_groups_ = false; ///< the header tells the group of every indicator
  std::uint8_t panels_ = 1;
  LaterPanels later_panels_{1};
  MergedRemark remark_;
  std::vector<std::string> groups_of_names_; ///< by column: the last label of a level above the names
  std::vector<CutLabel> cut_;
  std::vector<CutLabel const*> put_together_; ///< those that head the next record
  std::vector<std::size_t> undecided_;        ///< cells of the row at hand
  std::vector<std::uint32_t> between_;        ///< rows that are no records
  TemplateText template_;
};

} // namespace

RecordsRead read_records(Drafts& drafts, Header const& header, std::uint32_t end, LabelFinder const& labels,
                         Evidence const& evidence) {
  auto const& page = *drafts.back().page;
  RecordsRead out;
  auto current = header;
  std::vector<Levels> above; // of the last row above a header that is printed again
  for (;;) {
    take_header(drafts.back(), current, end);
    auto const at = current.end;
    auto stop = at;
    Header again;
    while (stop < end && (is_sum_above_projects(page, current, stop) || !ends_table(page, current, stop, end))) {
      again = read_records_header(page, stop, end);
      if (!again.columns.empty())
        break;
      ++stop;
    }
    for (auto i = at; i < stop; ++i)
      if (!page.pieces[i].joined && is_side_label(page.pieces[i]))
        drafts.back().take_label(i);
    if (auto column = find_lost_scores(page, current.columns, at, stop)) {
      drafts.back().remark(Code::column_without_header, {{"field", name_of(column->kind)}}, column->piece,
                           "/indicators");
      current.columns.push_back(*std::move(column));
    }
    auto spans = part_records(page, current.columns, at, stop);
    place_by_counts(page, current.columns, spans);
    join_stacked_values(drafts.back(), current.columns, spans);
    if (page.has_rows() && page.text && !std::ranges::all_of(spans, &RecordSpan::in_place) &&
        is_better_by_lines(page, current.columns, at, stop))
      drafts.back().rows_refuted = true;
    RecordReader reader(drafts, current, labels, put_projects_first(page, current.columns, spans));
    if (page.centred)
      join_lines_of_records(page, current.columns, printed_points(drafts.back(), stop, end), spans);
    bool const by_hand =
        !page.centred && above.empty() && stand_in_the_middle(page, current.columns, spans, labels.taxonomy());
    reader.go_on(std::exchange(above, {}));
    if (page.centred || (by_hand && can_be_placed(page, current.columns, spans)))
      reader.expect(put_labels_first(page, current.columns, labels, evidence.cues, spans));
    else if (by_hand)
      doubt_rows_without_labels(spans);
    reader.expect(join_cut_labels(page, current.columns, labels, spans));
    std::ranges::copy(reader.read(spans, evidence), std::back_inserter(out.between));
    reader.finish();
    if (!page.pieces[current.first].paragraph)
      std::ranges::copy(lines_between(page, at, stop), std::back_inserter(out.between));
    out.next = stop;
    if (again.columns.empty())
      return out;
    if (page.borders == Borders::exact && !by_hand && has_same_labels(current, again))
      above = reader.levels();
    current = std::move(again);
  }
}

} // namespace jixiao::recognition
