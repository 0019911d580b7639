#include "restore/scraped_document.hpp"

#include "recognition/pieces/garbled.hpp"
#include "text/alike.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace jixiao {
namespace {

constexpr std::int32_t no_end = 1 << 20;

std::optional<Decimal> number_of(Token const& token) { return parse_decimal(token.text); }

bool is_dash(std::string_view text) { return text == "-" || text == "—" || text == "–" || text == "/"; }

Doubt doubt_of(Token const& token) { return token.is_cut ? Doubt::cut : Doubt::none; }

/// 0.00 -: two cells that were scraped into one.
void part_numbers(ScrapedRow& row) {
  for (std::size_t i = 0; i < row.tokens.size(); ++i) {
    auto& token = row.tokens[i];
    auto const space = token.text.find(' ');
    bool const is_free = i + 1 == row.tokens.size() || row.tokens[i + 1].x > token.last_x + 1;
    if (space == std::string::npos || !is_free || !parse_decimal(token.text.substr(0, space)))
      continue;
    auto rest = token;
    rest.text = token.text.substr(space + 1);
    if (!is_dash(rest.text) && !number_of(rest))
      continue;
    rest.x = rest.last_x = token.last_x + 1;
    token.text.resize(space);
    row.tokens.insert(row.tokens.begin() + static_cast<std::ptrdiff_t>(i) + 1, std::move(rest));
  }
}

} // namespace

ScrapedDocument::ScrapedDocument(Page const& page, RestoreContext const& context, std::uint16_t form)
    : page_(page), context_(context), grammar_(context.forms[form]), labels_(context.lexicon, grammar_, form) {}

ScrapedPlan ScrapedDocument::read() && {
  for (std::uint32_t block = 0; block < page_.reading->blocks.size(); ++block)
    take_block(block);
  finish_goals();
  finish_records();
  return std::move(plan_);
}

void ScrapedDocument::take_block(std::uint32_t index) {
  auto const& block = page_.reading->blocks[index];
  if (block.kind == BlockKind::paragraph)
    return take_paragraph(index);
  auto const end = block.first_row + block.row_count;
  for (auto row = block.first_row; row < end; ++row) {
    if (std::exchange(skips_next_, false))
      continue;
    next_ = row + 1 < end ? read_scraped_row(page_, row + 1, labels_) : ScrapedRow{};
    take(read_scraped_row(page_, row, labels_));
  }
}

/// Goals may be scraped as paragraphs between two parts of a table; where two columns of them stand, their lines then
/// are one among the other.
void ScrapedDocument::take_paragraph(std::uint32_t index) {
  auto const row = read_scraped_row(page_, page_.reading->blocks[index].first_row, labels_);
  bool const is_header = count(row, LabelRole::below_header) > 0;
  bool const begins = zone_ == Zone::matrix && !row.tokens.empty() && (is_header || is_piece_of_side(row.tokens[0]));
  if (begins) {
    goals_header_ = {row.row, row.block, row.width, {}};
    goals_are_loose_ = true;
    zone_ = Zone::goals;
  }
  if (zone_ != Zone::goals || !goals_are_loose_)
    plan_.rows.push_back({index, true, false, {}});
  else if (is_header)
    goals_header_.tokens.insert(goals_header_.tokens.end(), row.tokens.begin(), row.tokens.end());
  else
    goals_.push_back(row);
}

std::size_t ScrapedDocument::count(ScrapedRow const& row, LabelRole role) const {
  std::set<LabelRule const*> seen;
  for (auto const& token : row.tokens)
    if (auto const* found = use(token, role))
      seen.insert(found->rule);
  return seen.size();
}

bool ScrapedDocument::begins_form(ScrapedRow const& row) const {
  return std::any_of(row.tokens.begin(), row.tokens.end(), [&](Token const& token) {
    auto const* found = use(token, LabelRole::pair);
    return found && found->block == 0 && found->entry == 0;
  });
}

