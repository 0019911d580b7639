#include "recognition/fields/amounts.hpp"

#include "grammars/amount.hpp"
#include "grammars/number.hpp"
#include "recognition/fields/fields.hpp"
#include "recognition/fields/fund_address.hpp"
#include "recognition/pieces/looks.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

namespace jixiao::recognition {

namespace {

/// The number that a text begins with, with the unit behind it; `rest` is what follows.
struct LeadingAmount {
  Decimal number;
  grammars::AmountUnit unit = grammars::AmountUnit::none;
  std::string_view rest;
};

/// Behind a number: 000.00 of 1 268 000.00, .60 of a number cut behind its point. It is part of it, or another one.
bool number_follows(std::string_view rest) {
  for (std::string_view const sign : {".", ",", "'", "’", "．", "＇"})
    if (rest.starts_with(sign))
      rest = trim(rest.substr(sign.size()));
  return grammars::match_number(rest).state != grammars::MatchState::no_match;
}

std::optional<LeadingAmount> leading_amount(std::string_view text) {
  auto const number = grammars::match_number(text);
  if (!number)
    return std::nullopt;
  LeadingAmount out{*number, grammars::AmountUnit::none, text.substr(number.length)};
  for (auto const& [word, unit] :
       {std::pair{"万元", grammars::AmountUnit::ten_thousand_yuan},
        std::pair{"万", grammars::AmountUnit::ten_thousand_yuan},
        std::pair{"亿元", grammars::AmountUnit::hundred_million_yuan}, std::pair{"元", grammars::AmountUnit::yuan}})
    if (out.rest.starts_with(word)) {
      out.unit = unit;
      out.rest.remove_prefix(std::string_view(word).size());
      break;
    }
  // 762万 762万 is an amount said again.
  bool const cut = out.unit == grammars::AmountUnit::none && number_follows(trim(out.rest));
  return cut ? std::nullopt : std::optional(out);
}

int exponent_of(grammars::AmountUnit unit, int of_form) {
  switch (unit) {
  case grammars::AmountUnit::yuan:
    return 0;
  case grammars::AmountUnit::ten_thousand_yuan:
    return 4;
  case grammars::AmountUnit::hundred_million_yuan:
    return 8;
  default:
    return of_form;
  }
}

bool is_money(std::string_view measure) {
  return measure != "weight" && measure != "score" && measure != "execution_rate" && measure != "rate_to_date";
}

} // namespace

std::optional<Decimal> number_in(std::string_view text) {
  auto const number = grammars::match_number(text);
  return number && number.length == text.size() ? std::optional(*number) : std::nullopt;
}

std::optional<Decimal> points_in(std::string_view text) {
  for (auto const& [open, close] : {std::pair<std::string_view, std::string_view>{"（", "）"}, {"(", ")"}})
    if (text.starts_with(open) && text.ends_with(close) && text.size() > open.size() + close.size())
      text = trim(text.substr(open.size(), text.size() - open.size() - close.size()));
  auto const slash = text.find('/');
  auto const without_sign = [](std::string_view part) {
    for (std::string_view const sign : {"分", "%", "％"})
      if (part.ends_with(sign))
        return trim(part.substr(0, part.size() - sign.size()));
    return part;
  };
  auto const points = number_in(without_sign(trim(text.substr(0, slash))));
  if (slash == std::string_view::npos)
    return points;
  auto const most = number_in(without_sign(trim(text.substr(slash + 1))));
  return points && most && !(*most < *points) ? points : std::nullopt;
}

namespace {

std::vector<std::string_view> listed_units(std::string_view text) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    std::size_t end = text.size(), length = 0;
    for (std::string_view const sign : {"、", "，", ",", "/", "；", ";"})
      if (auto const at = text.find(sign); at < end)
        end = at, length = sign.size();
    parts.push_back(trim(text.substr(0, end)));
    text.remove_prefix(end + length);
  }
  return parts;
}

} // namespace

