#include "rules/rules.hpp"

#include "rules/words.hpp"
#include "text/alike.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace jixiao {

namespace {

constexpr std::size_t most_names = 200;
constexpr std::size_t longest_name = 60; ///< characters
constexpr std::size_t most_slips = 3;
constexpr std::size_t shortest_name = 5; ///< characters
constexpr std::u32string_view telling = U"第一二三四五六七八九十东西南北中新老上下大小高初男女";

bool is_telling(char32_t c) {
  return (c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z') || telling.find(c) != telling.npos;
}

/// Lengths of the longest common subsequences of all ends of two texts.
std::vector<std::vector<std::size_t>> common_ends(std::u32string const& a, std::u32string const& b) {
  std::vector<std::vector<std::size_t>> table(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (auto i = a.size(); i-- > 0;)
    for (auto j = b.size(); j-- > 0;)
      table[i][j] = a[i] == b[j] ? table[i + 1][j + 1] + 1 : std::max(table[i + 1][j], table[i][j + 1]);
  return table;
}

/// True when one name is the other with a few characters missing or slipped in between: 上海闵行区 for 上海市闵行区.
/// A character in another's place tells names apart (东区, 西区), as do numbers, and what is added at either end.
bool is_slip(std::u32string const& a, std::u32string const& b) {
  if (a == b || std::min(a.size(), b.size()) < shortest_name || std::max(a.size(), b.size()) > longest_name ||
      a.front() != b.front() || a.back() != b.back())
    return false;
  auto const common = common_ends(a, b);
  if (a.size() + b.size() - 2 * common[0][0] > most_slips)
    return false;
  std::size_t i = 0, j = 0;
  while (i < a.size() || j < b.size()) {
    bool missing = false, added = false;
    while ((i < a.size() || j < b.size()) && !(i < a.size() && j < b.size() && a[i] == b[j])) {
      bool const in_a = j == b.size() || (i < a.size() && common[i + 1][j] >= common[i][j + 1]);
      if (is_telling(in_a ? a[i] : b[j]))
        return false;
      (in_a ? missing : added) = true;
      ++(in_a ? i : j);
    }
    if (missing && added)
      return false;
    ++i, ++j;
  }
  return true;
}

struct Name {
  std::u32string text;
  std::size_t count = 0;
};

using Names = std::map<std::string, Name, std::less<>>;

std::string key_of(std::string_view name) { return std::string(without_remark(name)); }

void count(Names& names, std::optional<Party> const& party) {
  if (!party || !party->name || names.size() >= most_names)
    return;
  auto const [name, is_new] = names.try_emplace(key_of(*party->name));
  if (is_new)
    name->second.text = characters_of(name->first);
  ++name->second.count;
}

/// The name that is printed more often and differs only by a slip; nothing when there is none. Of two that are printed
/// as often, `preferred` is the usual one.
std::string_view usual(Names const& names, std::string_view key, std::string_view preferred = {}) {
  auto const characters = characters_of(key);
  auto const own = names.find(key);
  auto const times = own == names.end() ? 0 : own->second.count;
  std::string_view best;
  std::size_t most = std::max<std::size_t>(times, 1);
  for (auto const& [other, name] : names)
    if ((name.count > most || (name.count == times && other == preferred && best.empty())) &&
        is_slip(characters, name.text)) {
      best = other;
      most = name.count;
    }
  return best;
}

/// What a document's title says before its year: the department, mostly.
std::string_view before_year(std::string_view title) {
  auto const at = std::ranges::find_if(title, [](char c) { return c >= '0' && c <= '9'; }) - title.begin();
  auto name = title.substr(0, static_cast<std::size_t>(at));
  while (name.ends_with(' '))
    name.remove_suffix(1);
  return name;
}

/// False where the name is not known for sure.
bool check_party(DocumentCheck& document, Names const& names, std::size_t form, std::string_view field,
                 std::optional<Party> const& party, std::string_view preferred = {}) {
  if (!party || !party->name || document.garbled(form, field))
    return false;
  document.judged();
  if (auto const other = usual(names, key_of(*party->name), preferred); !other.empty())
    document.report(form, std::string(field) + "/name", {{"name", *party->name}, {"usual", other}});
  return true;
}

} // namespace

/// A department has one name in a document; another that differs by a missing or an added character is a slip of the
/// pen. Breaks it: 某市城东区水务局 in nine forms, 某市城区水务局 in one. Satisfies it: one name in all.
void check_party_name_differs(DocumentCheck& document) {
  Names names;
  for (auto const& form : document.document.forms) {
    count(names, form.supervising_department);
    count(names, form.implementing_unit);
  }
  if (names.empty())
    return document.needs("forms/supervising_department");
  bool any = document.document.title.has_value();
  if (auto const& title = document.document.title) {
    document.judged();
    if (auto const other = usual(names, before_year(*title)); !other.empty())
      document.report("title", document.document.title_at, {{"name", before_year(*title)}, {"usual", other}});
  }
  for (std::size_t i = 0; i < document.document.forms.size(); ++i) {
    auto const& form = document.document.forms[i];
    auto const& department = form.supervising_department;
    any = check_party(document, names, i, "supervising_department", department) || any;
    any = check_party(document, names, i, "implementing_unit", form.implementing_unit,
                      department && department->name ? without_remark(*department->name) : std::string_view()) ||
          any;
  }
  if (!any)
    document.needs("forms/supervising_department");
}

} // namespace jixiao