void ScrapedDocument::take(ScrapedRow row) {
  if (row.tokens.empty())
    return;
  bool const in_records = zone_ == Zone::records;
  join_labels(row, labels_, context_.lexicon, in_records);
  if (in_records) {
    if (take_total(row))
      return;
    if (!begins_form(row))
      return take_record_line(row);
    finish_records();
  }
  if (begins_form(row)) {
    finish_goals();
    plan_.rows.push_back({row.block, false, true, {}, plan_.left_over.size()});
    totals_ = {};
  }
  if (take_records_header(row) || take_matrix_header(row) || take_matrix_row(row) || take_goals_header(row))
    return;
  if (zone_ == Zone::goals)
    goals_.push_back(std::move(row));
  else
    take_pairs(row);
}

void ScrapedDocument::write(std::uint32_t block, std::vector<RestoredCell> cells) {
  plan_.rows.push_back({block, false, false, std::move(cells)});
}

void ScrapedDocument::take_pairs(ScrapedRow const& row) {
  zone_ = Zone::pairs;
  PlannedRow planned{row.block, false, false, {}};
  LabelUse const* label = nullptr;
  for (std::size_t i = 0; i < row.tokens.size();) {
    if (auto const* found = use(row.tokens[i], LabelRole::pair)) {
      label = found;
      auto cell = restored(row.tokens[i], row.tokens[i].x);
      cell.text = context_.lexicon[row.tokens[i].lexeme].text;
      planned.cells.push_back(std::move(cell));
      ++i;
      continue;
    }
    auto end = i + 1;
    while (end < row.tokens.size() && !use(row.tokens[end], LabelRole::pair))
      ++end;
    auto const value = joined(row, i, end - i);
    planned.cells.push_back(restored(value, value.x, doubt_of(value)));
    if (label && label->rule->destination)
      plan_.values.push_back(
          {plan_.rows.size(), planned.cells.size() - 1, label->rule->destination->field, value.is_cut});
    i = end;
  }
  plan_.rows.push_back(std::move(planned));
}

bool ScrapedDocument::take_matrix_header(ScrapedRow const& row) {
  if (zone_ == Zone::goals || count(row, LabelRole::matrix_column) < 2)
    return false;
  matrix_.clear();
  std::vector<RestoredCell> cells;
  for (auto const& token : row.tokens) {
    if (!matrix_.empty())
      matrix_.back().last_x = token.x - 1;
    if (!use(token, LabelRole::matrix_column))
      continue;
    auto cell = restored(token, token.x);
    cell.text = context_.lexicon[token.lexeme].text;
    cells.push_back(std::move(cell));
    matrix_.push_back({FieldId::funds, token.x, no_end, token});
  }
  zone_ = Zone::matrix;
  write(row.block, std::move(cells));
  return true;
}

bool ScrapedDocument::take_matrix_row(ScrapedRow const& printed) {
  if (zone_ != Zone::matrix || matrix_.empty())
    return false;
  auto row = printed;
  part_numbers(row);
  auto const label = std::find_if(row.tokens.begin(), row.tokens.end(),
                                  [&](Token const& token) { return use(token, LabelRole::matrix_row) != nullptr; });
  if (label == row.tokens.end())
    return false;
  std::vector<RestoredCell> cells;
  for (auto token = row.tokens.begin(); token != label; ++token) {
    cells.push_back(restored(*token, token->x));
    if (use(*token, LabelRole::side))
      plan_.whole_side = token->text;
    else
      plan_.sides.emplace_back(plan_.rows.size(), cells.size() - 1);
  }
  cells.push_back(restored(*label, label->x));
  auto const* item = use(*label, LabelRole::matrix_row);
  for (auto const& column : matrix_) {
    auto const in_column = [&](Token const& t) { return column.x <= t.x && t.x <= column.last_x && &t > &*label; };
    auto const first = std::find_if(row.tokens.begin(), row.tokens.end(), in_column);
    if (first == row.tokens.end())
      continue;
    // What stands behind a whole number is the rest of it, cut and printed once more.
    auto last = first;
    while (last + 1 != row.tokens.end() && in_column(*(last + 1)))
      ++last;
    bool const has_digits = std::any_of(first + 1, last + 1, [](Token const& rest) {
      return rest.text.find_first_of("0123456789") != std::string::npos;
    });
    cells.push_back(restored(*first, column.x, has_digits ? Doubt::cut : Doubt::none));
    cells.back().last_cell = last->last_cell;
    auto const* measure = use(column.header, LabelRole::matrix_column);
    if (item->rule->destination->item == "total" && measure->rule->destination->measure == "weight")
      totals_.fund_weight = number_of(*first);
    if (item->rule->destination->item == "total" && measure->rule->destination->measure == "score")
      totals_.fund_score = number_of(*first);
  }
  write(row.block, std::move(cells));
  return true;
}