bool is_list_of_units(std::string_view text) {
  auto const parts = listed_units(text);
  return parts.size() > 1 &&
         std::ranges::all_of(parts, [](std::string_view part) { return look_of(part) == Look::unit; });
}

std::optional<std::string> unit_among(std::string_view text) {
  if (!is_list_of_units(text))
    return unit_of("(" + std::string(text) + ")");
  std::optional<std::string> found;
  for (auto const part : listed_units(text))
    if (auto const unit = unit_of("(" + std::string(part) + ")")) {
      if (found && *found != *unit)
        return std::nullopt;
      found = unit;
    }
  return found;
}

std::optional<std::string> unit_of(std::string_view annotation) {
  while (!annotation.empty()) {
    auto const end = std::min(annotation.find(';'), annotation.size());
    if (auto const unit = grammars::match_amount_unit(annotation.substr(0, end))) {
      if (*unit == grammars::AmountUnit::yuan)
        return "元";
      if (*unit == grammars::AmountUnit::ten_thousand_yuan)
        return "万元";
    }
    annotation.remove_prefix(std::min(end + 1, annotation.size()));
  }
  return std::nullopt;
}

void set_unit(Draft& draft, std::string_view annotation, std::uint32_t piece) {
  if (draft.form.amount_unit)
    return;
  if (auto unit = unit_of(annotation)) {
    draft.form.amount_unit = std::move(*unit);
    draft.places.push_back({"amount_unit", piece});
  }
}

std::string bracket_in(std::string_view label) {
  auto const text = folded(label);
  auto const open = text.find('(');
  return open == std::string::npos || open == 0 ? std::string() : text.substr(open);
}

namespace {

bool has_amounts(Draft const& draft) {
  return std::ranges::any_of(draft.form.funds, [](Fund const& fund) { return fund.number && is_money(fund.measure); });
}

void say_contradiction(Draft& draft, std::string const& unit, std::uint32_t piece, std::string path) {
  draft.remark(Code::unit_contradicted,
               {{"label", draft.text(piece)}, {"unit", unit}, {"other", *draft.form.amount_unit}}, piece,
               std::move(path));
}

} // namespace

void set_unit_of_amounts(Draft& draft, std::string_view annotation, std::uint32_t piece) {
  auto const unit = unit_of(annotation);
  auto& known = draft.form.amount_unit;
  if (!unit || !known || *unit == *known || has_amounts(draft))
    return set_unit(draft, annotation, piece);
  say_contradiction(draft, *unit, piece, "/amount_unit");
  known = *unit;
  std::erase_if(draft.places, [](auto const& place) { return place.first == "amount_unit"; });
  draft.places.push_back({"amount_unit", piece});
}

namespace {

void drop_sign(std::string& text) {
  for (std::string_view const sign : {"%", "％", "分"})
    if (text.ends_with(sign))
      text.resize(text.size() - sign.size());
}

/// One of the last amounts is of the same, and another.
bool has_another(std::span<Fund const> funds, Fund const& fund, std::string text) {
  constexpr std::size_t most = 64; // a form has no more
  if (!is_money(fund.measure))
    drop_sign(text);
  auto const amount = grammars::match_amount(text);
  return amount && std::ranges::any_of(funds.last(std::min(funds.size(), most)), [&](Fund const& other) {
           return other.number && other.scope == fund.scope && other.item == fund.item && other.label == fund.label &&
                  other.measure == fund.measure && *other.number != amount->number;
         });
}

/// Another amount for what has one: the label stands here again, or a column was taken for another.
void keep_again(Draft& draft, std::uint32_t label, std::span<std::uint32_t const> values, std::string text) {
  auto const path = "/other/" + std::to_string(draft.form.other.size());
  draft.remark(Code::label_repeated, {{"label", label_text(draft, label)}}, values.empty() ? label : values[0], path);
  std::uint32_t const own[] = {label};
  set_other(draft, {label_text(draft, label)}, values.empty() ? std::span<std::uint32_t const>(own) : values,
            std::move(text));
}

} // namespace

