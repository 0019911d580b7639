#include "recognition/fields/pairs.hpp"

#include "grammars/date.hpp"
#include "grammars/fiscal_year.hpp"
#include "recognition/columns/header_row.hpp"
#include "recognition/labels/header_words.hpp"
#include "recognition/fields/amounts.hpp"
#include "recognition/fields/choices.hpp"
#include "recognition/fields/fields.hpp"
#include "recognition/fields/fund_address.hpp"
#include "recognition/labels/titles.hpp"
#include "recognition/labels/vocabulary_file.hpp"
#include "recognition/pieces/looks.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace jixiao::recognition {

namespace {

using Pieces = std::vector<std::uint32_t>;

constexpr std::size_t longest_party_label = 30; ///< bytes

class PairReader {
public:
  PairReader(Draft& draft, std::uint32_t end)
      : draft_(draft), page_(*draft.page), end_(end), hard_(draft.page->has_rows()) {}

  std::uint32_t run(std::uint32_t label) {
    if (heads_columns(label))
      return draft_.take_label(label), label + 1;
    Pieces values;
    auto at = label + 1;
    for (; at < end_; ++at) {
      auto const& next = piece(at);
      if (hard_ && next.row != piece(label).row)
        break;
      if (!next.is_text())
        continue;
      if ((next.label.known() && !(values.empty() && is_value(label, at)) && !is_word_of_funds(label, at, values) &&
           !is_last_beside(label, at) && !is_account(label, at, values)) ||
          next.label.is_level() ||
          (is_title(at) && !(values.empty() && piece(label).label.is(Role::pair, "project_name"))) ||
          (!hard_ &&
           (is_unlisted_label(at, label) || (next.row != piece(label).row && is_line_of_web_page(next.text)))) ||
          (hard_ && piece(label).label.rest > 0 && own_value(next.text) > 0) || // 填表人：… | 科室审核：…
          (piece(label).label.rest > 0 && grammars::match_fiscal_year(draft_.text(at))))
        break;
      values.push_back(at);
    }
    if (values.size() > 1 && is_blank_beside(label)) {
      at = values.front();
      values.clear();
    }
    if (piece(label).label.rest > 0 && !hard_)
      return set_labelled(draft_, label, {}), label + 1;
    if (page_.by_blanks && names_one(piece(label).label) && !values.empty() && is_amount(piece(values[0])))
      values.clear(); // extraction printed the cells in another order
    auto const taken = !hard_                   ? end_of_value(label, values)
                       : is_span(label, values) ? values.size()
                                                : std::min<std::size_t>(values.size(), 1);
    set_labelled(draft_, label, std::span(values).first(taken));
    if (!hard_ && taken < values.size())
      return answers_earlier_label(label, values[taken]) ? values[taken] + 1 : read_behind(values, taken);
    if (values.empty())
      if (auto const below = opinion_below(label))
        return set_labelled(draft_, label, {&*below, 1}), label + 1;
    if (values.empty())
      claim_blank(label);
    // 分配科学性 | 情况说明 | 存在问题: one more text is of the same label, more of them are labels and values of their
    // own.
    bool const keeps_next = piece(label).label.as(Role::pair)->target == "other" && values.size() == taken + 1;
    if (keeps_next)
      set_other(draft_, {label_text(draft_, label)}, std::span(values).subspan(taken, 1), draft_.text(values[taken]));
    return hard_ && values.size() > taken + 1 ? values[taken] : at;
  }

private:
  Piece const& piece(std::uint32_t index) const { return page_.pieces[index]; }

  /// 2031年1月1日 | 至 | 2031年12月31日: the days of a span, each in a cell of its own.
  bool is_span(std::uint32_t label, Pieces const& values) const {
    return piece(label).label.is(Role::pair, "period") && values.size() == 3 &&
           std::ranges::all_of(values, [&](auto i) { return piece(i).row == piece(label).row; }) &&
           piece(values[0]).look() == Look::deadline && piece(values[2]).look() == Look::deadline &&
           piece(values[1]).text.size() <= std::string_view("至").size();
  }

  /// A name and its number are what a contact holds: what goes on upon other lines is none of it.
  std::size_t end_of_contact(std::uint32_t label, Pieces const& values) const {
    std::size_t taken = 1;
    if (ends_in_telephone(piece(values[0]).text))
      return taken;
    while (taken < values.size() &&
           (ends_in_telephone(piece(values[taken]).text) || piece(values[taken]).row == piece(label).row))
      ++taken;
    return taken;
  }