bool ScrapedDocument::take_goals_header(ScrapedRow const& row) {
  if (zone_ == Zone::goals || count(row, LabelRole::below_header) < 1)
    return false;
  goals_header_ = row;
  zone_ = Zone::goals;
  return true;
}

/// In which of the goals' columns a text stands. A heading stands in the middle of its column, which tells where the
/// column ends; what is left of the first is the side label.
std::size_t ScrapedDocument::goal_at(std::int32_t x, std::vector<Token> const& headers) const {
  for (std::size_t h = 0; h + 1 < headers.size(); ++h)
    if (x <= std::min(headers[h].x + headers[h].last_x - 1, headers[h + 1].x - 1))
      return h;
  return headers.size() - 1;
}

void ScrapedDocument::finish_goals() {
  if (zone_ != Zone::goals)
    return;
  zone_ = Zone::pairs;
  std::vector<Token> headers;
  for (auto const& token : goals_header_.tokens)
    if (use(token, LabelRole::below_header))
      headers.push_back(token);
  if (headers.empty()) {
    for (auto const& row : std::exchange(goals_, {}))
      plan_.rows.push_back({row.block, true, false, {}});
    goals_are_loose_ = false;
    return;
  }
  std::vector<RestoredCell> head, body;
  for (std::size_t h = 0; h < headers.size(); ++h) {
    head.push_back(restored(headers[h], static_cast<std::int32_t>(h) + 1));
    head.back().text = context_.lexicon[headers[h].lexeme].text;
  }
  std::vector<std::vector<Token>> texts(headers.size() + 1); // the first is the side label's
  for (auto const& row : goals_)
    for (auto const& token : row.tokens) {
      bool const is_side = goals_are_loose_ ? is_piece_of_side(token) : token.x == 0;
      texts[is_side ? 0 : goals_are_loose_ ? headers.size() : goal_at(token.x, headers) + 1].push_back(token);
    }
  for (std::size_t h = 0; h < texts.size(); ++h)
    if (!texts[h].empty())
      body.push_back(whole_goal(texts[h], static_cast<std::int32_t>(h)));
  write(goals_header_.block, std::move(head));
  if (!body.empty())
    write(goals_.front().block, std::move(body));
  goals_.clear();
  goals_are_loose_ = false;
}

bool ScrapedDocument::is_piece_of_side(Token const& token) const {
  auto const piece = ideographs_of(token.text);
  for (auto const& block : grammar_.below)
    for (auto const& side : block.sides)
      for (auto const& text : side.texts)
        if (!piece.empty() && ideographs_of(text).find(piece) != std::u32string::npos)
          return true;
  return false;
}

/// The pieces of a goal as one cell; column 0 is that of the side label, whose pieces need not be read.
RestoredCell ScrapedDocument::whole_goal(std::vector<Token> const& pieces, std::int32_t column) const {
  auto token = pieces.front();
  token.last_cell = pieces.back().last_cell;
  if (column == 0) {
    token.text = grammar_.below.empty() || grammar_.below[0].sides.empty() ? "" : grammar_.below[0].sides[0].texts[0];
    return restored(token, column);
  }
  std::vector<std::string_view> texts;
  for (auto const& piece : pieces)
    texts.push_back(piece.text);
  token.text = join_cut(texts);
  return restored(token, column,
                  goals_are_loose_                      ? Doubt::interleaved
                  : recognition::is_garbled(token.text) ? Doubt::garbled
                                                        : Doubt::cut);
}

} // namespace jixiao
