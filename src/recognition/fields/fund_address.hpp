#pragma once

#include "recognition/fields/draft.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace jixiao::recognition {

/// Scope and item of a row: "year.total"; rows of a matrix are of the year unless they say otherwise.
std::pair<std::string, std::string> address_of(Label const& label);

/// An item that needs no label beside its amount: its name says all.
bool is_usual(std::string_view item);

/// The label of a total: 年度资金总额.
bool is_fund_total(Label const& label);

/// 预算金额：120.00万元: a total with its amount in one cell, where the form has none yet.
bool is_first_total(Draft const& draft, std::uint32_t piece);

/// True when the text can be an amount.
bool looks_like_amount(Draft const& draft, std::uint32_t piece);

} // namespace jixiao::recognition
