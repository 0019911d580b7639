#include "recognition/repair/cut_cells.hpp"

#include "recognition/repair/cut_goals.hpp"
#include "recognition/repair/cut_header.hpp"
#include "recognition/repair/cut_tables.hpp"
#include "recognition/repair/cut_values.hpp"
#include "recognition/repair/repeated_header.hpp"
#include "recognition/repair/scraped_cells.hpp"
#include "recognition/repair/unlisted_labels.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace jixiao::recognition {

namespace {

constexpr std::size_t most_label_pieces = 5;
constexpr std::size_t longest_scraped_label = 75; ///< bytes
constexpr std::size_t longest_line = 60;          ///< bytes of a piece that evidence is taken from
constexpr std::size_t no_name = 6;                ///< bytes: two characters
constexpr std::size_t worth_of_label = 2;         ///< a label that edges cut, in values
constexpr std::size_t enough_evidence = 3;        ///< values

/// No label goes on so: 12, ≥90%.
bool begins_figure(std::string_view text) {
  if (text.starts_with('<') && clean_value(text).size() + 1 < text.size())
    return false; // <b>一数</b>
  return std::string_view("0123456789<>=+-").find(text.front()) != std::string_view::npos || text.starts_with("≥") ||
         text.starts_with("≤");
}

class CutCells {
public:
  CutCells(Page& page, LabelFinder const& labels) : page_(page), labels_(labels), over_(page, labels) {}

  void run() {
    if (!is_cut())
      return;
    page_.cut = true;
    DamagedLabels const damaged(labels_);
    damaged_ = &damaged;
    CutGoals goals(page_, labels_, over_);
    CutTables tables(page_, over_);
    CutValues values(page_, labels_, over_);
    RepeatedHeader repeated(page_);
    goals.drop_side_lines();
    for (std::uint32_t row = 0; row + 1 < page_.rows.size(); ++row) {
      spread_over_blanks(page_, labels_, row);
      join_lines_of_header(page_, labels_, row);
      goals.mend_header(row);
      exact_ = goals.is_open();
      in_table_ = tables.holds(row);
      join_labels(row);
      if (exact_ && goals.take(texts_of(page_, row)))
        continue;
      if (std::exchange(exact_, false))
        join_labels(row);
      repeated.mend(row);
      tables.take(row);
      in_table_ = tables.holds(row);
      auto texts = texts_of(page_, row);
      if (goals.begin(texts))
        texts = texts_of(page_, row);
      if (over_.take(texts)) {
        join_unlisted_labels(page_, labels_, damaged, over_, row);
        over_.merge_joined();
        goals.widen_labels();
        tables.begin(row);
        repeated.keep(texts_of(page_, row), over_);
      } else {
        values.join(row, in_table_);
        tables.doubt(texts_of(page_, row));
      }
    }
  }

  bool is_cut() const {
    std::set<std::string> labels;
    std::size_t values = 0;
    Texts texts;
    for (std::uint32_t row = 0; row + 1 < page_.rows.size(); ++row) {
      collect_texts(page_, row, texts);
      for (std::size_t i = 0; i + 1 < texts.size(); ++i)
        if (Label label;
            !names_something(at(texts[i])) && !names_something(at(texts[i + 1])) && label_length(texts, i, label) > 0)
          labels.insert(label.text);
      values += cut_values(texts);
      if (labels.size() * worth_of_label + values >= enough_evidence)
        return true;
    }
    return false;
  }

private:
  Piece& at(std::uint32_t piece) { return page_.pieces[piece]; }
  Piece const& at(std::uint32_t piece) const { return page_.pieces[piece]; }

  /// The first figures below this column are ends of figures: 5 | 60.00.
  bool cuts_figures(std::uint32_t label) const {
    constexpr std::uint32_t reach = 8; // rows
    for (auto row = at(label).row + 1; row + 1 < page_.rows.size() && row <= at(label).row + reach; ++row) {
      auto const texts = texts_of(page_, row);
      for (std::size_t i = 1; i < texts.size(); ++i)
        if (at(texts[i]).x == at(label).x && is_whole_figure(at(texts[i])))
          return are_beside(page_, texts[i - 1], texts[i]) && is_cut_number(at(texts[i - 1]).text, at(texts[i]).text);
    }
    return false;
  }

  /// 质量指标 behind 产出指标, below another label.
  bool is_group_of_its_own(Piece const& before, Piece const& piece) const {
    return in_table_ && piece.label.is_level() && !over_.over_both(before, piece);
  }