  /// 某项目 政策类型 民生类: where blanks part the cells, words behind a name may be a label that nobody has listed,
  /// and its value.
  void doubt_words(std::string_view target, Pieces const& values) {
    if (values.size() < 3 || !may_be_label(piece(values[1])))
      return;
    auto path = "/" + std::string(target);
    std::ranges::replace(path, '.', '/');
    draft_.remark(Code::parted_by_blanks, {{"what", draft_.text(values[0])}}, values[0], path);
  }

  /// Where rows are not told, how many of the texts behind a label are its value: a name is one cell, perhaps over two
  /// lines or behind its code. Another cell of its line is none of it, nor is a short text with one more behind it: a
  /// label that nobody has listed with its value.
  std::size_t end_of_value(std::uint32_t label, Pieces const& values) {
    auto const& target = piece(label).label.as(Role::pair)->target;
    if (values.size() >= 2 && target.ends_with("_code") && piece(values[0]).look() == Look::number)
      return 1;
    if (values.size() >= 2 && target == "contact")
      return end_of_contact(label, values);
    if (values.size() >= 2 && (target == "start_date" || target == "end_date") &&
        grammars::match_date(draft_.text(values[0])))
      return 1;
    if (values.size() >= 2 && heads_part(label, values))
      return 0;
    if (values.size() > 2 && target == "choice" && !page_.by_blanks && may_be_label(piece(values[1])) &&
        !read_choices(draft_.text(values[0])))
      return 1;
    if (values.size() < 2 || target == "other" || target == "choice")
      return values.size();
    if (page_.by_blanks) {
      doubt_words(target, values);
      return values.size();
    }
    auto const& first = piece(values[0]);
    if (look_of(first.text) == Look::number && (target == "implementing_unit" || target == "supervising_department"))
      return values.size();
    if (names_one(piece(label).label) && look_of(piece(values[1]).text) == Look::number && asks_for_score(label))
      return 1;
    bool const own_line = piece(values[1]).row != first.row;
    bool const labelled = values.size() > 2 && may_be_label(piece(values[1])) && !is_open(first.text);
    if (!own_line || labelled)
      return 1;
    auto path = "/" + target;
    std::ranges::replace(path, '.', '/');
    for (std::size_t i = 1; i < values.size(); ++i)
      draft_.remark(Code::text_joined,
                    {{"text", draft_.text(values[i])},
                     {"field", target},
                     {"cells", draft_.text(values[i - 1]) + " | " + draft_.text(values[i])}},
                    values[i], path);
    return values.size();
  }

  /// The label of the score that ended the row above, where the next label stood right behind it.
  std::optional<std::uint32_t> asks_for_score(std::uint32_t label) const {
    constexpr std::uint32_t furthest = 8; // pieces: two rows of two pairs
    if (draft_.form.total_score)
      return std::nullopt;
    for (auto at = label; at > draft_.segment_first && label - at < furthest; --at)
      if (piece(at - 1).label.is(Role::pair, "total_score") && piece(at - 1).label.rest == 0 && piece(at).label.known())
        return at - 1;
    return std::nullopt;
  }

  /// 专项名称 | … | 自评得分 over 省级主管部门 | … | 95: the number that ends the second row.
  bool answers_earlier_label(std::uint32_t label, std::uint32_t value) {
    auto const score = names_one(piece(label).label) && look_of(piece(value).text) == Look::number
                           ? asks_for_score(label)
                           : std::nullopt;
    if (score)
      set_labelled(draft_, *score, {&value, 1});
    return score.has_value();
  }

  /// 项目基本情况 over 补助资金种类 | 专项资金: it heads labels that nobody has listed, and is none of its own.
  bool heads_part(std::uint32_t label, Pieces const& values) const {
    static auto const heads = vocabulary_words("furniture.vocab", "part");
    auto const is_sentence = [&](auto i) { return piece(i).text.find("。") != std::string_view::npos; };
    return std::ranges::find(heads, piece(label).label.text) != heads.end() && may_be_label(piece(values[0])) &&
           piece(values[0]).row != piece(label).row && std::ranges::none_of(values, is_sentence);
  }

