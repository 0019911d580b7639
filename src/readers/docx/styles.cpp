#include "readers/docx/styles.hpp"

#include "readers/xml.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace jixiao::docx {
namespace {

constexpr std::uint64_t first_piece = 16 << 10;
constexpr std::string_view id_attribute = "styleId", end_tag = "style>", defaults_end_tag = "docDefaults>",
                           white = " \t\r\n";
constexpr std::array<std::string_view, 2> types_with_default = {"paragraph", "table"};

/// The value of an attribute whose name ends at `at`, as it is written; nothing when none stands there.
std::optional<std::string_view> quoted_value(std::string_view text, std::size_t at) {
  auto const equals = text.find_first_not_of(white, at);
  auto const quote =
      equals < text.size() && text[equals] == '=' ? text.find_first_not_of(white, equals + 1) : text.npos;
  if (quote >= text.size() || (text[quote] != '"' && text[quote] != '\''))
    return std::nullopt;
  auto const end = text.find(text[quote], quote + 1);
  return end == text.npos ? std::nullopt : std::optional(text.substr(quote + 1, end - quote - 1));
}

/// The value of an attribute by its local name in a tag as it is written; empty when it has none.
std::string_view value_in_tag(std::string_view tag, std::string_view name) {
  for (auto at = tag.find(name); at != tag.npos; at = tag.find(name, at + 1))
    if (at > 0 && (tag[at - 1] == ':' || white.find(tag[at - 1]) != white.npos))
      if (auto const value = quoted_value(tag, at + name.size()))
        return *value;
  return {};
}

bool is_true(std::string_view value) { return value == "1" || value == "true" || value == "on"; }

std::string_view known_type(std::string_view type) {
  auto const known = std::ranges::find(types_with_default, type);
  return known == types_with_default.end() ? std::string_view() : *known;
}

} // namespace

pugi::xml_node Styles::find(std::string_view id) {
  if (!std::exchange(is_open_, true))
    open();
  auto found = by_id_.find(id);
  while (found == by_id_.end() && stream_) {
    read_more();
    found = by_id_.find(id);
  }
  return found == by_id_.end() ? pugi::xml_node() : parsed(found->second);
}

pugi::xml_node Styles::find_default(std::string_view type) {
  if (!std::exchange(is_open_, true))
    open();
  auto const find = [&] { return std::ranges::find(entries_, type, &Entry::default_of); };
  auto found = find();
  while (found == entries_.end() && stream_) {
    read_more();
    found = find();
  }
  return found == entries_.end() ? pugi::xml_node() : parsed(static_cast<std::size_t>(found - entries_.begin()));
}

pugi::xml_node Styles::defaults() {
  if (!std::exchange(is_open_, true))
    open();
  if (defaults_)
    return *defaults_;
  auto const find_end = [&] { return text_.find(defaults_end_tag, text_.find("docDefaults") + 1); };
  auto end = find_end();
  while (end == std::string::npos && stream_ && entries_.empty()) { // they stand before the styles
    read_more();
    end = find_end();
  }
  auto const begin = text_.rfind('<', std::min(text_.find("docDefaults"), text_.size()));
  if (end == std::string::npos || begin >= end)
    return defaults_.emplace();
  return defaults_.emplace(parts_.parse(text_.substr(begin, end + defaults_end_tag.size() - begin), "styles"));
}

void Styles::open() {
  stream_ = parts_.related_stream("styles");
  if (!stream_)
    return put_all(parts_.styles());
  read_more();
  // Styles are told apart in UTF-8 only.
  if (text_.find('\0') == std::string::npos)
    return;
  while (stream_)
    read_more();
  entries_.clear();
  by_id_.clear();
  put_all(parts_.parse(std::exchange(text_, {}), "styles"));
}

void Styles::put_all(pugi::xml_node root) {
  defaults_ = jixiao::child(root, "docDefaults");
  for (auto const node : children(root)) {
    if (local_name(node) != "style" ||
        !by_id_.try_emplace(std::string(jixiao::attribute(node, id_attribute)), entries_.size()).second)
      continue;
    bool const is_default = is_true(jixiao::attribute(node, "default"));
    entries_.push_back({0, node, true, is_default ? known_type(jixiao::attribute(node, "type")) : ""});
  }
}

void Styles::read_more() {
  // As much again each time, so that what is looked at twice is no more than the part.
  if (!stream_->read_more(text_, std::max<std::uint64_t>(text_.size(), first_piece)))
    stream_.reset();
  list_styles();
}

void Styles::list_styles() {
  auto const text = std::string_view(text_);
  for (auto at = text.find(id_attribute, listed_); at != text.npos; at = text.find(id_attribute, listed_)) {
    auto const id = quoted_value(text, at + id_attribute.size());
    auto const tag_end = text.find('>', at);
    if ((!id || tag_end == text.npos) && stream_)
      return; // it may be cut off here
    auto const begin = text.substr(listed_, at - listed_).rfind('<');
    if (id && begin != text.npos && by_id_.try_emplace(std::string(*id), entries_.size()).second) {
      auto const tag = text.substr(listed_ + begin, tag_end - listed_ - begin);
      bool const is_default = is_true(value_in_tag(tag, "default"));
      entries_.push_back({listed_ + begin, {}, false, is_default ? known_type(value_in_tag(tag, "type")) : ""});
    }
    listed_ = at + id_attribute.size();
  }
}

pugi::xml_node Styles::parsed(std::size_t index) {
  if (!entries_[index].is_parsed)
    parse(index);
  return entries_[index].element;
}

void Styles::parse(std::size_t index) {
  auto const begin = entries_[index].begin;
  auto const next = [&] { return index + 1 < entries_.size() ? entries_[index + 1].begin : text_.size(); };
  auto const element = [&] { return std::string_view(text_).substr(begin, next() - begin); };
  auto end = element().find(end_tag);
  while (end == std::string::npos && index + 1 == entries_.size() && stream_) {
    read_more();
    end = element().find(end_tag);
  }
  entries_[index].is_parsed = true;
  if (end == std::string::npos) // a tag without content says nothing
    return;
  auto const node = parts_.parse(std::string(element().substr(0, end + end_tag.size())), "styles");
  entries_[index].element = local_name(node) == "style" ? node : pugi::xml_node();
}

} // namespace jixiao::docx
