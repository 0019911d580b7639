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

/// Items of 支出经济分类科目, and names that fit any office, between bars.
constexpr std::string_view general_names =
    "|办公费|印刷费|咨询费|手续费|水费|电费|水电费|邮电费|取暖费|物业管理费|差旅费|维修费|维护费|"
    "维修维护费|租赁费|会议费|培训费|公务接待费|劳务费|委托业务费|专用材料费|被装购置费|工会经费|"
    "福利费|公务用车运行维护费|其他交通费用|设备购置费|办公设备购置|工作经费|业务费|业务经费|专项经费|"
    "项目经费|专项业务费|专项工作经费|运转经费|运行经费|其他支出|其他商品和服务支出|日常公用经费|公用经费|"
    "专项资金|";

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
  if (a.size() > b.size())
    return common(b, a);
  constexpr std::size_t lopsided = 12; // a name and all that a form says
  if (a.size() * lopsided < b.size())
    return static_cast<std::size_t>(
        std::ranges::count_if(a, [&](std::uint64_t pair) { return std::ranges::binary_search(b, pair); }));
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

PairIndex::PairIndex(std::vector<Pairs> const& texts) : texts_(texts.size()) {
  for (std::size_t text = 0; text < texts.size(); ++text)
    for (auto const pair : texts[text])
      entries_.emplace_back(pair, text);
  std::ranges::sort(entries_);
}

std::vector<std::size_t> PairIndex::common_with(Pairs const& pairs) const {
  std::vector<std::size_t> out(texts_);
  auto at = pairs.begin();
  for (auto entry = entries_.begin(); entry != entries_.end() && at != pairs.end();)
    if (*at < entry->first)
      at = std::lower_bound(at, pairs.end(), entry->first);
    else if (entry->first < *at)
      entry = std::ranges::lower_bound(entry, entries_.end(), *at, {}, &Entry::first);
    else
      ++out[(entry++)->second];
  return out;
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
    if (!is_ideograph(c.value) && ending_marks.find(c.value) != ending_marks.npos) {
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

bool is_general_name(std::string_view project_name) {
  auto const name = bare(without_remark(project_name));
  return !name.empty() && general_names.find("|" + name + "|") != general_names.npos;
}

bool nearly_same(std::string_view a, std::string_view b) {
  auto const left = characters_of(bare(a)), right = characters_of(bare(b));
  if (std::min(left.size(), right.size()) < shortest || std::max(left.size(), right.size()) > longest_text)
    return false;
  return likeness(left, right) >= text_alike_enough;
}

} // namespace jixiao
