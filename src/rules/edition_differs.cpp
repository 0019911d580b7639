#include "rules/rules.hpp"

#include "text/utf8.hpp"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace jixiao {

namespace {

constexpr std::size_t most_editions = 2000;
constexpr std::size_t longest_event = 12; ///< ideographs between 届 and 会

/// 第七届进口博览会: 七, 进口博览会.
struct Edition {
  std::string number, event;
  std::size_t form = 0;
  std::string_view field;
};

bool is_ordinal_digit(char32_t c) {
  constexpr std::u32string_view chinese = U"一二三四五六七八九十";
  return (c >= '0' && c <= '9') || chinese.find(c) != chinese.npos;
}

/// The text up to the first 会 or 节, when it is near.
std::string event_at(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size() && count <= longest_event; ++count) {
    auto const c = character_at(text, at);
    if (c.value < 0x3400 || c.value > 0x9FFF)
      return {};
    at += c.length;
    if ((c.value == U'会' || c.value == U'节') && count >= 2)
      return std::string(text.substr(0, at));
  }
  return {};
}

void collect_editions(std::vector<Edition>& out, std::string_view text, std::size_t form, std::string_view field) {
  constexpr std::string_view before = "第", behind = "届";
  for (auto at = text.find(before); at != text.npos; at = text.find(before, at + 1)) {
    auto end = at + before.size();
    while (end < text.size() && is_ordinal_digit(character_at(text, end).value))
      end += character_at(text, end).length;
    if (end == at + before.size() || !text.substr(end).starts_with(behind) || out.size() >= most_editions)
      continue;
    auto event = event_at(text.substr(end + behind.size()));
    if (!event.empty())
      out.push_back(
          {std::string(text.substr(at + before.size(), end - at - before.size())), std::move(event), form, field});
  }
}

/// 进博会 for 进口博览会: the characters of one in order in the other, from the same first to the same last one.
bool abbreviates(std::string_view shorter, std::string_view longer) {
  if (character_at(shorter, 0).value != character_at(longer, 0).value)
    return false;
  std::size_t at = 0;
  for (std::size_t i = 0; i < longer.size() && at < shorter.size();) {
    auto const c = character_at(longer, i);
    if (character_at(shorter, at).value == c.value)
      at += c.length;
    i += c.length;
  }
  return at >= shorter.size();
}

bool same_event(Edition const& a, Edition const& b) {
  return a.event.size() < b.event.size() ? abbreviates(a.event, b.event) : abbreviates(b.event, a.event);
}

/// Arabic or Chinese, up to 99; 0 for others.
int value_of_ordinal(std::string const& number) {
  if (number[0] >= '0' && number[0] <= '9')
    return number.size() <= 2 ? std::stoi(number) : 0;
  static std::map<char32_t, int> const digits{{U'一', 1}, {U'二', 2}, {U'三', 3}, {U'四', 4}, {U'五', 5},
                                              {U'六', 6}, {U'七', 7}, {U'八', 8}, {U'九', 9}};
  int tens = 0, ones = 0;
  for (std::size_t at = 0; at < number.size();) {
    auto const c = character_at(number, at);
    at += c.length;
    if (c.value == U'十')
      tens = ones == 0 ? 1 : ones, ones = 0;
    else if (auto const digit = digits.find(c.value); digit != digits.end())
      ones = digit->second;
  }
  return tens * 10 + ones;
}

} // namespace

/// Plans of one year speak of one edition of a yearly event; an older one was carried over from an older form. Breaks
/// it: 第七届进口博览会 in one form of 2026 and 第九届进博会 in another. Satisfies it: 第九届 in both.
void check_edition_differs(DocumentCheck& document) {
  auto const& forms = document.document.forms;
  std::vector<Edition> editions;
  for (std::size_t i = 0; i < forms.size(); ++i)
    for (auto const& [field, text] :
         {std::pair("goals/annual", &forms[i].goals.annual), std::pair("goals/expected", &forms[i].goals.expected)})
      if (*text && !document.garbled(i, field))
        collect_editions(editions, **text, i, field);
  if (editions.size() < 2)
    return document.needs("goals with editions of an event");
  document.judged();
  for (auto const& older : editions) {
    for (auto const& newer : editions)
      if (value_of_ordinal(older.number) > 0 && value_of_ordinal(older.number) < value_of_ordinal(newer.number) &&
          same_event(older, newer) && older.form != newer.form &&
          forms[older.form].fiscal_year == forms[newer.form].fiscal_year) {
        document.report(older.form, older.field,
                        {{"text", "第" + older.number + "届" + older.event},
                         {"other", "第" + newer.number + "届" + newer.event},
                         {"project", forms[newer.form].project_name.value_or("")}});
        break;
      }
  }
}

} // namespace jixiao
