#include "recognition/goal_texts.hpp"

namespace jixiao::recognition {

namespace {

/// Both begin a numbered list: 1、…, 目标1：…, 一是….
bool start_alike(Draft const& draft, std::uint32_t a, std::uint32_t b) {
  auto const head = [&](std::uint32_t i) { return draft.text(i).substr(0, 4); };
  return head(a) == head(b) && (head(a).starts_with("1") || head(a).starts_with("目") || head(a).starts_with("一"));
}

} // namespace

std::vector<std::vector<std::uint32_t>> texts_by_goal(Draft const& draft, std::vector<std::uint32_t> const& texts,
                                                      std::size_t count) {
  if (count <= 1)
    return {texts};
  std::vector<std::vector<std::uint32_t>> out;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    bool const restarts = i > 0 && start_alike(draft, texts[i], texts[0]);
    if (texts.size() > count && i > 0 && !restarts)
      out.back().push_back(texts[i]);
    else if (out.size() < count)
      out.push_back({texts[i]});
    else
      out.back().push_back(texts[i]);
  }
  if (out.size() < count && texts.size() >= count && texts.size() % count == 0) {
    out.clear();
    auto const each = static_cast<std::ptrdiff_t>(texts.size() / count);
    for (auto at = texts.begin(); at != texts.end(); at += each)
      out.emplace_back(at, at + each);
  }
  return out;
}

} // namespace jixiao::recognition