void set_fund(Draft& draft, Fund fund, std::span<std::uint32_t const> values, std::uint32_t label) {
  auto const entry = static_cast<std::uint32_t>(draft.form.funds.size());
  auto const& piece = draft.piece(label);
  auto text = values.empty() && piece.label.rest > 0 ? clean_value(piece.text.substr(piece.label.rest))
                                                     : joined_text(draft, values);
  if (has_another(draft.form.funds, fund, text))
    return keep_again(draft, label, values, std::move(text));
  auto const path = "/funds/" + std::to_string(entry);
  auto unit = grammars::AmountUnit::none;
  for (auto const value : values)
    draft.take_field(value, FieldId::funds, entry);
  if (values.empty() && piece.label.rest > 0)
    draft.take_field(label, FieldId::funds, entry);
  if (!text.empty() && !is_nothing(text)) {
    if (!is_money(fund.measure))
      drop_sign(text);
    if (auto const amount = grammars::match_amount(text)) {
      fund.number = amount->number;
      unit = amount->unit;
      if (text.find('\n') != std::string::npos)
        draft.form.printed.push_back({"funds/" + std::to_string(entry), text});
    } else if (auto const lead = leading_amount(text); lead && is_money(fund.measure)) {
      fund.number = lead->number;
      unit = lead->unit;
      draft.remark(Code::amount_with_words, {{"text", text}, {"amount", to_string(lead->number)}},
                   values.empty() ? label : values[0], path);
    } else {
      draft.remark(Code::not_understood,
                   {{"label", fund.label.empty() ? label_text(draft, label) : fund.label},
                    {"text", text},
                    {"expected", "amount of money"}},
                   values.empty() ? label : values[0], "/funds"); // an amount that stays empty is told of by its block
    }
  }
  // 其中：单位资金（元） among amounts in 万元.
  auto const own = unit_of(piece.label.annotation);
  if (own && draft.form.amount_unit && *own != *draft.form.amount_unit && unit == grammars::AmountUnit::none &&
      fund.number && is_money(fund.measure)) {
    say_contradiction(draft, *own, label, path);
    unit = *own == "元" ? grammars::AmountUnit::yuan : grammars::AmountUnit::ten_thousand_yuan;
  }
  draft.form.funds.push_back(std::move(fund));
  draft.fund_pieces.push_back(values.empty() ? label : values[0]);
  draft.fund_units.push_back(unit);
}

void set_item(Draft& draft, std::string scope, std::string item, std::string measure,
              std::span<std::uint32_t const> values, std::uint32_t label) {
  auto name = is_usual(item) ? std::string() : label_text(draft, label);
  set_fund(
      draft,
      {scope == "here" ? "year" : std::move(scope), std::move(item), std::move(measure), {}, {}, {}, std::move(name)},
      values, label);
}

