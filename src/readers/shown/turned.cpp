#include "readers/shown/turned.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <vector>

namespace jixiao {
namespace {

constexpr std::size_t deepest = 61; // of marks in each other, as in Unicode before its isolates

constexpr char32_t left_to_right = 0x202A, end_of_mark = 0x202C, turn = 0x202E;

/// Each beside its picture in a mirror.
constexpr std::u32string_view mirrored = U"()[]{}<>≤≥≦≧（）［］｛｝＜＞《》〈〉「」『』【】〔〕«»‹›";

char32_t mirror(char32_t c) {
  auto const at = mirrored.find(c);
  return at == std::u32string_view::npos ? c : mirrored[at ^ 1];
}

class Turner {
public:
  std::string run(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      auto const [c, length] = character_at(text, at);
      put(c);
      at += length;
    }
    close_all();
    std::string out;
    for (auto const c : out_)
      append_utf8(out, c);
    return out;
  }

private:
  struct Stretch {
    std::size_t begin;
    bool is_turned;
  };

  void put(char32_t c) {
    if (c == '\n')
      close_all();
    if (c < left_to_right || c > turn)
      return out_.push_back(is_turned() ? mirror(c) : c);
    if (c != end_of_mark)
      open_.size() < deepest ? open_.push_back({out_.size(), c == turn}) : void(++too_deep_);
    else if (too_deep_ > 0)
      --too_deep_;
    else
      close();
  }

  bool is_turned() const { return !open_.empty() && open_.back().is_turned; }

  /// A stretch lies in the order of what is around it.
  void close() {
    if (open_.empty())
      return;
    auto const stretch = open_.back();
    open_.pop_back();
    if (stretch.is_turned != is_turned())
      std::reverse(out_.begin() + static_cast<std::ptrdiff_t>(stretch.begin), out_.end());
  }

  void close_all() {
    too_deep_ = 0;
    while (!open_.empty())
      close();
  }

  std::u32string out_;
  std::vector<Stretch> open_;
  std::size_t too_deep_ = 0;
};

} // namespace

std::string turned_as_shown(std::string_view text) { return Turner().run(text); }

} // namespace jixiao
