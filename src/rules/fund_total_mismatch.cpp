#include "rules/rules.hpp"

#include "rules/exact.hpp"
#include "rules/funds.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace jixiao {

namespace {

struct Parts {
  Exact sum;
  std::size_t printed = 0;
  int digits = 18; ///< the fewest behind the point
  bool any = false, readable = true;
  bool closed = false; ///< they are all that there is: a rest, the local share, or the whole budget money is among them
};

constexpr std::size_t most_amounts = 1000; ///< more are those of no form; time goes by their square

/// Items that end a division: what is neither of the budget nor of a higher level.
constexpr std::array<std::string_view, 8> last_items{"other",     "county",         "local", "own",
                                                     "carryover", "project_outlay", "basic", "business"};

/// The appropriation closes a division of several parts; alone it is a part of something, as a rest alone is.
constexpr std::string_view appropriation = "fiscal";

struct Family {
  std::string_view parent;
  std::array<std::string_view, 9> parts;
};

/// What a part of the total is in turn made of, where a form prints both.
constexpr std::array families = {Family{"fiscal",
                                        {"general_budget", "government_fund", "state_capital", "central", "provincial",
                                         "city", "county", "local", "superior"}},
                                 Family{"own", {"business", "operating"}},
                                 Family{"own", {"business", "operating", "other"}}};

/// The parts below a part that add up to it: they are in the total already.
bool adds_up(Form const& form, Fund const& part, Family const& family) {
  Exact sum;
  bool any = false;
  for (auto const& fund : form.funds)
    if (fund.scope == part.scope && fund.measure == part.measure && fund.number &&
        std::ranges::find(family.parts, fund.item) != family.parts.end())
      sum = sum + *fund.number, any = true;
  return any && !apart(*part.number, sum, shifted(1, -part.number->scale));
}

bool is_in_another(Form const& form, Fund const& fund) {
  for (auto const& family : families) {
    auto const* parent = find_amount(form, fund.scope, family.parent, fund.measure);
    if (parent && std::ranges::find(family.parts, fund.item) != family.parts.end() && adds_up(form, *parent, family))
      return true;
  }
  return false;
}

/// Two amounts of one part: one of them belongs elsewhere, and nobody can tell which.
bool is_doubled(Form const& form, Fund const& fund) {
  return std::ranges::count_if(form.funds, [&](Fund const& other) {
           return other.scope == fund.scope && other.item == fund.item && other.measure == fund.measure &&
                  other.label == fund.label;
         }) > 1;
}

/// 基本支出 and 项目支出 divide a budget by what it is spent on, beside its division by sources.
bool is_outlay(Fund const& fund) { return fund.item == "basic" || fund.item == "project_outlay"; }

Parts parts_of(FormCheck const& form, Fund const& total, auto is_part) {
  Parts parts;
  bool appropriated = false;
  for (std::size_t i = 0; i < form.form.funds.size(); ++i) {
    auto const& fund = form.form.funds[i];
    if (fund.scope != total.scope || fund.measure != total.measure || fund.item == "total" ||
        is_in_another(form.form, fund) || !is_part(fund))
      continue;
    bool const last = std::ranges::find(last_items, fund.item) != last_items.end();
    appropriated = appropriated || fund.item == appropriation;
    parts.closed = parts.closed || (last && parts.printed > 0) || (appropriated && parts.printed > 0);
    parts.readable = parts.readable && !is_doubled(form.form, fund);
    ++parts.printed;
    if (!fund.number) {
      parts.readable = parts.readable && !form.lost("funds/" + std::to_string(i));
      continue;
    }
    parts.sum = parts.sum + *fund.number;
    parts.digits = std::min(parts.digits, fund.number->scale);
    parts.any = true;
  }
  return parts;
}

void judge(FormCheck& form, Fund const& total, Exact sum, int digits) {
  form.judged();
  digits = std::min(digits, total.number->scale);
  if (!apart(*total.number, sum, shifted(1, -digits)))
    return;
  auto const printed = rounded(sum, std::max(total.number->scale, sum.scale));
  form.report_fund(total, {{"scope", total.scope},
                           {"total", printed_money(form.form, *total.number)},
                           {"sum", printed ? printed_money(form.form, *printed) : std::string()}});
}

} // namespace

/// The parts of a fund total add up to it, within the last printed digit; parts of a part count once, and 基本支出 and
/// 项目支出 make a division of their own. A form that names some parts only (其中：上级资金) does not say what the rest
/// is: there the parts are no more than the total. Project and year totals are never compared with each other: one
/// spans several years. Breaks it: 年度资金申请总额 100.00 over 80.00 + 10.00. Satisfies it: 100.00 over 80.00 + 20.00.
void check_fund_total_mismatch(FormCheck& form) {
  for (auto const& total : form.form.funds) {
    if (total.item != "total" || !is_money(total) || !total.number)
      continue;
    if (form.form.funds.size() > most_amounts || is_doubled(form.form, total))
      continue;
    auto const judge_parts = [&](auto is_part) {
      auto const parts = parts_of(form, total, is_part);
      if (parts.any && parts.readable && (parts.closed || less(*total.number, parts.sum)))
        judge(form, total, parts.sum, parts.digits);
    };
    bool const both = find_amount(form.form, total.scope, "basic", total.measure) &&
                      find_amount(form.form, total.scope, "project_outlay", total.measure);
    if (both) {
      judge_parts(is_outlay);
      judge_parts([](Fund const& fund) { return !is_outlay(fund); });
    } else {
      judge_parts([](Fund const&) { return true; });
    }
  }
  form.needs("funds/total");
}

} // namespace jixiao