  /// 张某 0551-6203344, 139****5566: what stands behind the number of a telephone is nobody's.
  static bool ends_in_telephone(std::string_view text) {
    constexpr std::size_t fewest = 7; // digits
    auto const other = text.find_last_not_of("0123456789-*");
    auto const number = text.substr(other == std::string_view::npos ? 0 : other + 1);
    return std::ranges::count_if(number, [](char c) { return c != '-'; }) >= std::ptrdiff_t{fewest};
  }

  /// 9,034 or 12.50: no code, and no name.
  static bool is_amount(Piece const& p) {
    return p.look() == Look::number && p.text.find_first_of(".,") != std::string_view::npos;
  }

  /// A bracket is opened and not closed: the text goes on.
  static bool is_open(std::string_view text) {
    auto const last = [&](std::string_view narrow, std::string_view wide) {
      auto const a = text.rfind(narrow), b = text.rfind(wide);
      return a == std::string_view::npos ? b : b == std::string_view::npos ? a : std::max(a, b);
    };
    auto const open = last("(", "（"), close = last(")", "）");
    return open != std::string_view::npos && (close == std::string_view::npos || close < open);
  }

  /// Pairs of a label that nobody has listed and its value; what is left over goes on by itself.
  std::uint32_t read_behind(Pieces const& values, std::size_t from) {
    for (; from + 1 < values.size() && may_be_label(piece(values[from])); from += 2)
      keep_unlisted(draft_, values[from], values[from + 1]);
    return from < values.size() ? values[from] : values.back() + 1;
  }

  /// Where rows are not told, what is no more of the value before it: 签字: and 金额(万元), which nobody has listed,
  /// and a line of several cells.
  bool is_unlisted_label(std::uint32_t at, std::uint32_t label) const {
    auto const& p = piece(at);
    if (p.text.size() > longest_unlisted_label)
      return false;
    if (p.text.ends_with(":") || p.text.ends_with("：") || ends_in_unit(p.text) || (at > label + 1 && names_party(p)))
      return true;
    if (p.row == piece(label).row || p.paragraph)
      return false;
    std::vector<Piece const*> texts;
    for (auto const& cell : page_.row(p.row))
      if (cell.is_text())
        texts.push_back(&cell);
    // 县住建局 | 实施单位 | …: what stands before a label is the rest of the line above.
    return texts.size() >= 2 && texts[0] == &p && !texts[1]->label.known();
  }

  /// 区级财政部门: what ends so is a label, not the name of an office.
  static bool names_party(Piece const& p) {
    static auto const endings = listed_words("parties.vocab");
    return p.text.size() <= longest_party_label &&
           std::ranges::any_of(endings, [&](ListedWord const& ending) { return p.text.ends_with(ending.word); });
  }

  static bool ends_in_unit(std::string_view text) {
    for (std::string_view const open : {"(", "（"})
      if (auto const at = text.rfind(open); at != std::string_view::npos && at > 0)
        if (auto const behind = text.substr(at + open.size()); behind.ends_with(")") || behind.ends_with("）"))
          return unit_of(folded(text.substr(at))).has_value();
    return false;
  }

  /// 主管部门审核意见, last in its row, over a text that goes down beside the rows below.
  std::optional<std::uint32_t> opinion_below(std::uint32_t label) const {
    auto const& p = piece(label);
    bool const last = label + 1 == end_ || piece(label + 1).row != p.row;
    auto const row = p.row + p.y_span;
    if (page_.borders != Borders::exact || !last || !p.label.is(Role::pair, "other") || row + 1 >= page_.rows.size())
      return std::nullopt;
    for (auto at = page_.rows[row]; at < std::min(page_.rows[row + 1], end_); ++at)
      if (auto const& below = piece(at); below.x == p.x && below.x_end == p.x_end)
        return below.y_span > 1 && !below.blank() && !below.label.known() ? std::optional(at) : std::nullopt;
    return std::nullopt;
  }

  /// 填报单位 | (blank) | 承办事由 | 某项目: where a blank is a blank, what stands behind it is a label that nobody has
  /// listed with its value.
  bool is_blank_beside(std::uint32_t label) const {
    return page_.borders == Borders::exact && piece(label).label.rest == 0 && piece(label + 1).blank() &&
           !piece(label + 1).joined && piece(label + 1).row == piece(label).row;
  }