  /// How many of the texts from `first` on are one label that edges cut; 0: none are.
  std::size_t label_length(Texts const& texts, std::size_t first, Label& found) const {
    if (clean_value(at(texts[first]).text).empty())
      return 0; // <b></b>
    bool const measure = at(texts[first]).label.as(Role::measure);
    std::vector<Piece const*> pieces{&at(texts[first])};
    std::size_t length = 0, bytes = pieces[0]->text.size();
    for (auto next = first + 1; next < texts.size() && pieces.size() < most_label_pieces; ++next) {
      bytes += at(texts[next]).text.size();
      if (!are_beside(page_, texts[next - 1], texts[next]) || bytes > longest_scraped_label ||
          at(texts[next]).label.rest > 0 || begins_figure(at(texts[next]).text) ||
          is_group_of_its_own(at(texts[next - 1]), at(texts[next])))
        break;
      pieces.push_back(&at(texts[next]));
      if (measure && pieces.back()->label.as(Role::measure) && !cuts_figures(texts[next]))
        break; // 预算 | 执行率
      if (auto label = labels_.find(scraped_text(pieces)); label.rest == 0 && (label.known() || label.is_level())) {
        found = std::move(label);
        length = pieces.size();
      }
    }
    return length > 0 || !damaged_ || exact_ ? length : damaged_length(pieces, found);
  }

  /// The same where characters are lost at the edges.
  std::size_t damaged_length(std::span<Piece const* const> pieces, Label& found) const {
    std::vector<std::string_view> texts;
    for (auto const* piece : pieces) {
      if ((names_something(*piece) && piece->text.size() > no_name) || (texts.empty() && begins_figure(piece->text)))
        break;
      texts.push_back(piece->text);
      if (texts.size() < 2)
        continue;
      if (auto label = damaged_->find(texts);
          label.known() && (!in_table_ || may_follow_table(label)) && holds_known(label, pieces.first(texts.size()))) {
        found = std::move(label);
        return texts.size();
      }
    }
    return 0;
  }

  /// Behind the label of a pair stand several texts that no label parts: one value never is. An odd number may hold a
  /// label that nobody has listed. A name of two characters at most is enough by itself.
  std::size_t cut_values(Texts const& texts) const {
    if (LabelsOver::is_header(page_, texts))
      return 0;
    std::size_t found = 0;
    for (std::size_t i = 0; i + 2 < texts.size(); ++i) {
      auto const* pair = at(texts[i]).label.as(Role::pair);
      if (!pair || at(texts[i]).label.rest > 0)
        continue;
      auto end = i + 1;
      while (end < texts.size() && is_part_of_value(at(texts[end])) &&
             (end == i + 1 || are_beside(page_, texts[end - 1], texts[end])))
        ++end;
      auto const count = end - i - 1;
      if (count < 2 || (end < texts.size() && !names_something(at(texts[end]))))
        continue;
      bool const name = pair->target == "project_name" || pair->target == "supervising_department" ||
                        pair->target == "implementing_unit";
      if (name && at(texts[i + 1]).text.size() <= no_name)
        found += enough_evidence;
      else if (count % 2 == 0)
        ++found;
    }
    return found;
  }

  static bool is_part_of_value(Piece const& piece) {
    return !names_something(piece) && piece.look() >= Look::short_words && piece.text.size() <= longest_line;
  }

  static bool may_follow_table(Label const& label) {
    return label.is(Role::pair, "project_name") || label.is(Role::pair, "grade");
  }

  void join_labels(std::uint32_t row) {
    auto texts = texts_of(page_, row);
    for (std::size_t i = 0; i + 1 < texts.size(); ++i)
      if (Label label; auto const length = label_length(texts, i, label)) {
        join_pieces(page_, std::span(texts).subspan(i, length), std::move(label));
        if (labels_.find(at(texts[i]).text).text != at(texts[i]).label.text)
          page_.mended.push_back(texts[i]);
        texts.erase(texts.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                    texts.begin() + static_cast<std::ptrdiff_t>(i + length));
      }
  }

  Page& page_;
  LabelFinder const& labels_;
  LabelsOver over_;
  bool in_table_ = false;                  ///< of indicators
  bool exact_ = false;                     ///< no label is looked for in what may be a sentence
  DamagedLabels const* damaged_ = nullptr; ///< where the page is known to be cut
};

} // namespace

bool has_cut_cells(Reading const& reading, LabelFinder const& labels) {
  Page page;
  page.reading = &reading;
  for (std::uint32_t r = 0; r < reading.rows.size(); ++r) {
    page.rows.push_back(static_cast<std::uint32_t>(page.pieces.size()));
    if (reading.blocks[reading.rows[r].block].kind != BlockKind::table)
      continue;
    for (auto const& cell : reading.cells_of(reading.rows[r])) {
      auto& piece = page.pieces.emplace_back();
      piece.text = trim(cell.text);
      piece.x = cell.x;
      piece.x_end = static_cast<std::uint16_t>(cell.x + cell.x_span);
      piece.row = piece.source_row = r;
      piece.label = labels.find(piece.text);
    }
  }
  page.rows.push_back(static_cast<std::uint32_t>(page.pieces.size()));
  return CutCells(page, labels).is_cut();
}

void join_cut_cells(Page& page, LabelFinder const& labels) { CutCells(page, labels).run(); }

} // namespace jixiao::recognition
