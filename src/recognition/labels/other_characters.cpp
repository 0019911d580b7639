#include "recognition/labels/other_characters.hpp"

#include "recognition/labels/vocabulary_file.hpp"
#include "text/characters.hpp"
#include "text/clean.hpp"
#include "text/utf8.hpp"

#include <bitset>
#include <functional>
#include <unordered_map>

namespace jixiao::recognition {

namespace {

constexpr std::size_t longest_reading = 9; ///< characters: zhuàng and brackets

constexpr char32_t first_ideograph = 0x3400, last_ideograph = 0x9FFF;

bool is_ideograph(char32_t c) { return c >= first_ideograph && c <= last_ideograph; }

/// The simplified characters of traditional forms.
struct Forms {
  std::unordered_map<char32_t, std::string_view> plain;
  std::bitset<last_ideograph - first_ideograph + 1> ideographs; ///< that are such forms; most are none
};

Forms const& traditional_forms() {
  static Forms const forms = [] {
    Forms out;
    for (auto const& [plain, forms_of] : vocabulary_lines(vocabulary_file("traditional.vocab")))
      for (std::size_t at = 0; at < forms_of.size();) {
        auto const c = character_at(forms_of, at);
        if (!is_space(c.value))
          out.plain.emplace(c.value, plain);
        if (is_ideograph(c.value))
          out.ideographs.set(c.value - first_ideograph);
        at += c.length;
      }
    return out;
  }();
  return forms;
}

bool is_latin(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0x24F) || (c >= 0x300 && c <= 0x36F);
}

/// The simplified character of a traditional form; empty where the character is none.
std::string_view simplified_form(char32_t c) {
  auto const& forms = traditional_forms();
  bool const is_one = is_ideograph(c) && forms.ideographs[c - first_ideograph];
  return is_one ? forms.plain.at(c) : std::string_view();
}

/// Bytes of a bracket at `at` that holds a reading: (xiàng); 0 where it holds anything else. One in small letters is
/// told from (A) and (B/A).
std::size_t reading_length(std::string_view text, std::size_t at) {
  auto const open = character_at(text, at);
  if (open.value != '(' && open.value != U'（')
    return 0;
  std::size_t count = 0;
  bool small = false;
  for (auto next = at + open.length; next < text.size() && count <= longest_reading; ++count) {
    auto const c = character_at(text, next);
    next += c.length;
    if (c.value == ')' || c.value == U'）')
      return small ? next - at : 0;
    if (!is_latin(c.value))
      return 0;
    small = small || c.value >= 'a';
  }
  return 0;
}

/// True for a text without traditional forms and without brackets that may hold a reading, as most are: told by its
/// bytes.
bool is_plain(std::string_view text) {
  auto const& ideographs = traditional_forms().ideographs;
  auto const byte = [&](std::size_t at) { return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U; };
  auto const may_be_latin = [](unsigned lead) { return lead >= 'A' && lead <= 0xCD; };
  for (std::size_t at = 0; at < text.size();) {
    auto const first = byte(at), second = byte(at + 1), third = byte(at + 2);
    if (first < 0x80) {
      if (first == '(' && may_be_latin(second))
        return false;
      ++at;
      continue;
    }
    if ((second & 0xC0) != 0x80 || (third & 0xC0) != 0x80)
      return false;
    if (first >= 0xE3 && first <= 0xE9) {
      auto const c = static_cast<char32_t>((first & 0x0F) << 12 | (second & 0x3F) << 6 | (third & 0x3F));
      if (is_ideograph(c) && ideographs[c - first_ideograph])
        return false;
    } else if (first == 0xEF ? may_be_latin(byte(at + 3)) : first < 0xE1 || first > 0xEC) { // （xiàng）
      return false;
    }
    at += 3;
  }
  return true;
}

/// A stretch of a text that is written otherwise, or left out.
struct Edit {
  std::size_t at = 0, length = 0;
  std::string_view by;
};

std::vector<Edit> edits_of(std::string_view text) {
  std::vector<Edit> out;
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (auto const reading = is_ideograph(before) ? reading_length(text, at) : 0; reading > 0) {
      out.push_back({at, reading, {}});
      at += reading;
      continue;
    }
    auto const c = character_at(text, at);
    before = c.value;
    if (auto const simplified = simplified_form(c.value); !simplified.empty())
      out.push_back({at, c.length, simplified});
    at += c.length;
  }
  return out;
}

} // namespace

std::optional<std::string> in_simplified(std::string_view folded) {
  if (is_plain(folded))
    return std::nullopt;
  auto const edits = edits_of(folded);
  if (edits.empty())
    return std::nullopt;
  std::string out;
  std::size_t copied = 0; // of `folded`
  for (auto const& edit : edits) {
    out.append(folded.substr(copied, edit.at - copied)).append(edit.by);
    copied = edit.at + edit.length;
  }
  return std::move(out.append(folded.substr(copied)));
}

SimplifiedLine::SimplifiedLine(std::string_view printed) : printed_(printed) {
  std::size_t at = 0; // of `printed`
  auto const copy_until = [&](std::size_t end) {
    for (; at < end; ++at) {
      text_ += printed[at];
      from_.push_back(static_cast<std::uint32_t>(at));
    }
  };
  for (auto const& edit : edits_of(printed)) {
    copy_until(edit.at);
    text_ += edit.by;
    from_.insert(from_.end(), edit.by.size(), static_cast<std::uint32_t>(at));
    at += edit.length;
  }
  copy_until(printed.size());
  from_.push_back(static_cast<std::uint32_t>(printed.size()));
}

std::string_view SimplifiedLine::as_printed(std::string_view part) const {
  std::less_equal<char const*> const before;
  if (!before(text_.data(), part.data()) || !before(part.data() + part.size(), text_.data() + text_.size()))
    return part;
  auto const begin = static_cast<std::size_t>(part.data() - text_.data());
  return printed_.substr(from_[begin], from_[begin + part.size()] - from_[begin]);
}

} // namespace jixiao::recognition