  /// The blank cell beside a label is that of its field.
  void claim_blank(std::uint32_t label) {
    auto const next = label + 1;
    auto const field = find_field(piece(label).label.as(Role::pair)->target);
    if (field && next < end_ && page_.borders <= Borders::gridded && piece(next).row == piece(label).row &&
        piece(next).blank())
      draft_.take_field(next, *field);
  }

  /// 资金性质 | 一般公共预算: a word of the fund block that no amount follows is a value. A total behind a blank cell
  /// is the label of an amount that was not filled in.
  bool is_value(std::uint32_t of, std::uint32_t at) const {
    auto const& label = piece(at).label;
    if (!hard_ || !label.as(Role::fund) || label.as(Role::pair) || label.as(Role::goal) || label.rest > 0 ||
        (at != of + 1 && is_fund_total(label)))
      return false;
    for (auto next = at + 1; next < end_ && piece(next).row == piece(at).row; ++next)
      if (!piece(next).blank())
        return !looks_like_amount(draft_, next);
    return true;
  }

  /// The same on lines: right behind its label, and before another one, or at the end of a line whose words blanks
  /// part.
  bool is_word_of_funds(std::uint32_t label, std::uint32_t at, Pieces const& values) const {
    auto const& p = piece(at);
    if (hard_ || !values.empty() || !piece(label).label.is(Role::pair, "other") || !p.label.as(Role::fund) ||
        p.label.as(Role::pair) || p.label.as(Role::goal) || p.label.rest > 0)
      return false;
    auto const next = page_.text_from(at + 1, end_);
    bool const ends_line = page_.by_blanks && next < end_ && piece(label).row == p.row && piece(next).row != p.row;
    return next < end_ && piece(next).label.known() && (ends_line || !piece(next).label.as(Role::fund));
  }

  static bool names_one(Label const& label) {
    auto const* pair = label.as(Role::pair);
    return pair && (pair->target == "project_name" || pair->target == "supervising_department" ||
                    pair->target == "implementing_unit");
  }

  static bool leads_to_words(Label const& label) {
    auto const* pair = label.as(Role::pair);
    return names_one(label) || (pair && (pair->target == "choice" || pair->target == "project_category" ||
                                         pair->target == "project_nature"));
  }

  /// 项目名称 | 政府采购: what stands right beside the label of a name, and last in its row, has no value of its own; a
  /// header of columns has numbers below it.
  bool is_last_beside(std::uint32_t label, std::uint32_t at) const {
    auto const& p = piece(at);
    if (!hard_ || p.paragraph || at != label + 1 || !leads_to_words(piece(label).label) || p.label.rest > 0 ||
        piece(label).label.rest > 0 || p.label.is_level() || names_one(p.label))
      return false;
    // Where covered cells are left out, so may be the blank value of the first of two labels.
    auto const* pair = p.label.as(Role::pair);
    if (page_.borders == Borders::separated && ((pair && pair->target != "other") || page_.row(p.row).size() != 2))
      return false;
    auto const behind = page_.row(p.row).subspan(at + 1 - page_.rows[p.row]);
    return std::ranges::all_of(behind, &Piece::blank) && !has_number_below(p);
  }

  /// 项目概况 | 项目名称：…。主管部门：…: an account may name what has labels of its own.
  bool is_account(std::uint32_t label, std::uint32_t at, Pieces const& values) const {
    return hard_ && values.empty() && piece(at).label.rest > 0 && piece(at).look() == Look::prose &&
           piece(label).label.rest == 0 && piece(label).label.is(Role::pair, "other");
  }

  /// 项目名称 | 功能科目 | 合计 over the name of a project and numbers: a list, and no pair.
  bool heads_columns(std::uint32_t label) const {
    auto const& p = piece(label);
    if (!hard_ || !p.label.is(Role::pair, "project_name") || p.label.rest > 0 || p.row + 2 >= page_.rows.size())
      return false;
    // 项目 | 2024年预算 | 2024年决算
    if (label + 2 < page_.rows[p.row + 1] && names_amount_of_year(piece(label + 1)) &&
        names_amount_of_year(piece(label + 2)))
      return true;
    if (page_.borders > Borders::gridded)
      return false;
    auto const value = page_.text_from(label + 1, page_.rows[p.row + 1]);
    if (value == page_.rows[p.row + 1] || !has_number_below(piece(value)))
      return false;
    return std::ranges::any_of(page_.row(p.row + 1), [&](Piece const& below) {
      return below.is_text() && overlap(below, p) && !below.label.known() && !ends_in_unit(below.text) &&
             look_of(below.text) >= Look::short_words;
    });
  }

