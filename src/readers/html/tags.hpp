#pragma once

#include <gumbo.h>

#include <bitset>
#include <initializer_list>

namespace jixiao {

class TagSet {
public:
  TagSet(std::initializer_list<GumboTag> tags) {
    for (auto const tag : tags)
      bits_.set(static_cast<std::size_t>(tag));
  }

  bool has(GumboTag tag) const { return bits_.test(static_cast<std::size_t>(tag)); }

private:
  std::bitset<GUMBO_TAG_LAST + 1> bits_;
};

/// Elements that have no content.
extern TagSet const void_tags;

/// Elements whose start ends an open paragraph, and whose end closes what is open in them.
extern TagSet const block_tags;

extern TagSet const heading_tags;

/// Elements whose content is no markup.
extern TagSet const raw_text_tags;

} // namespace jixiao
