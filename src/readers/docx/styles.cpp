#include "readers/docx/styles.hpp"

#include "readers/xml.hpp"

#include <algorithm>
#include <utility>

namespace jixiao::docx {
namespace {

constexpr std::uint64_t first_piece = 16 << 10;
constexpr std::string_view id_attribute = "styleId", end_tag = "style>", white = " \t\r\n";

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

bool is_paragraph_style(pugi::xml_node node) {
  return local_name(node) == "style" && jixiao::attribute(node, "type") == "paragraph";
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
  if (found == by_id_.end())
    return {};
  if (!entries_[found->second].is_parsed)
    parse(found->second);
  return entries_[found->second].element;
}

void Styles::open() {
  stream_ = parts_.related_stream("styles");
  if (!stream_)
    return put_all(parts_.related("styles"));
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
  for (auto const node : children(root))
    if (is_paragraph_style(node) &&
        by_id_.try_emplace(std::string(jixiao::attribute(node, id_attribute)), entries_.size()).second)
      entries_.push_back({0, node, true});
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
    if (!id && stream_)
      return; // it may be cut off here
    auto const begin = text.substr(listed_, at - listed_).rfind('<');
    if (id && begin != text.npos && by_id_.try_emplace(std::string(*id), entries_.size()).second)
      entries_.push_back({listed_ + begin, {}, false});
    listed_ = at + id_attribute.size();
  }
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
  entries_[index].element = is_paragraph_style(node) ? node : pugi::xml_node();
}

} // namespace jixiao::docx