  static bool names_amount_of_year(Piece const& p) {
    auto const year = p.text.find("年");
    return year != std::string_view::npos && grammars::find_fiscal_year(p.text) &&
           (measure_meaning(p.text.substr(year)) || p.text.substr(year).find("预算") != std::string_view::npos);
  }

  bool has_number_below(Piece const& above) const {
    if (above.row + 2 >= page_.rows.size())
      return false;
    return std::ranges::any_of(page_.row(above.row + 1), [&](Piece const& below) {
      return !below.blank() && overlap(below, above) && look_of(below.text) == Look::number;
    });
  }

  bool is_title(std::uint32_t at) const {
    return piece(at).text.size() > 9 && read_title(piece(at).text, page_.titles).has_value();
  }

  Draft& draft_;
  Page const& page_;
  std::uint32_t end_;
  bool hard_;
};

} // namespace

std::uint32_t read_pair(Draft& draft, std::uint32_t label, std::uint32_t end) {
  return PairReader(draft, end).run(label);
}

std::size_t own_value(std::string_view text) {
  auto const wide = text.find("："), narrow = text.find(':');
  if (wide == std::string_view::npos && narrow == std::string_view::npos)
    return 0;
  auto const begin = wide < narrow ? wide + std::string_view("：").size() : narrow + 1;
  auto const label = text.substr(0, std::min(wide, narrow));
  bool const labelled =
      !label.empty() && begin <= longest_unlisted_label && label.find_first_of("0123456789") == std::string_view::npos;
  return labelled && !is_blank(text.substr(begin)) ? begin : 0;
}

void keep_own_value(Draft& draft, std::uint32_t index) {
  auto const printed = draft.piece(index).text;
  auto const begin = own_value(printed);
  auto label = clean_value(printed.substr(0, begin));
  for (std::string_view const colon : {"：", ":"})
    if (label.ends_with(colon))
      label.resize(label.size() - colon.size());
  auto text = clean_value(printed.substr(begin));
  auto const path = "/other/" + std::to_string(draft.form.other.size());
  std::uint32_t const pieces[] = {index};
  draft.remark(Code::label_unknown, {{"label", label}, {"text", text}}, index, path);
  set_other(draft, {std::move(label)}, pieces, std::move(text));
}

/// 2025年预算数 on the form of 2025: the amount of its year.
static bool set_amount_of_year(Draft& draft, std::uint32_t label, std::uint32_t value) {
  auto const text = folded(draft.text(label));
  auto const year = draft.form.fiscal_year ? std::to_string(*draft.form.fiscal_year) + "年" : std::string();
  if (year.empty() || !text.starts_with(year))
    return false;
  static auto const whole = vocabulary_words("looks.vocab", "amount_of_year");
  auto const rest = std::string_view(text).substr(year.size());
  auto const measure = measure_meaning(rest);
  bool const told =
      std::ranges::find(whole, rest.substr(0, rest.find('('))) != whole.end(); // 年初预算数 is another one
  if (!measure || !told || !looks_like_amount(draft, value))
    return false;
  std::uint32_t const values[] = {value};
  draft.take_label(label);
  set_unit_of_amounts(draft, bracket_in(text), label);
  set_item(draft, "year", "total", measure == "revised_budget" ? "budget" : std::string(*measure), values, label);
  return true;
}

void keep_unlisted(Draft& draft, std::uint32_t label, std::uint32_t value) {
  if (set_amount_of_year(draft, label, value))
    return;
  if (looks_like_amount(draft, value))
    set_unit_of_amounts(draft, bracket_in(draft.text(label)), label);
  std::uint32_t const values[] = {value};
  auto const& form = draft.form;
  auto const choices = form.choices.size(), others = form.other.size();
  set_labelled(draft, label, values);
  auto const path =
      form.choices.size() > choices ? "/choices/" + std::to_string(choices) : "/other/" + std::to_string(others);
  draft.remark(Code::label_unknown, {{"label", label_text(draft, label)}, {"text", draft.text(value)}}, label, path);
}

} // namespace jixiao::recognition
