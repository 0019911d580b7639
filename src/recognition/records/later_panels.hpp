#pragma once

#include "recognition/fields/draft.hpp"
#include "recognition/records/indicator_fields.hpp"

#include <cstdint>
#include <vector>

namespace jixiao::recognition {

/// Indicators of tables side by side, but for the first of these: they come behind those of the tables left of their
/// own.
class LaterPanels {
public:
  explicit LaterPanels(std::uint8_t panels) : panels_(panels) {}

  void add(std::uint8_t panel, Indicator indicator, std::uint32_t piece, Claims claims) {
    panels_[panel].push_back({std::move(indicator), piece, std::move(claims)});
  }

  /// Puts all of them into the form, one table after the other.
  void flush(Draft& draft) {
    auto& all = draft.form.indicators;
    for (auto& panel : panels_) {
      for (auto& [indicator, piece, claims] : panel) {
        auto const record = static_cast<std::uint32_t>(all.size());
        for (auto& [of, claim] : claims) {
          claim.record = record;
          draft.take(of, claim);
        }
        all.push_back(std::move(indicator));
        draft.indicator_pieces.push_back(piece);
      }
      panel.clear();
    }
  }

private:
  struct Later {
    Indicator indicator;
    std::uint32_t piece = 0;
    Claims claims;
  };

  std::vector<std::vector<Later>> panels_;
};

} // namespace jixiao::recognition
