#include "recognition/records/total_row.hpp"

#include "recognition/fields/amounts.hpp"
#include "recognition/fields/fields.hpp"
#include "recognition/pieces/looks.hpp"
#include "text/alike.hpp"
#include "text/clean.hpp"

#include <algorithm>

namespace jixiao::recognition {

namespace {

constexpr Decimal most_points{100};

enum class Sum { of_weights, of_scores, of_either };

/// With columns of weights and of scores a single sum is that of the weights where no score is printed, and where the
/// weights add up to it and the scores do not. Where neither do, the rest of the table lies elsewhere.
Sum sum_of(Form const& form, std::string const& text) {
  auto const printed = points_in(text);
  if (!printed)
    return Sum::of_scores;
  double weights = 0, scores = 0;
  bool scored = false;
  for (auto const& indicator : form.indicators) {
    weights += indicator.weight ? to_double(*indicator.weight) : 0;
    scores += indicator.score ? to_double(*indicator.score) : 0;
    scored = scored || indicator.score;
  }
  auto const of = [&](std::string_view measure) {
    auto const fund = std::ranges::find_if(
        form.funds, [&](Fund const& f) { return f.measure == measure && f.item == "total" && f.number; });
    return fund == form.funds.end() ? 0 : to_double(*fund->number);
  };
  auto const is = [&](double sum) { return sum > to_double(*printed) - 0.05 && sum < to_double(*printed) + 0.05; };
  bool const of_weights = is(weights) || is(weights + of("weight"));
  bool const of_scores = scored && (is(scores) || is(scores + of("score")));
  if (!scored)
    return of_weights || is(100) ? Sum::of_weights : Sum::of_scores;
  return of_scores ? Sum::of_scores : of_weights ? Sum::of_weights : is(100) ? Sum::of_either : Sum::of_scores;
}

/// A sum that may be of the weights as well as of the scores was read as that of the weights.
void report_either(Draft& draft, std::uint32_t label, std::uint32_t number, std::vector<Column> const& columns) {
  auto const header = [&](ColumnKind kind) {
    return draft.text(std::ranges::find(columns, kind, &Column::kind)->piece);
  };
  draft.remark(Code::ambiguous_cell,
               {{"text", draft.text(number)},
                {"chosen", header(ColumnKind::weight)},
                {"runner_up", header(ColumnKind::score)},
                {"cells", draft.text(label) + " | " + draft.text(number)}},
               number, "/total_weight");
}

/// 总分 below 合计 is the sum of both the indicators and what stands above them.
bool is_grand_total(Piece const& label) { return label.label.text.find("总") != std::string::npos; }

/// 100, 100分, 100% where weights are shares
bool is_points(std::string_view text) {
  return look_of(text) == Look::number || (text.ends_with("分") && points_in(text)) || text == "100%" ||
         text == "100％";
}

/// 标 | 总分 | 100: the last line of a group's label, or of that beside all rows, which was printed further down.
bool is_one_ideograph(std::string_view text) {
  constexpr std::size_t ideograph = 3; // bytes
  return text.size() == ideograph && ideographs_of(text).size() == 1;
}

} // namespace

std::optional<std::uint32_t> total_label(Page const& page, std::uint32_t row) {
  auto const is_total = [](Piece const& piece) {
    return piece.is_text() && piece.label.as(Role::total) && piece.label.rest == 0;
  };
  auto const pieces = page.row(row);
  auto const label = std::ranges::find_if(pieces, is_total);
  if (label == pieces.end())
    return std::nullopt;
  for (auto const& piece : pieces) {
    if (&piece < &*label && is_one_ideograph(piece.text))
      continue;
    if (!piece.is_text() || &piece == &*label ||
        (page.cut && ideographs_of(piece.text).empty() &&
         piece.text.find_first_of("0123456789") == std::string_view::npos))
      continue;
    auto const look = piece.look();
    if (!is_points(trim(piece.text)) && look != Look::placeholder && look != Look::grade)
      return std::nullopt;
  }
  return page.rows[row] + static_cast<std::uint32_t>(label - pieces.begin());
}

std::uint32_t read_total(Draft& draft, std::uint32_t label, std::uint32_t end, std::vector<Column> const& columns) {
  auto const& page = *draft.page;
  bool const hard = page.has_rows();
  draft.take_label(label);
  bool of_projects = has_column(columns, ColumnKind::measure);
  // 合计 | 228.50 below the amounts of projects; more than all points may come to is no sum of points.
  auto const of_amounts = [&](std::uint32_t number) {
    auto const& piece = page.pieces[number];
    auto const points = points_in(draft.text(number));
    return std::ranges::any_of(columns, [&](Column const& c) {
      bool const below = overlap(piece, c);
      bool const placed = page.borders <= Borders::gridded;
      return c.kind == ColumnKind::budget && (placed ? below : points && most_points < *points);
    });
  };
  std::vector<std::uint32_t> numbers;
  for (auto before = hard ? page.rows[page.pieces[label].row] : label; before < label; ++before)
    if (page.pieces[before].is_text() && is_points(trim(page.pieces[before].text)))
      numbers.push_back(before);
  auto at = label + 1;
  for (; at < end && (!hard || page.pieces[at].row == page.pieces[label].row); ++at) {
    auto const& piece = page.pieces[at];
    if (!piece.is_text())
      continue;
    auto const look = piece.look();
    if (look == Look::grade && !draft.form.grade) {
      draft.form.grade = draft.text(at);
      draft.take_field(at, FieldId::grade);
    } else if (is_points(trim(piece.text))) {
      bool const amount = of_amounts(at);
      if (amount)
        draft.take_furniture(at, "subtotal");
      else
        numbers.push_back(at);
      of_projects = of_projects || (amount && page.borders > Borders::gridded); // with it the parts of the amount
    } else if (of_projects && (look == Look::percentage || look == Look::money)) {
      draft.take_furniture(at, "subtotal");
    } else if (look == Look::placeholder) {
      draft.take_furniture(at, "placeholder");
    } else if (!page.cut || piece.label.known()) {
      break;
    }
  }
  bool const weights = has_column(columns, ColumnKind::weight), scores = has_column(columns, ColumnKind::score);
  // The sum that was taken before is that of the indicators alone.
  auto const outranks = [&](FieldId field) {
    auto const known = std::ranges::find(draft.places, name_of(field), &std::pair<std::string, std::uint32_t>::first);
    auto const above =
        hard && known != draft.places.end() ? total_label(page, page.pieces[known->second].row) : std::nullopt;
    if (!above || *above == label || is_grand_total(page.pieces[*above]) || !is_grand_total(page.pieces[label]))
      return false;
    draft.take_furniture(known->second, "subtotal");
    draft.places.erase(known);
    return true;
  };
  auto const set = [&](std::uint32_t piece, FieldId field) {
    auto& slot = field == FieldId::total_weight ? draft.form.total_weight : draft.form.total_score;
    auto const number = points_in(draft.text(piece));
    if (!number || (slot && *slot != *number && !outranks(field)))
      return;
    draft.take_field(piece, field); // 总分 below the table says again what 自评得分 in the head says.
    if (slot && *slot == *number)
      return;
    slot = number;
    draft.places.push_back({std::string(name_of(field)), piece});
  };
  if (of_projects) {
    for (auto const number : numbers)
      draft.take_furniture(number, "subtotal");
    return at;
  }
  // 总分 | 100 | 100 | 100 | 96.9 below the weights of all levels and the score.
  auto const of_groups = static_cast<std::size_t>(std::ranges::count(columns, ColumnKind::group_points, &Column::kind));
  if (numbers.size() > 2 && page.borders <= Borders::gridded) {
    for (auto const number : numbers) {
      auto const& piece = page.pieces[number];
      auto const below = std::ranges::find_if(columns, [&](Column const& c) { return overlap(piece, c); });
      auto const kind = below == columns.end() ? ColumnKind::level1 : below->kind;
      std::vector const pieces{number};
      if (kind == ColumnKind::weight || kind == ColumnKind::score)
        set(number, kind == ColumnKind::weight ? FieldId::total_weight : FieldId::total_score);
      else if (kind == ColumnKind::group_points)
        draft.take_furniture(number, "subtotal");
      else if (kind == ColumnKind::other) // 复核得分 beside 自评得分
        set_other(draft, {label_text(draft, label), below->label.back()}, pieces, draft.text(number));
    }
  } else if (numbers.size() > 2 && of_groups > 0) {
    if (weights && scores && numbers.size() == of_groups + 2) {
      set(numbers[of_groups], FieldId::total_weight);
      set(numbers[of_groups + 1], FieldId::total_score);
      for (std::size_t i = 0; i < of_groups; ++i)
        draft.take_furniture(numbers[i], "subtotal");
    }
  } else if (numbers.size() >= 2 && weights && scores) {
    set(numbers[0], FieldId::total_weight);
    set(numbers[1], FieldId::total_score);
  } else if (numbers.size() == 1 && page.pieces[label].label.is(Role::pair, "total_score")) {
    set(numbers[0], FieldId::total_score);
  } else if (numbers.size() == 1 && !weights && !scores && page.pieces[label].label.is(Role::total, "task")) {
    // 合计 | 798500 in a table that has no points is a sum of something else.
  } else if (numbers.size() == 1) {
    auto const& piece = page.pieces[numbers[0]];
    auto const below = std::ranges::find_if(columns, [&](Column const& c) {
      return (c.kind == ColumnKind::weight || c.kind == ColumnKind::score) && overlap(piece, c);
    });
    bool const by_place = hard && below != columns.end();
    auto const sum = !weights ? Sum::of_scores : sum_of(draft.form, draft.text(numbers[0]));
    // Without a column of points that is known, less than 100 is what results were given.
    bool const of_results =
        !weights && has_column(columns, ColumnKind::actual) && points_in(draft.text(numbers[0])) != Decimal{100};
    bool const score = by_place ? below->kind == ColumnKind::score : (scores || of_results) && sum == Sum::of_scores;
    set(numbers[0], score ? FieldId::total_score : FieldId::total_weight);
    // What the weights of a whole form add up to is most often 100, whatever was reached.
    if (!by_place && scores && sum == Sum::of_either)
      report_either(draft, label, numbers[0], columns);
  }
  return at;
}

PrintedPoints printed_points(Draft const& draft, std::uint32_t stop, std::uint32_t end) {
  PrintedPoints out;
  auto const number = [](std::optional<Decimal> const& value) {
    return value ? std::optional(to_double(*value)) : std::nullopt;
  };
  for (auto const& fund : draft.form.funds)
    if (fund.scope == "year" && fund.item == "total") {
      if (fund.measure == "weight")
        out.fund_weight = number(fund.number);
      else if (fund.measure == "score")
        out.fund_score = number(fund.number);
    }
  auto const& page = *draft.page;
  auto const label = stop < end ? total_label(page, page.pieces[stop].row) : std::nullopt;
  if (!label)
    return out;
  std::vector<std::optional<double>> numbers;
  for (auto at = *label + 1; at < page.rows[page.pieces[*label].row + 1]; ++at)
    if (auto const value = number(parse_decimal(page.pieces[at].text)))
      numbers.push_back(value);
  if (numbers.size() >= 2)
    out.weight = numbers[0];
  if (!numbers.empty())
    out.score = numbers[std::min<std::size_t>(numbers.size(), 2) - 1];
  return out;
}

} // namespace jixiao::recognition
