#include "readers/html/tree.hpp"

#include "readers/html/scan.hpp"

#include <algorithm>
#include <cstdint>

namespace jixiao {
namespace {

void* allocate(void* arena, std::size_t size) {
  return static_cast<std::pmr::monotonic_buffer_resource*>(arena)->allocate(size);
}

void release_later(void*, void*) {}

std::span<GumboNode* const> nodes(GumboVector const& vector) {
  return {reinterpret_cast<GumboNode* const*>(vector.data), vector.length};
}

} // namespace

HtmlTree::HtmlTree(std::string text)
    : text_(std::move(text)), arena_(std::make_unique<std::pmr::monotonic_buffer_resource>()) {
  if (auto const row = row_without_table(text_)) {
    added_ = "<table>";
    added_at_ = *row;
    text_.insert(added_at_, added_);
  }
  auto options = kGumboDefaultOptions;
  options.allocator = allocate;
  options.deallocator = release_later;
  options.userdata = arena_.get();
  options.max_errors = 0;
  output_ = gumbo_parse_with_options(&options, text_.data(), text_.size());
}

std::size_t HtmlTree::offset(char const* place, std::size_t otherwise) const {
  auto const at = reinterpret_cast<std::uintptr_t>(place), begin = reinterpret_cast<std::uintptr_t>(text_.data());
  if (place == nullptr || at < begin || at - begin > text_.size())
    return otherwise;
  auto const offset = at - begin;
  return offset >= added_at_ + added_.size() ? offset - added_.size() : std::min<std::size_t>(offset, added_at_);
}

std::span<GumboNode* const> html_children(GumboNode const& node) {
  switch (node.type) {
  case GUMBO_NODE_DOCUMENT:
    return nodes(node.v.document.children);
  case GUMBO_NODE_ELEMENT:
  case GUMBO_NODE_TEMPLATE:
    return nodes(node.v.element.children);
  default:
    return {};
  }
}

char const* html_attribute(GumboNode const& element, char const* name) {
  auto const* const found = gumbo_get_attribute(&element.v.element.attributes, name);
  return found == nullptr ? nullptr : found->value;
}

std::string_view html_name(GumboNode const& element) {
  auto name = element.v.element.original_tag;
  if (name.data == nullptr)
    return {};
  gumbo_tag_from_original_text(&name);
  return name.data == nullptr ? std::string_view() : std::string_view(name.data, name.length);
}

} // namespace jixiao
