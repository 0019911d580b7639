#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace jixiao {

/// What a function answered for texts that it was asked for lately, where the same texts are asked for again and again.
/// Of `size` texts at most: one that falls on the place of another takes it. Longer texts are not kept. One for each
/// thread and function.
template <class Value, std::size_t size, std::size_t longest = 96> class TextMemory {
public:
  /// `find(text)` answers what is not known.
  template <class Find> Value of(std::string_view text, Find find) {
    if (text.size() > longest)
      return find(text);
    auto& slot = slots_[std::hash<std::string_view>{}(text) % size];
    if (!slot.value || slot.text != text) {
      auto value = find(text);
      slot.text.assign(text);
      slot.value.emplace(std::move(value));
    }
    return *slot.value;
  }

private:
  struct Slot {
    std::string text;
    std::optional<Value> value;
  };

  std::array<Slot, size> slots_;
};

} // namespace jixiao
