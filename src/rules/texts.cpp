#include "rules/texts.hpp"

#include "rules/words.hpp"
#include "text/alike.hpp"
#include "text/clean.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace jixiao {

namespace {

constexpr std::array<std::string_view, 19> generic{
    "专项业务费", "业务经费", "工作经费", "专项经费", "项目经费", "专项资金", "补助资金", "项目支出", "业务费", "经费",
    "项目",       "专项",     "资金",     "费用",     "工作",     "建设",     "管理",     "运维",     "费"};
constexpr std::u32string_view ending_marks = U"，。；、：！？,;:!?\n\r\t（）()“”\"《》";
constexpr double text_alike_enough = 0.9;
constexpr std::size_t longest_text = 1500, shortest = 12; ///< characters

bool is_ideograph(char32_t c) { return c >= 0x3400 && c <= 0x9FFF; }

} // namespace

Pairs pairs_of(std::string_view text) {
  Pairs out;
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    auto const c = character_at(text, at);
    at += c.length;
    if (c.value == ' ')
      continue;
    if (is_ideograph(before) && is_ideograph(c.value))
      out.push_back(static_cast<std::uint64_t>(before) << 32 | c.value);
    before = c.value;
  }
  std::ranges::sort(out);
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::size_t common(Pairs const& a, Pairs const& b) {
  std::size_t count = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();)
    if (*i < *j)
      ++i;
    else if (*j < *i)
      ++j;
    else
      ++count, ++i, ++j;
  return count;
}

void merge(Pairs& pairs, Pairs const& more) {
  Pairs out;
  std::ranges::set_union(pairs, more, std::back_inserter(out));
  pairs = std::move(out);
}

std::vector<std::string_view> clauses_of(std::string_view text) {
  std::vector<std::string_view> out;
  std::size_t begin = 0;
  auto const end_at = [&](std::size_t end) {
    if (auto const clause = trim(text.substr(begin, end - begin)); !clause.empty())
      out.push_back(clause);
  };
  for (std::size_t at = 0; at < text.size();) {
    auto const c = character_at(text, at);
    if (ending_marks.find(c.value) != ending_marks.npos) {
      end_at(at);
      begin = at + c.length;
    }
    at += c.length;
  }
  end_at(text.size());
  return out;
}

std::string core_of(std::string_view project_name) {
  auto out = bare(without_remark(project_name));
  for (auto end = std::ranges::find_if(generic, [&](auto word) { return out.ends_with(word); });
       end != generic.end() && out.size() > end->size();
       end = std::ranges::find_if(generic, [&](auto word) { return out.ends_with(word); }))
    out.resize(out.size() - end->size());
  return out;
}

bool nearly_same(std::string_view a, std::string_view b) {
  auto const left = characters_of(bare(a)), right = characters_of(bare(b));
  if (std::min(left.size(), right.size()) < shortest || std::max(left.size(), right.size()) > longest_text)
    return false;
  return likeness(left, right) >= text_alike_enough;
}

} // namespace jixiao