namespace {

Fund const* find_number(Form const& form, Fund const& beside, std::string_view measure) {
  auto const found = std::ranges::find_if(form.funds, [&](Fund const& fund) {
    return fund.number && fund.scope == beside.scope && fund.item == beside.item && fund.label == beside.label &&
           fund.measure == measure;
  });
  return found == form.funds.end() ? nullptr : &*found;
}

/// 0.98 where 98 of 100 were spent: a sheet's number without its format, where the column is one of percents.
bool is_fraction_of_budget(Form const& form, Fund const& rate) {
  bool const to_date = rate.measure == "rate_to_date";
  auto const* executed = find_number(form, rate, to_date ? "executed_to_date" : "executed");
  if (!executed)
    return false;
  for (std::string_view const measure : {"revised_budget", "initial_budget", "budget"})
    if (auto const* budget = find_number(form, rate, measure)) {
      auto const all = to_double(*budget->number), part = to_double(*executed->number), said = to_double(*rate.number);
      constexpr double half_of_a_digit = 0.5;
      auto const near = half_of_a_digit * std::pow(10, -std::max(rate.number->scale, 2)) * 1.01;
      return said > 0 && said <= 2 && all > 0 && std::abs(part / all - said) <= near;
    }
  return false;
}

/// 1-6月执行数 | 支付进度: the rate of what was spent so far.
void settle_rates_to_date(Form& form) {
  auto const has = [&](std::string_view measure) {
    return std::ranges::find(form.funds, measure, &Fund::measure) != form.funds.end();
  };
  if (!has("executed_to_date") || has("executed") || has("rate_to_date"))
    return;
  for (auto& fund : form.funds)
    if (fund.measure == "execution_rate")
      fund.measure = "rate_to_date";
}

/// Rates are percents.
void mend_fractions(Draft& draft) {
  auto& form = draft.form;
  std::vector<std::size_t> fractions;
  for (std::size_t i = 0; i < form.funds.size(); ++i) {
    auto const& fund = form.funds[i];
    bool const rate = fund.measure == "execution_rate" || fund.measure == "rate_to_date";
    auto const printed = draft.text(draft.fund_pieces[i]);
    if (rate && fund.number && is_fraction_of_budget(form, fund) && !printed.ends_with("%") && !printed.ends_with("％"))
      fractions.push_back(i);
  }
  for (auto const i : fractions) {
    auto& fund = form.funds[i];
    auto const percent = times_power_of_ten(*fund.number, 2);
    if (!percent)
      continue;
    draft.remark(Code::rate_as_fraction, {{"printed", to_string(*fund.number)}, {"rate", to_string(*percent)}},
                 draft.fund_pieces[i], "/funds/" + std::to_string(i));
    form.printed.push_back({"funds/" + std::to_string(i), to_string(*fund.number)});
    fund.number = *percent;
  }
}

} // namespace

namespace {

/// A text of an amount with its unit behind it, and maybe words behind that.
bool says_its_own_unit(std::string_view text) {
  auto const amount = grammars::match_amount(text);
  auto const lead = leading_amount(text);
  return (amount && amount->unit != grammars::AmountUnit::none) || (lead && lead->unit != grammars::AmountUnit::none);
}

} // namespace

void finish_funds(Draft& draft) {
  auto& form = draft.form;
  settle_rates_to_date(form);
  mend_fractions(draft);
  for (std::size_t i = 0; i < form.funds.size() && !form.amount_unit; ++i)
    if (auto const unit = draft.fund_units[i]; unit != grammars::AmountUnit::none) {
      form.amount_unit = unit == grammars::AmountUnit::yuan ? "元" : "万元";
      draft.places.push_back({"amount_unit", draft.fund_pieces[i]});
    }
  if (!form.amount_unit)
    return;
  int const own = form.amount_unit == "万元" ? 4 : 0;
  for (std::size_t i = 0; i < form.funds.size(); ++i) {
    auto& fund = form.funds[i];
    if (!fund.number || !is_money(fund.measure))
      continue;
    auto const exponent = exponent_of(draft.fund_units[i], own);
    fund.yuan = times_power_of_ten(*fund.number, exponent);
    if (exponent == own)
      continue;
    auto const path = "funds/" + std::to_string(i);
    auto const printed = draft.text(draft.fund_pieces[i]);
    form.printed.push_back({path, printed});
    auto const scaled = times_power_of_ten(*fund.number, exponent - own);
    if (!scaled)
      continue;
    fund.number = *scaled;
    if (says_its_own_unit(trim(printed)))
      draft.remark(Code::amount_in_other_unit,
                   {{"text", printed}, {"amount", to_string(*scaled)}, {"unit", *form.amount_unit}},
                   draft.fund_pieces[i], "/" + path);
  }
}

} // namespace jixiao::recognition
